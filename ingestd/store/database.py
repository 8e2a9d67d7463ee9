"""One door to SQLite or PostgreSQL: short reading and writing transactions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

from ingestd.errors import StoreUnavailableError
from ingestd.store import faults
from ingestd.store.driving import driver_of
from ingestd.store.kept import Kept
from ingestd.store.tables import GENERATIONS
from ingestd.store.tail import NEWS
from ingestd.store.together import Together
from ingestd.store.turns import Turns

T = TypeVar("T")
BUSY_SECONDS = 60
CHECKPOINT_PAGES = 4_000  # 16 MB: a page that is written often is copied back seldom
WRITER_KILOBYTES = 8_000  # what several looks touch together
GENERATION_MARK = "__gen"
BINARY = 1  # what libpq calls it


class Database:
    """Where the log, the checkpoints and the projections stand together.

    A writing transaction is exclusive on SQLite (`BEGIN IMMEDIATE`); on PostgreSQL writers
    meet at the log's head row. A reading transaction sees one moment.
    """

    def __init__(self, url: str | sa.URL) -> None:
        self._engine = _open(url)
        self._writer = _open_writer(url) if self.is_sqlite else self._engine
        # apart from those that have transactions: these are never given back
        glancer = _open(url, poolclass=sa.NullPool) if self.is_sqlite else self._engine
        self._glances, self._kept_writer = Kept(glancer), Kept(self._writer)
        self._turns = Turns()
        self.where = self._engine.url.render_as_string(hide_password=True)
        self._together = Together(self.writing, where=self.where)

    @classmethod
    def in_folder(cls, folder: Path) -> "Database":
        """The embedded default: SQLite, `ingestd.db` in the folder."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise faults.of_file(error, folder) from error
        # not as text: a folder's name may hold what means something in a URL
        return cls(sa.URL.create("sqlite", database=str(folder / "ingestd.db")))

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self._engine.dialect.name == "sqlite"

    @property
    def file(self) -> Path | None:
        """Where SQLite keeps it; None for a server's."""
        return Path(str(self._engine.url.database)) if self.is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One moment of the store, views and tables alike, however long it is read."""
        with self.peeking() as connection:
            if not self.is_sqlite:
                # before the moment is chosen: no view is swapped while it is read
                connection.exec_driver_sql(
                    f"LOCK TABLE {GENERATIONS.name} IN ACCESS SHARE MODE"
                )
            yield connection

    @contextmanager
    def peeking(self) -> Iterator[sa.Connection]:
        """One moment of a store that may not have its tables yet."""
        options: dict[str, Any] = (
            {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        )
        with faults.told_plainly(self.where), self._engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                yield connection

    @contextmanager
    def glancing(self) -> Iterator[sa.Connection]:
        """For a question to the log, or to what stands beside it, that needs no moment.

        Through the driver alone (see `driver_of`) nothing is begun on SQLite, and nothing made
        ready, which takes thrice as long as the answer.
        """
        if not self.is_sqlite:
            with self.reading() as connection:
                yield connection
            return
        with faults.told_plainly(self.where), self._glances.taken() as connection:
            yield connection
            # who asks through SQLAlchemy begins something: the next one would see that moment
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """All or nothing; committed durably at the end of the block."""
        with (
            faults.told_plainly(self.where),
            self._writable() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _writable(self) -> Iterator[sa.Connection]:
        if self.is_sqlite:
            with self._turns, self._kept_writer.taken() as connection:
                yield connection
        else:
            with self._writer.connect() as connection:
                yield connection

    @contextmanager
    def bare(self) -> Iterator[sa.Connection]:
        """No transaction: each statement by itself, for what cannot stand in one (VACUUM)."""
        turn = self._turns if self.is_sqlite else nullcontext()
        options: dict[str, Any] = (
            {"bare": True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        )
        with faults.told_plainly(self.where), turn, self._engine.connect() as plain:
            yield plain.execution_options(**options)

    @contextmanager
    def listening(self) -> Iterator[Callable[[float], bool]]:
        """Hear of appends by whatever process; for PostgreSQL alone.

        Gives a function that waits so many seconds at most, and says whether something was
        heard. A hint: what is told while the connection is down is lost.
        """
        with faults.told_plainly(self.where), self._engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            connection.detach()  # it ends with the block: nobody else hears what it hears
            with driver_of(connection) as driver:
                driver.execute(f"LISTEN {NEWS}")
                yield lambda seconds: any(
                    True for _ in driver.notifies(timeout=seconds, stop_after=1)
                )

    def together(self, work: Callable[[sa.Connection], T]) -> T:
        """Do a small piece of writing in one transaction with what other threads have to write.

        Returns when it is durable. What it raises undoes nothing but its own; where the commit
        fails, or room for it, it fails for all of them. It may run in another thread, and once only.
        """
        return self._together.do(work)

    def close(self) -> None:
        """Give every connection back."""
        self._glances.close()
        self._kept_writer.close()
        self._engine.dispose()
        self._writer.dispose()


def _open(url: str | sa.URL, **pool: Any) -> sa.Engine:
    try:
        engine = sa.create_engine(url, **pool)
    except (sa.exc.ArgumentError, ImportError) as error:
        raise StoreUnavailableError(
            f"store.url cannot be used: {error}",
            hint='write it as "postgresql+psycopg://user@host/database", or leave it out',
        ) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    else:
        sa.event.listen(engine, "before_cursor_execute", _ask_for_binary)
    sa.event.listen(engine, "before_cursor_execute", _name_generation, retval=True)
    return engine


def _open_writer(url: str | sa.URL) -> sa.Engine:
    """SQLite keeps pages at hand for each connection until another one writes: one writes for all."""
    engine = _open(url, pool_size=1, max_overflow=0, execution_options={"writes": True})
    sa.event.listen(engine, "connect", _prepare_writer)
    return engine


def _prepare_writer(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = raw.cursor()
    cursor.execute(f"PRAGMA cache_size = {-WRITER_KILOBYTES}")
    # what a savepoint would bring back is not worth a file
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _prepare_sqlite(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    raw.isolation_level = None  # BEGIN is ours to say
    cursor = raw.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    cursor.execute("PRAGMA foreign_keys = ON")
    # zeros over what is deleted where the page is written anyway; erasing does not rest on it
    cursor.execute("PRAGMA secure_delete = FAST")
    cursor.close()


def _write_ahead(cursor: DBAPICursor, *, tries: int = 100) -> None:
    # where several come to a new file at once, this one statement does not wait for the others
    pause = Event()
    while True:
        tries -= 1
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if not tries:
                raise
            pause.wait(0.05)
        else:
            return


def _begin_sqlite(connection: sa.Connection) -> None:
    # A deferred BEGIN that writes later can meet BUSY in the middle; IMMEDIATE waits at the door.
    options = connection.get_execution_options()
    if not options.get("bare", False):
        writes = options.get("writes", False)
        with driver_of(connection) as driver:
            driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _ask_for_binary(
    _connection: sa.Connection,
    cursor: Any,
    _statement: str,
    _parameters: Any,
    context: Any,
    _many: bool,  # noqa: FBT001 - the signature is SQLAlchemy's
) -> None:
    """Let PostgreSQL answer in bytes, not in text, where the statement's option `binary` is set.

    Read by the driver's own types alone, a third quicker: bytes are no hexadecimal digits then.
    """
    if context is not None and context.execution_options.get("binary", False):
        cursor.format = BINARY


def _name_generation(
    _connection: sa.Connection,
    _cursor: Any,
    statement: str,
    parameters: Any,
    context: Any,
    _many: bool,  # noqa: FBT001 - the signature is SQLAlchemy's
) -> tuple[str, Any]:
    """Say which generation of a projection's tables a statement means (see generations.py)."""
    if GENERATION_MARK in statement:
        generation = context.execution_options["generation"]
        statement = statement.replace(GENERATION_MARK, f"__g{generation}")
    return statement, parameters
