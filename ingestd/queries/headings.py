"""What stands over articles: enough to name them beside what they tell."""

from collections.abc import Iterable

import sqlalchemy as sa

from ingestd.queries.paging import Row
from ingestd.queries.views import ARTICLES

FIELDS = ("id", "source", "origin", "url", "title", "language", "published_at", "first_seen_at")


def headings(connection: sa.Connection, articles: Iterable[str]) -> dict[str, Row]:
    """Return the headings of those of these articles that there are, by id."""
    query = sa.select(*(ARTICLES.c[name] for name in FIELDS)).where(
        ARTICLES.c.id.in_(sorted(set(articles)))
    )
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}
