"""What a look has seen so far, and so what is no longer there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingestd.sources.rules import Rules

LEAST_PAUSE = 60.0
"""Seconds: what is asked for again then is the source itself, too."""


@dataclass(slots=True, kw_only=True)
class Visit:
    """Whose door this is: the source that is looked at, and how far the look has come.

    `shown` are the origins of all that was shown; of what is in `unseen`, and below it (after
    a `/` or a `#`), there is no telling. Only where the look `is_complete` has the rest gone.
    `is_left` says that something has to be looked at again, though the source stays the same;
    `again_after` in how many seconds, where only its turn did not come.
    """

    source: str
    address: str = ""
    rules: Rules = field(default_factory=Rules)
    is_complete: bool = False
    is_left: bool = False
    shown: set[str] = field(default_factory=set)
    unseen: set[str] = field(default_factory=set)
    again_after: float | None = None

    def postpone(self, until: float) -> None:
        """Leave something for another look, which is not before all turns may have come."""
        self.is_left = True
        self.again_after = max(self.again_after or LEAST_PAUSE, until)

    def has_gone(self, origin: str) -> bool:
        """Whether a place that this source showed before is not there any more."""
        if not self.is_complete or origin in self.shown:
            return False
        return self.unseen.isdisjoint(_around(origin))


def _around(origin: str) -> Iterator[str]:
    """A place, and whatever it may lie in."""
    yield origin
    for place, letter in enumerate(origin):
        if letter in "/#":
            yield origin[:place]
