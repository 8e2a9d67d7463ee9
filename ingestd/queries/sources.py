"""Registered sources and their health."""

from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.queries.paging import Row
from ingestd.queries.views import SOURCES
from ingestd.store import source_state

TOLD = ("accepted", "revised", "duplicate", "rejected", "filtered")


def list_sources(connection: sa.Connection) -> list[Row]:
    """Every source by name, in use or removed."""
    found = connection.execute(sa.select(SOURCES).order_by(SOURCES.c.name))
    return [_with_counts(connection, dict(row)) for row in found.mappings()]


def get_source(connection: sa.Connection, name: str) -> Row | None:
    """One source; None where there is none of this name."""
    found = connection.execute(sa.select(SOURCES).where(SOURCES.c.name == name))
    row = found.mappings().first()
    return _with_counts(connection, dict(row)) if row else None


def _with_counts(connection: sa.Connection, row: Row) -> Row:
    """Add what is counted where it happens: looks, and the outcomes of all items seen.

    The log tells of the same, but for what is unchanged; `balanced` says that they agree.
    """
    state = source_state.read(connection, row["name"])
    return row | {
        "looks": state.looks,
        "last_look_at": state.last_look_at,
        "next_due_at": state.next_due_at,
        "seen": state.seen,
        "unchanged": state.unchanged,
        "counted": (counted := {name: getattr(state, name) for name in source_state.OUTCOMES}),
        "balanced": state.seen == sum(counted.values())
        and all(counted[name] == row[name] for name in TOLD),
    }


def failing(rows: Sequence[Row]) -> list[Row]:
    """Those that do not answer, or never will."""
    return [row for row in rows if row["state"] in {"failing", "stopped"}]
