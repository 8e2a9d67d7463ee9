"""The log's rows as they stand: read fast, nothing lifted, nothing taken on trust."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import sqlalchemy as sa

from ingestd.store.database import Database
from ingestd.store.tables import EVENTS, of_types

LogRow = tuple[
    int, str, str, int, str, int, str, str, str, str | None, str, str | None, str, str, bytes
]
"""The twelve of the envelope in its order, then digest, hash, data."""

BEGINNING = -(2**63)
_ORDER = (
    *(column.name for column in EVENTS.c if column.name not in {"data", "digest", "hash"}),
    *("digest", "hash", "data"),
)
_SELECT = f"SELECT {', '.join(_ORDER)} FROM events"  # noqa: S608 - names of columns
_SELECT_HEAD = "SELECT log_id, epoch, position, hash, recorded_at FROM log_head"
_MISNUMBERED = (
    "SELECT position, stream, version FROM (SELECT position, stream, version, "
    "row_number() OVER w AS number, lag(position) OVER w AS before FROM events "
    "WINDOW w AS (PARTITION BY stream ORDER BY version)) AS numbered "
    "WHERE version <> number OR before > position ORDER BY position LIMIT {limit}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head row."""

    log_id: str
    epoch: int
    position: int
    hash: str
    recorded_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What stood in the log at one moment: its head, a page of rows, and what was erased.

    `erased` has streams and the positions at which it is said that they were.
    """

    head: Head | None
    rows: list[LogRow]
    erased: dict[str, int]


def moment(database: Database, *, after: int, limit: int, erased_after: int = 0) -> Moment:
    """Read the head, the next rows behind a position, erasures behind another.

    Raises DamagedStoreError where the database itself cannot read them.
    """
    with database.peeking() as connection:
        asked = f"{_SELECT} WHERE position > {after} ORDER BY position LIMIT {limit}"
        return Moment(
            head=head_of(connection),
            rows=cast("list[LogRow]", _fetched(connection, asked)),
            erased=_erasures(connection, erased_after),
        )


def head_of(connection: sa.Connection) -> Head | None:
    """The head row; None where somebody took it away, or wrote no head there."""
    match _fetched(connection, _SELECT_HEAD):
        case [(str(log_id), int(epoch), int(position), str(hashed), str(recorded_at))] if (
            log_id.isascii()
        ):
            return Head(
                log_id=log_id,
                epoch=epoch,
                position=position,
                hash=hashed,
                recorded_at=recorded_at,
            )
        case _:
            return None


def hash_at(connection: sa.Connection, position: int) -> str | None:
    """The hash of the event at a position, if there is one."""
    query = sa.select(EVENTS.c.hash).where(EVENTS.c.position == position)
    found: str | None = connection.execute(query).scalar()
    return found


def was_erased(database: Database, position: int) -> bool:
    """Whether what an event says was erased by a later one of its stream."""
    earlier = EVENTS.alias("earlier")
    query = (
        sa.select(EVENTS.c.position)
        .join(earlier, earlier.c.stream == EVENTS.c.stream)
        .where(earlier.c.position == position, EVENTS.c.position > position)
        .where(EVENTS.c.type == "document.erased")
    )
    with database.peeking() as connection:
        return connection.execute(query).first() is not None


def misnumbered(database: Database, *, limit: int) -> list[tuple[int, str, int]]:
    """Position, stream and version of events that are not the next of their stream."""
    with database.peeking() as connection:
        found = connection.exec_driver_sql(_MISNUMBERED.format(limit=limit))
        return [(position, stream, version) for position, stream, version in found]


def complaints(database: Database, *, limit: int) -> Iterator[str]:
    """What the database finds wrong with the table and its indexes; SQLite only."""
    if database.is_sqlite:
        with database.peeking() as connection:
            asked = f"PRAGMA integrity_check({EVENTS.name})"
            for (said,) in connection.exec_driver_sql(asked).fetchmany(limit):
                if said != "ok":
                    yield said


def _erasures(connection: sa.Connection, after: int) -> dict[str, int]:
    query = (
        sa.select(EVENTS.c.stream, sa.func.max(EVENTS.c.position).label("last"))
        .where(of_types(["document.erased"]), EVENTS.c.position > after)
        .group_by(EVENTS.c.stream)
    )
    return {row.stream: row.last for row in connection.execute(query)}


def _fetched(connection: sa.Connection, asked: str) -> list[tuple[object, ...]]:
    try:
        return _rows(connection, asked)
    except sqlite3.Error as error:
        if "decode" not in str(error):
            raise sa.exc.DatabaseError(asked, None, error) from error
    # text that is no text any more: every byte is kept, so that the row can be named
    raw = cast("sqlite3.Connection", connection.connection.driver_connection)
    raw.text_factory = _undecoded
    try:
        return _rows(connection, asked)
    finally:
        raw.text_factory = str


def _rows(connection: sa.Connection, asked: str) -> list[tuple[object, ...]]:
    # the driver's own tuples: a third quicker than rows that know their columns
    return list(connection.exec_driver_sql(asked).cursor.fetchall())


def _undecoded(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")
