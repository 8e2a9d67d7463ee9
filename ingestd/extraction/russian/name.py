"""One name at its place in a Russian text, and the class noun that stands in front of it."""

from dataclasses import dataclass

from ingestd.extraction.gazetteer.places import Known, key, longest, openers, places
from ingestd.extraction.russian.nouns import (
    CLASSES,
    LEGAL,
)
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.words import (
    cases,
    forms,
    is_adjective,
    is_cyrillic,
    lemmas,
)

_BOARDS = frozenset({"директор", "акционер", "учредитель"})
"""Whose board, not what is called so: "совет директоров X"."""
_SHORTENED = frozenset({"пресс", "экс", "вице", "топ"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name at one place: `first` to `last` are words of its passage, both inside.

    `tag` is what the tagger said (PER, LOC, ORG, "" where rules found it); `noun` the class noun
    in front, by its first form; `quoted`, it stands in quotation marks, which are not part of it.
    """

    passage: int
    first: int
    last: int
    start: int
    end: int
    text: str
    tag: str
    quoted: bool = False
    noun: str = ""
    known: Known | None = None


def made(passage: Passage, first: int, last: int, tag: str, *, quoted: bool = False) -> Name:
    """The name of these words, with the noun in front and its entry in the gazetteer."""
    words = passage.words
    start, end = words[first].start, words[last].end
    shown = " ".join(_shown(passage, first, last).split())
    return Name(
        passage=passage.number, first=first, last=last, start=start, end=end, text=shown,
        tag=tag, quoted=quoted, noun=_noun_before(passage, first, quoted=quoted),
        known=None if quoted else known_at(passage, first, last),
    )  # fmt: skip


def _shown(passage: Passage, first: int, last: int) -> str:
    parts = [passage.words[first].text]
    for before, word in zip(
        passage.words[first:last], passage.words[first + 1 : last + 1], strict=True
    ):
        parts.append(word.text if before.end == word.start else " " + word.text)
    return "".join(parts)


def known_at(passage: Passage, first: int, last: int) -> Known | None:
    """What the gazetteer knows of exactly these words."""
    if last - first >= longest("ru"):
        return None
    shown = _shown(passage, first, last)
    opening = key(shown, "ru").split()[:1]
    return (
        places("ru").get(key(shown, "ru")) if opening and opening[0] in openers("ru") else None
    )


def _noun_before(passage: Passage, first: int, *, quoted: bool) -> str:
    """The first form of the class noun in front; of names told one after the other, theirs."""
    at = first - 1 - quoted
    for _ in range(24):
        word = passage.at(at)
        if word in LEGAL or word in {"«", "»", "“", "”", "„", '"'}:
            at -= 1
            continue
        if word in {",", "и", "или"} and passage.at(at - 1) in {"»", "”", "“", '"'}:
            at = _behind_quotes(passage, at - 1)
            continue
        break
    if lemmas(passage.at(at)) & _BOARDS:
        return ""
    found = _class_noun(passage.at(at))
    # "производитель дронов «X»", "сеть частных клиник «X»": the noun in front of the genitive
    leading = _class_noun(_leading(passage, at)) if is_genitive(passage.at(at)) else ""
    return leading if CLASSES.get(leading) in {"company", "organization"} else found


def _leading(passage: Passage, at: int) -> str:
    """The word in front of a genitive and its adjectives."""
    for place in range(at - 1, at - 4, -1):
        if not is_adjective(passage.at(place)):
            return passage.at(place)
    return ""


def _class_noun(word: str) -> str:
    if not word or not is_cyrillic(word):
        return ""
    first, _, last = word.lower().partition("-")
    parts = [last, first] if last and first not in _SHORTENED else [first]
    listed = [lemmas(word), *map(lemmas, parts)]
    return next((one for group in listed for one in sorted(group) if one in CLASSES), "")


def _behind_quotes(passage: Passage, closing: int) -> int:
    """The place in front of a quoted name that ends here."""
    at = closing - 1
    while at >= 0 and passage.at(at) not in {"«", "„", "“", '"'}:
        at -= 1
    return at - 1


def is_genitive(word: str) -> bool:
    """Whether a word may stand in the genitive; what does not bend may."""
    return "gent" in cases(word) or not any(form.case for form in forms(word.lower()))
