# ruff: noqa: PLR2004 - lengths of names, in syllables
"""Whether words can be Vietnamese at all, and what looks like a person's name."""

import re
import unicodedata
from functools import lru_cache

from ingestd.extraction.languages.vi_words import SURNAMES
from ingestd.extraction.line import Line

_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:[aăâeêioôơuưy]{1,3})(?P<end>ch|nh|ng|[cmnpt])?"
)
_STOPPED = frozenset({"ch", "c", "p", "t"})
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHARP = frozenset("\u0301\u0323")
MOST_SYLLABLES = 5


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable: "Mart" and "Tech" are none."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = {letter for letter in letters if letter in _TONES}
    bare = unicodedata.normalize("NFC", "".join(x for x in letters if x not in _TONES))
    match = _SYLLABLE.fullmatch(bare)
    if match is None or len(tones) > 1:
        return False
    # a stopped syllable has one of two tones: "Net" and "Pop" have none
    return match["end"] not in _STOPPED or bool(tones & _SHARP)


def is_surname(word: str) -> bool:
    """Whether it is a family name, with its marks."""
    return word.lower() in SURNAMES and word[:1].isupper()


def is_personal(line: Line, first: int, last: int) -> bool:
    """Whether a stretch looks like a family name and given names."""
    if not 2 <= last - first + 1 <= MOST_SYLLABLES or not is_surname(line.text(first)):
        return False
    if any(_holds_place(line, at, last) for at in range(first + 1, last)):
        return False  # "Hoàng Anh Gia Lai" is a firm's name
    return all(_is_part(line.text(at)) for at in range(first, last + 1))


def _holds_place(line: Line, at: int, last: int) -> bool:
    known = line.known(at)
    return known is not None and at < known.last <= last


def _is_part(word: str) -> bool:
    return word.istitle() and is_syllable(word)
