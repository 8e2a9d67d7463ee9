"""When each source is to be looked at next: one time per source, found by an index.

No time means that it is not asked: it was stopped, or is not configured any more.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from msgspec.structs import asdict

from ingestd.clock import rfc3339
from ingestd.events import NetworkLost
from ingestd.events.catalogue import entry_of
from ingestd.events.subjects import NETWORK_STREAM
from ingestd.store.driving import driver_of
from ingestd.store.source_state import SourceState
from ingestd.store.tables import HOSTS, SOURCE_STATE

PAGE = 500
_at, _name = SOURCE_STATE.c.next_due_at, SOURCE_STATE.c.source
_is_well = SOURCE_STATE.c.failures == 0
_of_network = (
    f"SELECT type, recorded_at FROM events WHERE stream = '{NETWORK_STREAM}' "  # noqa: S608 - our own
    "ORDER BY version DESC LIMIT 1"
)
_to_named = SOURCE_STATE.update().where(_name == sa.bindparam("named"))


def due(connection: sa.Connection, now: str) -> Iterator[str]:
    """The sources whose time has come, who waits longest first; read as far as it is used."""
    yield from _in_order(connection, _at <= now)


def soonest(connection: sa.Connection) -> Iterator[str]:
    """All that did not fail when they were looked at last, who is due next first."""
    yield from _in_order(connection, _at.is_not(None) & _is_well)


def _in_order(connection: sa.Connection, which: sa.ColumnElement[bool]) -> Iterator[str]:
    query = sa.select(_name, _at).where(which).order_by(_at, _name).limit(PAGE)
    page = connection.execute(query).all()
    while page:
        yield from (row.source for row in page)
        last = page[-1]
        later = sa.tuple_(_at, _name) > sa.tuple_(last.next_due_at, last.source)
        page = connection.execute(query.where(later)).all() if len(page) == PAGE else []


def enrol(connection: sa.Connection, names: Collection[str], now: str) -> None:
    """Let exactly these be looked at: a new one now, a known one when it was due anyway."""
    rows = connection.execute(sa.select(_name, _at, SOURCE_STATE.c.stopped)).all()
    known = {row.source for row in rows}
    waiting = [row.source for row in rows if row.next_due_at is None and row.stopped is None]
    _set(connection, {name: now for name in waiting if name in names})
    _set(connection, {row.source: None for row in rows if row.source not in names})
    new = [name for name in names if name not in known]
    if new:
        fresh = asdict(SourceState(next_due_at=now))
        connection.execute(SOURCE_STATE.insert(), [fresh | {"source": name} for name in new])


def readdress(connection: sa.Connection, names: Collection[str]) -> list[str]:
    """Ask these where they are configured; return those that were stopped, and are no more."""
    query = sa.select(_name).where(SOURCE_STATE.c.stopped.is_not(None))
    stopped = [name for name in connection.execute(query).scalars() if name in names]
    _change(connection, names, moved_to=None, stopped=None, failures=0)
    return stopped


def restart(connection: sa.Connection, names: Collection[str], now: str) -> None:
    """Look at these as if for the first time, now; not at those that are stopped."""
    _change(connection, names, validators={}, interval=None, next_due_at=now)
    stopped = SOURCE_STATE.c.stopped.is_not(None)
    connection.execute(SOURCE_STATE.update().where(stopped).values(next_due_at=None))


def resume(connection: sa.Connection, name: str, now: str) -> bool:
    """Look at a stopped source now; say whether it was one."""
    update = SOURCE_STATE.update().where(_name == name, SOURCE_STATE.c.stopped.is_not(None))
    return bool(connection.execute(update.values(stopped=None, next_due_at=now)).rowcount)


def everybody(connection: sa.Connection, now: str) -> None:
    """Look at all that did not fail when they were looked at last."""
    connection.execute(SOURCE_STATE.update().where(_at > now, _is_well).values(next_due_at=now))


def shift(connection: sa.Connection, seconds: float) -> None:
    """Move all that is yet to come along with a clock that was set by so many seconds."""
    for column, key in (
        (SOURCE_STATE.c.next_due_at, SOURCE_STATE.c.source),
        (SOURCE_STATE.c.last_new_at, SOURCE_STATE.c.source),
        (HOSTS.c.not_before, HOSTS.c.domain),
    ):
        times = connection.execute(sa.select(key, column).where(column.is_not(None))).all()
        rows = [{"named": name, "at": _later(time, seconds)} for name, time in times]
        if rows:
            named = key == sa.bindparam("named")
            update = column.table.update().where(named)
            connection.execute(update.values({column: sa.bindparam("at")}), rows)


def recover(connection: sa.Connection, now: str) -> None:
    """Look now at whatever was looked at in the future: the clock was set back meanwhile."""
    ahead = SOURCE_STATE.c.last_look_at > now
    connection.execute(SOURCE_STATE.update().where(ahead, _at > now).values(next_due_at=now))


def network_lost_since(connection: sa.Connection) -> str | None:
    """When our own network was lost; None where it was found again since, or never lost."""
    with driver_of(connection) as driver:  # asked at the end of every look
        last: tuple[str, str] | None = driver.execute(_of_network).fetchone()
    is_lost = last is not None and last[0] == entry_of(NetworkLost).name
    return last[1] if last is not None and is_lost else None


def _change(connection: sa.Connection, names: Collection[str], **values: Any) -> None:
    if names:
        connection.execute(_to_named.values(**values), [{"named": name} for name in names])


def _set(connection: sa.Connection, times: dict[str, str | None]) -> None:
    if times:
        rows = [{"named": name, "at": time} for name, time in times.items()]
        connection.execute(_to_named.values(next_due_at=sa.bindparam("at")), rows)


def _later(time: str, seconds: float) -> str:
    return rfc3339(datetime.fromisoformat(time) + timedelta(seconds=seconds))
