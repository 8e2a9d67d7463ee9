"""Folds page after page into one generation, and keeps what it has read from page to page.

A page is read and folded on a moment of the store, while others write; its rows and the
checkpoint are written together, and so are those of several parts of a long page, which are
read and folded one by one. What is kept is right as long as nobody else moves the
checkpoint or takes up what was parked; where somebody does, the session begins anew from
what is stored. Where the code fails at an event, ever smaller pages lead to it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa

from ingestd.errors import ConflictError, StoreError, StoreUnavailableError
from ingestd.events import Event, Recorded
from ingestd.projections import ahead, parking
from ingestd.projections.ahead import Ahead
from ingestd.projections.parking import BugError, Sorted
from ingestd.projections.patience import garbage_waits
from ingestd.projections.projection import Projection
from ingestd.store import checkpoints, generations, parked
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog, Page
from ingestd.store.generations import BUILDING, Generation
from ingestd.store.parked import Parked
from ingestd.store.rows import Tables

MANY = 1_000_000
AT_ONCE = 2_000
"""Positions that are read and folded together; several such parts may be written together."""


class Session:
    """One worker on one generation of a projection; for one thread.

    While a generation is being built, an event at which the code fails is parked only where
    this `parks`. Raises StoreUnavailableError where another version of the code folded it.
    """

    def __init__(
        self,
        database: Database,
        log: EventLog,
        projection: Projection,
        generation: Generation,
        *,
        parks: bool = False,
        at_once: int = AT_ONCE,
    ) -> None:
        if generation.version != projection.shape.version:
            raise StoreUnavailableError(
                f"{generation.name} was folded by version {generation.version} of its code, "
                f"and this program has version {projection.shape.version}",
                hint="start this program again: it builds the views that it needs",
            )
        self.projection = projection
        self.generation = generation
        self._parks = parks
        self._at_once = at_once
        self._database = database
        self._log = log
        self._tables = Tables(projection.shape.tables)
        self._at: int | None = None  # where the checkpoint stands if nobody else moved it
        self._floor = 0  # where the page began that was tried last
        self._parked: dict[int, str] = {}
        self._at_most = MANY  # positions in a page, fewer where a bug is near
        self._ahead: Ahead | None = None

    @contextmanager
    def reading_ahead(self) -> Iterator[None]:
        """Read a page while the one before is folded, until the block ends."""
        if self._database.is_sqlite:
            yield
            return
        with ahead.reading_ahead(self._read) as reader:
            self._ahead = reader
            try:
                yield
            finally:
                self._ahead = None

    def advance(self, *, limit: int) -> Page:
        """Fold the next page; tell how far that was (ceiling = floor where nothing is left).

        Raises ConflictError where somebody else folded the same events first; nothing of
        this page is written then. After any error the next page begins from what is stored,
        so that a commit of unknown outcome may be tried again.

        An event at which the code fails is parked, and later ones of its stream wait behind
        it; a generation that is being built takes none aside: PoisonError.
        """
        limit = min(limit, self._at_most)
        try:
            with garbage_waits():
                done = self._beside(limit)
        except BugError as bug:
            self.forget()
            return self._nearer(limit, bug.error)
        except BaseException as error:
            self.forget()
            if isinstance(error, sa.exc.ProgrammingError | StoreError) and self._is_gone():
                raise ConflictError(f"{self.generation.reader} was dropped") from error
            raise
        self._settle(done)
        self._at_most = min(2 * self._at_most, MANY)
        return done.page

    def requeue(self) -> int:
        """Fold what is parked, stream by stream, in the order of the log; return how many were.

        All of a stream's events are folded, or none: those wait on.
        """
        with self._database.peeking() as connection:
            waiting = parked.of_reader(connection, self.generation.reader)
        return sum(self._taken_up(stream) for stream in dict.fromkeys(waiting.values()))

    def finish(self, connection: sa.Connection, *, limit: int) -> int:
        """Fold all that is left inside the caller's transaction; return the last position.

        The caller holds the log, and calls `forget` where the transaction fails.
        """
        checkpoints.position_of(connection, self.generation.reader, lock=True)
        while True:
            try:
                done = self._folded(connection, limit)
                if done.page.ceiling == done.page.floor:
                    return done.page.ceiling
                self._write(connection, done)
            except Exception as error:
                if not parking.is_bug(error):
                    raise
                # found outside of this transaction, which holds everybody up
                raise ConflictError(
                    f"an event was not folded: {parking.told(error)}"
                ) from error
            self._settle(done)

    def forget(self) -> None:
        """Keep nothing of what was read."""
        self._tables = Tables(self.projection.shape.tables)
        self._at = None

    def _begin_anew(self, connection: sa.Connection) -> None:
        self.forget()
        if self._floor == 0 and self._is_being_built(connection):
            # nothing is stored yet: what was not written from here is not asked for
            expected = self._log.head(connection)
            self._tables = Tables(self.projection.shape.tables, expected=expected)

    def _beside(self, limit: int) -> Sorted:
        with self._database.peeking() as connection:
            done = self._folded(connection, limit)
        if done.page.ceiling > done.page.floor:
            with self._database.writing() as connection:
                self._write(connection, done)
        return done

    def _folded(self, connection: sa.Connection, limit: int) -> Sorted:
        """Read the next page and fold it in memory, a part at a time."""
        reader = self.generation.reader
        self._floor = checkpoints.position_of(connection, reader)
        waiting = parked.of_reader(connection, reader)
        if self._floor != self._at or waiting != self._parked:
            self._begin_anew(connection)
            self._parked = waiting
        parts = [*self._parts(connection, self._floor, self._floor + limit)]
        page = Page(floor=self._floor, ceiling=parts[-1].page.ceiling, events=())
        late = [each for part in parts for each in part.waiting]
        return Sorted(page=page, events=(), waiting=late)

    def _parts(self, connection: sa.Connection, floor: int, end: int) -> Iterator[Sorted]:
        """Read and fold part after part, up to there or to the end of the log."""
        for after in range(floor, end, self._at_once):
            until = min(after + self._at_once, end)
            part = self._part(connection, after, until - after)
            yield part
            if part.page.ceiling < until:
                return

    def _part(self, connection: sa.Connection, after: int, limit: int) -> Sorted:
        if self._ahead is None:
            page = self._page(connection, after, limit)
        else:
            page = self._ahead.page(after, limit)
        done = parking.sort_out(page, self._parked)
        self._fold(connection, done.events)
        return parking.passed(done)

    def _page(self, connection: sa.Connection, after: int, limit: int) -> Page:
        types = self.projection.types
        return self._log.page(connection, after=after, limit=limit, types=types)

    def _read(self, after: int, limit: int) -> Page:
        # what is in the log stays: it need not be read on the moment that is folded
        with self._database.peeking() as connection:
            return self._page(connection, after, limit)

    def _fold(self, connection: sa.Connection, events: Sequence[Recorded[Event]]) -> None:
        generations.entered(connection, self.generation)
        self._tables.bind(connection)
        self._tables.rest()
        with parking.bugs_apart():
            self.projection.look_ahead(self._tables, events)
            for recorded in events:
                self.projection.fold(self._tables, recorded)
            self._tables.settle()

    def _is_gone(self) -> bool:
        with self._database.peeking() as connection:
            return not generations.stands(connection, self.generation)

    def _write(self, connection: sa.Connection, done: Sorted) -> None:
        reader, page = self.generation.reader, done.page
        # before the rows: who comes second waits here, and has written nothing
        checkpoints.move(connection, reader, floor=page.floor, ceiling=page.ceiling, begun=True)
        if parked.of_reader(connection, reader) != self._parked:
            raise ConflictError(f"what {reader} had parked was taken up by somebody else")
        self._write_rows(connection)
        if done.waiting:
            parked.park(connection, reader, done.waiting, at=self._log.now())

    def _write_rows(self, connection: sa.Connection) -> None:
        generations.entered(connection, self.generation)
        with parking.bugs_apart():
            self._tables.write(connection)

    def _settle(self, done: Sorted) -> None:
        self._tables.written()
        self._at = done.page.ceiling
        self._parked |= {each.position: each.stream for each in done.waiting}

    def _nearer(self, limit: int, error: Exception) -> Page:
        """Try half of a page at which the code failed; at a single event, set that aside."""
        if limit > 1:
            self._at_most = limit // 2
            return self.advance(limit=limit)
        with self._database.writing() as connection:
            page, recorded = self._poison(connection)
            if not self._parks and self._is_being_built(connection):
                raise parking.poison(recorded, self.generation, error) from error
            reader = self.generation.reader
            checkpoints.move(
                connection, reader, floor=page.floor, ceiling=page.ceiling, begun=True
            )
            culprit = Parked(
                position=recorded.position, stream=recorded.stream, error=parking.told(error)
            )
            parked.park(connection, reader, [culprit], at=self._log.now())
        parking.log_parked(recorded, self.generation, error)
        return page

    def _is_being_built(self, connection: sa.Connection) -> bool:
        return self.generation in generations.in_state(
            connection, self.generation.name, BUILDING
        )

    def _poison(self, connection: sa.Connection) -> tuple[Page, Recorded[Event]]:
        reader = self.generation.reader
        floor = checkpoints.position_of(connection, reader, lock=True)
        page = self._page(connection, floor, 1)
        if floor != self._floor or not page.events:
            raise ConflictError(f"{reader} was moved on by somebody else")
        return page, page.events[0]

    def _taken_up(self, stream: str) -> int:
        """Fold what is parked of a stream, in one transaction; return how many events."""
        reader = self.generation.reader
        positions: list[int] = []
        self.forget()
        try:
            with self._database.writing() as connection:
                # who folds meanwhile comes too late, and sees then what was done here
                checkpoints.position_of(connection, reader, lock=True)
                waiting = parked.of_reader(connection, reader)
                positions = [place for place, its in waiting.items() if its == stream]
                self._fold(
                    connection, self._log.at(connection, positions, types=self.projection.types)
                )
                self._write_rows(connection)
                parked.take_back(connection, reader, positions)
        except BugError as bug:
            self._note_failure(positions, bug)
            return 0
        finally:
            self.forget()
        return len(positions)

    def _note_failure(self, positions: Sequence[int], bug: BugError) -> None:
        with self._database.writing() as connection:
            parked.failed_again(
                connection, self.generation.reader, positions[0], error=str(bug)
            )
