"""Moves what is served of a projection forward, as the log grows."""

from ingestd.errors import ConflictError
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import Generation

PAGE = 100  # what is written at once keeps other writers waiting


class Following:
    """Follows the generation that is served, whichever that is; for one thread."""

    def __init__(self, database: Database, log: EventLog, projection: Projection) -> None:
        self._database = database
        self._log = log
        self._projection = projection
        self._session: Session | None = None

    def advance(self, *, limit: int = PAGE) -> int:
        """Fold the next events; return how many positions were passed.

        Begins the first generation where there is none. Raises StoreUnavailableError where
        another version of the code folded what is served.
        """
        with self._database.peeking() as connection:
            served = generations.active(connection, self._projection.name)
            floor = checkpoints.position_of(connection, served.reader) if served else 0
            if served is not None and floor == self._log.head(connection):
                return 0
        session = self._session_on(served or self._first())
        try:
            page = session.advance(limit=limit)
        except ConflictError:
            if self._stands(session.generation, floor):
                raise
            return 1  # somebody else was quicker, or serves another: there is more to see
        return page.ceiling - page.floor

    def requeue(self) -> int:
        """Try again what is parked; return how many events are folded now."""
        with self._database.peeking() as connection:
            served = generations.active(connection, self._projection.name)
        return self._session_on(served).requeue() if served else 0

    def _stands(self, generation: Generation, floor: int) -> bool:
        with self._database.peeking() as connection:
            served = generations.active(connection, generation.name)
            position = checkpoints.position_of(connection, generation.reader)
        return served == generation and position == floor

    def _first(self) -> Generation:
        shape = self._projection.shape
        with self._database.writing() as connection:
            generations.hold(connection, shape.name)
            served = generations.active(connection, shape.name)
            if served is None:
                served = generations.first(connection, shape)
        return served

    def _session_on(self, served: Generation) -> Session:
        if self._session is None or self._session.generation != served:
            self._session = Session(self._database, self._log, self._projection, served)
        return self._session


def advance(
    database: Database, log: EventLog, projection: Projection, *, limit: int = PAGE
) -> int:
    """Fold the next events into what is served, once; return how many positions were passed."""
    return Following(database, log, projection).advance(limit=limit)


def is_current(database: Database, projection: Projection) -> bool:
    """Whether what is served was folded by today's version of the projection."""
    with database.peeking() as connection:
        served = generations.active(connection, projection.name)
    return served is not None and served.version == projection.shape.version
