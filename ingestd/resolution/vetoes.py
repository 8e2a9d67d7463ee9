"""What forbids that two things are one, however alike their names."""

from ingestd.resolution.comparing import (
    GIVEN_AND_SURNAME,
    Known,
    acronyms,
    family,
    full_names_meet,
)
from ingestd.resolution.names import core, is_acronym, is_long, numbers, person_words
from ingestd.resolution.scripts import marks_conflict, without_marks

LONG_ACRONYM = 4
"""From so many letters on, an acronym with its country is believed across languages."""


def veto(one: Known, other: Known) -> str | None:
    """Return why these two can't be one, or None where nothing forbids it."""
    for forbids in (_families, _references, _countries, _numbers, _marks, _acronyms):
        reason = forbids(one, other)
        if reason:
            return reason
    return None


def _families(one: Known, other: Known) -> str | None:
    if family(one.type) != family(other.type):
        return f"a {one.type} is no {other.type}"
    return None


def _references(one: Known, other: Known) -> str | None:
    if one.reference and other.reference and one.reference != other.reference:
        return f"{one.reference} is not {other.reference}"
    return None


def _countries(one: Known, other: Known) -> str | None:
    """Long names of persons are left: the country of an envoy is easily mistaken."""
    if not (one.country and other.country) or one.country == other.country:
        return None
    if one.type == "person" and _share_long_name(one, other):
        return None
    return f"one is of {one.country}, the other of {other.country}"


def _share_long_name(one: Known, other: Known) -> bool:
    ours = {person_words(name) for name in one.names}
    theirs = {person_words(name) for name in other.names}
    return any(len(words) > GIVEN_AND_SURNAME for words in ours & theirs)


def _numbers(one: Known, other: Known) -> str | None:
    ours, theirs = numbers(one.names), numbers(other.names)
    if ours != theirs and ours and theirs:
        return f"numbers differ: {', '.join(sorted(ours ^ theirs))}"
    return None


def _marks(one: Known, other: Known) -> str | None:
    """Names that differ in nothing but their marks are different names."""
    for ours in one.names:
        for theirs in other.names:
            if ours == theirs:
                continue
            same = without_marks(ours) == without_marks(theirs)
            if same and marks_conflict(ours, theirs):
                return f"{ours} is not {theirs}"
    return None


def _acronyms(one: Known, other: Known) -> str | None:
    """One acronym, two long names: two houses, unless long letters and country agree."""
    shared = acronyms(one) & acronyms(other)
    ours = [name for name in one.names if is_long(name) and not is_acronym(name)]
    theirs = [name for name in other.names if is_long(name) and not is_acronym(name)]
    if not (shared and ours and theirs) or full_names_meet(one, other):
        return None
    if one.country and one.country == other.country:
        shared = frozenset(each for each in shared if len(each) < LONG_ACRONYM)
    if shared and {core(name) for name in ours}.isdisjoint(core(name) for name in theirs):
        return f"{', '.join(sorted(shared))} is an acronym of other words there"
    return None
