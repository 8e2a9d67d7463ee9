"""Transactions of somebody else that stay open: they must hide nothing from a reader."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import sqlalchemy as sa

from tests.survival.places import database_of


@contextmanager
def unrelated_transactions(url: str) -> Iterator[None]:
    """Have one open that has written, in this database and in another one of its server."""
    neighbour = f"{sa.make_url(url).database}_neighbour"
    with ExitStack() as ending:
        beside = ending.enter_context(database_of(url, neighbour))
        for where in (url, beside):
            engine = sa.create_engine(where, poolclass=sa.NullPool)
            connection = ending.enter_context(engine.connect())
            connection.exec_driver_sql("CREATE TABLE unrelated (words text)")
            connection.exec_driver_sql("INSERT INTO unrelated VALUES ('not committed yet')")
            connection.exec_driver_sql("SELECT txid_current()")
        yield
