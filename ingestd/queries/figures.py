"""Figures of trade and output: what reached how much, whose and in which period."""

from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.queries.knowledge_views import ENTITY_TELLINGS, EXTRACTIONS
from ingestd.queries.paging import LIMIT, Page, Row, newest_first, page_of
from ingestd.queries.views import FIGURES
from ingestd.resolution.names import fold

FIELDS = (
    "id", "article", "revision", "measure", "goods", "origin", "origin_name", "origin_country",
    "destination", "destination_name", "destination_country", "value", "quantity", "unit",
    "period", "change", "evidence", "first_seen_at",
)  # fmt: skip
Place = tuple[str, str, int]


def list_figures(
    connection: sa.Connection,
    *,
    query: str | None = None,
    since: str | None = None,
    after: str | None = None,
    limit: int = LIMIT,
) -> Page:
    """First seen last comes first. `query` is sought in measure, goods, names and countries.

    Where several extractors tell of an article, only those that are believed are heard.
    """
    rows = sa.select(FIGURES).where(_is_believed())
    for word in fold(query or "").split():
        rows = rows.where(FIGURES.c.folded.contains(word, autoescape=True))
    if since is not None:
        rows = rows.where(FIGURES.c.first_seen_at >= since)
    rows = newest_first(
        rows, at=FIGURES.c.first_seen_at, key=FIGURES.c.id, after=after, limit=limit
    )
    found = [dict(row) for row in connection.execute(rows).mappings()]
    page = page_of(found, at="first_seen_at", limit=limit)
    return Page(rows=_completed(connection, page.rows), next=page.next)


def _is_believed() -> sa.ColumnElement[bool]:
    """Whose entities count is believed; and who is the only one to tell of an article."""
    counts = sa.exists().where(
        ENTITY_TELLINGS.c.article == FIGURES.c.article,
        ENTITY_TELLINGS.c.extractor == FIGURES.c.extractor,
    )
    has_rivals = sa.exists().where(
        EXTRACTIONS.c.article == FIGURES.c.article,
        EXTRACTIONS.c.extractor != FIGURES.c.extractor,
    )
    return sa.or_(counts, sa.not_(has_rivals))


def _completed(connection: sa.Connection, rows: Sequence[Row]) -> list[Row]:
    known = _entities(connection, rows)
    return [_row(row, known) for row in rows]


def _entities(connection: sa.Connection, rows: Sequence[Row]) -> dict[Place, str]:
    """Which entity each place in an extraction tells of."""
    query = sa.select(
        ENTITY_TELLINGS.c.article,
        ENTITY_TELLINGS.c.extractor,
        ENTITY_TELLINGS.c.place,
        ENTITY_TELLINGS.c.entity,
    ).where(ENTITY_TELLINGS.c.article.in_(sorted({row["article"] for row in rows})))
    return {
        (told.article, told.extractor, told.place): told.entity
        for told in connection.execute(query)
    }


def _row(row: Row, known: dict[Place, str]) -> Row:
    who = row["article"], row["extractor"]
    has_value = row["amount"] is not None
    told = row | {
        "origin": known.get((*who, row["origin_place"])),
        "destination": known.get((*who, row["destination_place"])),
        "value": {"amount": row["amount"], "currency": row["currency"]} if has_value else None,
        "evidence": {
            "start": row["span_start"],
            "end": row["span_end"],
            "quote": row["quote"],
        },
    }
    return {field: told[field] for field in FIELDS}
