"""Compares what is served with a rebuild, at one position, while others go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from ingestd.errors import PoisonError
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay.content import Content, as_text, content_of, first_difference, name_of
from ingestd.replay.filling import PAGE, catch_up, fill, give_up, hold
from ingestd.replay.outcomes import Difference, Progress, Verified, silent
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import Generation

TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What two generations hold at one position, and where they part."""

    position: int
    served: Content
    rebuilt: Content
    differences: tuple[Difference, ...]

    @property
    def rows(self) -> int:
        """How many rows the rebuild has."""
        return sum(table.rows for table in self.rebuilt.values())


def verify(
    database: Database, log: EventLog, projection: Projection, progress: Progress = silent
) -> Verified:
    """Build beside, bring both to one position, compare, and drop the copy.

    Raises PoisonError where the code fails at an event, which says that nothing can be compared.
    """
    try:
        rebuilt = fill(database, log, projection, progress)
    except PoisonError:
        give_up(database, projection)
        raise
    served = Session(database, log, projection, _served(database, projection))
    compared = compare(database, log, served, rebuilt)
    with database.writing() as connection:
        generations.hold(connection, projection.name)
        note(connection, served.generation, compared.served, compared.position)
        generations.drop(connection, rebuilt.generation)
    return Verified(
        projection=projection.name,
        position=compared.position,
        rows=compared.rows,
        differences=compared.differences,
    )


def compare(
    database: Database,
    log: EventLog,
    served: Session,
    rebuilt: Session,
    *,
    tries: int = TRIES,
) -> Compared:
    """Bring both to one position and compare them there; others append and fold meanwhile.

    Only where somebody moves what is served each time one tries, do they wait.
    """
    catch_up(database, log, served)
    for _ in range(tries):
        with _level(database, log, served, rebuilt):
            pass
        with database.peeking() as connection:
            places = {_position(connection, one.generation) for one in (served, rebuilt)}
            if len(places) == 1:
                return _compared(connection, served, rebuilt, places.pop())
    with _level(database, log, served, rebuilt) as connection:
        position = _position(connection, rebuilt.generation)
        return _compared(connection, served, rebuilt, position)


def note(
    connection: sa.Connection, generation: Generation, content: Content, position: int
) -> None:
    """Keep what was found with the generation."""
    generations.note_content(connection, generation, as_text(content, position=position))


@contextmanager
def _level(
    database: Database, log: EventLog, served: Session, rebuilt: Session
) -> Iterator[sa.Connection]:
    """Bring both to the head, inside a transaction that holds it."""
    try:
        with database.writing() as connection:
            hold(connection, log, served.projection)
            served.finish(connection, limit=PAGE)
            rebuilt.finish(connection, limit=PAGE)
            yield connection
    except BaseException:
        served.forget()
        rebuilt.forget()
        raise


def _compared(
    connection: sa.Connection, served: Session, rebuilt: Session, position: int
) -> Compared:
    projection = served.projection
    contents = [content_of(connection, projection, one.generation) for one in (served, rebuilt)]
    found = [
        first_difference(connection, table, served.generation, rebuilt.generation)
        for table in projection.shape.tables
        if contents[0][name_of(table)] != contents[1][name_of(table)]
    ]
    return Compared(
        position=position,
        served=contents[0],
        rebuilt=contents[1],
        differences=tuple(difference for difference in found if difference),
    )


def _served(database: Database, projection: Projection) -> Generation:
    """What is served; where nothing is yet, a first generation that is empty."""
    with database.writing() as connection:
        generations.hold(connection, projection.name)
        served = generations.active(connection, projection.name)
        if served is None:
            served = generations.first(connection, projection.shape)
    return served


def _position(connection: sa.Connection, generation: Generation) -> int:
    return checkpoints.position_of(connection, generation.reader)
