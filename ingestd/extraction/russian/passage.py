# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""A Russian text cut for reading: its sentences as words, its paragraphs for the tagger."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ingestd.events.facts import BlockKind
from ingestd.extraction.sentences import Sentence
from ingestd.extraction.spots import Reading

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*(?:-[\w]+)?|[^\W\d](?:[\w\u0300-\u036f]|[-‑'’&](?=[^\W_]))*|[^\w\s]"
)
_LEAST_SHARE = 0.3
_FEW = 4
_LONGEST_PARAGRAPH = 1500
OPENING: frozenset[str] = frozenset('«"“„(')


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark at its place in `Passage.text`."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are: Word, WORD, eWord."""
        first = self.text[0]
        return first.isupper() or (first.isalpha() and any(x.isupper() for x in self.text[1:]))


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its words, what kind of block it stands in, whether it is in Russian."""

    number: int
    sentence: Sentence
    words: tuple[Word, ...]
    russian: bool

    @property
    def kind(self) -> BlockKind:
        """What the block is for."""
        return self.sentence.kind

    def at(self, place: int) -> str:
        """The word at a place; nothing outside of the sentence."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word between two offsets."""
        starts = [word.start for word in self.words]
        first = bisect_left(starts, start)
        if first and self.words[first - 1].end > start:
            first -= 1
        last = bisect_right(starts, end - 1) - 1
        return (first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Text:
    """A text as its author wrote it, with the offsets of `View.plain`, and its passages."""

    text: str
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def passage_at(self, offset: int) -> Passage | None:
        """The passage a place stands in."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0 or offset >= self.passages[at].sentence.end:
            return None
        return self.passages[at]

    def paragraphs(self) -> list[tuple[int, int]]:
        """Stretches for the tagger: Russian passages of one line joined, none too long."""
        found: list[tuple[int, int]] = []
        for passage in self.passages:
            if not passage.russian or passage.kind == "metadata":
                continue
            start, end = passage.sentence.start, passage.sentence.end
            joined = found and "\n" not in self.text[found[-1][1] : start]
            if joined and end - found[-1][0] < _LONGEST_PARAGRAPH:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found


def text_of(reading: Reading) -> Text:
    """Cut a reading into words; its quotation marks as they were written, where they can be."""
    view = reading.view
    plain = view.raw if isinstance(view.origins, range) else view.plain
    return _cut(plain, reading.sentences)


@lru_cache(maxsize=2)
def _cut(plain: str, sentences: tuple[Sentence, ...]) -> Text:
    """Names, deals and owners of one text are read one after the other, off the same words."""
    passages = tuple(
        Passage(number, sentence, _words(plain, sentence), _is_russian(plain, sentence))
        for number, sentence in enumerate(sentences)
    )
    return Text(plain, passages, tuple(passage.sentence.start for passage in passages))


def _words(text: str, sentence: Sentence) -> tuple[Word, ...]:
    return tuple(
        Word(match.start(), match.end(), match.group())
        for match in _WORD.finditer(text, sentence.start, sentence.end)
    )


def _is_russian(text: str, sentence: Sentence) -> bool:
    """Whether its small letters are mostly Cyrillic; names alone say nothing."""
    letters = [x for x in text[sentence.start : sentence.end] if x.isalpha() and x.islower()]
    cyrillic = sum("а" <= letter <= "я" or letter == "ё" for letter in letters)
    return cyrillic >= _LEAST_SHARE * len(letters) or (cyrillic > 0 and len(letters) < _FEW)
