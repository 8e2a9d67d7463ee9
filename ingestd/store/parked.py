"""Events that a reader could not take in, and those of the same subjects that wait behind them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.store.tables import PARKED

ASKED = 400
"""Values in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """An event set aside: where it stands, of what stream; `error` where it is itself to blame."""

    position: int
    stream: str
    error: str | None = None


def of_reader(connection: sa.Connection, reader: str) -> dict[int, str]:
    """The streams of a reader's parked events by their positions, in the order of the log."""
    query = sa.select(PARKED.c.position, PARKED.c.stream).where(PARKED.c.reader == reader)
    rows = connection.execute(query.order_by(PARKED.c.position))
    return {row.position: row.stream for row in rows}


def park(connection: sa.Connection, reader: str, events: Iterable[Parked], *, at: str) -> None:
    """Set events (one or more) aside, in the transaction that moves the reader past them.

    `at` is when, RFC 3339.
    """
    rows = [
        {
            "reader": reader,
            "position": each.position,
            "stream": each.stream,
            "error": each.error,
            "attempts": 0 if each.error is None else 1,
            "parked_at": at,
        }
        for each in events
    ]
    connection.execute(PARKED.insert(), rows)


def failed_again(connection: sa.Connection, reader: str, position: int, *, error: str) -> None:
    """Count one more attempt, and keep what was wrong this time."""
    connection.execute(
        PARKED.update()
        .where(PARKED.c.reader == reader, PARKED.c.position == position)
        .values(attempts=PARKED.c.attempts + 1, error=error)
    )


def take_back(connection: sa.Connection, reader: str, positions: Collection[int]) -> None:
    """Let events be parked no longer. Raises ConflictError where somebody did so before."""
    wanted = sorted(positions)
    for start in range(0, len(wanted), ASKED):
        some = wanted[start : start + ASKED]
        gone = connection.execute(
            PARKED.delete().where(PARKED.c.reader == reader, PARKED.c.position.in_(some))
        )
        if gone.rowcount != len(some):
            raise ConflictError(f"what was parked by {reader} was taken up by somebody else")


def forget(connection: sa.Connection, reader: str) -> None:
    """Keep nothing of a reader that is no more."""
    connection.execute(PARKED.delete().where(PARKED.c.reader == reader))
