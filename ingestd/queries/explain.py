"""Where each fact comes from: event, extractor, article, revision, words; and why it is one."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from ingestd.queries.deal_history import conflicts_of, history_of
from ingestd.queries.deals import get_deal
from ingestd.queries.entities import get_entity
from ingestd.queries.judgements import list_judgements
from ingestd.queries.knowledge_views import (
    DEAL_CLAIMS,
    ENTITY_REDIRECTS,
    ENTITY_TELLINGS,
    EXTRACTIONS,
    MENTIONS,
)
from ingestd.queries.paging import Row

ORIGIN = ("article", "revision", "position", "extractor", "version")
SIMPLE = ("type", "status", "subject", "value", "date")
Names = dict[tuple[str, str, int], sa.Row[Any]]


def explain_deal(connection: sa.Connection, deal: str) -> Row | None:
    """Say for each fact of a deal who says so, and why its tellings are taken for one.

    `facts` has a row for each fact and each telling that bears it out; `tellings` has all
    that each article told, also what others outdid; `history` has the steps that took it
    further, and `conflicts` what the tellings disagree about. None where there is no such deal.
    """
    shown = get_deal(connection, deal)
    if shown is None:
        return None
    query = sa.select(DEAL_CLAIMS).where(DEAL_CLAIMS.c.deal == shown["id"])
    rows = _in_order(connection, query, DEAL_CLAIMS)
    names = _names(connection, [row.article for row in rows])
    tellings = [_deal_telling(row, names) for row in rows]
    facts = [fact for telling in tellings for fact in _facts(shown, telling)]
    told = [
        (row.published or row.first_at, telling)
        for row, telling in zip(rows, tellings, strict=True)
    ]
    return shown | {
        "history": history_of(told),
        "conflicts": conflicts_of(shown, told),
        "facts": sorted(facts, key=lambda fact: (_FACTS.index(fact["fact"]), fact["position"])),
        "tellings": tellings,
        "judgements": list_judgements(connection, of=shown["id"]),
    }


_FACTS = (*SIMPLE, "party", "product", "witness")


def explain_entity(connection: sa.Connection, entity: str) -> Row | None:
    """Say where an entity is told of, and why these are taken for one; None where there is none.

    `merged` lists the ids that became a part of it, and by which article.
    """
    shown = get_entity(connection, entity)
    if shown is None:
        return None
    query = sa.select(ENTITY_TELLINGS).where(ENTITY_TELLINGS.c.entity == shown["id"])
    rows = _in_order(connection, query, ENTITY_TELLINGS)
    spans = _spans(connection, MENTIONS.c.entity == shown["id"])
    return shown | {
        "tellings": [_entity_telling(row, spans) for row in rows],
        "merged": _merged(connection, shown["id"]),
        "judgements": list_judgements(connection, of=shown["id"]),
    }


def explain_article(connection: sa.Connection, article: str) -> Row | None:
    """Say what each extractor told of an article, and who and what that is taken for.

    None where nothing was extracted from such an article.
    """
    query = sa.select(EXTRACTIONS).where(EXTRACTIONS.c.article == article)
    extractions = connection.execute(query.order_by(EXTRACTIONS.c.extractor)).mappings()
    shown = [{field: row[field] for field in ORIGIN} for row in extractions]
    if not shown:
        return None
    of_article = sa.select(ENTITY_TELLINGS).where(ENTITY_TELLINGS.c.article == article)
    spans = _spans(connection, MENTIONS.c.article == article)
    names = _names(connection, [article])
    claims = sa.select(DEAL_CLAIMS).where(DEAL_CLAIMS.c.article == article)
    return {
        "id": article,
        "extractions": shown,
        "entities": [
            {"entity": row.entity} | _entity_telling(row, spans)
            for row in _in_order(connection, of_article, ENTITY_TELLINGS)
        ],
        "deals": [
            {"deal": row.deal} | _deal_telling(row, names)
            for row in _in_order(connection, claims, DEAL_CLAIMS)
        ],
    }


def _in_order(
    connection: sa.Connection, query: sa.Select[Any], view: sa.TableClause
) -> list[sa.Row[Any]]:
    return list(connection.execute(query.order_by(view.c.position, view.c.place)).all())


def _origin(row: sa.Row[Any]) -> Row:
    return {field: getattr(row, field) for field in ORIGIN}


def _joined(row: sa.Row[Any]) -> Row | None:
    """Return why a telling was taken for one of something known; None for the first."""
    return None if row.reason is None else {"score": row.score, "reason": row.reason}


def _entity_telling(row: sa.Row[Any], spans: dict[tuple[str, str, int], list[Row]]) -> Row:
    told = {"name": row.name, "type": row.type, "country": row.country}
    mentions = spans.get((row.article, row.extractor, row.place), [])
    return told | _origin(row) | {"joined": _joined(row), "mentions": mentions}


def _deal_telling(row: sa.Row[Any], names: Names) -> Row:
    told = json.loads(row.told)

    def who(place: int) -> Row:
        named = names[row.article, row.extractor, place]
        return {"entity": named.entity, "name": named.name}

    return (
        {field: told[field] for field in SIMPLE}
        | {
            "parties": [who(p["entity"]) | {"role": p["role"]} for p in told["parties"]],
            "products": [who(place) for place in told["products"]],
            "witnesses": [who(place) for place in told["witnesses"]],
            "confidence": told["confidence"],
            "notes": told["notes"],
        }
        | _origin(row)
        | {"joined": _joined(row), "evidence": [_quote(quote) for quote in told["evidence"]]}
    )


def _quote(quote: Row) -> Row:
    return {"start": quote["start"], "end": quote["end"], "quote": quote["text"]}


def _facts(deal: Row, telling: Row) -> Iterator[Row]:
    """Yield what the deal has from this telling, with the words that bear it out."""
    source = {field: telling[field] for field in (*ORIGIN, "evidence")}
    for field in SIMPLE:
        if deal[field] is not None and deal[field] == telling[field]:
            yield {"fact": field, "value": deal[field]} | source
    parties = {party["entity"] for party in deal["parties"]}
    for party in telling["parties"]:
        if party["entity"] in parties:
            yield {"fact": "party", "value": party} | source
    for fact, key in (("product", "products"), ("witness", "witnesses")):
        for named in telling[key]:
            yield {"fact": fact, "value": named} | source


def _names(connection: sa.Connection, articles: list[str]) -> Names:
    query = sa.select(ENTITY_TELLINGS).where(ENTITY_TELLINGS.c.article.in_(articles))
    return {(row.article, row.extractor, row.place): row for row in connection.execute(query)}


def _spans(
    connection: sa.Connection, where: sa.ColumnElement[bool]
) -> dict[tuple[str, str, int], list[Row]]:
    grouped: dict[tuple[str, str, int], list[Row]] = {}
    query = (
        sa.select(MENTIONS).where(where).order_by(MENTIONS.c.span_start, MENTIONS.c.span_end)
    )
    for row in connection.execute(query):
        span = {"start": row.span_start, "end": row.span_end, "quote": row.surface}
        grouped.setdefault((row.article, row.extractor, row.place), []).append(span)
    return grouped


def _merged(connection: sa.Connection, entity: str) -> list[Row]:
    query = sa.select(ENTITY_REDIRECTS).where(ENTITY_REDIRECTS.c.entity == entity)
    rows = connection.execute(
        query.order_by(ENTITY_REDIRECTS.c.position, ENTITY_REDIRECTS.c.old)
    )
    fields = ("article", "position", "score", "reason")
    return [{"id": row.old} | {field: getattr(row, field) for field in fields} for row in rows]
