"""Documents that could not be taken in, with the reason."""

import sqlalchemy as sa

from ingestd.queries.paging import LIMIT, Page, Row, newest_first, page_of
from ingestd.queries.views import REJECTED


def list_rejected(
    connection: sa.Connection,
    *,
    source: str | None = None,
    after: str | None = None,
    limit: int = LIMIT,
) -> Page:
    """Newest first: where from, at which stage, why, and what helps."""
    query = sa.select(REJECTED)
    if source is not None:
        query = query.where(REJECTED.c.source == source)
    query = newest_first(
        query, at=REJECTED.c.rejected_at, key=REJECTED.c.origin, after=after, limit=limit
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return page_of(rows, at="rejected_at", key="origin", limit=limit)


def unread(connection: sa.Connection) -> list[int]:
    """The positions at which it is said of documents that they could not be read."""
    query = sa.select(REJECTED.c.position).where(REJECTED.c.stage == "parse")
    return sorted(connection.execute(query).scalars())


def get_rejected(connection: sa.Connection, name: str) -> Row | None:
    """The rejection of a place, or of a document."""
    query = sa.select(REJECTED).where(
        sa.or_(REJECTED.c.origin == name, REJECTED.c.document == name)
    )
    row = connection.execute(query.order_by(REJECTED.c.position.desc())).mappings().first()
    return dict(row) if row else None
