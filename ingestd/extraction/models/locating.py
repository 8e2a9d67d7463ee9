"""Where a text says what a model says it says: letter by letter, or as people would read it."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from ingestd.events.facts import Quote

_PLAIN = {
    "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "\u2019": "'", "\u2018": "'", "\u02bc": "'",
    "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-",
    "\u2026": "...",
}  # fmt: skip
LONGEST = 2_000
"""Characters of a quote that are sought; nobody quotes more in one piece."""


class Located:
    """A text in which quotes are sought; all offsets are its own."""

    def __init__(self, text: str) -> None:
        self.text = text

    def first(self, quote: str, start: int, end: int) -> Quote | None:
        """Where a quote stands between two offsets; None where it does not."""
        return next(self._places(quote, start, end), None)

    def names(self, name: str, start: int, end: int) -> tuple[Quote, ...]:
        """Every place between two offsets where a name stands as words of its own."""
        return tuple(
            place
            for place in self._places(name, start, end)
            if not self._runs_on(place.start) and not self._runs_on(place.end)
        )

    def _places(self, quote: str, start: int, end: int) -> Iterator[Quote]:
        sought = quote.strip()
        if not sought or len(sought) > LONGEST:
            return
        exact = _found(self.text, sought, start, end)
        first = next(exact, None)
        if first is not None:
            yield self._quote(first, first + len(sought))
            yield from (self._quote(at, at + len(sought)) for at in exact)
            return
        yield from self._folded_places(sought, start, end)

    def _folded_places(self, sought: str, start: int, end: int) -> Iterator[Quote]:
        folded, origins = self._folded
        plain = folding(sought)[0].strip()
        if not plain:
            return
        first, last = bisect_left(origins, start), bisect_left(origins, end)
        for at in _found(folded, plain, first, last):
            stop = at + len(plain)
            # a letter that folds to several, or has accents of its own, belongs to it whole
            yield self._quote(origins[at], self._end_of(origins[stop - 1]))

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return folding(self.text)

    def _end_of(self, at: int) -> int:
        end = at + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end

    def _runs_on(self, at: int) -> bool:
        """Whether a word goes on over this offset."""
        around = self.text[max(at - 1, 0) : at + 1]
        return at > 0 and len(around) == 2 and all(map(str.isalnum, around))  # noqa: PLR2004

    def _quote(self, start: int, end: int) -> Quote:
        return Quote(start=start, end=end, text=self.text[start:end])


def folding(text: str) -> tuple[str, list[int]]:
    """A text without case, accents and typesetting, and where each of its letters is from.

    One space stands for all that come together. Where the last letter ends is told, too.
    """
    letters: list[str] = []
    origins: list[int] = []
    spaced = True
    for at, letter in enumerate(text):
        plain = _folded(letter)
        if plain == " " and spaced:
            continue
        spaced = plain == " " if plain else spaced
        letters.append(plain)
        origins.extend([at] * len(plain))
    return "".join(letters), [*origins, len(text)]


def _folded(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter.isascii():
        return letter.lower()
    if letter in _PLAIN:
        return _PLAIN[letter]
    plain = unicodedata.normalize("NFKD", letter)
    kept = "".join(one for one in plain if not unicodedata.combining(one) and one != "\u200b")
    return re.sub(r"\s+", " ", kept.casefold())


def _found(text: str, sought: str, start: int, end: int) -> Iterator[int]:
    at = text.find(sought, start, end)
    while at >= 0:
        yield at
        at = text.find(sought, at + len(sought), end)
