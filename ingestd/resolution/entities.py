"""Whether two articles name one thing: keys to find candidates, a score, reasons, vetoes.

Precision goes first: what is kept apart wrongly can be linked by a later article or a
person; what was joined wrongly makes false deals.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from ingestd.events.facts import EntityType
from ingestd.resolution import comparing
from ingestd.resolution.bodies import body_keys
from ingestd.resolution.comparing import Family, Known, Likeness
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
from ingestd.resolution.skeletons import sound_keys
from ingestd.resolution.territories import country_named, union_named
from ingestd.resolution.vetoes import veto

ENOUGH = 0.75
"""The score from which two are taken for one."""
LONGEST = 240
"""Letters of a name that are compared: what is longer is no name."""


class Link(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why something named here is something known: whom, how surely, by what."""

    id: str
    score: float
    reason: str


def known(  # noqa: PLR0917  all that tells one thing from another
    name: str,
    kind: EntityType,
    aliases: Sequence[str] = (),
    worded: Iterable[str] = (),
    country: str | None = None,
    reference: str | None = None,
) -> Known:
    """Return what comparing needs of something named.

    A country is known by its name in many languages. Every place's wording counts as a short form, except a person's single name and
    a mere noun of kind: those say nothing outside their own article.
    """
    if reference is None:
        reference, country = _well_known(name, kind, country)
    names = _names(name, aliases)
    said = dict.fromkeys([each[:LONGEST] for each in worded])
    return Known(
        id="",
        type=kind,
        names=names,
        forms=tuple([form for form in said if form not in names and _says(form, kind)]),
        country=country,
        reference=reference,
    )


def _names(name: str, aliases: Sequence[str]) -> tuple[str, ...]:
    if not aliases:
        return (name[:LONGEST],)
    full = dict.fromkeys([each[:LONGEST] for each in (name, *aliases)])
    return tuple([each for each in full if fold(each)]) or (name[:LONGEST],)


def _well_known(
    name: str, kind: EntityType, country: str | None
) -> tuple[str | None, str | None]:
    """Return the entry of the gazetteer that countries and unions of them are, and its country."""
    if kind == "place":
        code = country_named(name)
        return (f"country:{code}", code) if code else (None, country)
    if comparing.family(kind) == "house":
        union = union_named(name)
        return (f"organization:{union.lower()}" if union else None), country
    return None, country


def _says(form: str, kind: EntityType) -> bool:
    if kind == "person":
        return len(person_words(form)) > 1
    return bool(fold(form)) and not is_generic(form)


def keys_for_name(name: str, kind: Family, country: str | None) -> tuple[str, ...]:
    """Return the keys under which what goes by this name is found; a country is a house's."""
    keys = _keys_anywhere(name, kind)
    return body_keys(name, country) + keys if kind == "house" else keys


@lru_cache(maxsize=1 << 13)
def _keys_anywhere(name: str, kind: Family) -> tuple[str, ...]:
    if kind == "person":
        return tuple(_person_keys(name))
    keys = _house_keys(name) if kind == "house" else []
    if kind != "house" or comparing.is_telling(name):
        short = short_core(name)
        sounds = sound_keys(tuple(short.split())) or (sound(short),)
        named = [f"{kind}/sound/{key}" for key in sounds if key]
        keys += [f"{kind}/name/{short}", *named] if short else named
    return tuple(keys)


def direct_key(thing: Known) -> str | None:
    """Return the one key by which who was named just so before is found; None for no such.

    An acronym, a common noun or a single name of a person says too little.
    """
    if thing.reference:
        return f"reference/{thing.reference}"
    kind, name = comparing.family(thing.type), thing.names[0]
    if kind == "person":
        words = person_words(name)
        return f"{kind}/name/{' '.join(words)}" if len(words) > 1 else None
    if is_acronym(name) or (kind == "house" and not comparing.is_telling(name)):
        return None
    return f"{kind}/name/{short_core(name)}"


def direct_link(newcomer: Known, identity: str) -> Link:
    """Return why a newcomer is who alone was named just so before: see `direct_key`."""
    if newcomer.reference:
        return Link(id=identity, score=1.0, reason=f"same reference {newcomer.reference}")
    return Link(id=identity, score=comparing.SAME, reason="same name")


def _person_keys(name: str) -> list[str]:
    words = person_words(name)
    if len(words) <= 1:
        return []
    bare = comparing.given_and_surname(words)
    sounds = sound_keys(bare) or (comparing.slavic_key(words),)
    syllables = vietnamese_sound(comparing.without_honorifics(name))
    keys = [f"person/name/{' '.join(words)}"]
    keys += [f"person/sound/{key}" for key in sounds if key]
    return [*keys, f"person/syllables/{syllables}"] if syllables else keys


def _house_keys(name: str) -> list[str]:
    keys = [f"house/acronym/{core(name)}"] if is_acronym(name) else []
    letters = initials(name)
    if letters and comparing.is_telling(name):
        keys.append(f"house/initials/{letters}")
    return keys


def links(newcomer: Known, candidates: Iterable[Known]) -> tuple[Link, ...]:
    """Return every candidate that this newcomer is, best first, ties in the order of ids.

    More than one means that the article equates what was held apart until now. An acronym
    that several candidates could own names none of them, and of candidates that can't be
    one only a single best one is meant.
    """
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


def likeness(one: Known, other: Known) -> Likeness | None:
    """Return how alike two things are where that is enough to be one, else None."""
    if one.reference and one.reference == other.reference:
        return Likeness(1.0, f"same reference {one.reference}")
    if veto(one, other):
        return None
    best = comparing.best_likeness(one, other)
    return best if best and best.score >= ENOUGH else None


def founding_key(name: str, kind: EntityType, reference: str | None) -> tuple[str, ...]:
    """Return what the id of a new entity is made of: its reference, or family and name."""
    if reference:
        return ("reference", reference)
    family = comparing.family(kind)
    if family == "person":
        return (family, " ".join(person_words(name)))
    return (family, short_core(name))
