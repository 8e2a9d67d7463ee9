"""Entities: what articles name, one row each, across articles, languages and spellings.

Every telling (one entity of one extraction) is kept with the entity it was taken for and
the reason; an entity's row is what its tellings add up to.
"""

from typing import Any

import sqlalchemy as sa

from ingestd.events import ExtractedEntity
from ingestd.events.ids import short_id
from ingestd.projections import entity_counts, merging, tellings
from ingestd.projections.entity_tables import ENTITIES, KEYS, NAMES, REDIRECTS
from ingestd.projections.tellings import Telling
from ingestd.resolution import Known, founding_key, keys_of, links


def tell(db: sa.Connection, telling: Telling, *, keep: str | None = None) -> set[str]:
    """Take a telling in; return the articles of entities that turned out to be others.

    Something new is founded, under the id `keep` where that is given and free.
    """
    found = links(telling.entity, _candidates(db, telling.entity))
    if not found:
        entity = _free(db, telling, keep)
        tellings.enter(db, telling, entity, None)
        entity_counts.begin(db, entity, telling)
        return set()
    moved: set[str] = set()
    entity = merging.oldest(db, [link.id for link in found])
    for link in found:
        if link.id != entity:
            moved |= merging.merge(db, link, into=entity, because=telling)
    tellings.enter(db, telling, entity, found[0])
    entity_counts.add(db, entity, telling)
    return moved


def withdraw(db: sa.Connection, article: str, extractor: str) -> set[str]:
    """Take back what an extraction told; return the articles of entities that parted.

    Entities with nothing left vanish; what only this article held to be one parts again.
    """
    withdrawn = tellings.of_extraction(db, article, extractor)
    tellings.forget(db, article, extractor)
    for entity, telling in withdrawn:
        entity_counts.take_back(db, entity, telling)
    for entity in sorted({entity for entity, _ in withdrawn}):
        entity_counts.refresh(db, entity)
    moved: set[str] = set()
    for entity in merging.undo(db, article):
        moved |= _part(db, entity)
    return moved


def _part(db: sa.Connection, entity: str) -> set[str]:
    """Dissolve an entity and tell anew, in the order of the log, what is left of it."""
    left = tellings.of_entity(db, entity)
    tellings.forget_entity(db, entity)
    entity_counts.forget(db, entity)
    moved = {telling.article for telling in left}
    for telling in left:
        moved |= tell(db, telling, keep=entity)
    return moved


def _candidates(db: sa.Connection, entity: ExtractedEntity) -> list[Known]:
    keys = [key.value for key in keys_of(entity)]
    sharing = sa.select(KEYS.c.entity).where(KEYS.c.key.in_(keys))
    query = sa.select(ENTITIES).where(ENTITIES.c.id.in_(sharing)).order_by(ENTITIES.c.id)
    rows = db.execute(query).all()
    names = _names(db, [row.id for row in rows])
    return [_known(row, names[row.id]) for row in rows]


def _known(row: sa.Row[Any], names: list[tuple[str, int]]) -> Known:
    return Known(
        id=row.id,
        type=row.type,
        names=tuple(name for name, full in names if full),
        forms=tuple(name for name, full in names if not full),
        country=row.country,
        reference=row.reference,
    )


def _names(db: sa.Connection, entities: list[str]) -> dict[str, list[tuple[str, int]]]:
    named: dict[str, list[tuple[str, int]]] = {entity: [] for entity in entities}
    columns = (NAMES.c.entity, NAMES.c.name, NAMES.c.full)
    query = sa.select(*columns).where(NAMES.c.entity.in_(entities)).distinct()
    for entity, name, full in db.execute(query):
        named[entity].append((name, full))
    return {entity: sorted(names) for entity, names in named.items()}


def _free(db: sa.Connection, telling: Telling, keep: str | None) -> str:
    """Return an id for something new; it follows from what it is and where it was first told."""
    told = telling.entity
    where = () if told.reference else (telling.article,)
    seed = short_id("ent", *founding_key(told), *where)
    entity, times = keep or seed, 1
    while _is_taken(db, entity):
        entity = seed if times == 1 else short_id("ent", seed, str(times))
        times += 1
    return entity


def _is_taken(db: sa.Connection, entity: str) -> bool:
    """Say whether an id is an entity's, or once was of one that became another."""
    living = sa.select(ENTITIES.c.id).where(ENTITIES.c.id == entity)
    merged = sa.select(REDIRECTS.c.old).where(REDIRECTS.c.old == entity)
    return db.execute(living.union(merged)).first() is not None
