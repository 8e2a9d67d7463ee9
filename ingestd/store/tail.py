"""The end of the log: read and written through the driver itself, in few steps.

Appending is what everybody waits for; SQLAlchemy would take longer than the databases do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec
import sqlalchemy as sa

from ingestd.events.envelope import ENVELOPE

Row = list[int | str | bytes | None]
"""The values of COLUMNS, in their order."""

COLUMNS = ("hash", *ENVELOPE, "digest", "data")
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_HEAD = "SELECT log_id, position, hash, recorded_at FROM log_head"
NEWS = "ingestd_news"
"""The channel on which PostgreSQL tells that something was appended."""
FEW = 4
"""Rows up to which statements are quicker than a copy."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last event's place, and what the next one builds on."""

    log_id: str
    position: int
    hash: str
    recorded_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the log holds already: the head, positions by key, last versions by stream."""

    head: Head
    keys: dict[str, int]
    versions: dict[str, int]


class Tail(Protocol):
    """How one database is asked and told."""

    def read(self, driver: Any, *, keys: Sequence[str], streams: Sequence[str]) -> Known:
        """Take the head, so that nobody else appends; then look keys and streams up."""

    def write(self, driver: Any, rows: Sequence[Row], head: Head) -> None:
        """Add rows after the head that was read, and move it."""


class SqliteTail:
    """Its writers are alone: the head needs no taking."""

    _KEYS = 'SELECT "key", position FROM events WHERE "key" IN (SELECT value FROM json_each(?))'
    _VERSIONS = (
        "SELECT stream, max(version) FROM json_each(?) CROSS JOIN events ON stream = value "
        "GROUP BY stream"
    )
    # one row a statement: what fails leaves nothing either way, but to take a statement back
    # (ABORT) SQLite would copy each page it changes
    _INSERT = f"INSERT OR FAIL INTO events ({_NAMES}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - names of our own
    _MOVE = "UPDATE log_head SET position = ?, hash = ?, recorded_at = ?"

    def read(self, driver: Any, *, keys: Sequence[str], streams: Sequence[str]) -> Known:
        """See Tail."""
        known = driver.execute(self._KEYS, (_listed(keys),)) if keys else ()
        versions = driver.execute(self._VERSIONS, (_listed(streams),))
        return Known(
            head=Head(*driver.execute(_HEAD).fetchone()),
            keys=dict(known),
            versions=dict.fromkeys(streams, 0) | dict(versions),
        )

    def write(self, driver: Any, rows: Sequence[Row], head: Head) -> None:
        """See Tail."""
        driver.executemany(self._INSERT, rows)
        driver.execute(self._MOVE, (head.position, head.hash, head.recorded_at))


class PostgresTail:
    """What can be asked together is sent together: one way there and back."""

    _HEAD = f"{_HEAD} FOR UPDATE"
    _KEYS = 'SELECT "key", position FROM events WHERE "key" = ANY(%s)'
    _VERSIONS = (
        "SELECT stream, (SELECT max(version) FROM events WHERE events.stream = asked.stream) "
        "FROM unnest(%s::text[]) AS asked (stream)"
    )
    _INSERT = f"INSERT INTO events ({_NAMES}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608 - names of our own
    _COPY = f"COPY events ({_NAMES}) FROM STDIN (FORMAT BINARY)"
    _MOVE = "UPDATE log_head SET position = %s, hash = %s, recorded_at = %s"
    _NOTIFY = f"NOTIFY {NEWS}"
    _TYPES: Mapping[str, str] = {
        "position": "int8",
        "version": "int4",
        "schema": "int4",
        "data": "bytea",
    }

    def read(self, driver: Any, *, keys: Sequence[str], streams: Sequence[str]) -> Known:
        """See Tail. Each statement sees what was committed before it began: the head is first."""
        with driver.pipeline():
            head = driver.execute(self._HEAD)
            known = driver.execute(self._KEYS, (list(keys),)) if keys else ()
            versions = driver.execute(self._VERSIONS, (list(streams),))
        return Known(
            head=Head(*head.fetchone()),
            keys=dict(known),
            versions={stream: version or 0 for stream, version in versions},
        )

    def write(self, driver: Any, rows: Sequence[Row], head: Head) -> None:
        """See Tail."""
        if len(rows) > FEW:
            self._copy(driver, rows)
            rows = ()
        with driver.pipeline():
            for row in rows:
                driver.execute(self._INSERT, row)
            driver.execute(self._MOVE, (head.position, head.hash, head.recorded_at))
            driver.execute(self._NOTIFY)

    def _copy(self, driver: Any, rows: Sequence[Row]) -> None:
        with driver.cursor() as cursor, cursor.copy(self._COPY) as copy:
            copy.set_types([self._TYPES.get(name, "text") for name in COLUMNS])
            for row in rows:
                copy.write_row(row)


def _listed(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()


def tail_of(connection: sa.Connection) -> Tail:
    """The way of the connection's database."""
    return SqliteTail() if connection.dialect.name == "sqlite" else PostgresTail()
