"""The beginning of a log, copied into a SQLite file of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from ingestd.clock import Clock
from ingestd.errors import UsageError
from ingestd.store import faults, schema
from ingestd.store.database import Database
from ingestd.store.tables import EVENTS, LOG_HEAD

PAGE = 1_000
BESIDE = ("", "-wal", "-shm", "-journal")
COLUMNS = [column.name for column in EVENTS.columns]
# in the driver's own words: half the time
INSERT = f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608


@contextmanager
def fresh_file(path: Path, clock: Clock) -> Iterator[Database]:
    """A new store in a file that is there under its name only when the block ended well.

    Raises UsageError where something is there already.
    """
    _refuse(path)
    growing = path.with_name(f".{path.name}.part")
    _remove(growing)
    database = Database(sa.URL.create("sqlite", database=str(growing)))
    try:
        schema.ensure(database, clock)
        yield database
        database.close()
        _settle(growing)
        _refuse(path)  # it took a while
        with _files_told_plainly(path):
            growing.rename(path)
    finally:
        database.close()
        _remove(growing)


def copy_log(
    source: Database, target: Database, *, until: int, progress: Callable[[int, int], None]
) -> None:
    """Copy the events up to and with a position (1 or more), and the head as it was then.

    The copy keeps the log's name: so nothing can be added to it, for that would be another log.
    """
    for floor in range(0, until, PAGE):
        ceiling = min(floor + PAGE, until)
        with source.reading() as connection:
            events = _events(connection, floor, ceiling)
        with target.writing() as connection:
            connection.exec_driver_sql(INSERT, events)
        progress(ceiling, until)
    with source.reading() as connection:
        head = dict(connection.execute(sa.select(LOG_HEAD)).mappings().one())
        last = dict(zip(COLUMNS, *_events(connection, until - 1, until), strict=True))
    then = {name: last[name] for name in ("position", "hash", "recorded_at")}
    with target.writing() as connection:
        connection.execute(LOG_HEAD.update().values(head | then))
        connection.exec_driver_sql(
            "CREATE TRIGGER events_are_past BEFORE INSERT ON events BEGIN "
            "SELECT RAISE(ABORT, 'this is the past: nothing can be added'); END"
        )


def _events(connection: sa.Connection, floor: int, ceiling: int) -> list[tuple[object, ...]]:
    query = sa.select(EVENTS).where(EVENTS.c.position > floor, EVENTS.c.position <= ceiling)
    return [tuple(row) for row in connection.execute(query.order_by("position"))]


def _refuse(path: Path) -> None:
    if path.exists():
        raise UsageError(
            f"{path} is there already", hint="name a file that is not there, or remove it"
        )


def _settle(path: Path) -> None:
    """Make one file of the database, which needs no other beside it to be read."""
    url = sa.URL.create("sqlite", database=str(path))
    plain = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with faults.told_plainly(str(path)), plain.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")


def _remove(path: Path) -> None:
    with _files_told_plainly(path):
        for suffix in BESIDE:
            path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _files_told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.of_file(error, path) from error
