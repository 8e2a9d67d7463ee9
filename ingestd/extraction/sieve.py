"""Which of many patterns a text may hold at all, by the letters that each of them needs.

A look at each word of a text costs a fraction of what trying a hundred patterns on it does,
and most texts hold what very few of them need.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from ingestd.extraction.letters import needs

_KEPT_WORDS = 1 << 14
_Value = TypeVar("_Value")
_Table = tuple[list[int], dict[str, dict[str, int]]]


class Sieve(Generic[_Value]):
    """Things with a pattern each, in order; `of` leaves out those that cannot match.

    Patterns are looked into with the first text: most languages are never asked.
    """

    def __init__(self, entries: Iterable[tuple[re.Pattern[str], _Value]]) -> None:
        self._entries = tuple(entries)
        self._of_word = lru_cache(maxsize=_KEPT_WORDS)(self._look)

    def of(self, text: str) -> list[_Value]:
        """The things whose pattern may match somewhere in a text, in their order."""
        told = 0
        for word in text.split(" "):
            told |= self._of_word(word)
        return [value for needed, value in self._needed if needed & told == needed]

    @cached_property
    def _needed(self) -> list[tuple[int, _Value]]:
        """What each thing needs, as bits."""
        rows, _ = self._table
        return [(bits, value) for bits, (_, value) in zip(rows, self._entries, strict=True)]

    @cached_property
    def _table(self) -> _Table:
        """The needs of each thing as bits, and by two letters the stretches that meet them."""
        bits: dict[frozenset[str], int] = {}
        rows: list[int] = []
        for pattern, _ in self._entries:
            told = {bits.setdefault(need, 1 << len(bits)) for need in needs(pattern)}
            rows.append(sum(told))
        parts: dict[str, dict[str, int]] = {}
        for need, bit in bits.items():
            for part in need:
                beside = parts.setdefault(part[:2], {})
                beside[part] = beside.get(part, 0) | bit
        return rows, parts

    def _look(self, word: str) -> int:
        """The needs that a word's letters meet."""
        _, parts = self._table
        told = 0
        for at in range(len(word) - 1):
            for part, bits in parts.get(word[at : at + 2], {}).items():
                if word.startswith(part, at):
                    told |= bits
        return told
