"""What was erased: that it was, when and why."""

import sqlalchemy as sa

from ingestd.queries.paging import Row
from ingestd.queries.views import ERASURES


def get_erasure(connection: sa.Connection, article: str) -> Row | None:
    """When and why an article was erased; None where it was not."""
    query = sa.select(ERASURES).where(ERASURES.c.article == article)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return {"id": row["article"]} | {
        name: row[name] for name in ("erased_at", "reason", "position")
    }
