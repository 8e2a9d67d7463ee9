"""Forget and refold: a new generation, built beside and compared, then served at once."""

from threading import Event

import sqlalchemy as sa

from ingestd.clock import Clock, rfc3339, system_clock
from ingestd.errors import ConflictError
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay.comparing import Compared, compare, note
from ingestd.replay.filling import PAGE, catch_up, fill, hold
from ingestd.replay.outcomes import Progress, Rebuilt, silent
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import STANDBY, Generation

SWAPS = 50
PATIENCE = 100
"""Milliseconds for which readers who come wait behind those who do not leave."""
PAUSE = 0.05


def rebuild(
    database: Database,
    log: EventLog,
    projection: Projection,
    progress: Progress = silent,
    *,
    clock: Clock = system_clock,
) -> Rebuilt:
    """Fold the whole log into a new generation and serve it; the one before stands by.

    What the same version of the code serves is compared first; differences are told.
    """
    session = fill(database, log, projection, progress)
    compared = _compared(database, log, session)
    position = cut_over(database, log, session, clock=clock)
    rows = compared.rows if compared else count(database, projection, session.generation)
    return Rebuilt(
        projection=projection.name,
        position=position,
        generation=session.generation.number,
        rows=rows,
        differences=compared.differences if compared else (),
    )


def cut_over(database: Database, log: EventLog, session: Session, *, clock: Clock) -> int:
    """Fold the last events and serve the generation, in one transaction; return the position.

    Readers who hold the views for long are waited for again and again, and never for long,
    so that nobody waits long behind them.
    """
    _clear_standby(database, session)
    pause = Event()
    for left in reversed(range(SWAPS)):
        catch_up(database, log, session)
        try:
            return _swap(database, log, session, clock=clock, patience=PATIENCE if left else 0)
        except ConflictError:
            session.forget()
            if not left:
                raise
            pause.wait(PAUSE)
    raise AssertionError("the last try returns or raises")


def _swap(
    database: Database, log: EventLog, session: Session, *, clock: Clock, patience: int
) -> int:
    with database.writing() as connection:
        hold(connection, log, session.projection)
        position = session.finish(connection, limit=PAGE)
        generations.serve(
            connection,
            session.projection.shape,
            session.generation,
            at=rfc3339(clock()),
            patience=patience,
        )
    return position


def _compared(database: Database, log: EventLog, session: Session) -> Compared | None:
    """A comparison with what is served, where the same code folded it."""
    projection = session.projection
    with database.peeking() as connection:
        served = generations.active(connection, projection.name)
    if served is None or served.version != projection.shape.version:
        return None
    before = Session(database, log, projection, served)
    compared = compare(database, log, before, session)
    with database.writing() as connection:
        note(connection, session.generation, compared.rebuilt, compared.position)
    return compared


def _clear_standby(database: Database, session: Session) -> None:
    """Drop the generation that stood by until now: one is enough."""
    with database.writing() as connection:
        generations.hold(connection, session.projection.name)
        for other in generations.in_state(connection, session.projection.name, STANDBY):
            if other != session.generation:
                generations.drop(connection, other)


def count(database: Database, projection: Projection, generation: Generation) -> int:
    """How many rows a generation has in all its tables."""
    with database.peeking() as connection:
        numbered = generations.entered(connection, generation)
        counts = (
            numbered.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in projection.shape.tables
        )
        return sum(map(int, counts))
