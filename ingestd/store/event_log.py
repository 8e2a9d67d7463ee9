"""The log: append-only, dense, in one order for everybody."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from ingestd.clock import Clock, rfc3339
from ingestd.errors import ConflictError
from ingestd.events import Draft, Event, Recorded
from ingestd.events.canonical import canonical
from ingestd.events.catalogue import decode, entry_of, missing_lifts, name_of
from ingestd.events.envelope import TOMBSTONE, bound_hash
from ingestd.events.ids import digest, event_ids
from ingestd.store.driving import driver_of
from ingestd.store.tables import EVENTS, LOG_HEAD, of_types
from ingestd.store.tail import Head, Known, Row, tail_of

# what becomes an event; the others are for those who append and verify
_READ = sa.select(*(column for column in EVENTS.c if column.name not in {"key", "digest"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Events after `floor`, up to and with `ceiling`: every position between was looked at."""

    floor: int
    ceiling: int
    events: tuple[Recorded[Event], ...]


class EventLog:
    """Appends and reads, inside the caller's transaction."""

    def __init__(self, clock: Clock) -> None:
        if missing := missing_lifts():
            raise RuntimeError(f"nothing lifts these earlier versions: {missing}")
        self._clock = clock

    def now(self) -> str:
        """The time by the log's clock, RFC 3339."""
        return rfc3339(self._clock())

    def append(self, connection: sa.Connection, drafts: Sequence[Draft]) -> list[int]:
        """Add facts; return their positions (a known key: the old one). Raises ConflictError.

        Takes the head row, so that whoever appends next waits for this transaction to end:
        call it last.
        """
        if not drafts:
            return []
        # before the head is taken: others can append meanwhile
        prepared = [_prepared(draft) for draft in drafts]
        keys = [draft.key for draft in drafts if draft.key is not None]
        streams = list({ready.stream for ready in prepared})
        tail = tail_of(connection)
        with driver_of(connection) as driver:
            known = tail.read(driver, keys=keys, streams=streams)
            told = _Told(known, recorded_at=self.now())
            positions = [told.place(ready) for ready in prepared]
            if told.rows:
                tail.write(driver, told.rows, told.head)
        return positions

    @staticmethod
    def hold(connection: sa.Connection) -> None:
        """Let nobody else append until this transaction ends; SQLite's writers are alone anyway."""
        if connection.dialect.name != "sqlite":
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

        As those classes that were named: briefs where these are. What was erased is left out.
        """
        ceiling = min(self.head(connection), after + limit)
        query = _READ.where(EVENTS.c.position > after, EVENTS.c.position <= ceiling)
        into = _by_name(types or ())
        if types is not None:
            query = query.where(of_types(into))
        events = _recorded(_rows(connection, query.order_by(EVENTS.c.position)), into)
        return Page(floor=after, ceiling=ceiling, events=tuple(events))

    @staticmethod
    def stream(connection: sa.Connection, stream: str) -> Iterator[Recorded[Event]]:
        """The story of one subject, from its beginning; what was erased is left out."""
        query = _READ.where(EVENTS.c.stream == stream).order_by(EVENTS.c.version)
        yield from _recorded(_rows(connection, query), {})

    @staticmethod
    def at(
        connection: sa.Connection,
        positions: Collection[int],
        *,
        types: Iterable[type[Event]] = (),
    ) -> list[Recorded[Event]]:
        """The events at these positions, in their order; what was erased is left out.

        Briefs among the `types` are what events of theirs come as.
        """
        query = _READ.where(EVENTS.c.position.in_(positions)).order_by(EVENTS.c.position)
        return list(_recorded(_rows(connection, query), _by_name(types)))


class _Prepared(msgspec.Struct, gc=False):  # there are many: nobody looks for rings in them
    """A draft with all that does not depend on its place."""

    draft: Draft
    stream: str
    type: str
    schema: int
    data: bytes
    digest: str


def _prepared(draft: Draft) -> _Prepared:
    fact = draft.event
    entry = entry_of(type(fact))
    data = canonical(fact)
    return _Prepared(draft, fact.stream, entry.name, entry.version, data, digest(data))


class _Told:
    """Facts put one behind the other, as rows to be written after what is known."""

    def __init__(self, known: Known, *, recorded_at: str) -> None:
        self.rows: list[Row] = []
        self._keys, self._versions = known.keys, known.versions
        before = known.head
        self._log_id, self._position, self._hash = before.log_id, before.position, before.hash
        self._recorded_at = max(recorded_at, before.recorded_at)
        self._id_at = event_ids(datetime.fromisoformat(self._recorded_at), before.log_id)

    @property
    def head(self) -> Head:
        """The head after all that was placed."""
        return Head(self._log_id, self._position, self._hash, self._recorded_at)

    def place(self, ready: _Prepared) -> int:
        """Say where a fact stands: after all others, or where its key stands already."""
        draft, stream = ready.draft, ready.stream
        key, version = draft.key, self._versions[stream]
        if key is not None and key in self._keys:
            return self._keys[key]
        if draft.expected is not None and draft.expected != version:
            raise ConflictError(
                f"stream {stream} is at version {version}, not at {draft.expected}"
            )
        self._versions[stream] = version = version + 1
        self._position = position = self._position + 1
        if key is not None:
            self._keys[key] = position
        identity, recorded_at = self._id_at(position), self._recorded_at
        # in the order of COLUMNS, but that the hash before stands where the new one will
        row: Row = [
            self._hash,
            position,
            identity,
            stream,
            version,
            ready.type,
            ready.schema,
            draft.time or recorded_at,
            recorded_at,
            draft.actor,
            draft.causation,
            draft.correlation or identity,
            key,
            ready.digest,
        ]
        row[0] = self._hash = bound_hash(row)
        row.append(ready.data)
        self.rows.append(row)
        return position


def _rows(connection: sa.Connection, query: sa.Select[Any]) -> list[tuple[Any, ...]]:
    """What _READ reads, as the driver has it."""
    result = connection.execute(query, execution_options={"binary": True})
    cursor: Any = result.cursor
    with driver_of(connection):
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    result.close()
    return rows


def _by_name(types: Iterable[type[Event]]) -> dict[str, type[Event]]:
    return {name_of(cls): cls for cls in types}


def _recorded(
    rows: Iterable[tuple[Any, ...]], into: Mapping[str, type[Event]]
) -> Iterator[Recorded[Event]]:
    # taken apart in one go: a rebuild comes by here for every event of the log
    for (
        position, identity, stream, version, kind, schema, time, recorded_at, actor, causation,
        correlation, raw, chained,
    ) in map(tuple, rows):  # fmt: skip
        data = bytes(raw)
        if data == TOMBSTONE:
            continue
        yield Recorded(
            position=position,
            id=identity,
            stream=stream,
            version=version,
            type=kind,
            schema=schema,
            time=time,
            recorded_at=recorded_at,
            actor=actor,
            causation=causation,
            correlation=correlation,
            hash=chained,
            event=decode(kind, schema, data, position=position, into=into.get(kind)),
        )
