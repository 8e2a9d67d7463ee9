"""Folds page after page into one generation, and keeps what it has read from page to page.

A page is read and folded on a moment of the store, while others write; its rows and the
checkpoint are written together. What is kept is right as long as nobody else moves the
checkpoint; where somebody does, the session begins anew from what is stored.
"""

import sqlalchemy as sa

from ingestd.errors import ConflictError, StoreError, StoreUnavailableError
from ingestd.events import Event, Recorded
from ingestd.projections.projection import Projection
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog, Page
from ingestd.store.generations import Generation
from ingestd.store.rows import Tables


class Session:
    """One worker on one generation of a projection; for one thread.

    Raises StoreUnavailableError where another version of the code folded it.
    """

    def __init__(
        self, database: Database, log: EventLog, projection: Projection, generation: Generation
    ) -> None:
        if generation.version != projection.shape.version:
            raise StoreUnavailableError(
                f"{generation.name} was folded by version {generation.version} of its code, "
                f"and this program has version {projection.shape.version}",
                hint="start this program again: it builds the views that it needs",
            )
        self.projection = projection
        self.generation = generation
        self._database = database
        self._log = log
        self._tables = Tables(projection.shape.tables)
        self._at: int | None = None  # where the checkpoint stands if nobody else moved it

    def advance(self, *, limit: int) -> Page:
        """Fold the next page; it is empty (ceiling = floor) where nothing is left.

        Raises ConflictError where somebody else folded the same events first; nothing of
        this page is written then. After any error the next page begins from what is stored,
        so that a commit of unknown outcome may be tried again.
        """
        try:
            page = self._beside(limit)
        except BaseException as error:
            self.forget()
            if isinstance(error, sa.exc.ProgrammingError | StoreError) and self._is_gone():
                raise ConflictError(f"{self.generation.reader} was dropped") from error
            raise
        self._settle(page)
        return page

    def finish(self, connection: sa.Connection, *, limit: int) -> int:
        """Fold all that is left inside the caller's transaction; return the last position.

        The caller holds the log, and calls `forget` where the transaction fails.
        """
        checkpoints.position_of(connection, self.generation.reader, lock=True)
        while True:
            page = self._folded(connection, limit)
            if page.ceiling == page.floor:
                return page.ceiling
            self._write(connection, page)
            self._settle(page)

    def forget(self) -> None:
        """Keep nothing of what was read."""
        self._tables = Tables(self.projection.shape.tables)
        self._at = None

    def _beside(self, limit: int) -> Page:
        if self.projection.asks:
            with self._database.writing() as connection:
                checkpoints.position_of(connection, self.generation.reader, lock=True)
                page = self._folded(connection, limit)
                self._write(connection, page)
            return page
        with self._database.peeking() as connection:
            page = self._folded(connection, limit)
        if page.ceiling > page.floor:
            with self._database.writing() as connection:
                self._write(connection, page)
        return page

    def _folded(self, connection: sa.Connection, limit: int) -> Page:
        """Read the next page and fold it in memory."""
        generations.entered(connection, self.generation)
        floor = checkpoints.position_of(connection, self.generation.reader)
        if floor != self._at:
            self.forget()
        types = self.projection.types
        page = self._log.page(connection, after=floor, limit=limit, types=types)
        self._tables.bind(connection)
        self.projection.look_ahead(self._tables, page.events)
        for recorded in page.events:
            self._fold_one(recorded)
        return page

    def _is_gone(self) -> bool:
        with self._database.peeking() as connection:
            return not generations.stands(connection, self.generation)

    def _fold_one(self, recorded: Recorded[Event]) -> None:
        self.projection.fold(self._tables, recorded)

    def _write(self, connection: sa.Connection, page: Page) -> None:
        reader = self.generation.reader
        # before the rows: who comes second waits here, and has written nothing
        checkpoints.move(connection, reader, floor=page.floor, ceiling=page.ceiling, begun=True)
        generations.entered(connection, self.generation)
        self._tables.write(connection)

    def _settle(self, page: Page) -> None:
        self._tables.written()
        self._at = page.ceiling
