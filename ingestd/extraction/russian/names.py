# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant as they stand; windows, in words
"""Where names stand in a Russian text: what the tagger found, mended and completed by rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingestd.extraction.gazetteer.places import Known, key, longest, openers, places
from ingestd.extraction.languages.pack import Head
from ingestd.extraction.russian.models import tagged
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
    cases,
    forms,
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


def names(text: Text) -> list[Name]:
    """Every name, in the order of the text; a place inside of a body's name stands on its own."""
    found = [*_by_tagger(text), *_quoted(text)]
    kept = _without_overlaps(sorted(found, key=_rank))
    kept += list(_short_forms(text, kept))
    ends = {(name.passage, name.first): name.last for name in kept if name.tag == "LOC"}
    ordered = sorted(kept, key=lambda name: (name.start, -name.end))
    whole = [_whole(text, name, ends) for name in ordered]
    whole += _bodies(text, whole)
    return sorted(
        {(n.start, n.end): n for n in whole}.values(), key=lambda n: (n.start, -n.end)
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
        return CLASSES[lemma(nouns[0])] in {"company", "product", "void"} and len(words) <= 2
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
    return _made(passage, first, last, tag)


def _made(passage: Passage, first: int, last: int, tag: str, *, quoted: bool = False) -> Name:
    words = passage.words
    start, end = words[first].start, words[last].end
    shown = " ".join(_shown(passage, first, last).split())
    return Name(
        passage=passage.number, first=first, last=last, start=start, end=end, text=shown,
        tag=tag, quoted=quoted, noun=_noun_before(passage, first, quoted=quoted),
        known=None if quoted else _known(passage, first, last),
    )  # fmt: skip


def _shown(passage: Passage, first: int, last: int) -> str:
    parts = [passage.words[first].text]
    for before, word in zip(
        passage.words[first:last], passage.words[first + 1 : last + 1], strict=True
    ):
        parts.append(word.text if before.end == word.start else " " + word.text)
    return "".join(parts)


def _known(passage: Passage, first: int, last: int) -> Known | None:
    if last - first >= longest("ru"):
        return None
    shown = _shown(passage, first, last)
    opening = key(shown, "ru").split()[:1]
    return (
        places("ru").get(key(shown, "ru")) if opening and opening[0] in openers("ru") else None
    )


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
    return _made(passage, first, last, "", quoted=True)


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether quotation marks hold what somebody said, and no name."""
    inner = text[start:end].strip()
    if not inner or inner.endswith(_SPEECH_END) or "," in inner:
        return True
    return text[end + 1 : end + 2] == "," and text[end + 2 : end + 4].strip() in {"—", "–", "-"}


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
    found = _class_noun(passage.at(at))
    # "производитель дронов «X»": the noun in front of the genitive says what X is
    leading = _class_noun(passage.at(at - 1)) if _genitive(passage.at(at)) else ""
    return leading if CLASSES.get(leading) in {"company", "organization"} else found


def _class_noun(word: str) -> str:
    if not word or not is_cyrillic(word):
        return ""
    last = word.lower().rsplit("-", maxsplit=1)[-1]
    listed = [*sorted(lemmas(word)), *sorted(lemmas(last))]
    return next((one for one in listed if one in CLASSES), "")


def _behind_quotes(passage: Passage, closing: int) -> int:
    """The place in front of a quoted name that ends here."""
    at = closing - 1
    while at >= 0 and passage.at(at) not in {"«", "„", "“", '"'}:
        at -= 1
    return at - 1


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
                yield _made(passage, place, place, "ORG")
            if not 2 <= len(word.text) <= 7 or not word.text.isupper():
                continue
            bracketed = passage.at(place - 1) == "(" and passage.at(place + 1) == ")"
            behind = place >= 2 and any(
                name.passage == passage.number
                and name.end in {passage.words[place - 2].end, passage.words[place - 2].start}
                for name in kept
            )
            if word.text in STATE_ACRONYMS or (bracketed and behind and is_cyrillic(word.text)):
                yield _made(passage, place, place, "ORG")


# -- names completed ---------------------------------------------------------------------


def _whole(text: Text, name: Name, ends: dict[tuple[int, int], int]) -> Name:
    """A body's name with the place it is of: "Министерство обороны" + "Сербии"."""
    passage = text.passages[name.passage]
    if name.tag != "ORG" or name.quoted or name.known:
        return name
    first, last = _with_adjectives(passage, name), name.last
    if heads_body(passage, first, last):
        last = ends.get((name.passage, last + 1)) or _with_tail(passage, last)
    if (first, last) == (name.first, name.last):
        return name
    return replace(_made(passage, first, last, "ORG"), known=None)


def _with_adjectives(passage: Passage, name: Name) -> int:
    """Where a name begins that an adjective in capitals opens: "Государственная инспекция"."""
    first = name.first
    word = passage.at(first - 1)
    if (
        first > 0
        and word[:1].isupper()
        and is_adjective(word)
        and lemma(passage.at(first)) in CLASSES
    ):
        return first - 1
    return first


def heads_body(passage: Passage, first: int, last: int) -> bool:
    """Whether a name is that of a body, of whom a place is told behind it."""
    kinds = {_class(passage.at(place)) for place in range(first, last + 1)}
    word = passage.at(first)
    return (
        bool(kinds & {"public_body", "organization"})
        or word in STATE_ACRONYMS
        or word.startswith("Мин")
        or lemma(word) in ISSUING
    )


def _class(word: str) -> Head | None:
    return CLASSES.get(lemma(word))


def _with_tail(passage: Passage, last: int) -> int:
    """Up to the place behind: "по Челябинской области", "Алтайского края", "России"."""
    at = last + 1
    if passage.at(at).lower() in {"по", "при", "в", "во"} and passage.at(at + 1)[:1].isupper():
        seat = passage.at(at).lower() in {"в", "во"}
        if seat and "посольств" not in " ".join(
            word.text.lower() for word in passage.words[:at]
        ):
            return last
        at += 1
    end = _place_end(passage, at)
    return last if end is None else end


def _place_end(passage: Passage, at: int) -> int | None:
    """Where a place in the genitive ends that begins here."""
    word = passage.at(at)
    if not word[:1].isupper() or not is_cyrillic(word):
        return None
    for size in range(min(longest("ru"), 4), 0, -1):
        last = at + size - 1
        ends = last < len(passage.words) and passage.words[last].is_word
        if ends and _is_place(passage, at, last):
            return last
    if is_adjective(word) and CLASSES.get(lemma(passage.at(at + 1))) == "place":
        return at + 1
    return None


def _is_place(passage: Passage, first: int, last: int) -> bool:
    known = _known(passage, first, last)
    return known is not None and not known.reference.startswith("organization:")


# -- bodies told by small letters --------------------------------------------------------

_SEATED = frozenset({"посольство", "консульство", "генконсульство"})
_STATE = frozenset(
    [
        "министерство",
        "правительство",
        "администрация",
        "комитет",
        "комиссия",
        "мэрия",
        "прокуратура",
        "суд",
        "управление",
        "департамент",
        "инспекция",
        "дума",
        "парламент",
        "посольство",
        "консульство",
        "служба",
        "генконсульство",
        "кабмин",
        "академия",
        "университет",
        "институт",
        "совет",
        "палата",
        "союз",
        "федерация",
        "ассоциация",
        "следком",
        "префектура",
        "генпрокуратура",
        "полиция",
        "госдума",
        "заксобрание",
    ]
)


def _bodies(text: Text, kept: list[Name]) -> list[Name]:
    """ "администрация Алтайского края", "избирательной комиссии Северогорска"."""
    found: list[Name] = []
    by_passage: dict[int, list[Name]] = {}
    for name in kept:
        by_passage.setdefault(name.passage, []).append(name)
    for passage in text.passages:
        listed = by_passage.get(passage.number, [])
        inside = {
            at
            for name in listed
            if name.tag == "ORG"
            for at in range(name.first, name.last + 1)
        }
        if passage.russian and passage.kind != "metadata":
            found.extend(_bodies_of(passage, listed, inside))
    return found


def _bodies_of(passage: Passage, listed: list[Name], inside: set[int]) -> Iterator[Name]:
    begins = {name.first: name.last for name in listed if not name.quoted and name.tag != "PER"}
    for place, word in enumerate(passage.words):
        if (
            place in inside
            or not word.is_word
            or not is_cyrillic(word.text)
            or lemma(word.text) not in _STATE
        ):
            continue
        first = _adjectives_before(passage, place, inside)
        last = _complement(passage, place, begins)
        if last > place and lemma(word.text) in _SEATED:
            last = _with_tail(passage, last)
        capital = passage.at(first)[0].isupper() and first > 0
        if (
            last > place
            and (any(passage.at(at)[0].isupper() for at in range(place + 1, last + 1)))
        ) or (capital and first < place):
            yield replace(_made(passage, first, last, "ORG"), known=None)


def _adjectives_before(passage: Passage, place: int, inside: set[int]) -> int:
    first = place
    while (
        first > 0
        and is_adjective(passage.at(first - 1))
        and place - first < 4
        and first - 1 not in inside
    ):
        if not _agrees(passage.at(first - 1), passage.at(place)):
            break
        first -= 1
    # an adjective of a people in small letters only says whose: "сербское министерство"
    while (
        first < place
        and passage.at(first).islower()
        and people_of(passage.at(first)) is not None
    ):
        first += 1
    return first


def _agrees(adjective: str, noun_: str) -> bool:
    return bool(cases(adjective) & cases(noun_))


def _complement(passage: Passage, place: int, begins: dict[int, int]) -> int:
    """Where the genitives behind a head noun end, the place they lead to included."""
    last, at = place, place + 1
    while at < len(passage.words) and at - place <= 6:
        if at in begins and (_genitive(passage.at(begins[at])) or _genitive(passage.at(at))):
            return begins[at]
        word = passage.at(at)
        if word.lower() in {"и", "по"} and passage.words[at + 1 : at + 2]:
            at += 1
            continue
        end = _place_end(passage, at)
        if end is not None and _genitive(passage.at(at)):
            return end
        if not is_cyrillic(word) or not word.islower() or not _genitive(word):
            break
        at += 1
    return last


def _genitive(word: str) -> bool:
    return "gent" in cases(word) or not any(form.case for form in forms(word.lower()))
