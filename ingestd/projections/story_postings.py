"""Who is found under a key: blocks that are looked into often stand in memory, others are asked for.

Where something stands says nothing about what is found: that is the latest under each key, as
they came, whatever was asked before.
"""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from ingestd.projections.story_tables import POSTINGS
from ingestd.resolution.meeting import LATEST, Found, key_of
from ingestd.resolution.stories import BUCKET_BITS
from ingestd.store.rows import Tables

OFTEN = 40
"""Articles that look into a block before it is read whole."""
ROOM = 400_000
"""Postings that stand in memory at most."""
_BUCKETS = (1 << BUCKET_BITS) - 1

Buckets = Sequence[int]
Block = dict[int, list[int]]
"""By bucket, the numbers of the articles that are found there, in their order."""


class Directory:
    """What stands under keys at some event of the log.

    A block into which `often` articles looked is read whole, as long as there is `room`.
    """

    def __init__(self, tables: Tables, *, often: int = OFTEN, room: int = ROOM) -> None:
        self._often, self._room = often, room
        self._stored = tables.postings(POSTINGS)
        # those that are whole, the one used last at the end
        self._blocks: dict[int, Block] = {}
        self._sizes: Counter[int] = Counter()
        self._vast: set[int] = set()  # too big to be whole
        self._looked: Counter[int] = Counter()
        self._single: Block = {}  # what stands under keys of other blocks

    def end_page(self) -> None:
        """Keep no single keys, for hardly anybody looks there again, and no block that grew vast."""
        self._single.clear()
        for block in [block for block, size in self._sizes.items() if size > self._room]:
            self._drop(block)
            self._vast.add(block)

    def load(self, keys: Iterable[int]) -> None:
        """Ask for single keys at once; nobody asks for them again in this page."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._single]
        if missing:
            self._single |= self._stored.latest(missing, LATEST)

    def under(self, keys: Sequence[int]) -> list[Found]:
        """Who is found under each of these single keys."""
        self.load(keys)
        return [[found] if (found := self._single[key]) else [] for key in keys]

    def met(self, sought: Sequence[Buckets], blocks: Sequence[int]) -> list[Found]:
        """Who is found in these blocks, for each of what is sought there."""
        wholes = [self._whole(block) for block in blocks]
        told = [whole for whole in wholes if whole]
        met: list[Found] = [
            [found for whole in told for each in its if (found := whole.get(each))]
            for its in sought
        ]
        alone = [block for block, whole in zip(blocks, wholes, strict=True) if whole is None]
        return self._met_alone(met, sought, alone) if alone else met

    def post(self, number: int, keys: Iterable[int]) -> None:
        """Let an article be found under these keys."""
        add, blocks, single = self._stored.add, self._blocks, self._single
        for key in keys:
            add(key, number)
            block = key >> BUCKET_BITS
            if block in blocks:
                insort(blocks[block].setdefault(key & _BUCKETS, []), number)
                self._sizes[block] += 1
            if key in single:  # even so: the block may be let go before the page ends
                insort(single[key], number)

    def withdraw(self, number: int, keys: Iterable[int]) -> None:
        """Let an article be found no more under the keys under which it was posted."""
        for key in keys:
            self._stored.remove(key, number)
            block = key >> BUCKET_BITS
            if block in self._blocks:
                self._blocks[block][key & _BUCKETS].remove(number)
                self._sizes[block] -= 1
            # others may be under it that were not asked for
            self._single.pop(key, None)

    def _met_alone(
        self, met: Sequence[Found], sought: Sequence[Buckets], blocks: Sequence[int]
    ) -> list[Found]:
        """Add who is found in blocks that are not whole."""
        asked = [[key_of(block, each) for block in blocks for each in its] for its in sought]
        self.load(chain.from_iterable(asked))
        single = self._single
        return [
            [*found, *(its for key in keys if (its := single[key]))]
            for found, keys in zip(met, asked, strict=True)
        ]

    def _whole(self, block: int) -> Block | None:
        """All of a block, where it was looked into often enough to be read."""
        whole = self._blocks.pop(block, None)
        if whole is not None:
            self._blocks[block] = whole
            return whole
        self._looked[block] += 1
        if self._looked[block] < self._often or block in self._vast:
            return None
        return self._read(block)

    def _read(self, block: int) -> Block | None:
        del self._looked[block]
        found = self._stored.between(key_of(block, 0), key_of(block, _BUCKETS), self._room)
        if found is None:
            self._vast.add(block)
            return None
        self._blocks[block] = whole = {key & _BUCKETS: its for key, its in found.items()}
        self._sizes[block] = sum(map(len, whole.values()))
        self._make_room()
        return whole

    def _make_room(self) -> None:
        """Let go what was not used for longest."""
        while sum(self._sizes.values()) > self._room and len(self._blocks) > 1:
            self._drop(next(iter(self._blocks)))

    def _drop(self, block: int) -> None:
        del self._blocks[block], self._sizes[block]
