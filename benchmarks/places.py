"""Empty folders, and empty databases of a PostgreSQL of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from tests.fixtures.postgres_server import programs, running

DURABLE = "-c listen_addresses= -c shared_buffers=256MB"
Place = Path | sa.URL
Places = Iterator[Place]


def folders(home: Path) -> Places:
    for number in count(1):
        folder = home / str(number)
        folder.mkdir()
        yield folder


@contextmanager
def databases() -> Iterator[Places]:
    """New databases of a server that syncs as one in earnest does."""
    with running(next(programs()), settings=DURABLE) as text:
        url = sa.make_url(text)
        server = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)

        def made() -> Places:
            for number in count(1):
                with server.connect() as connection:
                    connection.exec_driver_sql(f"CREATE DATABASE bench_{number}")
                yield url.set(database=f"bench_{number}")

        yield made()
