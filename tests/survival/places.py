"""Where a long run keeps its log: a file, or a database of its own in a PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import sqlalchemy as sa

from tests.fixtures.machine import NotToBeHadError
from tests.fixtures.postgres_server import programs, running

STORES = ("sqlite", "postgres")


@contextmanager
def place(store: str, server: str | None, home: Path) -> Iterator[str]:
    """The URL of an empty store; a PostgreSQL is started where no server's URL is given."""
    if store == "sqlite":
        (home / "var").mkdir(exist_ok=True)
        yield f"sqlite:///{home / 'var' / 'ingestd.db'}"
        return
    with ExitStack() as ending:
        url = server or ending.enter_context(_own())
        name = f"ingestd_survival_{os.getpid()}"
        yield ending.enter_context(database_of(url, name))


@contextmanager
def database_of(server: str, name: str) -> Iterator[str]:
    """An empty database of this name; it is gone at the end, whoever is connected."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _own() -> Iterator[str]:
    folder = next(programs(), None)
    if folder is None:
        raise NotToBeHadError("no PostgreSQL here; give --server URL")
    with running(folder) as url:
        yield url
