"""The views as they were: what the log said up to a moment, folded into a file of its own."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import sqlalchemy as sa

from ingestd.clock import Clock, rfc3339
from ingestd.errors import UsageError
from ingestd.projections.projection import Projection
from ingestd.replay.outcomes import Progress, Rebuilt
from ingestd.replay.rebuilding import rebuild
from ingestd.store.copies import copy_log, fresh_file
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.tables import EVENTS

HOW_TO_SAY = (
    "write a date (2026-11-22, its end in UTC), a time (2026-11-22T08:00:00Z) or a position"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A moment of the log: its last event then, and when that was recorded."""

    position: int
    recorded_at: str


def past(database: Database, asked: str, clock: Clock) -> Past:
    """The last event at or before a time, or at a position.

    A date alone means its end in UTC. Raises UsageError for what is neither, for what lies
    before the first event, and for what is still to come.
    """
    with database.reading() as connection:
        head = EventLog.head(connection)
        if not head:
            raise UsageError("the log is empty: there is no past yet")
        if asked.isdecimal() and asked.isascii():
            position = _checked(int(asked), head)
        else:
            moment = _moment(asked, now := clock())
            if moment > now:
                raise UsageError(f"{asked} is still to come", hint=_ends(connection, head))
            position = _position_at(connection, rfc3339(moment), head)
        return Past(position=position, recorded_at=_recorded_at(connection, position))


def write_past(
    database: Database,
    projections: Sequence[Projection],
    until: Past,
    into: Path,
    *,
    clock: Clock,
    progress: Progress,
) -> list[Rebuilt]:
    """Write a SQLite file with the log up to then, and these projections folded from it.

    The file is there only when it is complete. Raises UsageError where one is there already.
    """
    with fresh_file(into, clock) as target:
        copy_log(database, target, until=until.position, progress=progress)
        log = EventLog(clock)
        return [
            rebuild(target, log, projection, progress, clock=clock)
            for projection in projections
        ]


def _checked(position: int, head: int) -> int:
    if 1 <= position <= head:
        return position
    raise UsageError(
        f"there is no position {position} in the log", hint=f"it goes from 1 to {head}"
    )


def _moment(asked: str, now: datetime) -> datetime:
    """Of a day that has not ended, what there is of it."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return _time(asked)
    begins, ends = (datetime.combine(day, at, UTC) for at in (time.min, time.max))
    return min(ends, max(begins, now))


def _time(asked: str) -> datetime:
    try:
        told = datetime.fromisoformat(asked)
        return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:  # a year before 1, or after 9999, in UTC
        raise UsageError(f"--as-of {asked!r} is no time", hint=HOW_TO_SAY) from error


def _ends(connection: sa.Connection, head: int) -> str:
    return f"the log ends at position {head}, recorded {_recorded_at(connection, head)}"


def _position_at(connection: sa.Connection, moment: str, head: int) -> int:
    # recorded_at never goes back: no more than log2(head) events are looked at
    position = bisect_right(
        range(1, head + 1), moment, key=lambda each: _recorded_at(connection, each)
    )
    if position:
        return position
    first = _recorded_at(connection, 1)
    raise UsageError(f"the log begins after {moment}", hint=f"its first event is of {first}")


def _recorded_at(connection: sa.Connection, position: int) -> str:
    query = sa.select(EVENTS.c.recorded_at).where(EVENTS.c.position == position)
    found: str = connection.execute(query).scalar_one()
    return found
