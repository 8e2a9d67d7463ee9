"""How alike two names are: reasons with scores, from the surest to the weakest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import msgspec

from ingestd.events.facts import EntityType
from ingestd.resolution.bodies import Signature, is_common, signatures
from ingestd.resolution.names import (
    core,
    fold,
    initials,
    is_acronym,
    is_generic,
    person_words,
    short_core,
)
from ingestd.resolution.scripts import alphabets_differ, is_cyrillic, sound, vietnamese_sound
from ingestd.resolution.skeletons import names_apart, words_alike

Family = Literal["house", "person", "place", "product"]

SAME = 0.95
"""How sure it is that one name is of one thing."""
GIVEN_AND_SURNAME = 2
LONG_WORD = 6
"""Letters from which on a word that sounds alike is no chance."""
_PATRONYMIC = re.compile(r".{2,}(?:ovich|evich|ovna|evna|ichna|inichna|ilich)")


class Known(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something named: by its own `names`, and by the shorter `forms` articles use for it."""

    id: str
    type: EntityType
    names: tuple[str, ...]
    forms: tuple[str, ...] = ()
    country: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is, from 0 to 1, that two are one, and by what."""

    score: float
    reason: str
    by_acronym: bool = field(default=False, kw_only=True)


def family(kind: EntityType) -> Family:
    """Return what a thing is beyond doubt: articles differ on company, agency and body."""
    if kind in ("person", "place", "product"):
        return kind
    return "house"


def best_likeness(one: Known, other: Known) -> Likeness | None:
    """Return the surest reason to hold two of one family for one thing."""
    rules = {"person": _persons, "place": _others, "product": _products, "house": _houses}
    found = []
    for like in rules[family(one.type)](one, other):
        if like.score == SAME:
            return like  # nothing is surer, and there is no other reason
        found.append(like)
    return max(found, key=lambda like: (like.score, like.reason), default=None)


def acronyms(thing: Known) -> frozenset[str]:
    """Return the acronyms that articles themselves used, folded."""
    return _acronyms(thing.names, thing.forms)


@lru_cache(maxsize=1 << 12)
def _acronyms(names: tuple[str, ...], forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(core(name) for name in names + forms if is_acronym(name))


def full_names_meet(one: Known, other: Known) -> bool:
    """Say whether two long names are the same but for legal form and class noun."""
    ours = {short_core(name) for name in one.names if not is_acronym(name)}
    theirs = {short_core(name) for name in other.names if not is_acronym(name)}
    return bool(ours & theirs) or bool(_shared_signatures(one, other))


# ---------------------------------------------------------------- persons


def slavic_key(words: tuple[str, ...]) -> str:
    """Return the sound of a person's name without patronymic, in no order of words."""
    return " ".join(sorted(sound(word) for word in given_and_surname(words)))


def without_honorifics(name: str) -> str:
    """Return the name as written from its first real word on."""
    return " ".join(name.split()[-len(person_words(name)) :])


def given_and_surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a person's name but for patronymic and initials."""
    if len(words) <= GIVEN_AND_SURNAME:
        return words
    bare = tuple(
        word for word in words if len(word) > 1 and not _PATRONYMIC.fullmatch(sound(word))
    )
    return bare if len(bare) >= GIVEN_AND_SURNAME else words


def _patronymics(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(sound(word) for word in words) - {
        sound(word) for word in given_and_surname(words)
    }


def _persons(one: Known, other: Known) -> Iterator[Likeness]:
    for ours in one.names + one.forms:
        for theirs in other.names + other.forms:
            if len(person_words(ours)) > 1 and len(person_words(theirs)) > 1:
                yield from _same_person(ours, theirs)


def _same_person(ours: str, theirs: str) -> Iterator[Likeness]:
    mine, yours = person_words(ours), person_words(theirs)
    if mine == yours:
        yield Likeness(SAME, "same name")
    elif is_cyrillic(ours) != is_cyrillic(theirs):
        syllables = vietnamese_sound(without_honorifics(ours))
        if syllables and syllables == vietnamese_sound(without_honorifics(theirs)):
            yield Likeness(0.9, "same name in another script")
    if mine != yours and _same_sound(mine, yours):
        yield Likeness(0.85, "same name in another spelling")
    elif mine != yours and _sounds_so(mine, yours):
        yield Likeness(0.8, "same sound in another language")


def _same_sound(mine: tuple[str, ...], yours: tuple[str, ...]) -> bool:
    """Vietnamese names are left out: their words are few, and their order tells."""
    if any(vietnamese_sound(" ".join(words)) for words in (mine, yours)):
        return False
    if _other_fathers(mine, yours):
        return False
    return slavic_key(mine) == slavic_key(yours)


def _other_fathers(mine: tuple[str, ...], yours: tuple[str, ...]) -> bool:
    """Say whether both have a patronymic, or an initial, and these differ."""
    fathers = _patronymics(mine), _patronymics(yours)
    return all(fathers) and fathers[0] != fathers[1]


def _sounds_so(mine: tuple[str, ...], yours: tuple[str, ...]) -> bool:
    """Say whether persons' names sound alike where each language spells sounds its own way.

    In one script, one of the words must be the same.
    """
    if any(vietnamese_sound(" ".join(words)) for words in (mine, yours)):
        return False
    if _other_fathers(mine, yours):
        return False
    ours, theirs = given_and_surname(mine), given_and_surname(yours)
    cyrillic = [is_cyrillic(" ".join(words)) for words in (ours, theirs)]
    if not any(cyrillic) or (all(cyrillic) and set(ours).isdisjoint(theirs)):
        return False
    return words_alike(ours, theirs, names_apart)


# ---------------------------------------------------------------- houses


def _houses(one: Known, other: Known) -> Iterator[Likeness]:
    yield from _others(one, other)
    if _shared_signatures(one, other):
        yield Likeness(0.9, "same body of the same country")
    shared = acronyms(one) & acronyms(other)
    if shared:
        yield Likeness(0.8, f"same acronym {min(shared)}", by_acronym=True)
    spelt = _spelt_out(one, other) | _spelt_out(other, one)
    if spelt:
        yield Likeness(0.78, f"{min(spelt)} is its acronym", by_acronym=True)


def _shared_signatures(one: Known, other: Known) -> bool:
    """Only a country that both are of, or that the names say, tells bodies apart."""
    return not _signed(one).isdisjoint(_signed(other))


def _signed(thing: Known) -> frozenset[Signature]:
    return _signatures(thing.names, thing.forms, thing.country)


@lru_cache(maxsize=1 << 13)
def _signatures(
    names: tuple[str, ...], forms: tuple[str, ...], country: str | None
) -> frozenset[Signature]:
    told = (name for name in names + forms if not is_acronym(name))
    return frozenset(each for name in told for each in signatures(name, country))


def _spelt_out(one: Known, other: Known) -> frozenset[str]:
    """Return acronyms of the one that are initials of the other's name.

    Three letters are initials of too many names: they need the same country.
    """
    same_country = one.country is not None and one.country == other.country
    least = 3 if same_country else 4
    spelt = {initials(name) for name in other.names if not is_acronym(name)}
    return frozenset(each for each in acronyms(one) if len(each) >= least and each in spelt)


# ---------------------------------------------------------------- names as such


def _others(one: Known, other: Known) -> Iterator[Likeness]:
    for ours in _telling(one.names, one):
        for theirs in _telling(other.names, other):
            yield from _same_name(ours, theirs, is_place=one.type == "place")
    if _short_form(one.forms, other.names, one) or _short_form(other.forms, one.names, other):
        yield Likeness(0.8, "named by its short form")


def is_telling(name: str) -> bool:
    """Say whether a house is told by this name alone, be its country known or not."""
    return not (is_generic(name) or is_common(name))


def _telling(names: tuple[str, ...], thing: Known) -> Iterable[str]:
    """Leave out names of common words: bodies of that name are told apart by country."""
    for name in names:
        if family(thing.type) != "house" or is_telling(name):
            yield name


def _same_name(ours: str, theirs: str, *, is_place: bool) -> Iterator[Likeness]:
    if is_acronym(ours) and is_acronym(theirs):
        return  # acronyms have rules of their own
    if fold(ours) == fold(theirs):
        yield Likeness(SAME, "same name")
    elif core(ours) == core(theirs):
        yield Likeness(0.9, "same name without legal form")
    elif short_core(ours) == short_core(theirs):
        yield Likeness(0.85, "same name without class noun")
    elif is_cyrillic(ours) != is_cyrillic(theirs) and _same_letters(ours, theirs):
        yield Likeness(0.85, "same name in another script")
    elif alphabets_differ(ours, theirs) and _sound_so(ours, theirs, is_place=is_place):
        yield Likeness(0.8, "same sound in another language")


def _sound_so(ours: str, theirs: str, *, is_place: bool) -> bool:
    """Say whether words sound alike; a single short one is told from others for places alone."""
    mine, yours = (tuple(short_core(name).split()) for name in (ours, theirs))
    if len(mine) == 1 and not is_place and min(len(mine[0]), len(yours[0])) < LONG_WORD:
        return False
    return words_alike(mine, yours)


def _same_letters(ours: str, theirs: str) -> bool:
    return sound(short_core(ours)) == sound(short_core(theirs))


def _short_form(forms: tuple[str, ...], names: tuple[str, ...], thing: Known) -> bool:
    short = {core(form) for form in _telling(forms, thing)}
    return not short.isdisjoint(core(name) for name in names if not is_generic(name))


def _products(one: Known, other: Known) -> Iterator[Likeness]:
    yield from _others(one, other)
    ours, theirs = ({_singular(core(name)) for name in each.names} for each in (one, other))
    if not ours.isdisjoint(theirs):
        yield Likeness(0.85, "same product in the singular")


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
