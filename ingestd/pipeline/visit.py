"""What a look has seen so far, and so what is no longer there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingestd.sources.rules import Rules


@dataclass(slots=True, kw_only=True)
class Visit:
    """Whose door this is: the source that is looked at, and how far the look has come.

    `shown` are the origins of all that was shown; of what is in `unseen`, and below it (after
    a `/` or a `#`), there is no telling. Only where the look `is_complete` has the rest gone.
    `is_left` says that something has to be looked at again, though the source stays the same.
    """

    source: str
    address: str = ""
    rules: Rules = field(default_factory=Rules)
    is_complete: bool = False
    is_left: bool = False
    shown: set[str] = field(default_factory=set)
    unseen: set[str] = field(default_factory=set)

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
