"""The one door to either database: what it promises, and how it says what is wrong."""

import sqlite3
import stat
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingestd.errors import (
    ConflictError,
    DamagedStoreError,
    StorageFullError,
    StoreError,
    StoreUnavailableError,
)
from ingestd.store import schema
from ingestd.store.database import GENERATION_MARK, Database, _write_ahead
from ingestd.store.tables import CHECKPOINTS
from tests.fixtures.stores import HandClock


def readers(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(sa.select(CHECKPOINTS.c.reader)).scalars())


def enter(database: Database, reader: str) -> None:
    with database.writing() as connection:
        connection.execute(CHECKPOINTS.insert().values(reader=reader, position=1))


def test_what_was_written_is_there_for_the_next_reader(database: Database) -> None:
    enter(database, "r")

    assert readers(database) == ["r"]


def test_the_same_row_twice_is_a_conflict(database: Database) -> None:
    enter(database, "r")

    with pytest.raises(ConflictError, match="somebody else was first"):
        enter(database, "r")


def test_a_mistake_of_ours_is_not_hidden_as_a_fault_of_the_store(postgres: Database) -> None:
    with pytest.raises(sa.exc.ProgrammingError), postgres.reading() as connection:
        connection.exec_driver_sql("SELECT no_such_column FROM events")


def test_the_password_is_not_told() -> None:
    database = Database("postgresql+psycopg://user:secret@host/name")

    assert database.where == "postgresql+psycopg://user:***@host/name"
    assert not database.is_sqlite


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    database = Database(f"postgresql+psycopg://user@/name?host={tmp_path}")

    with pytest.raises(StoreUnavailableError, match="connection to server") as caught:  # noqa: SIM117
        with database.reading():
            pass

    assert caught.value.hint == "is the database there and running?"
    assert caught.value.retryable


@pytest.mark.parametrize("url", ["no url", "oracle+nothing://host/name", "mongodb://host"])
def test_a_url_that_cannot_be_used_is_told_with_an_example(url: str) -> None:
    with pytest.raises(StoreUnavailableError, match=r"store\.url cannot be used") as caught:
        Database(url)

    assert "postgresql+psycopg://" in str(caught.value.hint)


@pytest.mark.parametrize("name", ["plain", "50% off?", "#1 & Việt Nam", "a=b;c"])
def test_the_embedded_database_stands_in_any_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "data"
    database = Database.in_folder(folder)
    schema.ensure(database, HandClock())
    database.close()

    assert (folder / "ingestd.db").stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(StoreUnavailableError, match="File exists"):
        Database.in_folder(tmp_path / "data")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "ingestd.db").write_text("this is no database, however long it is " * 50)

    with pytest.raises(DamagedStoreError, match=r"is damaged: file is not a database"):
        schema.ensure(Database.in_folder(tmp_path), HandClock())


def test_a_database_that_may_not_be_written_is_told(
    sqlite: Database, sqlite_template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "closed.db"
    path.write_bytes(sqlite_template.read_bytes())
    closed = Database(f"sqlite:///file:{path}?mode=ro&uri=true")

    with pytest.raises(StoreUnavailableError, match="readonly database") as caught:
        enter(closed, "r")

    assert "write permission" in str(caught.value.hint)
    assert readers(closed) == []
    closed.close()


def test_a_full_database_is_told_and_keeps_what_it_had(sqlite: Database) -> None:
    enter(sqlite, "before")

    with sqlite.writing() as connection:  # of the one connection that is used again
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageFullError, match="no room is left"):
        enter(sqlite, "more than a page holds" * 10_000)

    assert readers(sqlite) == ["before"]


def test_a_database_that_another_program_holds_is_told(
    sqlite: Database, tmp_path: Path
) -> None:
    with sqlite.writing() as connection:  # of the one connection that is used again
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")

    other = sqlite3.connect(tmp_path / "data" / "ingestd.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreUnavailableError, match="is locked") as caught:
        enter(sqlite, "r")

    assert caught.value.hint == "another program holds the database; it is tried again"
    other.close()


def test_the_embedded_database_is_synced_to_the_disk_at_every_commit(sqlite: Database) -> None:
    with sqlite.writing() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_only_what_may_be_as_large_as_the_database_is_put_aside_in_files(
    sqlite: Database,
) -> None:
    asked = "PRAGMA temp_store"

    with sqlite.writing() as connection:
        in_memory = connection.exec_driver_sql(asked).scalar()
    with sqlite.bare() as connection:
        for_vacuum = connection.exec_driver_sql(asked).scalar()

    assert (in_memory, for_vacuum) == (2, 0)


def test_what_cannot_stand_in_a_transaction_can_be_said_outside_of_one(
    database: Database,
) -> None:
    with database.bare() as connection:
        connection.exec_driver_sql("VACUUM")

    with database.writing() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def checkpoints_seen(database: Database) -> int:
    with database.glancing() as connection:
        query = sa.select(sa.func.count()).select_from(CHECKPOINTS)
        return int(connection.execute(query).scalar_one())


def test_each_glance_sees_what_was_written_before_it(database: Database) -> None:
    with database.glancing(), database.glancing():
        assert checkpoints_seen(database) == 0
    with database.writing() as connection:
        connection.execute(CHECKPOINTS.insert().values(reader="r", position=1))

    assert [checkpoints_seen(database) for _ in range(4)] == [1] * 4


def test_a_glance_that_fails_hinders_no_other(database: Database) -> None:
    broken = (sa.exc.DBAPIError, StoreError)
    with pytest.raises(broken), database.glancing() as connection:
        connection.exec_driver_sql("SELECT nonsense")

    assert checkpoints_seen(database) == 0


def test_writing_that_fails_hinders_no_other(database: Database) -> None:
    broken = (sa.exc.DBAPIError, StoreError)
    with pytest.raises(broken), database.writing() as connection:
        connection.exec_driver_sql("SELECT no_such_column FROM events")

    enter(database, "r")

    assert readers(database) == ["r"]


def test_a_generation_named_in_one_transaction_is_not_meant_in_the_next(
    database: Database,
) -> None:
    with database.writing() as connection:
        connection.execution_options(generation=1)

    with pytest.raises(KeyError, match="generation"), database.writing() as connection:
        connection.exec_driver_sql(f"SELECT 1 FROM view{GENERATION_MARK}")  # noqa: S608 - our own


def test_the_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    Database.in_folder(tmp_path / "a" / "b").close()

    assert stat.S_ISDIR((tmp_path / "a" / "b").stat().st_mode)


def test_a_file_that_somebody_keeps_for_himself_is_given_up_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    keeper = sqlite3.connect(path, isolation_level=None)
    keeper.execute("CREATE TABLE t (c)")
    keeper.execute("BEGIN EXCLUSIVE")
    other = sqlite3.connect(path, isolation_level=None, timeout=0)

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        _write_ahead(other.cursor(), tries=2)  # type: ignore[arg-type]  # sqlite3's own cursor

    keeper.execute("ROLLBACK")
    _write_ahead(other.cursor(), tries=2)  # type: ignore[arg-type]  # sqlite3's own cursor
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    keeper.close()
    other.close()
