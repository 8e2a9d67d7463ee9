"""The PostgreSQL of the tests is a real one, and each test's database is its own."""

import sqlalchemy as sa


def asked(url: str, statement: str) -> object:
    with sa.create_engine(url, poolclass=sa.NullPool).begin() as connection:
        return connection.exec_driver_sql(statement).scalar()


def test_it_answers_as_a_postgresql_that_ingestd_supports(postgres_url: str) -> None:
    version = asked(postgres_url, "SELECT current_setting('server_version_num')::int")

    assert isinstance(version, int)
    assert version >= 150000


def test_its_text_is_unicode(postgres_database: str) -> None:
    assert asked(postgres_database, "SELECT length('Việt Nam — Москва')") == 17


def test_a_database_starts_empty(postgres_database: str) -> None:
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"

    assert asked(postgres_database, tables) == 0


def test_a_database_can_be_written(postgres_database: str) -> None:
    # with the test above, in either order: nothing is handed on from one test to the next
    with sa.create_engine(postgres_database, poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (id int)")

    assert asked(postgres_database, "SELECT count(*) FROM kept") == 0
