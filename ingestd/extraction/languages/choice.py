"""Which language's rules read a text, and each of its sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingestd.extraction.languages.bare import bare
from ingestd.extraction.languages.de import GERMAN
from ingestd.extraction.languages.en import ENGLISH
from ingestd.extraction.languages.fr import FRENCH
from ingestd.extraction.languages.pack import Language
from ingestd.extraction.languages.ru import RUSSIAN
from ingestd.extraction.languages.vi import VIETNAMESE

LANGUAGES: tuple[Language, ...] = (ENGLISH, FRENCH, VIETNAMESE, RUSSIAN, GERMAN)
_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LEAST_WORDS = 8
_LEAST_HITS = 3
_SHARE = 0.15
"""Of the words of a sentence: as many are so common in any language that they tell it."""
_FIRM_SHARE = 0.25


def language_of(code: str | None, low: str) -> Language:
    """The rules of a language, else those whose common words the text uses most.

    A text that is in none of them is read by the shape of its names alone.
    """
    for language in LANGUAGES:
        if language.code == code:
            return language
    sample = low[:_SAMPLE]
    told = _told(sample, _FIRM_SHARE if code else _SHARE)
    if told is not None:
        return told
    foreign = not (_LATIN.search(sample) or _CYRILLIC.search(sample)) and sample.strip()
    if code or foreign:
        return bare(code)
    return max(LANGUAGES, key=lambda language: _hits(sample.split(), language))


def spoken(low: str, spans: Sequence[tuple[int, int]], main: Language) -> list[Language]:
    """The language of each sentence, given by where it stands in a lower-case text.

    A sentence that is plainly in another language is, and else its whole paragraph may be.
    """
    found: list[Language] = []
    numbered = zip(_paragraphs(low, spans), spans, strict=True)
    for _, paragraph in groupby(numbered, key=lambda pair: pair[0]):
        found.extend(_of_paragraph([low[start:end] for _, (start, end) in paragraph], main))
    return found


def _paragraphs(low: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The number of the paragraph that each sentence stands in: line ends part them."""
    number, before = 0, 0
    for start, end in spans:
        number += "\n" in low[before:start]
        yield number
        before = end


def _of_paragraph(texts: list[str], main: Language) -> Iterator[Language]:
    share = _SHARE if main.known else _FIRM_SHARE
    whole = _told(" ".join(texts), share) if len(texts) > 1 else None
    for text in texts:
        yield _told(text, share) or whole or main


def _told(low: str, share: float) -> Language | None:
    """The language whose common words stand out; None where none does."""
    listed = _WORD.findall(low)
    if len(listed) < _LEAST_WORDS:
        return None
    hits = sorted(
        ((_hits(listed, language), -at) for at, language in enumerate(LANGUAGES)), reverse=True
    )
    (most, place), (next_most, _) = hits[:2]
    stands_out = most >= max(_LEAST_HITS, share * len(listed)) and most >= 2 * next_most
    return LANGUAGES[-place] if stands_out else None


def _hits(listed: list[str], language: Language) -> int:
    return sum(word in language.common for word in listed)
