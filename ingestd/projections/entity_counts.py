"""What the tellings of an entity add up to: names, keys, counts, first and last time."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ingestd.events import ExtractedEntity
from ingestd.projections.entity_tables import (
    ENTITIES,
    KEYS,
    MENTIONS,
    NAMES,
    REDIRECTS,
    TELLINGS,
)
from ingestd.projections.tellings import Telling
from ingestd.resolution import best_name, fold, keys_of, known

Row = dict[str, Any]
KINDS = ("type", "country", "reference")


def add(db: sa.Connection, entity: str, telling: Telling) -> None:
    """Count a telling, already entered, in."""
    told = telling.entity
    for table, values in _uses(entity, told, telling.language):
        _use(db, table, values)
    row = db.execute(sa.select(ENTITIES).where(ENTITIES.c.id == entity)).one()
    changed: Row = {
        "name": _shown_name(db, entity, row.type),
        "articles": row.articles + _is_only_one(db, entity, telling.article),
        "mentions": row.mentions + len(telling.spans),
        "first_seen_at": min(row.first_seen_at, telling.first_at),
        "last_seen_at": max(row.last_seen_at, telling.last_at),
    }
    if any(getattr(told, kind) != getattr(row, kind) for kind in KINDS):
        changed |= _majority(db, entity)
    db.execute(ENTITIES.update().where(ENTITIES.c.id == entity).values(**changed))


def take_back(db: sa.Connection, entity: str, telling: Telling) -> None:
    """Count the names and keys of a telling out; `refresh` does the rest."""
    for table, values in _uses(entity, telling.entity, telling.language):
        row = _row_of(table, values)
        db.execute(table.update().where(row).values(uses=table.c.uses - 1))
        db.execute(table.delete().where(row, table.c.uses == 0))


def refresh(db: sa.Connection, entity: str) -> None:
    """Count anew from the tellings; an entity of which nothing is told any more vanishes."""
    told = db.execute(
        sa.select(
            sa.func.count(TELLINGS.c.article.distinct()).label("articles"),
            sa.func.min(TELLINGS.c.first_at).label("first_seen_at"),
            sa.func.max(TELLINGS.c.last_at).label("last_seen_at"),
        ).where(TELLINGS.c.entity == entity)
    ).one()
    if told.articles == 0:
        db.execute(ENTITIES.delete().where(ENTITIES.c.id == entity))
        db.execute(REDIRECTS.delete().where(REDIRECTS.c.entity == entity))
        return
    counted = sa.select(sa.func.count()).where(MENTIONS.c.entity == entity)
    kinds = _majority(db, entity)
    db.execute(
        ENTITIES.update()
        .where(ENTITIES.c.id == entity)
        .values(
            **told._mapping,  # noqa: SLF001  documented name, underscored to keep off columns
            **kinds,
            name=_shown_name(db, entity, kinds["type"]),
            mentions=db.execute(counted).scalar_one(),
        )
    )


def move(db: sa.Connection, entity: str, into: str) -> None:
    """Let the names and keys of one entity be another's."""
    for table in (NAMES, KEYS):
        mine = table.c.entity == entity
        for row in db.execute(sa.select(table).where(mine).order_by(*table.primary_key)).all():
            values = dict(row._mapping) | {"entity": into}  # noqa: SLF001  as above
            uses = values.pop("uses")
            _use(db, table, values, by=uses)
        db.execute(table.delete().where(mine))


def forget(db: sa.Connection, entity: str) -> None:
    """Remove the entity with its names, its keys and what was merged into it."""
    for table in (NAMES, KEYS, REDIRECTS):
        db.execute(table.delete().where(table.c.entity == entity))
    db.execute(ENTITIES.delete().where(ENTITIES.c.id == entity))


def _uses(
    entity: str, told: ExtractedEntity, language: str | None
) -> Iterable[tuple[sa.Table, Row]]:
    thing = known(told)
    for full, names in ((1, thing.names), (0, thing.forms)):
        for name in names:
            folded = {"name": name, "full": full, "folded": fold(name)}
            yield NAMES, {"entity": entity, "language": language or "", **folded}
    for key in keys_of(told):
        yield KEYS, {"entity": entity, "key": key.value}


def _use(db: sa.Connection, table: sa.Table, values: Row, *, by: int = 1) -> None:
    more = table.update().where(_row_of(table, values)).values(uses=table.c.uses + by)
    if db.execute(more).rowcount == 0:
        db.execute(table.insert().values(**values, uses=by))


def _row_of(table: sa.Table, values: Row) -> sa.ColumnElement[bool]:
    return sa.and_(*(column == values[column.name] for column in table.primary_key))


def _is_only_one(db: sa.Connection, entity: str, article: str) -> int:
    """Return 1 where the article tells of the entity once, by one extractor; else 0."""
    told = sa.select(sa.func.count()).where(
        TELLINGS.c.entity == entity, TELLINGS.c.article == article
    )
    return int(db.execute(told).scalar_one() == 1)


def _shown_name(db: sa.Connection, entity: str, kind: Any) -> str:
    uses = sa.select(NAMES.c.name, sa.func.sum(NAMES.c.uses)).where(
        NAMES.c.entity == entity, NAMES.c.full == 1
    )
    rows = db.execute(uses.group_by(NAMES.c.name)).all()
    return best_name(kind, [(name, int(used)) for name, used in rows])


def _majority(db: sa.Connection, entity: str) -> Row:
    return {kind: _commonest(db, entity, kind) for kind in KINDS}


def _commonest(db: sa.Connection, entity: str, column: str) -> str | None:
    """Return the value that most tellings give; of several, the one told first."""
    value = TELLINGS.c[column]
    query = (
        sa.select(value)
        .where(TELLINGS.c.entity == entity, value.is_not(None))
        .group_by(value)
        .order_by(sa.func.count().desc(), sa.func.min(TELLINGS.c.position), value)
        .limit(1)
    )
    found: str | None = db.execute(query).scalar()
    return found
