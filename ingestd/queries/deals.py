"""Deals, as lists and one by one."""

from collections.abc import Callable, Sequence
from typing import Any, get_args

import sqlalchemy as sa

from ingestd.events.facts import DealStatus, DealType
from ingestd.queries.asking import one_of
from ingestd.queries.entities import living_id, named_like
from ingestd.queries.knowledge_views import (
    DEAL_CLAIMS,
    DEAL_EVIDENCE,
    DEAL_PARTIES,
    DEAL_WITNESSES,
    DEALS,
)
from ingestd.queries.paging import LIMIT, Page, Row, newest_first, page_of
from ingestd.queries.redirects import living
from ingestd.resolution import fold

FIELDS = (
    "id", "type", "status", "parties", "products", "subject", "value", "date", "witnesses",
    "articles", "evidence", "confidence", "judgement", "first_seen_at", "updated_at",
)  # fmt: skip
REJECTED = "rejected"
TYPES, STATUSES = get_args(DealType), get_args(DealStatus)


def list_deals(  # noqa: PLR0913  each is a filter of its own
    connection: sa.Connection,
    *,
    query: str | None = None,
    type: str | None = None,  # noqa: A002  the contract's word
    status: str | None = None,
    party: str | None = None,
    since: str | None = None,
    rejected: bool = False,
    limit: int = LIMIT,
    after: str | None = None,
) -> Page:
    """Last changed first. Every word of `query` must occur in subject, products or names.

    What somebody judged to be no deal is left out; with `rejected`, all else is.

    `party` is an entity's id, or words of its name; `since` (RFC 3339 or a date) is compared
    to when the deal last changed. Raises UsageError for a type or status that there is not.
    """
    is_rejected = sa.func.coalesce(DEALS.c.judgement, "") == REJECTED
    rows = sa.select(DEALS).where(is_rejected if rejected else ~is_rejected)
    for word in fold(query or "").split():
        rows = rows.where(_mentions(word))
    if type is not None:
        rows = rows.where(DEALS.c.type == one_of(TYPES, type, "type of deal"))
    if status is not None:
        rows = rows.where(DEALS.c.status == one_of(STATUSES, status, "status of a deal"))
    if party is not None:
        rows = rows.where(_has_party(connection, party))
    if since is not None:
        rows = rows.where(DEALS.c.updated_at >= since)
    rows = newest_first(rows, at=DEALS.c.updated_at, key=DEALS.c.id, after=after, limit=limit)
    found = [dict(row) for row in connection.execute(rows).mappings()]
    page = page_of(found, at="updated_at", limit=limit)
    return Page(rows=_completed(connection, page.rows), next=page.next)


def get_deal(connection: sa.Connection, deal: str) -> Row | None:
    """One deal, also under an id that newer code gave up; None where there is none."""
    found = living(connection, DEALS, deal)
    rows = connection.execute(sa.select(DEALS).where(DEALS.c.id == found)).mappings()
    return next(iter(_completed(connection, [dict(row) for row in rows])), None)


def _mentions(word: str) -> sa.ColumnElement[bool]:
    return sa.or_(
        DEALS.c.folded.contains(word, autoescape=True),
        *(
            _someone(view, named_like(view.c.entity, word))
            for view in (DEAL_PARTIES, DEAL_WITNESSES)
        ),
    )


def _has_party(connection: sa.Connection, party: str) -> sa.ColumnElement[bool]:
    if party.startswith("ent_"):
        entity = living_id(connection, party)
        return _someone(DEAL_PARTIES, DEAL_PARTIES.c.entity == entity)
    return _someone(DEAL_PARTIES, named_like(DEAL_PARTIES.c.entity, party))


def _someone(view: sa.TableClause, who: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.select(view.c.deal).where(view.c.deal == DEALS.c.id, who).exists()


def _completed(connection: sa.Connection, rows: Sequence[Row]) -> list[Row]:
    ids = [row["id"] for row in rows]
    parties = _grouped(connection, DEAL_PARTIES, ids, _party)
    witnesses = _grouped(connection, DEAL_WITNESSES, ids, _witness)
    evidence = _grouped(connection, DEAL_EVIDENCE, ids, _evidence)
    articles = _articles(connection, ids)
    return [
        _shown(
            row
            | {
                "parties": parties.get(row["id"], []),
                "witnesses": witnesses.get(row["id"], []),
                "evidence": evidence.get(row["id"], []),
                "articles": articles[row["id"]],
            }
        )
        for row in rows
    ]


def _shown(row: Row) -> Row:
    amount = row["amount"]
    value = None if amount is None else {"amount": amount, "currency": row["currency"]}
    return {field: (row | {"value": value})[field] for field in FIELDS}


def _party(row: sa.Row[Any]) -> Row:
    return {"entity": row.entity, "name": row.name, "role": row.role}


def _witness(row: sa.Row[Any]) -> Row:
    return {"entity": row.entity, "name": row.name}


def _evidence(row: sa.Row[Any]) -> Row:
    return {
        "article": row.article,
        "start": row.span_start,
        "end": row.span_end,
        "quote": row.quote,
    }


def _grouped(
    connection: sa.Connection,
    view: sa.TableClause,
    ids: list[str],
    shown: Callable[[sa.Row[Any]], Row],
) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    query = sa.select(view).where(view.c.deal.in_(ids)).order_by(view.c.deal, view.c.place)
    for row in connection.execute(query):
        grouped.setdefault(row.deal, []).append(shown(row))
    return grouped


def _articles(connection: sa.Connection, ids: list[str]) -> dict[str, list[str]]:
    claims = DEAL_CLAIMS.c
    query = sa.select(claims.deal, claims.article).where(claims.deal.in_(ids))
    found: dict[str, dict[str, None]] = {deal: {} for deal in ids}
    for deal, article in connection.execute(query.order_by(claims.position, claims.place)):
        found[deal][article] = None
    return {deal: list(articles) for deal, articles in found.items()}
