"""`store`: the arguments that tell a long run which database to use; `server`: one to be killed."""

from collections.abc import Iterator

import pytest

from tests.fixtures.missing import absent
from tests.fixtures.postgres_server import programs
from tests.fixtures.stores import KINDS
from tests.survival.server import Server, own_server


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if request.param == "sqlite":
        return ("--store", "sqlite")
    return ("--store", "postgres", "--server", request.getfixturevalue("postgres_url"))


@pytest.fixture
def server(pytestconfig: pytest.Config) -> Iterator[Server]:
    found = next(programs(), None)
    if found is None:
        absent(pytestconfig, "postgres", "no wheel that carries it, no pg_ctl here")
    with own_server(found) as made:
        yield made
