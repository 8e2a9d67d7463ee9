"""The log: append-only, dense, in one order for everybody."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from ingestd.clock import Clock, rfc3339
from ingestd.errors import ConflictError
from ingestd.events import Draft, Event, Recorded
from ingestd.events.catalogue import decode, entry_of
from ingestd.events.envelope import ENVELOPE, TOMBSTONE, chain_hash
from ingestd.events.ids import digest, event_id
from ingestd.store.tables import EVENTS, LOG_HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Events after `floor`, up to and with `ceiling`: every position between was looked at."""

    floor: int
    ceiling: int
    events: tuple[Recorded[Event], ...]


class EventLog:
    """Appends and reads, inside the caller's transaction."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def append(self, connection: sa.Connection, drafts: Sequence[Draft]) -> list[int]:
        """Add facts; return their positions (a known key: the old one). Raises ConflictError.

        Takes the head row, so that whoever appends next waits for this transaction to end:
        call it last.
        """
        if not drafts:
            return []
        head = connection.execute(sa.select(LOG_HEAD).with_for_update()).one()
        known = self._positions_of_keys(connection, drafts)
        versions = self._versions(connection, {draft.event.stream for draft in drafts})
        recorded_at = max(rfc3339(self._clock()), head.recorded_at)
        position, last_hash = head.position, head.hash
        rows: list[dict[str, Any]] = []
        positions: list[int] = []
        for draft in drafts:
            if draft.key in known:
                positions.append(known[draft.key])
                continue
            stream = draft.event.stream
            _check_version(draft, versions[stream])
            position += 1
            versions[stream] += 1
            row = _row(
                draft,
                position,
                versions[stream],
                recorded_at=recorded_at,
                log_id=head.log_id,
            )
            last_hash = row["hash"] = chain_hash(
                last_hash, [row[name] for name in ENVELOPE], row["digest"]
            )
            rows.append(row)
            positions.append(position)
            if draft.key is not None:
                known[draft.key] = position
        if rows:
            connection.execute(EVENTS.insert(), rows)
            connection.execute(
                LOG_HEAD.update().values(
                    position=position, hash=last_hash, recorded_at=recorded_at
                )
            )
        return positions

    @staticmethod
    def _positions_of_keys(
        connection: sa.Connection, drafts: Sequence[Draft]
    ) -> dict[str | None, int]:
        keys = [draft.key for draft in drafts if draft.key is not None]
        rows = connection.execute(
            sa.select(EVENTS.c.key, EVENTS.c.position).where(EVENTS.c.key.in_(keys))
        )
        return {row.key: row.position for row in rows}

    @staticmethod
    def _versions(connection: sa.Connection, streams: set[str]) -> dict[str, int]:
        rows = connection.execute(
            sa.select(EVENTS.c.stream, sa.func.max(EVENTS.c.version).label("last"))
            .where(EVENTS.c.stream.in_(sorted(streams)))
            .group_by(EVENTS.c.stream)
        )
        return dict.fromkeys(streams, 0) | {row.stream: row.last for row in rows}

    @staticmethod
    def hold(connection: sa.Connection) -> None:
        """Let nobody else append until this transaction ends; SQLite's writers are alone anyway."""
        connection.execute(sa.select(LOG_HEAD.c.position).with_for_update())

    @staticmethod
    def head(connection: sa.Connection) -> int:
        """The position of the last event; 0 for an empty log."""
        return int(connection.execute(sa.select(LOG_HEAD.c.position)).scalar_one())

    def page(
        self,
        connection: sa.Connection,
        *,
        after: int,
        limit: int,
        types: Iterable[type[Event]] | None = None,
    ) -> Page:
        """Look at the next `limit` positions; bring those events that are of the types.

        What was erased is left out.
        """
        ceiling = min(self.head(connection), after + limit)
        query = sa.select(EVENTS).where(EVENTS.c.position > after, EVENTS.c.position <= ceiling)
        if types is not None:
            query = query.where(EVENTS.c.type.in_(sorted(entry_of(cls).name for cls in types)))
        rows = connection.execute(query.order_by(EVENTS.c.position))
        return Page(floor=after, ceiling=ceiling, events=tuple(_recorded(rows)))

    @staticmethod
    def stream(connection: sa.Connection, stream: str) -> Iterator[Recorded[Event]]:
        """The story of one subject, from its beginning; what was erased is left out."""
        query = sa.select(EVENTS).where(EVENTS.c.stream == stream).order_by(EVENTS.c.version)
        yield from _recorded(connection.execute(query))


def _check_version(draft: Draft, found: int) -> None:
    if draft.expected is not None and draft.expected != found:
        raise ConflictError(
            f"stream {draft.event.stream} is at version {found}, not at {draft.expected}"
        )


def _row(
    draft: Draft, position: int, version: int, *, recorded_at: str, log_id: str
) -> dict[str, Any]:
    identity = event_id(datetime.fromisoformat(recorded_at), log_id, position)
    data = draft.data
    return {
        "position": position,
        "id": identity,
        "stream": draft.event.stream,
        "version": version,
        "type": draft.type,
        "schema": draft.schema,
        "time": draft.time or recorded_at,
        "recorded_at": recorded_at,
        "actor": draft.actor,
        "causation": draft.causation,
        "correlation": draft.correlation or identity,
        "key": draft.key,
        "data": data,
        "digest": digest(data),
    }


def _recorded(rows: Iterable[sa.Row[Any]]) -> Iterator[Recorded[Event]]:
    for row in rows:
        data = bytes(row.data)
        if data == TOMBSTONE:
            continue
        fields = {name: getattr(row, name) for name in ENVELOPE if name != "key"}
        event = decode(row.type, row.schema, data, position=row.position)
        yield Recorded(**fields, data=data, hash=row.hash, event=event)
