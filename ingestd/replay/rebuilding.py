"""Forget and refold: a new generation, built beside and compared, then served at once."""

from collections.abc import Sequence
from threading import Event

import sqlalchemy as sa

from ingestd.clock import Clock, rfc3339, system_clock
from ingestd.errors import ConflictError
from ingestd.events import Draft
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay.changes import Changes, changes_of, drafts_of
from ingestd.replay.comparing import Compared, compare, note
from ingestd.replay.filling import PAGE, begin, catch_up, fill, hold, reach
from ingestd.replay.outcomes import Progress, Rebuilt, silent
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import STANDBY, Generation

TRIES = 50
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
    parks: bool = False,
) -> Rebuilt:
    """Fold the whole log into a new generation and serve it; the one before stands by.

    Raises PoisonError for an event at which the code fails, unless it `parks` such.

    What the same version of the code serves is compared first; differences are told. Of
    what another version serves the ids are compared; those that are no more lead on.
    """
    served = _served(database, projection)
    changes = Changes()
    if served is not None and served.version != projection.shape.version:
        session = begin(database, log, projection, parks=parks)
        # other code left it there: it does not move by itself
        reach(database, log, session, _position(database, served), progress=progress)
        changes = _changes(database, session)
    session = fill(database, log, projection, progress, parks=parks)
    compared = _compared(database, log, session, served)
    if compared is not None and compared.differences:
        changes = _changes(database, session)
    drafts = drafts_of(changes, projection)
    position = cut_over(database, log, session, clock=clock, drafts=drafts)
    rows = compared.rows if compared else count(database, projection, session.generation)
    return Rebuilt(
        projection=projection.name,
        position=position,
        generation=session.generation.number,
        rows=rows,
        differences=compared.differences if compared else (),
        changes=changes.kinds,
    )


def cut_over(
    database: Database,
    log: EventLog,
    session: Session,
    *,
    clock: Clock,
    drafts: Sequence[Draft] = (),
    tries: int = TRIES,
) -> int:
    """Fold the last events and serve the generation, in one transaction; return the position.

    The drafts are recorded in the same. Readers who hold the views for long are waited for
    again and again, and never for long, so that nobody waits long behind them; only the last
    of the `tries` waits as long as it takes.
    """
    _clear_standby(database, session)
    pause = Event()
    for _ in range(tries - 1):
        catch_up(database, log, session)
        try:
            return _swap(database, log, session, clock=clock, patience=PATIENCE, drafts=drafts)
        except ConflictError:
            session.forget()
            pause.wait(PAUSE)
    catch_up(database, log, session)
    return _swap(database, log, session, clock=clock, patience=0, drafts=drafts)


def _swap(
    database: Database,
    log: EventLog,
    session: Session,
    *,
    clock: Clock,
    patience: int,
    drafts: Sequence[Draft],
) -> int:
    shape = session.projection.shape
    with database.writing() as connection:
        hold(connection, log, session.projection)
        position = session.finish(connection, limit=PAGE)
        at = rfc3339(clock())
        generations.serve(connection, shape, session.generation, at=at, patience=patience)
        log.append(connection, drafts)
    return position


def _served(database: Database, projection: Projection) -> Generation | None:
    with database.peeking() as connection:
        return generations.active(connection, projection.name)


def _compared(
    database: Database, log: EventLog, session: Session, served: Generation | None
) -> Compared | None:
    """A comparison with what is served, where the same code folded it."""
    projection = session.projection
    if served is None or served.version != projection.shape.version:
        return None
    before = Session(database, log, projection, served)
    compared = compare(database, log, before, session)
    with database.writing() as connection:
        note(connection, session.generation, compared.rebuilt, compared.position)
    return compared


def _position(database: Database, generation: Generation) -> int:
    with database.peeking() as connection:
        return checkpoints.position_of(connection, generation.reader)


def _changes(database: Database, session: Session) -> Changes:
    with database.peeking() as connection:
        return changes_of(connection, session.projection, session.generation)


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
