# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""One sentence as tokens, with what the language knows of each."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from ingestd.extraction.gazetteer.people import vietnamese_surnames
from ingestd.extraction.gazetteer.places import (
    Known,
    demonym_pairs,
    demonyms,
    key,
    openers,
    places,
)
from ingestd.extraction.languages.pack import STATELY, Head, Language, words
from ingestd.extraction.tokens import Token

__all__ = ["STATELY", "Line", "Piece"]
_COMPASS = words("new north south east west lower upper")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of tokens that may be one name: `first` to `last`, both inside.

    `known` says what the gazetteer makes of the whole of it.
    """

    first: int
    last: int
    known: Known | None = None


@lru_cache(maxsize=1 << 14)
def _demonym(low: str, language: str) -> str | None:
    """The country (or "") that an adjective stands for; None for any other word."""
    word, known = key(low, language), demonyms(language)
    if language == "ru":
        stem, found, _ = word.partition("ск")
        return known.get(stem + "ск", None) or None if found else None
    for form in (word, *_singular(word, language)):
        if form in known:
            return known[form] or ""
    return None


def _singular(word: str, language: str) -> Iterator[str]:
    if language == "en" and word.endswith("s"):
        yield word.removesuffix("s")
    if language == "fr":
        for ending in ("nes", "ne", "es", "s", "e"):
            if word.endswith(ending):
                yield word.removesuffix(ending) + (
                    "n" if ending in {"nes", "ne"} and word[-4:-3] != "n" else ""
                )
                yield word.removesuffix(ending)


@lru_cache(maxsize=1 << 14)
def _reach(text: str, language: str) -> int:
    """The words of the longest name of the gazetteer that a word opens; 0 for none."""
    opening = key(text, language).split()[:1]
    return openers(language).get(opening[0], 0) if opening else 0


class Line:
    """The tokens of one sentence, and what the language knows of each."""

    def __init__(self, tokens: list[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.names = language.names
        self.pairs = demonym_pairs(language.code)
        # asked again and again: looked up once
        self._size = len(tokens)
        self._lows = [token.low for token in tokens]
        self._texts = [token.text for token in tokens]
        self._capitals = [token.is_capital for token in tokens]
        self._known_at: dict[int, Piece | None] = {}
        self._spans: dict[tuple[int, int], str] = {}

    def __len__(self) -> int:
        return self._size

    def low(self, at: int) -> str:
        """The word at a place in lower case; nothing outside of the sentence."""
        return self._lows[at] if 0 <= at < self._size else ""

    def text(self, at: int) -> str:
        """The word at a place."""
        return self._texts[at] if 0 <= at < self._size else ""

    def opening(self, small: AbstractSet[str]) -> list[int]:
        """The places where a name may begin: at capitals, and at some words in small letters."""
        return [
            at
            for at, low in enumerate(self._lows)
            if (self._capitals[at] or low in small) and self.tokens[at].is_word
        ]

    def where(self, fits: Callable[[str], bool], *, least: int) -> list[int]:
        """The places whose words, as they are spelt, fit; those of fewer letters are not asked."""
        return [at for at, text in enumerate(self._texts) if len(text) >= least and fits(text)]

    def written(self, words: AbstractSet[str]) -> list[int]:
        """Where one of some words stands as it is spelt."""
        return [at for at, text in enumerate(self._texts) if text in words]

    def has(self, words: AbstractSet[str]) -> bool:
        """Whether one of some words in lower case stands in the sentence."""
        return not words.isdisjoint(self._lows)

    def places_of(self, words: AbstractSet[str]) -> list[int]:
        """Where one of some words in lower case stands."""
        return [at for at, low in enumerate(self._lows) if low in words]

    def glued(self, at: int) -> bool:
        """Whether no blank stands before this token."""
        return 0 < at < self._size and self.tokens[at - 1].end == self.tokens[at].start

    def capital(self, at: int) -> bool:
        """Whether the word is written as names are."""
        return 0 <= at < self._size and self._capitals[at]

    def opens(self, at: int) -> bool:
        """Whether the word stands where any word would have a capital."""
        if at == 0 or self.text(at - 1) == ":":
            return True
        if self.text(at - 1) == '"':
            return not self._quoted(at)
        return at <= 2 and not any(token.is_word for token in self.tokens[:at])

    def _quoted(self, at: int) -> bool:
        """Whether a few words alone stand in quotes, as names of firms do."""
        return any(self.text(place) == '"' for place in range(at + 1, at + 5))

    def stop(self, at: int) -> bool:
        """Whether the word belongs to no name; nouns may, where their capital means it."""
        low = self.low(at)
        if low not in self.names.stop or self.part_of_place(at) or self.initial(at):
            return False
        if self.opens(at) or self.tokens[at].is_acronym:
            return True
        # a French "Est" inside a sentence is the quarter, no verb
        noun = low in self.names.sectors or low in self.names.heads or low == "est"
        return not noun and not self._surname(at)

    def initial(self, at: int) -> bool:
        """Whether a letter and its full stop open a name: "A. R. Rahman"."""
        alone = len(self.text(at)) == 1 and self.text(at).isupper()
        if not alone or self.text(at + 1) != "." or self.language.code not in {"en", "fr"}:
            return False
        behind = self.text(at + 2)
        return behind[:1].isupper() and (len(behind) == 1 or behind.istitle())

    def part_of_place(self, at: int) -> bool:
        """Whether the word is the South of "South Wales", the New of "New France"."""
        compass = self.low(at) in _COMPASS and self.text(at).istitle()
        if not compass or self.language.code != "en" or not self.capital(at + 1):
            return False
        return self.known(at + 1) is not None or not (self.opens(at) or self.stop(at + 1))

    def own_article(self, at: int) -> bool:
        """Whether a capital article belongs to a French name: "La Mède", "Bruno Le Maire"."""
        small = self.low(at) in {"le", "la", "les"} and self.text(at).istitle()
        return small and not self.opens(at) and self.capital(at + 1) and not self.stop(at + 1)

    def _surname(self, at: int) -> bool:
        """Whether a small word is a family name here: "President To Van Nam"."""
        capitals = self.text(at).istitle() and self.text(at + 1).istitle()
        return capitals and self.low(at) in vietnamese_surnames()

    def demonym(self, at: int) -> str | None:
        """The country (or "") an adjective at this place stands for; None for others."""
        return _demonym(self.low(at), self.language.code)

    def head(self, at: int) -> Head | None:
        """What the word makes of a name as its class noun."""
        return self.names.heads.get(self.low(at))

    def known(self, at: int) -> Piece | None:
        """The longest name of the gazetteer that starts here."""
        if at not in self._known_at:
            self._known_at[at] = self._find_known(at) if self.capital(at) else None
        return self._known_at[at]

    def _find_known(self, at: int) -> Piece | None:
        reach = _reach(self.text(at), self.language.code)
        if not reach:
            return None
        table = places(self.language.code)
        # a hyphen or an apostrophe between words is a token of its own
        for size in range(min(2 * reach, self._size - at), 0, -1):
            last = at + size - 1
            found = table.get(key(self.span(at, last), self.language.code))
            if found and self._ends_name(at, last):
                return Piece(at, last, found)
        return None

    def _ends_name(self, at: int, last: int) -> bool:
        marks = {
            self.text(place) for place in range(at, last + 1) if not self.tokens[place].is_word
        }
        loose = self.names.loose and self.tokens[last].is_word
        return marks <= {"-", "'", "."} and (self.capital(last) or loose)

    def span(self, first: int, last: int) -> str:
        """The text of a stretch, blanks made one; apostrophes as they stand."""
        if first == last:
            return self._texts[first]
        told = self._spans.get((first, last))
        if told is None:
            spaced = [
                self._texts[at] if self.glued(at) else " " + self._texts[at]
                for at in range(first + 1, last + 1)
            ]
            told = self._spans[first, last] = self._texts[first] + "".join(spaced)
        return told
