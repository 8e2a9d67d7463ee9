# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant as they stand; windows, in words
"""Where names stand in a Russian text: what the tagger found, mended and completed by rules."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingestd.extraction.languages.pack import Head
from ingestd.extraction.russian.bodies import bodies, whole
from ingestd.extraction.russian.models import tagged
from ingestd.extraction.russian.name import Name, made
from ingestd.extraction.russian.nouns import (
    CLASSES,
    COMMON_ACRONYMS,
    COMPOUND,
    ISSUING,
    LEGAL,
    STATE_ACRONYMS,
    TOWN,
)
from ingestd.extraction.russian.passage import Passage, Text
from ingestd.extraction.russian.words import (
    is_adjective,
    is_cyrillic,
    is_verb,
    lemma,
    lemmas,
    people_of,
    stem,
)

_QUOTED = re.compile(r"«(?P<angle>[^«»\n]{1,90})»|„(?P<low>[^„“”\n]{1,90})[“”]|“(?P<high>[^“”\n]{1,90})”|\"(?P<straight>[^\s\"\n][^\"\n]{0,88}?)\"")  # fmt: skip
_SPEECH_END = (",", ".", "!", "?", ";", ":", "…")
_MOST_QUOTED = 7
_MOST_LATIN = 3
_APPOSED = frozenset({"product", "company"})
_MODEL = re.compile(r"[^\W\d_]{1,8}-\d{1,4}[^\W\d_]{0,3}")
"""A model's letters and number."""


def names(text: Text) -> list[Name]:
    """Every name, in the order of the text; a place inside of a body's name stands on its own."""
    found = [*_by_tagger(text), *_quoted(text)]
    kept = _without_overlaps(sorted(found, key=_rank))
    kept += list(_short_forms(text, kept))
    kept += list(_called(text, kept))
    ends = {(name.passage, name.first): name.last for name in kept if name.tag == "LOC"}
    ordered = sorted(kept, key=lambda name: (name.start, -name.end))
    completed = [whole(text, name, ends) for name in ordered]
    completed += bodies(text, completed)
    return sorted(
        {(n.start, n.end): n for n in completed}.values(), key=lambda n: (n.start, -n.end)
    )


def _rank(name: Name) -> tuple[bool, int, int]:
    """Quoted names are sure of their ends."""
    return (not name.quoted, name.start, -name.end)


def _without_overlaps(listed: list[Name]) -> list[Name]:
    taken: set[int] = set()
    kept: list[Name] = []
    for name in listed:
        places_ = range(name.start, name.end)
        if not taken.intersection((name.start, name.end - 1)) and taken.isdisjoint(places_):
            taken.update(places_)
            kept.append(name)
    return kept


# -- what the tagger found ---------------------------------------------------------------


def _by_tagger(text: Text) -> Iterator[Name]:
    stretches = text.paragraphs()
    found = tagged([text.text[start:end] for start, end in stretches])
    for (start, _), spans in zip(stretches, found, strict=True):
        for span in spans:
            yield from _mended(text, start + span.start, start + span.end, span.kind)


def _mended(text: Text, start: int, end: int, tag: str) -> Iterator[Name]:
    """Cut a span at quotation marks and brackets; what is left keeps its tag."""
    passage = text.passage_at(start)
    if passage is None:
        return
    end = min(end, passage.sentence.end)
    for piece in re.finditer(r"[^«»“”„\"()\n]+", text.text[start:end]):
        name = _name(passage, start + piece.start(), start + piece.end(), tag)
        if name is not None and not _is_class(name, passage):
            yield _as_town(name, passage)


def _as_town(name: Name, passage: Passage) -> Name:
    """Towns told by their ending or by standing in front of a date are no persons."""
    single = name.first == name.last and name.tag != "LOC"
    if single and COMPOUND.fullmatch(name.text):
        return replace(name, tag="ORG")
    dated = (
        name.first == 0
        and passage.at(name.last + 1) == ","
        and passage.at(name.last + 2).isdigit()
    )
    if single and (TOWN.search(stem(name.text)) or (dated and not is_verb(name.text))):
        return replace(name, tag="LOC")
    return name


def _is_class(name: Name, passage: Passage) -> bool:
    """Whether only what describes a quoted name was tagged, or an adjective alone."""
    after = passage.at(name.last + 1)
    words = [passage.at(place) for place in range(name.first, name.last + 1)]
    if after and after in '«“„"' and name.tag != "PER":
        return True
    if len(words) == 1 and words[0] in LEGAL | COMMON_ACRONYMS:
        return True
    nouns = [word for word in words if not is_adjective(word)]
    if name.tag != "ORG" or not is_cyrillic(words[0]) or lemma(words[0]) in ISSUING:
        return False
    if nouns and all(lemma(word) in CLASSES for word in nouns) and not words[0][1:].isupper():
        kind = CLASSES[lemma(nouns[0])]
        opens = kind == "organization" and len(words) == 1 and name.first == 0
        # "Обский банк" inside of a sentence is called so
        called = name.first > 0 and len(nouns) < len(words)
        common = kind in {"company", "product", "void"} and len(words) <= 2 and not called
        return opens or common
    return not nouns and len(words) == 1 and after.islower()


def _name(passage: Passage, start: int, end: int, tag: str) -> Name | None:
    span = passage.span(start, end)
    if span is None:
        return None
    first, last = span
    while first <= last and not passage.words[first].is_word:
        first += 1
    while last >= first and not passage.words[last].is_word:
        last -= 1
    if first > last:
        return None
    return made(passage, first, last, tag)


# -- what rules add ----------------------------------------------------------------------


def _quoted(text: Text) -> Iterator[Name]:
    for passage in text.passages:
        if not passage.russian or passage.kind == "metadata":
            continue
        start, end = passage.sentence.start, passage.sentence.end
        for match in _QUOTED.finditer(text.text, start, end):
            first, last = match.span(match.lastgroup or 0)
            name = _in_quotes(text, passage, first, last)
            if name is not None:
                yield name


def _in_quotes(text: Text, passage: Passage, start: int, end: int) -> Name | None:
    span = passage.span(start, end)
    if span is None or _is_speech(text.text, start, end):
        return None
    first, last = span
    words = [passage.at(place) for place in range(first, last + 1)]
    if len(words) > _MOST_QUOTED or not (words[0][0].isupper() or words[0][0].isdigit()):
        return None
    if any(word[0].islower() and is_verb(word) for word in words[1:]):
        return None
    while last > first and not passage.words[last].is_word:
        last -= 1
    return made(passage, first, last, "", quoted=True)


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether quotation marks hold what somebody said, and no name."""
    inner = text[start:end].strip()
    if not inner or inner.endswith(_SPEECH_END) or "," in inner:
        return True
    return text[end + 1 : end + 2] == "," and text[end + 2 : end + 4].strip() in {"—", "–", "-"}


def _called(text: Text, kept: list[Name]) -> Iterator[Name]:
    """Models and Latin names behind what they are: "вертолет АБ-12", "систему Blue Gate"."""
    taken = {at for name in kept for at in (name.start, name.end)}
    for passage in text.passages:
        if not passage.russian or passage.kind == "metadata":
            continue
        for place, word in enumerate(passage.words):
            if word.start in taken or not word.is_capital or not place:
                continue
            before = passage.at(place - 1)
            kind = _kind_of(before)
            if kind not in _APPOSED or (kind != "product" and is_cyrillic(word.text)):
                continue
            last = _latin_end(passage, place, taken)
            if last is not None:
                yield made(passage, place, last, "")


def _kind_of(word: str) -> Head | None:
    """What a word in front calls a name; "немецкая X" is a firm."""
    if not word.islower():
        return None
    if people_of(word) is not None:
        return "company"
    return next((CLASSES[one] for one in sorted(lemmas(word)) if one in CLASSES), None)


def _latin_end(passage: Passage, place: int, taken: set[int]) -> int | None:
    """The last word of a Latin name, or the place of a model's number; None for other words."""
    word = passage.at(place)
    if is_cyrillic(word):
        return place if _MODEL.fullmatch(word) else None
    last = place
    while last - place < _MOST_LATIN and _goes_on(passage, last + 1, taken):
        last += 1
    return last


def _goes_on(passage: Passage, at: int, taken: set[int]) -> bool:
    word = passage.words[at] if at < len(passage.words) else None
    if word is None or word.start in taken or is_cyrillic(word.text):
        return False
    return word.is_capital or word.text.isdigit()


def _short_forms(text: Text, kept: list[Name]) -> Iterator[Name]:
    """Acronyms in brackets behind a name, and such as authorities have, that nobody tagged."""
    taken = {name.start for name in kept}
    for passage in text.passages:
        if not passage.russian or passage.kind == "metadata":
            continue
        for place, word in enumerate(passage.words):
            if word.start in taken:
                continue
            if COMPOUND.fullmatch(word.text):
                yield made(passage, place, place, "ORG")
            if not 2 <= len(word.text) <= 7 or not word.text.isupper():
                continue
            bracketed = passage.at(place - 1) == "(" and passage.at(place + 1) == ")"
            behind = place >= 2 and any(
                name.passage == passage.number
                and name.end in {passage.words[place - 2].end, passage.words[place - 2].start}
                for name in kept
            )
            if word.text in STATE_ACRONYMS or (bracketed and behind and is_cyrillic(word.text)):
                yield made(passage, place, place, "ORG")
