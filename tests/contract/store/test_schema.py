"""The log's tables are made once, whoever comes first, and never by an older ingestd."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa

from ingestd.errors import StoreUnavailableError
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.tables import LOG_HEAD, METADATA
from tests.fixtures.stores import BEGINNING, KINDS, HandClock


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where nothing is yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ingestd.db'}"
    return str(request.getfixturevalue("postgres_database"))


def shape(database: Database) -> dict[str, set[tuple[str, bool]]]:
    with database.reading() as connection:
        inspector = sa.inspect(connection)
        return {
            table: {(c["name"], c["nullable"]) for c in inspector.get_columns(table)}
            for table in inspector.get_table_names()
            if table != "alembic_version"
        }


def log_ids(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(sa.select(LOG_HEAD.c.log_id)).scalars())


def test_the_migrations_lead_to_the_tables_that_the_code_means(url: str) -> None:
    database = Database(url)

    schema.ensure(database, HandClock())

    assert shape(database) == {
        table.name: {(c.name, bool(c.nullable)) for c in table.c}
        for table in METADATA.sorted_tables
    }
    database.close()


def test_a_second_time_nothing_changes(url: str) -> None:
    database = Database(url)
    schema.ensure(database, HandClock())
    before = log_ids(database)

    schema.ensure(database, HandClock())

    assert log_ids(database) == before
    database.close()


def test_several_may_come_first_at_once(url: str) -> None:
    start = Barrier(4)

    def come(_number: int) -> list[str]:
        database = Database(url)
        start.wait()
        schema.ensure(database, lambda: BEGINNING)
        found = log_ids(database)
        database.close()
        return found

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(come, range(4)))

    assert len(found[0]) == 1
    assert found == [found[0]] * 4


def test_a_store_of_a_later_version_is_refused(url: str) -> None:
    database = Database(url)
    schema.ensure(database, HandClock())
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(
        StoreUnavailableError, match=r"later version of ingestd \(schema 9999\)"
    ):
        schema.ensure(database, HandClock())

    database.close()


def test_two_logs_have_two_names(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        database = Database.in_folder(tmp_path / name)
        schema.ensure(database, lambda: BEGINNING)
        found += log_ids(database)
        database.close()

    assert len(set(found)) == 2
