# ruff: noqa: PLR2004 - Cyrillic letters are meant as they stand; windows, in words
"""Names of Russian bodies, completed by the adjectives in front and the places behind them."""

from collections.abc import Iterator
from dataclasses import replace

from ingestd.extraction.gazetteer.places import longest
from ingestd.extraction.languages.pack import Head
from ingestd.extraction.russian.name import Name, is_genitive, known_at, made
from ingestd.extraction.russian.nouns import (
    CLASSES,
    ISSUING,
    STATE_ACRONYMS,
)
from ingestd.extraction.russian.passage import Passage, Text
from ingestd.extraction.russian.words import (
    cases,
    is_adjective,
    is_cyrillic,
    lemma,
    people_of,
)

# -- names completed ---------------------------------------------------------------------


def whole(text: Text, name: Name, ends: dict[tuple[int, int], int]) -> Name:
    """A body's name with the place it is of: "Министерство обороны" + "Сербии"."""
    passage = text.passages[name.passage]
    if name.tag != "ORG" or name.quoted or name.known:
        return name
    first, last = _with_adjectives(passage, name), name.last
    if heads_body(passage, first, last):
        last = ends.get((name.passage, last + 1)) or _with_tail(passage, last)
        last = _with_second(passage, first, last)
    if (first, last) == (name.first, name.last):
        return name
    return replace(made(passage, first, last, "ORG"), known=None)


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


def _with_second(passage: Passage, first: int, end: int) -> int:
    """A court may be of a town and its region: "суд Москвы и Московской области"."""
    headed = any(lemma(passage.at(at)) in _OF_TWO for at in range(first, end + 1))
    joint = headed and passage.at(end + 1) == "и"
    second = _place_end(passage, end + 2) if joint else None
    return end if second is None else second


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
    known = known_at(passage, first, last)
    return known is not None and not known.reference.startswith("organization:")


# -- bodies told by small letters --------------------------------------------------------

_OF_FIRMS = frozenset({"директор", "акционер", "учредитель", "наблюдатель"})
"""Behind "совет": a firm's board signs for the firm."""
_OF_TWO = frozenset({"суд", "прокуратура", "управление"})
_SEATED = frozenset({"посольство", "консульство", "генконсульство"})
_ARMED = frozenset({"вооруженный", "военный", "морской", "воздушный", "космический"})
"""What makes a body of forces: "военно-морские силы"."""
_STATE = frozenset(
    [
        "сила",
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


def bodies(text: Text, kept: list[Name]) -> list[Name]:
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
        if lemma(passage.at(place + 1)) in _OF_FIRMS:
            continue
        arms = lemma(passage.at(place - 1).rpartition("-")[2])
        if lemma(word.text) == "сила" and arms not in _ARMED:
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
            yield replace(made(passage, first, last, "ORG"), known=None)


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
        if at in begins and (
            is_genitive(passage.at(begins[at])) or is_genitive(passage.at(at))
        ):
            return begins[at]
        word = passage.at(at)
        if word.lower() in {"и", "по"} and passage.words[at + 1 : at + 2]:
            at += 1
            continue
        end = _place_end(passage, at)
        if end is not None and is_genitive(passage.at(at)):
            return end
        if not is_cyrillic(word) or not word.islower() or not is_genitive(word):
            break
        at += 1
    return last
