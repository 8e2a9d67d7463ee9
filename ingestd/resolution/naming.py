"""What an article calls a thing, with all that follows from it, worked out once."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ingestd.events.facts import EntityType
from ingestd.resolution.comparing import Family, Known, family
from ingestd.resolution.entities import direct_key, founding_key, keys_for_name, known

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


class Naming:
    """Equal tellings of a thing share one of these: it is told from others by what it is.

    Most are of something that was named just so before, which is found by its `direct` key:
    all other keys are worked out when somebody asks.
    """

    __slots__ = ("_keys", "_sought", "direct", "founding", "known")

    def __init__(self, known: Known, founding: tuple[str, ...]) -> None:
        self.known = known
        self.founding = founding
        self.direct = direct_key(known)
        self._keys: tuple[str, ...] | None = None
        self._sought: tuple[str, ...] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the thing is to be found from now on."""
        if self._keys is None:
            self._keys = keys_of(self.known)
        return self._keys

    @property
    def sought(self) -> tuple[str, ...]:
        """The keys under which things are to be looked for that it may be."""
        if self._sought is None:
            self._sought = tuple(sorted(sought_by(self.keys)))
        return self._sought


def keys_of(thing: Known) -> tuple[str, ...]:
    """Return the keys under which a thing is to be found, in their order."""
    of = family(thing.type), country_of(thing)
    names = ((each, *of) for each in thing.names + thing.forms)
    references = [thing.reference] if thing.reference else []
    return tuple(sorted(keys_of_names(names, references)))


def country_of(thing: Known) -> str | None:
    """Return the country where it tells one name from another: for houses."""
    return thing.country if family(thing.type) == "house" else None


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
    return _naming(thing, founding_key(name, kind, thing.reference))


@lru_cache(maxsize=REMEMBERED)
def _naming(thing: Known, founding: tuple[str, ...]) -> Naming:
    # many wordings say nothing: what they leave is one and the same
    return Naming(thing, founding)


@lru_cache(maxsize=REMEMBERED)
def uses_of(naming: Naming, language: str | None) -> tuple[Use, ...]:
    """Return the names that a naming uses, once each."""
    thing = naming.known
    kind, country = family(thing.type), country_of(thing)
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
