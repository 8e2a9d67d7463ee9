"""Fills a generation beside what is served, while others append, fold and read."""

import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay.outcomes import Progress, silent
from ingestd.store import checkpoints, generations, journal, parked
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import BUILDING, Generation, Shape

PAGE = 6_000
"""So many positions are written together: what changes again and again is written once."""
AT_ONCE = 3_000
"""So many of them are folded together; with all of a page it is a tenth more memory, 5 % less work."""
NEARLY = 100
"""So many events are left to be folded while nobody can append."""


def fill(
    database: Database,
    log: EventLog,
    projection: Projection,
    progress: Progress = silent,
    *,
    parks: bool = False,
) -> Session:
    """Fold the log into a new generation, all but what is appended meanwhile.

    Goes on with one that the same version began, where it was interrupted.
    """
    session = begin(database, log, projection, parks=parks)
    generation = session.generation
    catch_up(database, log, session, progress)
    with database.writing() as connection:
        generations.complete(connection, projection.shape, generation)
    catch_up(database, log, session, progress)
    return session


def begin(
    database: Database, log: EventLog, projection: Projection, *, parks: bool = False
) -> Session:
    """A session on a new generation, or on one that the same version began before."""
    with database.writing() as connection:
        generation = _registered(connection, projection.shape, parks=parks)
    return Session(database, log, projection, generation, parks=parks, at_once=AT_ONCE)


def reach(
    database: Database, log: EventLog, session: Session, position: int, *, progress: Progress
) -> None:
    """Fold up to a position and no further, where that is not reached yet."""
    ceiling, head = _place(database, log, session.generation)
    with session.reading_ahead():
        while ceiling < position:
            ceiling = session.advance(limit=min(PAGE, position - ceiling)).ceiling
            journal.keep_short(database)
            progress(ceiling, head)


def catch_up(
    database: Database, log: EventLog, session: Session, progress: Progress = silent
) -> None:
    """Fold what is there, and what came meanwhile as long as that gets less."""
    with session.reading_ahead():
        _catch_up(database, log, session, progress)


def _catch_up(database: Database, log: EventLog, session: Session, progress: Progress) -> None:
    ceiling, head = _place(database, log, session.generation)
    goal, lag = head, 0
    while True:
        while ceiling < goal:
            floor = ceiling
            try:
                ceiling = session.advance(limit=PAGE).ceiling
            except ConflictError:  # somebody else may be folding what is served
                ceiling, head = _place(database, log, session.generation)
            if ceiling == floor:
                raise ConflictError(f"{session.generation.reader} does not move on")
            journal.keep_short(database)
            progress(ceiling, max(ceiling, head))
        ceiling, head = _place(database, log, session.generation)
        if head - ceiling <= NEARLY or 0 < lag <= head - ceiling:
            return
        goal, lag = head, head - ceiling


def give_up(database: Database, projection: Projection) -> None:
    """Drop what was begun and never served."""
    with database.writing() as connection:
        generations.hold(connection, projection.name)
        for begun in generations.in_state(connection, projection.name, BUILDING):
            generations.drop(connection, begun)


def hold(connection: sa.Connection, log: EventLog, projection: Projection) -> None:
    """Let nobody append, nor begin or swap generations, until the transaction ends."""
    # the log before the projection, as everybody does, so that nobody waits in a ring
    log.hold(connection)
    generations.hold(connection, projection.name)


def _place(database: Database, log: EventLog, generation: Generation) -> tuple[int, int]:
    with database.peeking() as connection:
        return checkpoints.position_of(connection, generation.reader), log.head(connection)


def _registered(connection: sa.Connection, shape: Shape, *, parks: bool) -> Generation:
    generations.hold(connection, shape.name)
    for begun in generations.in_state(connection, shape.name, BUILDING):
        whole = parks or not parked.of_reader(connection, begun.reader)
        if whole and generations.fits(connection, shape, begun):
            return begun
        generations.drop(connection, begun)
    return generations.begin(connection, shape, bare=True)
