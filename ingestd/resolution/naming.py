"""What an article calls a thing, with all that follows from it, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingestd.events.facts import EntityType
from ingestd.resolution.comparing import Family, Known, family
from ingestd.resolution.entities import founding_key, keys_for_name, known

REMEMBERED = 20_000


class Use(NamedTuple):
    """One name as one kind of telling uses it.

    `full` is 0 for the shorter forms that only the text's places use; `country` is the
    telling's, for houses alone; `language` is "" where it is not known.
    """

    name: str
    full: int
    language: str
    family: Family
    country: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """Equal tellings of a thing share one of these: it is told from others by what it is.

    `keys` are those under which the thing is to be found from now on, `sought` those under
    which things are to be looked for that it may be.
    """

    known: Known
    keys: tuple[str, ...]
    sought: tuple[str, ...]
    founding: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def naming(  # noqa: PLR0917  all that tells one naming from another
    name: str,
    kind: EntityType,
    aliases: tuple[str, ...] = (),
    worded: tuple[str, ...] = (),
    country: str | None = None,
    reference: str | None = None,
) -> Naming:
    """Return what follows from names: the fullest, others, and the text's own wordings."""
    thing = known(name, kind, aliases, worded, country, reference)
    return _naming(thing, founding_key(name, kind, reference))


@lru_cache(maxsize=REMEMBERED)
def _naming(thing: Known, founding: tuple[str, ...]) -> Naming:
    # many wordings say nothing: what they leave is one and the same
    kind = family(thing.type)
    of = kind, thing.country if kind == "house" else None
    names = ((each, *of) for each in thing.names + thing.forms)
    keys = keys_of_names(names, [thing.reference] if thing.reference else [])
    return Naming(
        known=thing,
        keys=tuple(sorted(keys)),
        sought=tuple(sorted(sought_by(keys))),
        founding=founding,
    )


@lru_cache(maxsize=REMEMBERED)
def uses_of(naming: Naming, language: str | None) -> tuple[Use, ...]:
    """Return the names that a naming uses, once each."""
    thing = naming.known
    kind = family(thing.type)
    country = thing.country if kind == "house" else None
    kinds = ((1, thing.names), (0, thing.forms))
    return tuple(
        Use(name, full, language or "", kind, country)
        for full, names in kinds
        for name in names
    )


def keys_of_names(
    names: Iterable[tuple[str, Family, str | None]], references: Iterable[str]
) -> set[str]:
    """Return the keys of what goes by these names (each of a family and a country)."""
    keys = {f"reference/{reference}" for reference in references}
    for name, kind, country in names:
        keys.update(keys_for_name(name, kind, country))
    return keys


def sought_by(keys: Iterable[str]) -> set[str]:
    """Return the keys under which to look for others.

    Initials are nobody's name: they only meet an acronym that somebody wrote.
    """
    sought: set[str] = set()
    for key in keys:
        if key.startswith("house/initials/"):
            sought.add(key.replace("initials", "acronym", 1))
            continue
        sought.add(key)
        if key.startswith("house/acronym/"):
            sought.add(key.replace("acronym", "initials", 1))
    return sought
