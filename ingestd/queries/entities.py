"""Entities, as lists and one by one."""

from collections.abc import Sequence
from typing import get_args

import sqlalchemy as sa

from ingestd.events.facts import EntityType
from ingestd.queries.asking import one_of
from ingestd.queries.knowledge_views import (
    ENTITIES,
    ENTITY_NAMES,
    ENTITY_ROLES,
)
from ingestd.queries.paging import LIMIT, Page, Row, newest_first, page_of
from ingestd.queries.redirects import living
from ingestd.resolution import fold

FIELDS = (
    "id", "type", "name", "names", "country", "articles", "mentions", "roles",
    "first_seen_at", "last_seen_at",
)  # fmt: skip
TYPES = get_args(EntityType)


def list_entities(  # noqa: PLR0913  each is a filter of its own
    connection: sa.Connection,
    *,
    query: str | None = None,
    type: str | None = None,  # noqa: A002  the contract's word
    country: str | None = None,
    since: str | None = None,
    limit: int = LIMIT,
    after: str | None = None,
) -> Page:
    """Last seen first. Every word of `query` must occur in one of an entity's names.

    `since` (RFC 3339 or a date) is compared to when the entity was last seen. Raises
    UsageError for a type that there is not.
    """
    rows = sa.select(ENTITIES)
    if fold(query or ""):
        rows = rows.where(named_like(ENTITIES.c.id, query or ""))
    if type is not None:
        rows = rows.where(ENTITIES.c.type == one_of(TYPES, type, "type of entity"))
    if country is not None:
        rows = rows.where(ENTITIES.c.country == country.upper())
    if since is not None:
        rows = rows.where(ENTITIES.c.last_seen_at >= since)
    rows = newest_first(
        rows, at=ENTITIES.c.last_seen_at, key=ENTITIES.c.id, after=after, limit=limit
    )
    found = [dict(row) for row in connection.execute(rows).mappings()]
    page = page_of(found, at="last_seen_at", limit=limit)
    return Page(rows=_completed(connection, page.rows), next=page.next)


def get_entity(connection: sa.Connection, entity: str) -> Row | None:
    """One entity, also under the id of one that became a part of it; None where there is none."""
    living = living_id(connection, entity)
    rows = connection.execute(sa.select(ENTITIES).where(ENTITIES.c.id == living)).mappings()
    found = [dict(row) for row in rows]
    return next(iter(_completed(connection, found)), None)


def living_id(connection: sa.Connection, entity: str) -> str:
    """Return the id of the entity that this one became; its own where it is none other."""
    return living(connection, ENTITIES, entity)


def named_like(entity: sa.ColumnElement[str], words: str) -> sa.ColumnElement[bool]:
    """Say of an entity that each of the words occurs in one of its names, whatever the marks."""
    names = sa.select(ENTITY_NAMES.c.entity).where(ENTITY_NAMES.c.entity == entity)
    return sa.and_(
        *(
            names.where(ENTITY_NAMES.c.folded.contains(word, autoescape=True)).exists()
            for word in fold(words).split()
        )
    )


def _completed(connection: sa.Connection, rows: Sequence[Row]) -> list[Row]:
    ids = [row["id"] for row in rows]
    names = _grouped(connection, ENTITY_NAMES, ids, ("name", "language"))
    roles = _grouped(connection, ENTITY_ROLES, ids, ("title", "at"))
    full = (
        row | {"names": names.get(row["id"], []), "roles": roles.get(row["id"], [])}
        for row in rows
    )
    return [{field: row[field] for field in FIELDS} for row in full]


def _grouped(
    connection: sa.Connection, view: sa.TableClause, ids: list[str], fields: tuple[str, ...]
) -> dict[str, list[Row]]:
    columns = [view.c[field] for field in fields]
    query = sa.select(view.c.entity, *columns).where(view.c.entity.in_(ids)).distinct()
    found = connection.execute(query).mappings().all()
    grouped: dict[str, list[Row]] = {}
    # sorted here, as databases differ over where NULL and accents go
    for row in sorted(found, key=lambda row: [row[field] or "" for field in fields]):
        grouped.setdefault(row["entity"], []).append({field: row[field] for field in fields})
    return grouped
