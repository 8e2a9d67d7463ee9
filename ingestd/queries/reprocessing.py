"""Which documents may be read once more."""

import sqlalchemy as sa

from ingestd.queries.views import ARTICLES, REJECTED


def documents(connection: sa.Connection, *, source: str | None = None) -> list[str]:
    """Every article, and what was rejected after it came; the oldest first."""
    articles = sa.select(ARTICLES.c.id, ARTICLES.c.first_seen_at.label("at"))
    rejected = sa.select(REJECTED.c.document, REJECTED.c.rejected_at.label("at")).where(
        REJECTED.c.document.is_not(None)
    )
    if source is not None:
        articles = articles.where(ARTICLES.c.source == source)
        rejected = rejected.where(REJECTED.c.source == source)
    both = articles.union_all(rejected).subquery()
    found = connection.execute(sa.select(both.c.id).order_by(both.c.at, both.c.id)).scalars()
    return list(dict.fromkeys(found))
