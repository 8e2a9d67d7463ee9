"""One text, two letters' worth of spelling: as it stands, and as the rules read it."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingestd.events.facts import Quote

# One character for one: what typesetters vary and rules need not know.
_PLAIN = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2013": "-", "\u2014": "-",
    "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00a0": " ", "\u202f": " ",
    "\u2009": " ", "\u200b": " ", "\t": " ", "\r": " ", "«": '"', "»": '"',
    "“": '"', "”": '"', "„": '"', "{": "(", "}": ")",
}  # fmt: skip
_NOT_NAME = re.compile(r"[^\w&+]+")


@dataclass(frozen=True, slots=True)
class View:
    """A text for rules: composed, plain punctuation, and the same in lower case.

    Offsets of all stages point into `plain`; `quote` leads back into the raw text.
    """

    raw: str
    plain: str
    low: str
    origins: Sequence[int]

    def quote(self, start: int, end: int) -> Quote:
        """The raw text that stands behind a stretch of `plain`."""
        first, last = self.origins[start], self.origins[end]
        return Quote(start=first, end=last, text=self.raw[first:last])

    def inward(self, offset: int) -> int:
        """Where an offset of the raw text lies in `plain`."""
        return bisect_left(self.origins, offset)


def view(text: str) -> View:
    """Prepare a text; takes time in proportion to its length."""
    plain, origins = (text, range(len(text) + 1)) if _is_composed(text) else _compose(text)
    plain = _typed(plain)
    return View(text, plain, _lowered(plain), origins)


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """A name as a key: no diacritics, no case, no punctuation."""
    letters = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_NAME.sub(" ", kept.casefold()).strip()


def _typed(text: str) -> str:
    for sign, plain in _PLAIN.items():
        if sign in text:
            text = text.replace(sign, plain)
    return text


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _compose(text: str) -> tuple[str, Sequence[int]]:
    letters: list[str] = []
    origins: list[int] = []
    for cluster in re.finditer(r"(?s).[\u0300-\u036f]{0,8}", text):
        composed = unicodedata.normalize("NFC", cluster.group())
        letters.append(composed)
        origins.extend([cluster.start()] * len(composed))
    return "".join(letters), [*origins, len(text)]


def _lowered(plain: str) -> str:
    """In lower case, letter by letter: where one letter becomes two, it stays as it is."""
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(map(_lower, plain))


def _lower(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
