"""SQLite's journal is begun anew where it grows long, as soon as nobody reads what stands in it."""

from pathlib import Path

from ingestd.store.database import Database
from ingestd.store.journal import empty, keep_short


def length(database: Database) -> int:
    assert database.file is not None
    return Path(f"{database.file}-wal").stat().st_size


def test_a_long_journal_is_emptied_and_a_short_one_left(sqlite: Database) -> None:
    with sqlite.writing() as connection:
        connection.exec_driver_sql("UPDATE log_head SET epoch = 7")
    long = length(sqlite)

    keep_short(sqlite, long=long)
    was_left = length(sqlite)
    keep_short(sqlite, long=long - 1)

    assert (was_left, length(sqlite)) == (long, 0)


def test_while_somebody_reads_the_journal_grows_on(sqlite: Database) -> None:
    with sqlite.peeking() as connection:
        connection.exec_driver_sql("SELECT position FROM log_head").all()
        with sqlite.writing() as other:
            other.exec_driver_sql("UPDATE log_head SET epoch = 7")
        while_read = empty(sqlite, patience=0)

    assert (while_read, empty(sqlite, patience=0)) == (False, True)
    with sqlite.peeking() as connection:
        assert connection.exec_driver_sql("SELECT epoch FROM log_head").scalar() == 7


def test_a_server_keeps_its_own(database: Database) -> None:
    keep_short(database, long=0)

    assert (database.file is None) == (not database.is_sqlite)
