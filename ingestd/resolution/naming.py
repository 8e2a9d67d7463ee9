"""What an article calls a thing, with all that follows from it, worked out once."""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

import msgspec

from ingestd.events.facts import EntityType
from ingestd.resolution.bodies import body_keys
from ingestd.resolution.comparing import Family, Known, family
from ingestd.resolution.entities import direct_key, founding_key, keys_for_name, known

Ask = Callable[[str, Family, str | None], tuple[str, ...]]
REMEMBERED = 20_000
_BY_LETTERS = ("house/initials/", "house/acronym/")


class Use(msgspec.Struct, frozen=True, order=True, gc=False):
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

    __slots__ = ("_keys", "_name", "_sought", "_uses", "direct", "known")

    def __init__(self, known: Known, name: str) -> None:
        self.known = known
        self.direct = direct_key(known)
        self._name = name
        self._keys: tuple[str, ...] | None = None
        self._sought: tuple[str, ...] | None = None
        self._uses: dict[str | None, tuple[Use, ...]] = {}

    @property
    def founding(self) -> tuple[str, ...]:
        """What the id of something new is made of that is called so."""
        return founding_key(self._name, self.known.type, self.known.reference)

    def uses(self, language: str | None) -> tuple[Use, ...]:
        """Return the names that are used where this is told in a language, once each."""
        uses = self._uses.get(language)
        if uses is None:
            uses = self._uses[language] = _uses(self.known, language or "")
        return uses

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
            by_letters = [key for key in self.keys if key.startswith(_BY_LETTERS)]
            self._sought = tuple(sorted(sought_by(self.keys))) if by_letters else self.keys
        return self._sought


def keys_of(thing: Known, ask: Ask = keys_for_name) -> tuple[str, ...]:
    """Return the keys under which a thing is to be found, in their order.

    `ask` is whom to ask for those of a name: some remember more of them.
    """
    kind, country = _kind(thing)
    keys = {f"reference/{thing.reference}"} if thing.reference else set()
    for name in thing.names + thing.forms:
        keys.update(ask(name, kind, country))
    return tuple(sorted(keys))


def _kind(thing: Known) -> tuple[Family, str | None]:
    """Return its family, and the country where that tells one name from another: for houses."""
    kind = family(thing.type)
    return kind, thing.country if kind == "house" else None


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
    return _naming(thing, name)


@lru_cache(maxsize=REMEMBERED)
def _naming(thing: Known, name: str) -> Naming:
    # many wordings say nothing: what they leave is one and the same
    return Naming(thing, name)


def _uses(thing: Known, language: str) -> tuple[Use, ...]:
    kind, country = _kind(thing)
    full = [Use(name, 1, language, kind, country) for name in thing.names]
    return (*full, *[Use(form, 0, language, kind, country) for form in thing.forms])


def keys_of_names(
    names: Iterable[tuple[str, Family, str | None]], references: Iterable[str]
) -> set[str]:
    """Return the keys of what goes by these names (each of a family and a country)."""
    keys = {f"reference/{reference}" for reference in references}
    for name, kind, country in names:
        keys.update(keys_for_name(name, kind, country))
    return keys


def keys_brought(new: Iterable[Use], known: Collection[Use]) -> set[str]:
    """Return the keys that new uses bring beside those that are known; some may be known, too."""
    keys: set[str] = set()
    for use in new:
        name, kind, country = use.name, use.family, use.country
        said = [each.country for each in known if each.name == name and each.family == kind]
        if not said:
            keys.update(keys_for_name(name, kind, country))
        elif country not in said:
            keys.update(body_keys(name, country))  # it is a house: others have no country
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
