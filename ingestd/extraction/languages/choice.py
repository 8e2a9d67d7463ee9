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
_COMMON = {
    word: tuple(at for at, language in enumerate(LANGUAGES) if word in language.common)
    for word in sorted(frozenset().union(*(language.common for language in LANGUAGES)))
}
"""Common words, and the places of the languages that they are common in."""
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
    counted = [_counted(text) for text in texts]
    summed = [sum(counts) for counts in zip(*counted, strict=True)]
    whole = _standing_out(summed, share) if len(texts) > 1 else None
    for counts in counted:
        yield _standing_out(counts, share) or whole or main


def _told(low: str, share: float) -> Language | None:
    """The language whose common words stand out; None where none does."""
    return _standing_out(_counted(low), share)


def _counted(low: str) -> list[int]:
    """How many words a text has that are common in each language; behind these, all words."""
    listed = _WORD.findall(low)
    counts = [0] * len(LANGUAGES)
    for spoken_in in filter(None, map(_COMMON.get, listed)):
        for at in spoken_in:
            counts[at] += 1
    return [*counts, len(listed)]


def _standing_out(counts: list[int], share: float) -> Language | None:
    """The language whose common words stand out among those counted; None where none does."""
    *hits, size = counts
    if size < _LEAST_WORDS:
        return None
    most = max(hits)
    place = hits.index(most)
    next_most = max(hits[:place] + hits[place + 1 :])
    stands_out = most >= max(_LEAST_HITS, share * size) and most >= 2 * next_most
    return LANGUAGES[place] if stands_out else None


def _hits(listed: list[str], language: Language) -> int:
    return sum(word in language.common for word in listed)
