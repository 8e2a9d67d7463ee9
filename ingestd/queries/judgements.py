"""What people decided: who, when, why, and whether it still counts."""

import sqlalchemy as sa

from ingestd.errors import UsageError
from ingestd.queries.knowledge_views import JUDGEMENTS
from ingestd.queries.paging import Row

FIELDS = (
    "position", "type", "subject", "other", "by", "reason", "at", "counts", "undone_by",
    "undone_at",
)  # fmt: skip


def list_judgements(
    connection: sa.Connection, *, of: str | None = None, limit: int | None = None
) -> list[Row]:
    """What people decided, the last first; `of` is an id that it was about."""
    columns = [JUDGEMENTS.c[name] for name in FIELDS]
    query = sa.select(*columns).order_by(JUDGEMENTS.c.position.desc()).limit(limit)
    if of is not None:
        query = query.where(sa.or_(JUDGEMENTS.c.subject == of, JUDGEMENTS.c.other == of))
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return [row | {"counts": bool(row["counts"])} for row in rows]


def get_judgement(connection: sa.Connection, position: int) -> Row:
    """The judgement recorded at this position. Raises UsageError."""
    query = sa.select(*(JUDGEMENTS.c[name] for name in FIELDS)).where(
        JUDGEMENTS.c.position == position
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UsageError(
            f"there is no judgement at {position}", hint="see 'ingestd judgements'"
        )
    return dict(row) | {"counts": bool(row["counts"])}
