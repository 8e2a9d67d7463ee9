"""A copy of a store that is written to meanwhile, made with the database's own tools."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from tests.fixtures.machine import NotToBeHadError, run
from tests.fixtures.postgres_server import programs
from tests.survival.places import database_of

PATIENCE = 60.0


@contextmanager
def backed_up(url: str, home: Path) -> Iterator[str]:
    """SQLite's online backup."""
    path = home / "copy.db"
    source = sa.make_url(url).database
    assert source is not None
    with (
        closing(sqlite3.connect(source, timeout=PATIENCE)) as original,
        closing(sqlite3.connect(path)) as copy,
    ):
        original.backup(copy)
    yield f"sqlite:///{path}"


@contextmanager
def dumped(url: str, home: Path) -> Iterator[str]:
    """pg_dump, and pg_restore into a new database: other transaction numbers, the same log."""
    tools = next(programs(), None)
    if tools is None:
        raise NotToBeHadError("no pg_dump here")
    archive = home / "copy.dump"
    plain = sa.make_url(url).set(drivername="postgresql")
    original = plain.render_as_string(hide_password=False)
    run([tools / "pg_dump", "--format=custom", "--file", archive, "--dbname", original])
    with database_of(url, f"{plain.database}_copy") as copy:
        target = sa.make_url(copy).set(drivername="postgresql")
        rendered = target.render_as_string(hide_password=False)
        run([tools / "pg_restore", "--exit-on-error", "--dbname", rendered, archive])
        yield copy


COPIES: dict[bool, Callable[[str, Path], AbstractContextManager[str]]] = {
    True: backed_up,
    False: dumped,
}
"""By whether the store is SQLite."""
