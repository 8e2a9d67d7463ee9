"""What one fetch may use, redirects and all."""

import time
from dataclasses import dataclass

from ingestd.fetching.limits import Limits, too_large

# for headers and the framing of chunks
BESIDE_THE_BODY = 2**20


@dataclass(slots=True)
class Allowance:
    """What one fetch may use; `deadline` is on the monotonic clock, `origin` for messages.

    `brought` counts the bytes that came; `connected` tells whether a connection was opened.
    """

    origin: str
    deadline: float
    limits: Limits
    brought: int = 0
    connected: bool = False

    def remaining(self, timeout: float | None = None) -> float:
        """Seconds left, at most `timeout`; never nothing, so that a socket still times out."""
        left = max(self.deadline - time.monotonic(), 0.001)
        return left if timeout is None else min(left, timeout)

    def take(self, count: int) -> None:
        """Account for bytes that came; raises FetchError when it is too much."""
        self.brought += count
        if self.brought > self.limits.max_bytes + BESIDE_THE_BODY:
            raise too_large(self.origin, self.limits)
