"""Articles of one matter among the newest: coarser than stories, worked out when it is asked for."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.queries.knowledge_views import ENTITY_TELLINGS
from ingestd.queries.paging import Row
from ingestd.queries.stories import OF_ARTICLE
from ingestd.queries.views import ARTICLES
from ingestd.resolution.matters import Telling, matters
from ingestd.store.blobs import Blobs

LOOKED_AT = 1000
"""The newest articles, so many at most: time grows with the square of them."""


def list_matters(
    connection: sa.Connection, blobs: Blobs, *, since: str | None = None, limit: int
) -> list[Row]:
    """Two articles or more of one matter each, the one with the newest article first.

    `since` (RFC 3339 or a date) is compared to when articles were first seen.
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
    return [_row(rows) for rows in found[:limit]]


def _names(connection: sa.Connection, articles: Sequence[str]) -> defaultdict[str, set[str]]:
    """Whom each article names, but for places."""
    query = sa.select(ENTITY_TELLINGS.c.article, ENTITY_TELLINGS.c.entity).where(
        ENTITY_TELLINGS.c.article.in_(articles), ENTITY_TELLINGS.c.type != "place"
    )
    named: defaultdict[str, set[str]] = defaultdict(set)
    for told in connection.execute(query):
        named[told.article].add(told.entity)
    return named


def _row(articles: Sequence[Row]) -> Row:
    titles = (article["title"] for article in articles if article["title"])
    languages = (article["language"] for article in articles if article["language"])
    return {
        "title": next(titles, None),
        "languages": list(dict.fromkeys(languages)),
        "articles": list(articles),
        "first_seen_at": articles[0]["first_seen_at"],
        "updated_at": articles[-1]["first_seen_at"],
    }
