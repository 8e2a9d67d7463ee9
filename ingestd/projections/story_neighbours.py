"""By what articles are compared, remembered of those that were met lately, without their rows."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from ingestd.projections.story_traits import traits_of
from ingestd.resolution.stories import Traits
from ingestd.store.rows import Rows

ROOM = 10_000
"""Articles that are remembered: those of some days, where very much happens."""


class Neighbour(NamedTuple):
    """An article, and by what others are compared to it."""

    article: str
    traits: Traits


class Neighbours:
    """Articles by their numbers, as long as they stay as they are; others are read."""

    def __init__(self, rows: Rows, *, room: int = ROOM) -> None:
        self._rows, self._room = rows, room
        self._known: dict[int, Neighbour] = {}

    def come(self, number: int, article: str, traits: Traits) -> None:
        """Let an article be met."""
        self._known[number] = Neighbour(article, traits)

    def go(self, number: int) -> None:
        """Let an article be what its row says: that changes now."""
        self._known.pop(number, None)

    def of(self, numbers: Sequence[int]) -> list[Neighbour]:
        """Those of these numbers, in their order."""
        known = self._known
        missing = [each for each in numbers if each not in known]
        if missing:
            self._rows.load((each,) for each in missing)
            for each in missing:
                row = self._rows.one(each)
                self.come(each, row["article"], traits_of(row))
        return [known[each] for each in numbers]

    def end_page(self) -> None:
        """Forget those that came first, as far as there is no room."""
        over = max(0, len(self._known) - self._room)
        for number in [*islice(self._known, over)]:
            del self._known[number]
