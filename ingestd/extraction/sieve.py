"""Which of many patterns a text may hold at all, by the letters that each of them needs.

A look at each word of a text costs a fraction of what trying a hundred patterns on it does,
and most texts hold what very few of them need.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from ingestd.extraction.letters import Need, needs

_KEPT_TEXTS = 256
_KEPT_WORDS = 1 << 15
_Value = TypeVar("_Value")
_Parts = dict[str, dict[str, list[int]]]
"""By two letters, the stretches that begin with them, and which needs these meet."""


class Letters:
    """What patterns need that are looked for in the same texts; `met` looks but once at each.

    Patterns are entered before the first text comes, and looked into with it: most languages
    are never asked.
    """

    def __init__(self) -> None:
        self._patterns: list[re.Pattern[str]] = []
        self.met = lru_cache(maxsize=_KEPT_TEXTS)(self._met)

    def enter(self, pattern: re.Pattern[str]) -> None:
        """Take in a pattern."""
        self._patterns.append(pattern)

    @cached_property
    def numbers(self) -> dict[Need, int]:
        """All needs, numbered."""
        found = dict.fromkeys(need for pattern in self._patterns for need in needs(pattern))
        return {need: number for number, need in enumerate(found)}

    @cached_property
    def _parts(self) -> _Parts:
        parts: _Parts = {}
        for need, number in self.numbers.items():
            for part in need:
                parts.setdefault(part[:2], {}).setdefault(part, []).append(number)
        return parts

    @cached_property
    def _words(self) -> "_Words":
        return _Words(self._parts)

    def _met(self, text: str) -> frozenset[int]:
        """The needs that a text meets."""
        if len(self._words) > _KEPT_WORDS:
            self._words = _Words(self._parts)
        found: list[int] = []
        for numbers in map(self._words.__getitem__, text.split(" ")):
            if numbers:
                found += numbers
        return frozenset(found)


class _Words(dict[str, tuple[int, ...]]):
    """The words seen so far, and the needs that their letters meet."""

    def __init__(self, parts: _Parts) -> None:
        super().__init__()
        self._parts = parts

    def __missing__(self, word: str) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for at in range(len(word) - 1):
            for part, numbers in self._parts.get(word[at : at + 2], {}).items():
                if word.startswith(part, at):
                    found.update(dict.fromkeys(numbers))
        self[word] = tuple(found)
        return self[word]


class Sieve(Generic[_Value]):
    """Things with a pattern each, in order; `of` leaves out those that cannot match."""

    def __init__(
        self, entries: Iterable[tuple[re.Pattern[str], _Value]], letters: Letters | None = None
    ) -> None:
        self._entries = tuple(entries)
        self._letters = letters or Letters()
        for pattern, _ in self._entries:
            self._letters.enter(pattern)

    def of(self, text: str) -> list[_Value]:
        """The things whose pattern may match somewhere in a text, in their order."""
        free, leading = self._table
        met = self._letters.met(text)
        found = [
            at for lead in leading.keys() & met for at, others in leading[lead] if others <= met
        ]
        return [self._entries[at][1] for at in sorted(free + found)]

    @cached_property
    def _table(self) -> tuple[list[int], dict[int, list[tuple[int, frozenset[int]]]]]:
        """The places of things that need nothing; of the others, by what tells most of each."""
        free: list[int] = []
        leading: dict[int, list[tuple[int, frozenset[int]]]] = {}
        for at, (pattern, _) in enumerate(self._entries):
            needed = sorted(needs(pattern), key=_telling)
            numbers = [self._letters.numbers[need] for need in needed]
            if numbers:
                leading.setdefault(numbers[-1], []).append((at, frozenset(numbers)))
            else:
                free.append(at)
        return free, leading


def _telling(need: Need) -> tuple[int, int]:
    """How seldom a need is met: long stretches are rarer than short ones, few than many."""
    return min(map(len, need)), -len(need)
