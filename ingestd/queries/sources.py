"""Registered sources and their health."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from ingestd.clock import rfc3339
from ingestd.queries.paging import Row
from ingestd.queries.views import FILTERED, SOURCES
from ingestd.store import source_state, subscriptions
from ingestd.store.source_state import SourceState
from ingestd.store.subscriptions import Subscription

TOLD = ("accepted", "revised", "duplicate", "rejected", "filtered")
REMEMBERED = (
    "looks", "last_look_at", "next_due_at", "interval", "failures", "last_new_at", "seen",
    "unchanged",
)  # fmt: skip
LATE = timedelta(minutes=1)
LAST = 10


def list_sources(connection: sa.Connection) -> list[Row]:
    """Every source by name, in use or removed."""
    found = connection.execute(sa.select(SOURCES).order_by(SOURCES.c.name)).mappings()
    states, hubs = source_state.of_all(connection), _subscribed(connection)
    return [
        _with_state(dict(row), states.get(row["name"], SourceState()), hubs.get(row["name"]))
        for row in found
    ]


def get_source(connection: sa.Connection, name: str) -> Row | None:
    """One source; None where there is none of this name."""
    found = connection.execute(sa.select(SOURCES).where(SOURCES.c.name == name))
    row = found.mappings().first()
    if row is None:
        return None
    state = source_state.read(connection, name)
    return _with_state(dict(row), state, _subscribed(connection).get(name))


def list_filtered(connection: sa.Connection, source: str, *, limit: int = LAST) -> list[Row]:
    """What the rules of a source kept out last, and which rule it was."""
    query = sa.select(FILTERED).where(FILTERED.c.source == source)
    found = connection.execute(query.order_by(FILTERED.c.position.desc()).limit(limit))
    return [dict(row) for row in found.mappings()]


def overdue(rows: Sequence[Row], now: datetime) -> list[Row]:
    """Those that should have been looked at over a minute ago: nobody is at work, or too few."""
    latest = rfc3339(now - LATE)
    return [row for row in rows if row["next_due_at"] and row["next_due_at"] < latest]


def _subscribed(connection: sa.Connection) -> Mapping[str, Subscription]:
    return {one.source: one for one in subscriptions.all_of(connection) if one.wanted}


def _with_state(row: Row, state: SourceState, hub: Subscription | None) -> Row:
    """Add what is remembered of a source, and the outcomes as counted where they happened.

    The log tells of the same, but for what is unchanged; `balanced` says that they agree.
    """
    counted = {name: getattr(state, name) for name in source_state.OUTCOMES}
    agree = all(counted[name] == row[name] for name in TOLD)
    told = {"url": hub.hub, "until": hub.until, "reason": hub.reason} if hub else None
    return row | {
        **{name: getattr(state, name) for name in REMEMBERED},
        "counted": counted,
        "balanced": agree and state.seen == sum(counted.values()),
        "hub": told,
    }
