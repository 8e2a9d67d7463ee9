"""What one fetch may use, redirects and all."""

import time
from dataclasses import dataclass

from ingestd.errors import FetchError
from ingestd.fetching.limits import Limits, too_large, too_slow

HEADERS = 2**18
BESIDE_THE_BODY = 2**20  # for the framing of chunks, and for redirects


@dataclass(slots=True)
class Allowance:
    """What one fetch may use; `deadline` is on the monotonic clock, `origin` for messages.

    `connected` tells whether a connection was opened for it; `is_repeatable` whether the
    question may be asked again over another one.
    """

    origin: str
    deadline: float
    limits: Limits
    connected: bool = False
    is_repeatable: bool = True
    _brought: int = 0
    _headers_from: int | None = 0

    def remaining(self, timeout: float | None = None) -> float:
        """Seconds left, at most `timeout`. Raises FetchError where none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise too_slow(self.origin, self.limits)
        return left if timeout is None else min(left, timeout)

    def ask(self) -> None:
        """What comes now are headers."""
        self._headers_from = self._brought

    def read(self) -> None:
        """What comes now is a body."""
        self._headers_from = None

    def take(self, count: int) -> None:
        """Account for bytes that came; raises FetchError when it is too much."""
        self._brought += count
        if self._headers_from is None:
            if self._brought > self.limits.max_bytes + BESIDE_THE_BODY:
                raise too_large(self.origin, self.limits)
        elif self._brought > self._headers_from + HEADERS:
            raise FetchError(self.origin, "the headers of the answer do not end")
