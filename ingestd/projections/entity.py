"""An entity as its tellings add up to it: names, keys, counts, first and last time. Pure."""

from collections.abc import Sequence, Set
from typing import Any, NamedTuple

import msgspec

from ingestd.events.facts import EntityType
from ingestd.projections.called import Called, more, text_of, uses_in
from ingestd.projections.majority import Counted, Majority
from ingestd.resolution import (
    Known,
    Naming,
    Use,
    Used,
    best_name,
    fold,
    keys_brought,
    keys_of_names,
    rank,
)

REMEMBERED = 24
"""Ways of naming one thing that are known to be nothing new."""
_JSON = msgspec.json.Encoder()
_KINDS = msgspec.json.Decoder(tuple[dict[str, Counted], dict[str, Counted], dict[str, Counted]])

Telling = tuple[Naming, str | None]
"""What something is called, and in which language."""


class Again(msgspec.Struct, gc=False):
    """A telling that came before: what it counts for, and how often it came since it was counted."""

    called: tuple[Called, ...]
    known: Known
    times: int = 0


class Learnt(NamedTuple):
    """What a telling changed: keys that it brought, whether names are new, and what most tell."""

    keys: Set[str]
    names: bool
    kind: bool


class Entity:
    """Somebody or something, across articles.

    `position` is the event that founded it, `last` the last that told of it; times are
    RFC 3339. `lost` says that an earliest telling was taken back, so that what is first
    must be looked for anew.

    What is told over and over, and changes nothing but how often, is counted in when
    somebody asks.
    """

    __slots__ = (
        "_again", "_keys", "_known", "_names", "_often", "_uses", "articles", "countries", "first_seen_at", "id", "last",
        "last_seen_at", "lost", "mentions", "name", "position", "references", "types",
    )  # fmt: skip

    def __init__(self, identity: str, position: int, *, at: str) -> None:
        self.id = identity
        self.position = self.last = position
        self.first_seen_at = self.last_seen_at = at
        self.name = ""
        self.articles = self.mentions = 0
        self.lost = False
        self.types, self.countries, self.references = Majority(), Majority(), Majority()
        self._uses: dict[Use, Called] = {}
        # what was told so before, and agrees with what most tell
        self._again: dict[Telling, Again] = {}
        self._often: list[Again] = []  # what was told again, not counted in yet
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
    def kind(self) -> tuple[EntityType | None, str | None]:
        """Its type and its country; nothing is told of it yet where there is no type."""
        return self.types.winner, self.countries.winner  # type: ignore[return-value]  # types are told

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
                names=tuple(sorted({use.name for use in self._uses if use.full})),
                forms=tuple(sorted({use.name for use in self._uses if not use.full})),
                country=self.country,
                reference=self.reference,
            )
        return self._known

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which it is found: those of all its tellings."""
        if self._keys is None:
            names = {(use.name, use.family, use.country) for use in self._uses}
            self._keys = frozenset(keys_of_names(names, self.references.counts))
        return self._keys

    # ------------------------------------------------------------ tellings

    def see(self, position: int, first_at: str, last_at: str) -> bool:
        """Be told of by this event; its article was first told of at `first_at`.

        Say whether no later one told of it before.
        """
        if first_at < self.first_seen_at:  # noqa: PLR1730  quicker
            self.first_seen_at = first_at
        if position < self.last:
            return False
        self.last, self.last_seen_at = position, last_at
        return True

    def hear_again(self, naming: Naming, language: str | None) -> bool:
        """Count a telling in, later than all, that changes nothing but how often all was told.

        Say whether it was such a one.
        """
        told = naming, language
        again = self._again.get(told) or self._repeated(told)
        if again is None:
            return False
        if not again.times:
            self._often.append(again)
        again.times += 1
        return True

    def _repeated(self, told: Telling) -> Again | None:
        """Return what a telling counts for where all its names were used so before."""
        known, uses = told[0].known, self._uses
        if not self._agrees(known):
            return None
        called = []
        for use in told[0].uses(told[1]):
            found = uses.get(use)
            if found is None:
                return None
            called.append(found)
        again = self._again[told] = Again(tuple(called), known)
        return again

    def goes_by(self, told: Known) -> bool:
        """Say whether it was called all this before, and is of that kind and country."""
        known = self.known
        if told.country is not None and told.country != known.country:
            return False
        if told.reference is not None and told.reference != known.reference:
            return False
        names, forms = known.names, known.forms
        # lists: there are few, and a generator costs more than looking at all of them
        return all([name in names for name in told.names]) and all(  # noqa: C419
            [form in forms or form in names for form in told.forms]  # noqa: C419
        )

    def _agrees(self, told: Known) -> bool:
        """Say whether what most tell stays what it is, by one telling more."""
        return (
            told.type == self.types.winner
            and (told.country is None or told.country == self.countries.winner)
            and (told.reference is None or told.reference == self.references.winner)
        )

    def hear(self, naming: Naming, language: str | None, position: int) -> Learnt:
        """Count a telling's names and kinds in; say what that changed."""
        self.count_up()  # else what was told most would depend on when that is done
        uses = naming.uses(language)
        new = [use for use in uses if use not in self._uses]
        keys, is_named = self._brought(naming, new), not self._goes_by_all(new)
        if keys:
            self._keys = self.keys | keys
        for use in new:
            self._uses[use] = Called(
                use.name, use.full, use.language, use.family, use.country, 0, fold(use.name)
            )
        called = [self._uses[use] for use in uses]
        changed = self._count(called, naming.known, position)
        if changed or is_named:
            self._known = None
        if changed:
            self._again.clear()
        if self._agrees(naming.known):
            self._again[naming, language] = Again(tuple(called), naming.known)
        return Learnt(keys, is_named, changed)

    def _brought(self, naming: Naming, new: Sequence[Use]) -> Set[str]:
        """Return the keys that a telling brings by uses that are new."""
        if not self._uses:
            return frozenset(naming.keys)
        keys = keys_brought(new, self._uses) if new else set()
        told = naming.known.reference
        if told and told not in self.references.counts:
            keys.add(f"reference/{told}")
        return keys - self.keys if keys else keys  # mostly none: then nobody needs all its keys

    def _goes_by_all(self, uses: Sequence[Use]) -> bool:
        """Say whether these names are known: in another language, or of another country."""
        if not uses:
            return True
        known = self.known
        return all(
            [use.name in (known.names if use.full else known.forms) for use in uses]  # noqa: C419  quicker
        )

    def _count(self, uses: Sequence[Called], told: Known, position: int) -> bool:
        """Count one telling; return whether something else is told most now."""
        self._use(uses, 1)
        changed = self.types.add(told.type, position)
        if told.country is not None:
            changed |= self.countries.add(told.country, position)
        if told.reference is not None:
            changed |= self.references.add(told.reference, position)
        if changed:
            self._names = None
        return changed

    def _use(self, uses: Sequence[Called], times: int) -> None:
        for called in uses:
            called.times += times
            if called.full and self._names is not None:
                self._show(self._names, called, times)

    def count_up(self) -> None:
        """Count in what was told again: it was told before, and agrees with what most tell."""
        types, countries = self.types.counts, self.countries.counts
        for again in self._often:
            times, again.times = again.times, 0
            self._use(again.called, times)
            known = again.known
            types[known.type][0] += times
            if known.country is not None:
                countries[known.country][0] += times
            if known.reference is not None:
                self.references.counts[known.reference][0] += times
        self._often.clear()
        if len(self._again) > REMEMBERED:
            self._again.clear()

    def would_lose(self, naming: Naming, language: str | None) -> bool:
        """Say whether a name or a reference would go where a telling is taken back."""
        self.count_up()
        reference = naming.known.reference
        return any([self._uses[use].times == 1 for use in naming.uses(language)]) or (  # noqa: C419  quicker
            reference is not None and self.references.counts[reference][0] == 1
        )

    def take_back(self, naming: Naming, language: str | None, position: int) -> None:
        """Count a telling's names and kinds out."""
        loses, before = self.would_lose(naming, language), (self.kind, self.reference)
        for use in naming.uses(language):
            called = self._uses[use]
            called.times -= 1
            if not called.times:
                del self._uses[use]
        told = naming.known
        self.lost |= self.types.take_back(told.type, position)
        self.lost |= self.countries.take_back(told.country, position)
        self.lost |= self.references.take_back(told.reference, position)
        if loses:
            self._forget()
        elif before != (self.kind, self.reference):
            self._known = None
            self._again.clear()
        self._names = None

    def absorb(self, other: "Entity") -> None:
        """Become the other as well, but for the number of articles."""
        self.count_up()
        other.count_up()
        for use, called in other._uses.items():  # noqa: SLF001  it is one of its own
            if use in self._uses:
                self._uses[use].times += called.times
            else:
                self._uses[use] = called
        self.types.absorb(other.types)
        self.countries.absorb(other.countries)
        self.references.absorb(other.references)
        self.mentions += other.mentions
        self.see(other.last, other.first_seen_at, other.last_seen_at)
        self._forget()

    def tell_firsts(self, told: Sequence[tuple[Known, int, str]]) -> None:
        """Find out what is first from all tellings: what, at which position, first seen when."""
        self.lost = False
        self.count_up()
        self.types.tell_firsts((known.type, at) for known, at, _ in told)
        self.countries.tell_firsts((known.country, at) for known, at, _ in told)
        self.references.tell_firsts((known.reference, at) for known, at, _ in told)
        self.first_seen_at = min(first_at for _, _, first_at in told)
        self._forget()

    def _forget(self) -> None:
        self._again.clear()
        self._names = self._known = self._keys = None

    # ------------------------------------------------------------ the name that is shown

    def _show(self, names: dict[str, Used], called: Called, times: int) -> None:
        """Let a name that was used more often be shown where that makes it the best."""
        if len(names) == 1:  # as of most things: then it is shown, however often it is used
            if called.name not in names:
                self._names = None
            return
        used = names[called.name] = more(names.get(called.name), called, times)
        shown = names[self.name]
        if used is not shown and rank(self.type, used) < rank(self.type, shown):
            self.name = called.name

    def named(self) -> str:
        """Return the best of its names."""
        if self._names is None:
            full = [called for called in self._uses.values() if called.full]
            # of one name, how often it is used tells nothing
            if len({called.name for called in full}) == 1:
                self.name = full[0].name
                self._names = {self.name: Used(self.name, 0, in_english=False)}
                return self.name
            self._names = {}
            for called in full:
                before = self._names.get(called.name)
                self._names[called.name] = more(before, called, called.times)
            self.name = best_name(self.type, self._names.values())
        return self.name

    # ------------------------------------------------------------ as a row

    def row(self) -> dict[str, Any]:
        """Return its columns."""
        self.count_up()
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
            "names": text_of(self._uses.values()),
            "kinds": _JSON.encode(kinds).decode(),
        }

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> "Entity":
        """Return what was written as this row."""
        entity = cls(row["id"], row["position"], at=row["first_seen_at"])
        entity.articles, entity.mentions = row["articles"], row["mentions"]
        entity.last, entity.last_seen_at = row["last"], row["last_seen_at"]
        entity._uses = uses_in(row["names"])
        types, countries, references = _KINDS.decode(row["kinds"])
        entity.types, entity.countries = Majority(types), Majority(countries)
        entity.references = Majority(references)
        return entity
