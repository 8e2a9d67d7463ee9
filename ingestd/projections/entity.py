"""An entity as its tellings add up to it: names, keys, counts, first and last time. Pure."""

from collections.abc import Sequence
from typing import Any

import msgspec

from ingestd.events.facts import EntityType
from ingestd.projections.majority import Counted, Majority
from ingestd.resolution import (
    Family,
    Known,
    Naming,
    Use,
    Used,
    best_name,
    fold,
    keys_of_names,
    rank,
    uses_of,
)

ENGLISH = "en"
_JSON = msgspec.json.Encoder()
_NAMES = msgspec.json.Decoder(list[tuple[str, int, str, Family, str | None, int, str]])
_KINDS = msgspec.json.Decoder(tuple[dict[str, Counted], dict[str, Counted], dict[str, Counted]])


class Entity:
    """Somebody or something, across articles.

    `position` is the event that founded it, `last` the last that told of it; times are
    RFC 3339. `lost` says that an earliest telling was taken back, so that what is first
    must be looked for anew.
    """

    __slots__ = (
        "_keys", "_known", "_names", "articles", "countries", "first_seen_at", "id", "last",
        "last_seen_at", "lost", "mentions", "name", "position", "references", "types", "uses",
    )  # fmt: skip

    def __init__(self, identity: str, position: int, *, at: str) -> None:
        self.id = identity
        self.position = self.last = position
        self.first_seen_at = self.last_seen_at = at
        self.name = ""
        self.articles = self.mentions = 0
        self.lost = False
        self.types, self.countries, self.references = Majority(), Majority(), Majority()
        self.uses: dict[Use, int] = {}
        self._names: dict[str, Used] | None = None
        self._known: Known | None = None
        self._keys: frozenset[str] | None = None

    @property
    def type(self) -> EntityType:
        """What most tellings say it is."""
        kind: EntityType = self.types.winner  # type: ignore[assignment]  # every telling has one
        return kind

    @property
    def country(self) -> str | None:
        """The country that most tellings give."""
        return self.countries.winner

    @property
    def reference(self) -> str | None:
        """The entry of the gazetteer that most tellings give."""
        return self.references.winner

    @property
    def known(self) -> Known:
        """What newcomers are compared to."""
        if self._known is None:
            self._known = Known(
                id=self.id,
                type=self.type,
                names=tuple(sorted({use.name for use in self.uses if use.full})),
                forms=tuple(sorted({use.name for use in self.uses if not use.full})),
                country=self.country,
                reference=self.reference,
            )
        return self._known

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which it is found: those of all its tellings."""
        if self._keys is None:
            names = {(use.name, use.family, use.country) for use in self.uses}
            self._keys = frozenset(keys_of_names(names, self.references.counts))
        return self._keys

    # ------------------------------------------------------------ tellings

    def see(self, position: int, first_at: str, last_at: str) -> None:
        """Be told of by this event; its article was first told of at `first_at`."""
        self.first_seen_at = min(self.first_seen_at, first_at)
        if position >= self.last:
            self.last, self.last_seen_at = position, last_at

    def knows(self, naming: Naming, language: str | None) -> bool:
        """Say whether a telling adds neither a name nor a reference."""
        reference = naming.known.reference
        if reference is not None and reference not in self.references.counts:
            return False
        uses = self.uses
        return all([use in uses for use in uses_of(naming, language)])  # noqa: C419  quicker

    def add(self, naming: Naming, language: str | None, position: int) -> bool:
        """Count a telling's names and kinds in; say whether that matters to newcomers."""
        before = len(self.uses)
        for use in uses_of(naming, language):
            self.uses[use] = self.uses.get(use, 0) + 1
            if use.full:
                self._show(use)
        changed = self._add_kinds(naming.known, position)
        if not changed and len(self.uses) == before:
            return False
        self._known = self._keys = None
        return True

    def _add_kinds(self, told: Known, position: int) -> bool:
        changed = self.types.add(told.type, position)
        if told.country is not None:
            changed |= self.countries.add(told.country, position)
        if told.reference is not None:
            changed |= self.references.add(told.reference, position)
        if changed:
            self._names = None
        return changed

    def take_back(self, naming: Naming, language: str | None, position: int) -> None:
        """Count a telling's names and kinds out."""
        for use in uses_of(naming, language):
            self.uses[use] -= 1
            if not self.uses[use]:
                del self.uses[use]
        told = naming.known
        self.lost |= self.types.take_back(told.type, position)
        self.lost |= self.countries.take_back(told.country, position)
        self.lost |= self.references.take_back(told.reference, position)
        self._forget()

    def absorb(self, other: "Entity") -> None:
        """Become the other as well, but for the number of articles."""
        for use, times in other.uses.items():
            self.uses[use] = self.uses.get(use, 0) + times
        self.types.absorb(other.types)
        self.countries.absorb(other.countries)
        self.references.absorb(other.references)
        self.mentions += other.mentions
        self.see(other.last, other.first_seen_at, other.last_seen_at)
        self._forget()

    def tell_firsts(self, told: Sequence[tuple[Known, int, str]]) -> None:
        """Find out what is first from all tellings: what, at which position, first seen when."""
        self.lost = False
        self.types.tell_firsts((known.type, at) for known, at, _ in told)
        self.countries.tell_firsts((known.country, at) for known, at, _ in told)
        self.references.tell_firsts((known.reference, at) for known, at, _ in told)
        self.first_seen_at = min(first_at for _, _, first_at in told)
        self._forget()

    def _forget(self) -> None:
        self._names = self._known = self._keys = None

    # ------------------------------------------------------------ the name that is shown

    def _show(self, use: Use) -> None:
        """Let a name that was used once more be shown where that makes it the best."""
        if self._names is None:
            return  # all are compared when the name is asked for
        before = self._names.get(use.name)
        used = self._names[use.name] = _once_more(before, use, 1)
        shown = self._names[self.name]
        if used is not shown and rank(self.type, used) < rank(self.type, shown):
            self.name = use.name

    def named(self) -> str:
        """Return the best of its names."""
        if self._names is None:
            self._names = {}
            for use, times in self.uses.items():
                if use.full:
                    before = self._names.get(use.name)
                    self._names[use.name] = _once_more(before, use, times)
            self.name = best_name(self.type, self._names.values())
        return self.name

    # ------------------------------------------------------------ as a row

    def row(self) -> dict[str, Any]:
        """Return its columns."""
        names = [(*use, times, fold(use.name)) for use, times in self.uses.items()]
        kinds = (self.types.counts, self.countries.counts, self.references.counts)
        return {
            "id": self.id,
            "type": self.type,
            "name": self.named(),
            "country": self.country,
            "reference": self.reference,
            "articles": self.articles,
            "mentions": self.mentions,
            "first_seen_at": self.first_seen_at,
            "last_seen_at": self.last_seen_at,
            "position": self.position,
            "last": self.last,
            "names": _JSON.encode(names).decode(),
            "kinds": _JSON.encode(kinds).decode(),
        }

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> "Entity":
        """Return what was written as this row."""
        entity = cls(row["id"], row["position"], at=row["first_seen_at"])
        for field in ("name", "articles", "mentions", "last_seen_at", "last"):
            setattr(entity, field, row[field])
        entity.uses = {
            Use(name, full, language, kind, country): times
            for name, full, language, kind, country, times, _ in _NAMES.decode(row["names"])
        }
        types, countries, references = _KINDS.decode(row["kinds"])
        entity.types, entity.countries = Majority(types), Majority(countries)
        entity.references = Majority(references)
        return entity


def _once_more(used: Used | None, use: Use, times: int) -> Used:
    in_english = use.language == ENGLISH
    if used is None:
        return Used(use.name, times, in_english)
    return Used(use.name, used.uses + times, used.in_english or in_english)
