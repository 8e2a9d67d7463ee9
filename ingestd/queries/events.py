"""The log, as people and programs read it."""

import json
from typing import Any

import sqlalchemy as sa

from ingestd.events import Event, Recorded
from ingestd.events.catalogue import entries
from ingestd.queries.paging import LIMIT, Row
from ingestd.store.event_log import EventLog
from ingestd.store.tables import EVENTS, LOG_HEAD, of_types

SHOWN = (
    "position", "id", "stream", "version", "type", "schema", "time", "recorded_at", "actor",
    "causation", "correlation",
)  # fmt: skip


def list_events(
    connection: sa.Connection,
    *,
    after: int = 0,
    type: str | None = None,  # noqa: A002 - the contract's word
    stream: str | None = None,
    limit: int = LIMIT,
) -> list[Row]:
    """Events after a position, in order. `stream` may be short: an article's id will do."""
    query = sa.select(EVENTS).where(EVENTS.c.position > after)
    if type is not None:
        query = query.where(of_types([type]))
    if stream is not None:
        query = query.where(EVENTS.c.stream.in_(_streams(stream)))
    found = connection.execute(query.order_by(EVENTS.c.position).limit(limit))
    return [_row(row) for row in found.mappings()]


def log_id(connection: sa.Connection) -> str:
    """The log's name; events of another log have another one."""
    return str(connection.execute(sa.select(LOG_HEAD.c.log_id)).scalar_one())


def types() -> list[str]:
    """Every event's name."""
    return [entry.name for entry in entries()]


def story(connection: sa.Connection, stream: str) -> list[Recorded[Event]]:
    """Everything that ever happened to one subject."""
    return list(EventLog.stream(connection, stream))


def _streams(stream: str) -> list[str]:
    return [stream] if ":" in stream else [f"document:{stream}", f"source:{stream}"]


def _row(row: Any) -> Row:
    data = json.loads(bytes(row["data"]))
    return {name: row[name] for name in SHOWN} | {"data": data, "hash": row["hash"]}
