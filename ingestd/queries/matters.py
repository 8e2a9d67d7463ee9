"""Articles of one matter among the newest: coarser than stories, worked out when it is asked for."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from ingestd.queries.knowledge_views import ENTITIES, ENTITY_NAMES, ENTITY_TELLINGS
from ingestd.queries.paging import Row
from ingestd.queries.stories import OF_ARTICLE
from ingestd.queries.views import ARTICLES
from ingestd.resolution import Known
from ingestd.resolution.bearers import gathered
from ingestd.resolution.matters import Telling, matters
from ingestd.store.blobs import Blobs

LOOKED_AT = 1000
"""The newest articles, so many at most: time grows with the square of them."""


def list_matters(
    connection: sa.Connection, blobs: Blobs, *, since: str | None = None, limit: int
) -> list[Row]:
    """Two articles or more of one matter each, the one with the newest article first.

    `since` (RFC 3339 or a date) is compared to when articles were first seen. `people` are the
    persons they name, most often named first: a surname alone is here, and only here, whose it
    is among them, so that several entities may be one.
    """
    query = sa.select(*(ARTICLES.c[name] for name in (*OF_ARTICLE, "text")))
    if since is not None:
        query = query.where(ARTICLES.c.first_seen_at >= since)
    query = query.order_by(ARTICLES.c.first_seen_at.desc(), ARTICLES.c.id).limit(LOOKED_AT)
    newest = [dict(row) for row in connection.execute(query).mappings()]
    articles = {row["id"]: row for row in reversed(newest)}
    names = _names(connection, list(articles))
    tellings = [
        Telling(article, blobs.text(row.pop("text")), names[article])
        for article, row in articles.items()
    ]
    found = [[articles[one] for one in group] for group in matters(tellings) if len(group) > 1]
    found.sort(key=lambda rows: (rows[-1]["first_seen_at"], rows[-1]["id"]), reverse=True)
    return [_row(rows, _people(connection, rows, names)) for rows in found[:limit]]


def _names(connection: sa.Connection, articles: Sequence[str]) -> defaultdict[str, set[str]]:
    """Whom each article names, but for places."""
    query = sa.select(ENTITY_TELLINGS.c.article, ENTITY_TELLINGS.c.entity).where(
        ENTITY_TELLINGS.c.article.in_(articles), ENTITY_TELLINGS.c.type != "place"
    )
    named: defaultdict[str, set[str]] = defaultdict(set)
    for told in connection.execute(query):
        named[told.article].add(told.entity)
    return named


def _people(
    connection: sa.Connection, articles: Sequence[Row], names: Mapping[str, set[str]]
) -> list[Row]:
    told = Counter(entity for article in articles for entity in names[article["id"]])
    shown = _persons(connection, list(told))
    groups = gathered([known for known, _ in shown.values()])
    rows = [
        {
            "name": shown[group[0].id][1],
            "entities": [each.id for each in group],
            "articles": sum(
                not names[article["id"]].isdisjoint(each.id for each in group)
                for article in articles
            ),
        }
        for group in groups
    ]
    return sorted(rows, key=lambda row: (-row["articles"], row["name"], row["entities"]))


def _persons(
    connection: sa.Connection, entities: Sequence[str]
) -> dict[str, tuple[Known, str]]:
    """Each person among them with all names, and the one to show."""
    query = (
        sa.select(ENTITIES.c.id, ENTITIES.c.name, ENTITY_NAMES.c.name.label("spelt"))
        .join(ENTITY_NAMES, ENTITY_NAMES.c.entity == ENTITIES.c.id)
        .where(ENTITIES.c.type == "person", ENTITIES.c.id.in_(entities))
        .order_by(ENTITIES.c.id, ENTITY_NAMES.c.name)
    )
    spelt: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(query):
        spelt.setdefault((row.id, row.name), []).append(row.spelt)
    return {
        entity: (Known(id=entity, type="person", names=tuple(dict.fromkeys(names))), name)
        for (entity, name), names in spelt.items()
    }


def _row(articles: Sequence[Row], people: list[Row]) -> Row:
    titles = (article["title"] for article in articles if article["title"])
    languages = (article["language"] for article in articles if article["language"])
    return {
        "title": next(titles, None),
        "languages": list(dict.fromkeys(languages)),
        "articles": list(articles),
        "people": people,
        "first_seen_at": articles[0]["first_seen_at"],
        "updated_at": articles[-1]["first_seen_at"],
    }
