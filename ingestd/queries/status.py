"""What is there, what lags, what fails."""

import sqlalchemy as sa

from ingestd.queries.paging import Row
from ingestd.queries.sources import failing, list_sources
from ingestd.store.tables import CHECKPOINTS, GENERATIONS, LOG_HEAD, PARKED

COUNTED = ("articles", "entities", "deals", "rejected")


def get_status(connection: sa.Connection) -> Row:
    """Counts of the views, the head of the log, and how far behind it each reader is."""
    head = connection.execute(sa.select(LOG_HEAD)).one()
    sources = list_sources(connection)
    return {
        "log": {"id": head.log_id, "epoch": head.epoch, "position": head.position},
        **{name: _count(connection, name) for name in COUNTED},
        "sources": len([row for row in sources if row["state"] != "removed"]),
        "failing_sources": [row["name"] for row in failing(sources)],
        "readers": _readers(connection, head.position),
    }


def _count(connection: sa.Connection, view: str) -> int:
    query = sa.select(sa.func.count()).select_from(sa.table(view))
    return int(connection.execute(query).scalar_one())


def _readers(connection: sa.Connection, head: int) -> list[Row]:
    places = {row.reader: row.position for row in connection.execute(sa.select(CHECKPOINTS))}
    known = connection.execute(
        sa.select(GENERATIONS).order_by(GENERATIONS.c.name, GENERATIONS.c.generation)
    ).all()
    steps = [(name, name) for name in sorted(places) if name.startswith("step:")]
    projections = [
        (f"projection:{row.name}:{row.generation}", f"projection:{row.name}") for row in known
    ]
    parked = _parked(connection)
    return [
        {
            "reader": shown,
            "position": places.get(key, 0),
            "lag": head - places.get(key, 0),
            **parked.get(key, {"parked": 0, "poison": None}),
        }
        for key, shown in steps + projections
    ]


def _parked(connection: sa.Connection) -> dict[str, Row]:
    """How many events each reader has set aside, and the first at which its code failed."""
    counts = sa.select(PARKED.c.reader, sa.func.count()).group_by(PARKED.c.reader)
    found: dict[str, Row] = {
        reader: {"parked": count, "poison": None}
        for reader, count in connection.execute(counts)
    }
    poison = sa.select(PARKED).where(PARKED.c.error.is_not(None))
    for row in connection.execute(poison.order_by(PARKED.c.position.desc())):
        fields = ("position", "stream", "error", "attempts", "parked_at")
        found[row.reader]["poison"] = {field: getattr(row, field) for field in fields}
    return found
