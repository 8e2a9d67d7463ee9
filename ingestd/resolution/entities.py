"""Whether two articles name one thing: keys to find candidates, a score, reasons, vetoes.

Precision goes first: what is kept apart wrongly can be linked by a later article or a
person; what was joined wrongly makes false deals.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from ingestd.events.facts import EntityType, ExtractedEntity
from ingestd.resolution import comparing
from ingestd.resolution.bodies import signatures
from ingestd.resolution.comparing import Known, Likeness
from ingestd.resolution.names import (
    core,
    fold,
    initials,
    is_acronym,
    is_generic,
    person_words,
    short_core,
)
from ingestd.resolution.scripts import sound, vietnamese_sound
from ingestd.resolution.vetoes import veto

ENOUGH = 0.75
"""The score from which two are taken for one."""
LONGEST = 240
"""Letters of a name that are compared: what is longer is no name."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A value that two names of one thing may share; `strength` from 0 to 1."""

    value: str
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why something named here is something known: whom, how surely, by what."""

    id: str
    score: float
    reason: str


def known(entity: ExtractedEntity, id: str = "") -> Known:  # noqa: A002  the contract's word
    """Return what comparing needs of an extracted entity.

    Every place's wording counts as a short form, except a person's single name and
    a mere noun of kind: those say nothing outside their own article.
    """
    full = dict.fromkeys(name[:LONGEST] for name in (entity.name, *entity.aliases))
    worded = dict.fromkeys(quote.text[:LONGEST] for quote in entity.mentions)
    return Known(
        id=id,
        type=entity.type,
        names=tuple(name for name in full if fold(name)) or (entity.name[:LONGEST],),
        forms=tuple(form for form in worded if form not in full and _says(form, entity.type)),
        country=entity.country,
        reference=entity.reference,
    )


def _says(form: str, kind: EntityType) -> bool:
    if kind == "person":
        return len(person_words(form)) > 1
    return bool(fold(form)) and not is_generic(form)


def keys_of(entity: ExtractedEntity) -> tuple[Key, ...]:
    """Return the keys under which this entity is to be looked for, strongest first."""
    return keys_of_known(known(entity))


def keys_of_known(thing: Known) -> tuple[Key, ...]:
    """Return the keys under which this thing is to be looked for, strongest first."""
    family = comparing.family(thing.type)
    found = {} if thing.reference is None else {f"reference/{thing.reference}": 1.0}
    for name in thing.names + thing.forms:
        for kind, value, strength in _name_keys(name, thing):
            if not value:
                continue
            key = f"{family}/{kind}/{value}"
            found[key] = max(strength, found.get(key, 0.0))
    return tuple(
        Key(value, strength)
        for value, strength in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def _name_keys(name: str, thing: Known) -> Iterable[tuple[str, str, float]]:
    family = comparing.family(thing.type)
    if family == "person":
        yield from _person_keys(name)
        return
    if family == "house":
        yield from _house_keys(name, thing.country)
    if family != "house" or comparing.is_telling(name):
        yield "name", short_core(name), 0.9
        yield "sound", sound(short_core(name)), 0.6


def _person_keys(name: str) -> Iterable[tuple[str, str, float]]:
    words = person_words(name)
    if len(words) <= 1:
        return
    yield "name", " ".join(words), 0.9
    yield "sound", comparing.slavic_key(words), 0.7
    syllables = vietnamese_sound(comparing.without_honorifics(name))
    if syllables:
        yield "syllables", syllables, 0.8


def _house_keys(name: str, country: str | None) -> Iterable[tuple[str, str, float]]:
    for signature in sorted(signatures(name, country), key=lambda each: each.key):
        yield "body", signature.key, 0.8
    if is_acronym(name):
        yield "acronym", core(name), 0.5
    letters = initials(name)
    if letters and comparing.is_telling(name):
        yield "acronym", letters, 0.4


def links(entity: ExtractedEntity, candidates: Iterable[Known]) -> tuple[Link, ...]:
    """Return every candidate that this entity is, best first, ties in the order of ids.

    More than one means that the article equates what was held apart until now. An acronym
    that several candidates could own names none of them, and of candidates that can't be
    one only a single best one is meant.
    """
    newcomer = known(entity)
    likely = [(each, like) for each in candidates if (like := likeness(newcomer, each))]
    if sum(like.by_acronym for _, like in likely) > 1:
        likely = [(each, like) for each, like in likely if not like.by_acronym]
    likely.sort(key=lambda pair: (-pair[1].score, pair[0].id))
    if any(veto(one, other) for (one, _), (other, _) in combinations(likely, 2)):
        best, second = likely[0][1], likely[1][1]
        likely = likely[:1] if best.score > second.score else []
    return tuple(
        Link(id=each.id, score=like.score, reason=like.reason) for each, like in likely
    )


def decide(entity: ExtractedEntity, candidates: Iterable[Known]) -> Link | None:
    """Return the candidate that this entity is, or None where it is something new."""
    return next(iter(links(entity, candidates)), None)


def likeness(one: Known, other: Known) -> Likeness | None:
    """Return how alike two things are where that is enough to be one, else None."""
    if one.reference and one.reference == other.reference:
        return Likeness(1.0, f"same reference {one.reference}")
    if veto(one, other):
        return None
    best = comparing.best_likeness(one, other)
    return best if best and best.score >= ENOUGH else None


def founding_key(entity: ExtractedEntity) -> tuple[str, ...]:
    """Return what the id of a new entity is made of: its reference, or family and name."""
    if entity.reference:
        return ("reference", entity.reference)
    family = comparing.family(entity.type)
    if family == "person":
        return (family, " ".join(person_words(entity.name)))
    return (family, short_core(entity.name))
