"""What is there, what lags, what fails."""

from collections.abc import Sequence
from dataclasses import asdict

import sqlalchemy as sa

from ingestd.clock import Clock, system_clock
from ingestd.queries.paging import Row
from ingestd.queries.sources import list_sources, overdue
from ingestd.store import configuration, due
from ingestd.store.tables import CHECKPOINTS, GENERATIONS, LOG_HEAD, PARKED

COUNTED = ("articles", "entities", "deals", "rejected")


AILING = ("failing", "silent", "stopped")


def get_status(connection: sa.Connection, clock: Clock = system_clock) -> Row:
    """Counts of the views, the head of the log, and how far behind it each reader is.

    Of sources, the names of those that something is wrong with; `configuration` is what is
    wrong with the one that is written, while an older one is in force.
    """
    head = connection.execute(sa.select(LOG_HEAD)).one()
    sources = list_sources(connection)
    return {
        "log": {"id": head.log_id, "epoch": head.epoch, "position": head.position},
        **{name: _count(connection, name) for name in COUNTED},
        "sources": len([row for row in sources if row["state"] != "removed"]),
        **get_troubles(connection, sources, clock),
        "readers": _readers(connection, head.position),
    }


def get_troubles(
    connection: sa.Connection, sources: Sequence[Row], clock: Clock = system_clock
) -> Row:
    """The names of those of these sources that something is wrong with, and what else is."""
    refused = configuration.refused(connection)
    return {
        **{
            f"{state}_sources": [row["name"] for row in sources if row["state"] == state]
            for state in AILING
        },
        "overdue_sources": [row["name"] for row in overdue(sources, clock())],
        "network_lost_since": due.network_lost_since(connection),
        "configuration": asdict(refused) if refused else None,
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
