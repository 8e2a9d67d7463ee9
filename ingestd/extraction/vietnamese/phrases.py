"""Phrases of several syllables, found at a place in a sentence: the longest is meant."""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from ingestd.extraction.line import Line

_PARTS = re.compile(r"\w+|[^\w\s]")
_Value = TypeVar("_Value")


class Phrases(Generic[_Value]):
    """A table of phrases in lower case, by their first word."""

    def __init__(self, table: Mapping[str, _Value]) -> None:
        self._values = {tuple(_PARTS.findall(phrase)): table[phrase] for phrase in table}
        self._ends = frozenset(parts[-1] for parts in self._values)
        self._sizes: dict[str, list[int]] = {}
        for parts in self._values:
            self._sizes.setdefault(parts[0], []).append(len(parts))
        for sizes in self._sizes.values():
            sizes.sort(reverse=True)

    @classmethod
    def listed(cls, phrases: Iterable[str]) -> "Phrases[str]":
        """A table of phrases that stand for themselves."""
        return Phrases({phrase: phrase for phrase in sorted(phrases)})

    def at(self, line: Line, at: int) -> tuple[int, _Value] | None:
        """The last place of the longest phrase that starts here, and what it stands for."""
        sizes = self._sizes.get(line.low(at))
        if sizes is None:
            return None
        parts = tuple([token.low for token in line.tokens[at : at + sizes[0]]])
        for size in sizes:
            found = self._values.get(parts[:size])
            if found is not None and size <= len(parts):
                return at + size - 1, found
        return None

    def ends(self, line: Line, last: int) -> bool:
        """Whether a phrase may end with the word at a place."""
        return line.low(last) in self._ends
