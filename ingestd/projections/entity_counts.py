"""What the tellings of an entity add up to: names, keys, counts, first and last time."""

from typing import Any

import sqlalchemy as sa

from ingestd.projections.entity_tables import (
    ENTITIES,
    KEYS,
    MENTIONS,
    NAMES,
    REDIRECTS,
    TELLINGS,
)
from ingestd.projections.tellings import Telling
from ingestd.resolution import Used, best_name, fold, keys_of, known

Row = dict[str, Any]
ENGLISH = "en"
KINDS = ("type", "country", "reference")


def add(db: sa.Connection, entity: str, telling: Telling) -> None:
    """Count a telling of a known entity, already entered, in."""
    told = telling.entity
    for table, rows in _uses(entity, telling).items():
        _use(db, table, entity, rows)
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


def begin(db: sa.Connection, entity: str, telling: Telling) -> None:
    """Write the row of a new entity, with the one telling of it that there is."""
    told = telling.entity
    db.execute(
        ENTITIES.insert().values(
            id=entity,
            type=told.type,
            name=best_name(told.type, _names(telling)),
            country=told.country,
            reference=told.reference,
            articles=1,
            mentions=len(telling.spans),
            first_seen_at=telling.first_at,
            last_seen_at=telling.last_at,
            position=telling.position,
        )
    )
    for table, rows in _uses(entity, telling).items():
        _insert(db, table, rows)


def take_back(db: sa.Connection, entity: str, telling: Telling) -> None:
    """Count the names and keys of a telling out; `refresh` does the rest."""
    for table, rows in _uses(entity, telling).items():
        _more(db, table, [row | {"uses": -row["uses"]} for row in rows])
        db.execute(table.delete().where(table.c.entity == entity, table.c.uses == 0))


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
        found = db.execute(sa.select(table).where(mine).order_by(*table.primary_key)).mappings()
        _use(db, table, into, [dict(row) | {"entity": into} for row in found])
        db.execute(table.delete().where(mine))


def forget(db: sa.Connection, entity: str) -> None:
    """Remove the entity with its names, its keys and what was merged into it."""
    for table in (NAMES, KEYS, REDIRECTS):
        db.execute(table.delete().where(table.c.entity == entity))
    db.execute(ENTITIES.delete().where(ENTITIES.c.id == entity))


def _uses(entity: str, telling: Telling) -> dict[sa.Table, list[Row]]:
    """Return the names and keys that a telling uses, once each."""
    thing = known(telling.entity)
    kinds = ((1, thing.names), (0, thing.forms))
    named = [(name, full) for full, names in kinds for name in names]
    one = {"entity": entity, "uses": 1}
    language = telling.language or ""
    return {
        NAMES: [
            one | {"name": name, "full": full, "language": language, "folded": fold(name)}
            for name, full in named
        ],
        KEYS: [one | {"key": key.value} for key in keys_of(telling.entity)],
    }


def _use(db: sa.Connection, table: sa.Table, entity: str, rows: list[Row]) -> None:
    """Add uses to the rows that are there, and write the others."""
    places = [column for column in table.primary_key if column.name != "entity"]
    query = sa.select(*places).where(table.c.entity == entity)
    there = {tuple(row) for row in db.execute(query)}
    known_rows = [row for row in rows if tuple(row[c.name] for c in places) in there]
    _more(db, table, known_rows)
    _insert(db, table, [row for row in rows if row not in known_rows])


def _more(db: sa.Connection, table: sa.Table, rows: list[Row]) -> None:
    if not rows:
        return
    same = (column == sa.bindparam(f"its_{column.name}") for column in table.primary_key)
    more = table.update().where(*same).values(uses=table.c.uses + sa.bindparam("by"))
    names = [column.name for column in table.primary_key]
    db.execute(
        more, [{f"its_{n}": row[n] for n in names} | {"by": row["uses"]} for row in rows]
    )


def _insert(db: sa.Connection, table: sa.Table, rows: list[Row]) -> None:
    if rows:
        db.execute(table.insert(), rows)


def _is_only_one(db: sa.Connection, entity: str, article: str) -> int:
    """Return 1 where the article tells of the entity once, by one extractor; else 0."""
    told = sa.select(sa.func.count()).where(
        TELLINGS.c.entity == entity, TELLINGS.c.article == article
    )
    return int(db.execute(told).scalar_one() == 1)


def _names(telling: Telling) -> list[Used]:
    in_english = telling.language == ENGLISH
    return [Used(name, 1, in_english) for name in known(telling.entity).names]


def _shown_name(db: sa.Connection, entity: str, kind: Any) -> str:
    in_english = sa.func.max(sa.case((NAMES.c.language == ENGLISH, 1), else_=0))
    query = (
        sa.select(NAMES.c.name, sa.func.sum(NAMES.c.uses), in_english)
        .where(NAMES.c.entity == entity, NAMES.c.full == 1)
        .group_by(NAMES.c.name)
    )
    rows = db.execute(query).all()
    return best_name(
        kind, [Used(name, int(uses), bool(english)) for name, uses, english in rows]
    )


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
