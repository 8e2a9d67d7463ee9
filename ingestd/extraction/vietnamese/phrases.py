"""Phrases of several syllables, found at a place in a sentence: the longest is meant."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ingestd.extraction.line import Line

_PARTS = re.compile(r"\w+|[^\w\s]")
_Value = TypeVar("_Value")


@dataclass(slots=True)
class _Node(Generic[_Value]):
    """What the words so far stand for, if they are a phrase, and by which words it goes on."""

    value: _Value | None = None
    following: "dict[str, _Node[_Value]]" = field(default_factory=dict)


class Phrases(Generic[_Value]):
    """A table of phrases in lower case, by their first word."""

    def __init__(self, table: Mapping[str, _Value]) -> None:
        self._opening: _Node[_Value] = _Node()
        ends: set[str] = set()
        later: set[str] = set()
        for phrase, value in table.items():
            node = self._opening
            for part in (parts := _PARTS.findall(phrase)):
                node = node.following.setdefault(part, _Node())
            node.value = value
            ends.add(parts[-1])
            later.update(parts[1:])
        self.openings = frozenset(self._opening.following)
        """The words that phrases begin with."""
        self._ends = frozenset(ends)
        self._later = frozenset(later)

    @classmethod
    def listed(cls, phrases: Iterable[str]) -> "Phrases[str]":
        """A table of phrases that stand for themselves."""
        return Phrases({phrase: phrase for phrase in sorted(phrases)})

    def at(self, line: Line, at: int) -> tuple[int, _Value] | None:
        """The last place of the longest phrase that starts here, and what it stands for."""
        node = self._opening.following.get(line.low(at))
        found = None
        while node is not None:
            if node.value is not None:
                found = (at, node.value)
            at += 1
            node = node.following.get(line.low(at))
        return found

    def goes_on(self, line: Line, at: int) -> bool:
        """Whether the word at a place may be a later one of a phrase."""
        return line.low(at) in self._later

    def ends(self, line: Line, last: int) -> bool:
        """Whether a phrase may end with the word at a place."""
        return line.low(last) in self._ends
