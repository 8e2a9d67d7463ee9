"""The generation that was served before: kept level for a while, to go back to."""

from datetime import datetime, timedelta

from ingestd.clock import Clock, system_clock
from ingestd.errors import ConflictError, UsageError
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay.filling import PAGE
from ingestd.replay.outcomes import Rebuilt
from ingestd.replay.rebuilding import count, cut_over
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import STANDBY, Generation

KEPT = timedelta(days=1)


def roll_back(
    database: Database, log: EventLog, projection: Projection, *, clock: Clock = system_clock
) -> Rebuilt:
    """Bring the generation that stands by level and serve it; what was served stands by.

    Raises UsageError where there is none, or where another version of the code folded it.
    """
    generation = standing_by(database, projection)
    if generation is None:
        raise UsageError(
            f"there is no generation of {projection.name} to go back to",
            hint="the one before a rebuild is kept for a day, until the next rebuild",
        )
    if generation.version != projection.shape.version:
        raise UsageError(
            f"the generation of {projection.name} that stands by was folded by version "
            f"{generation.version} of its code; this program has {projection.shape.version}",
            hint="go back with the version of ingestd that made it",
        )
    session = Session(database, log, projection, generation)
    position = cut_over(database, log, session, clock=clock)
    return Rebuilt(
        projection=projection.name,
        position=position,
        generation=generation.number,
        rows=count(database, projection, generation),
    )


def standing_by(database: Database, projection: Projection) -> Generation | None:
    """The generation that was served before, where it is still there."""
    with database.peeking() as connection:
        found = generations.in_state(connection, projection.name, STANDBY)
    return found[-1] if found else None


def tend(database: Database, log: EventLog, projection: Projection, *, clock: Clock) -> int:
    """Drop what has stood by for a day, else feed it a page; return the positions passed.

    For when there is nothing else to do.
    """
    generation = standing_by(database, projection)
    if generation is None:
        return 0
    with database.peeking() as connection:
        served = generations.active(connection, projection.name)
        since = generations.served_at(connection, served) if served else None
        level = checkpoints.position_of(connection, generation.reader) == log.head(connection)
    if since is not None and clock() - datetime.fromisoformat(since) > KEPT:
        _drop(database, projection, generation)
        return 0
    if level or generation.version != projection.shape.version:
        return 0
    try:
        page = Session(database, log, projection, generation).advance(limit=PAGE)
    except ConflictError:
        return 0  # somebody else tends it, or has dropped it
    return page.ceiling - page.floor


def _drop(database: Database, projection: Projection, generation: Generation) -> None:
    with database.writing() as connection:
        generations.hold(connection, projection.name)
        if generation in generations.in_state(connection, projection.name, STANDBY):
            generations.drop(connection, generation)
