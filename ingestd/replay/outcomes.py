"""What rebuilding, comparing and going back tell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Progress = Callable[[int, int], None]
"""Is told the position reached and the head of the log, page by page."""
ProgressOf = Callable[[str], Progress]
"""Whom to tell progress of the work of a name."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first row of a table in which what is served and a rebuild part."""

    table: str
    served: Row | None
    rebuilt: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of the ids of one kind (`articles`, `entities`, `deals`): how many of each.

    `merged` are new ids that hold what several old ones held, `split` old ids of which
    several new ones hold a part. Of the `lost`, `redirected` lead to another.
    """

    kind: str
    gained: int
    lost: int
    merged: int
    split: int
    redirected: int

    @property
    def is_none(self) -> bool:
        """Whether all ids stayed what they were."""
        return not (self.gained or self.lost or self.merged or self.split)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """A projection that serves another generation: up to which event, how many rows.

    `differences` are to what the same code served before; empty also where that was another's.
    `changes` are those of the ids, where other code served before or there are differences.
    """

    projection: str
    position: int
    generation: int
    rows: int
    differences: tuple[Difference, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A comparison at one position: equal where there is no difference."""

    projection: str
    position: int
    rows: int
    differences: tuple[Difference, ...]


def silent(_done: int, _head: int) -> None:
    """Report no progress."""
