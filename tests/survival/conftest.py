"""`store`: the arguments that tell a long run which database to use."""

import pytest

from tests.fixtures.stores import KINDS


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if request.param == "sqlite":
        return ("--store", "sqlite")
    return ("--store", "postgres", "--server", request.getfixturevalue("postgres_url"))
