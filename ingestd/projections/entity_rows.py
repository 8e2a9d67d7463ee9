"""Entities as they stand now, and the keys by which newcomers find them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ingestd.events.facts import EntityType
from ingestd.projections.entity import Entity
from ingestd.projections.entity_tables import ENTITIES, KEYS
from ingestd.projections.tellings import Account
from ingestd.resolution import Known, Link, Naming, direct_link, links
from ingestd.store.pairs import Pairs
from ingestd.store.rows import Row, Tables

PLACE: EntityType = "place"
Kind = tuple[EntityType | None, str | None]
REMEMBERED = 20_000
"""Namings of which it is remembered who they are."""


class Entities:
    """The entities of a generation; what is changed of them is written with the page."""

    def __init__(self, tables: Tables, *, remembered: int = REMEMBERED) -> None:
        self._rows = tables[ENTITIES]
        self._keys: Pairs[str] = tables.pairs(KEYS)
        self._touched: dict[str, Entity] = {}
        self._near: dict[str, Entity] = {}  # asked for in this page
        # who a naming is taken for, until something changes under a key that it sought,
        # or one that it was compared with goes by other names
        self._decided: dict[Naming, Link] = {}
        self._seekers: dict[str, list[Naming]] = {}
        self._compared: dict[str, list[Naming]] = {}
        self._remembered = remembered
        self._turned: set[str] = set()  # those that became a place, or ceased to be one
        self._shown: Mapping[str, Row] = {}  # columns that people corrected
        self.kinds_changed = 0
        """How often an entity turned out to be of another type or country, or is no more."""

    # ------------------------------------------------------------ by id

    def load(self, ids: Iterable[str]) -> None:
        """Ask for many at once."""
        self._rows.load([(identity,) for identity in ids])

    def find(self, identity: str) -> Entity | None:
        """Return the entity of this id, if there is one."""
        if identity in self._near:
            return self._near[identity]
        return None if self._rows.get(identity) is None else self[identity]

    def __getitem__(self, identity: str) -> Entity:
        try:
            return self._near[identity]
        except KeyError:
            entity = self._near[identity] = _entity(self._rows.one(identity))
            return entity

    def kind_of(self, identity: str) -> tuple[EntityType, str | None]:
        """Return the type and the country of an entity."""
        entity = self._near.get(identity) or self[identity]
        return entity.types.winner, entity.countries.winner  # type: ignore[return-value]  # types are told

    def is_new(self, identity: str) -> bool:
        """Say whether the database knows nothing of an entity yet."""
        return self._rows.is_new(identity)

    def enter(self, entity: Entity) -> None:
        """Add a new one, that nothing is told of yet."""
        self._rows.add({"id": entity.id, "entity": entity})

    def drop(self, entity: Entity) -> None:
        """Remove one, with its keys."""
        self._index(entity, entity.keys, frozenset())
        self._rows.drop(entity.id)
        self._near.pop(entity.id, None)
        self._touched.pop(entity.id, None)
        self.kinds_changed += 1

    # ------------------------------------------------------------ what is told of them

    def tell(self, entity: Entity, naming: Naming, account: Account) -> None:
        """Count a telling in."""
        self._touched[entity.id] = entity
        language, position = account.language, account.position
        is_last = entity.see(position, account.first_at, account.last_at)
        if not is_last or not entity.hear_again(naming, language):
            self._learn(entity, naming, language, position)

    def _learn(
        self, entity: Entity, naming: Naming, language: str | None, position: int
    ) -> None:
        """Count a telling in that may change what an entity is, or is called."""
        kind = entity.kind
        learnt = entity.hear(naming, language, position)
        for key in learnt.keys:
            self._keys.add(key, entity.id)
        # who goes by more names goes by all that led straight to it
        self._forget_decisions(entity.keys if learnt.kind else learnt.keys)
        if learnt.names or learnt.kind:
            self._drop_decided(self._compared.pop(entity.id, ()))
        if learnt.kind:
            self._turn(entity, kind)

    def take_back(
        self, entity: Entity, naming: Naming, language: str | None, position: int
    ) -> None:
        """Count a telling out."""
        self._touched[entity.id] = entity
        known, kind = entity.known, entity.kind
        keys = entity.keys if entity.would_lose(naming, language) else None
        entity.take_back(naming, language, position)
        if keys is not None:
            self._index(entity, keys, entity.keys)
        elif entity.known != known:
            self._forget_decisions(entity.keys)
        self._turn(entity, kind)

    def absorb(self, entity: Entity, other: Entity) -> None:
        """Let one entity be another as well, which is no more."""
        before, kind = entity.keys, entity.kind
        self.drop(other)
        entity.absorb(other)
        self._touched[entity.id] = entity
        self._index(entity, before, entity.keys)
        self._turn(entity, kind)

    def tell_firsts(self, entity: Entity, told: Sequence[tuple[Known, int, str]]) -> None:
        """Find out what was told first, from all tellings: see Entity."""
        kind = entity.kind
        entity.tell_firsts(told)
        self._touched[entity.id] = entity
        self._forget_decisions(entity.keys)
        self._turn(entity, kind)

    def see_last(self, entity: Entity, position: int, at: str) -> None:
        """Be told of last by this event, at this time."""
        entity.last, entity.last_seen_at = position, at
        self._touched[entity.id] = entity

    def show(self, shown: Mapping[str, Row]) -> None:
        """Show entities with these columns from now on, and no others so."""
        for identity in {*shown, *self._shown}:
            if shown.get(identity) != self._shown.get(identity) and self.find(identity):
                self._touched[identity] = self[identity]
        self._shown = shown

    @property
    def have_turned(self) -> bool:
        """Whether any became a place since that was asked last, or is none any longer."""
        return bool(self._turned)

    def turned(self) -> list[str]:
        """Say which became places since this was asked last, or are places no longer."""
        turned = sorted(self._turned)
        self._turned.clear()
        return turned

    def _turn(self, entity: Entity, before: Kind) -> None:
        kind, _ = before
        if kind is None or before == entity.kind:
            return
        self.kinds_changed += 1
        if (kind == PLACE) != (entity.type == PLACE):
            self._turned.add(entity.id)

    def _index(self, entity: Entity, before: frozenset[str], now: frozenset[str]) -> None:
        for key in before - now:
            self._keys.remove(key, entity.id)
        for key in now - before:
            self._keys.add(key, entity.id)
        self._forget_decisions(before | now)

    # ------------------------------------------------------------ who a newcomer is

    def seek(self, namings: Collection[Naming]) -> dict[Naming, str]:
        """Load all that deciding on these asks for; return who they would be taken for now."""
        self._decide([naming for naming in namings if naming not in self._decided])
        asked = [naming for naming in namings if naming not in self._decided]
        self._keys.load({key for naming in asked for key in naming.sought})
        sharing = {naming: self._sharing(naming) for naming in asked}
        self.load({identity for identities in sharing.values() for identity in identities})
        found = {
            naming: self._among(naming, identities) for naming, identities in sharing.items()
        }
        new = {naming: links[0].id for naming, links in found.items() if links}
        known = {
            naming: self._decided[naming].id for naming in namings if naming not in sharing
        }
        return new | known

    def _decide(self, namings: Sequence[Naming]) -> None:
        """Find, all at once, those that were named just so before."""
        keys = {naming.direct for naming in namings if naming.direct}
        self.load(self._keys.among(keys))
        for naming in namings:
            self._directly(naming)

    def _directly(self, naming: Naming) -> Link | None:
        """Return who alone goes by all of these names: all others are not even looked at."""
        if naming.direct is None:
            return None
        bearing = self._keys.of(naming.direct)
        if len(bearing) != 1:
            return None
        entity = self[bearing[0]]
        if not entity.goes_by(naming.known):
            return None
        link = direct_link(naming.known, entity.id)
        return self._remember(naming, link, (naming.direct,))

    def who(self, naming: Naming) -> tuple[Entity, Link] | None:
        """Return the one entity that a naming is of, and why, where that needs no looking around."""
        link = self._decided.get(naming) or self._directly(naming)
        if link is None:
            return None
        return self._near.get(link.id) or self[link.id], link

    def links(self, naming: Naming) -> tuple[Link, ...]:
        """Return every entity that a naming is of, best first."""
        found = self.who(naming)
        return self.likely(naming) if found is None else (found[1],)

    def likely(self, naming: Naming) -> tuple[Link, ...]:
        """Return the same where it is not decided: all that may be it are compared."""
        return self._among(naming, self._sharing(naming))

    def _among(self, naming: Naming, identities: Sequence[str]) -> tuple[Link, ...]:
        if not identities:
            return ()
        found = links(naming.known, [self[identity].known for identity in identities])
        if len(found) == 1:
            self._remember(naming, found[0], naming.sought)
            for identity in identities:
                self._compared.setdefault(identity, []).append(naming)
        return found

    def _remember(self, naming: Naming, link: Link, keys: Sequence[str]) -> Link:
        """Let it be decided until something changes under one of these keys."""
        self._decided[naming] = link
        for key in keys:
            self._seekers.setdefault(key, []).append(naming)
        return link

    def _sharing(self, naming: Naming) -> list[str]:
        return sorted(self._keys.among(naming.sought))

    def _forget_decisions(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key in self._seekers:
                self._drop_decided(self._seekers.pop(key))

    def _drop_decided(self, namings: Iterable[Naming]) -> None:
        for naming in namings:
            self._decided.pop(naming, None)

    # ------------------------------------------------------------ the end of a page

    def settle(self) -> None:
        """Write what changed into the rows."""
        for entity in self._touched.values():
            row = self._rows.one(entity.id)
            row.update(entity.row())
            if self._shown:
                row.update(self._shown.get(entity.id, {}))
            self._rows.changed(row)
        self._touched.clear()
        self._near.clear()
        if len(self._decided) > self._remembered:
            self._decided.clear()
            self._seekers.clear()
            self._compared.clear()


def _entity(row: Row) -> Entity:
    entity: Entity | None = row.get("entity")
    if entity is None:
        entity = row["entity"] = Entity.of_row(row)
        row["names"] = row["kinds"] = ""  # long, and made anew before they are written
    return entity
