"""The furnished newsroom behind a real server on loopback."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.integration.server.newsroom import Newsroom, Stories, furnish
from tests.integration.server.serving import client_of, served


@pytest.fixture(scope="package")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    newsroom = Newsroom(tmp_path_factory.mktemp("room"))
    with newsroom.app.opened():
        yield newsroom


@pytest.fixture(scope="package")
def stories(room: Newsroom) -> Stories:
    return furnish(room)


@pytest.fixture(scope="package")
def client(room: Newsroom, stories: Stories) -> Iterator[httpx2.Client]:
    del stories  # only to be there
    with served(room) as server, client_of(server.address) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Newsroom]:
    newsroom = Newsroom(tmp_path)
    with newsroom.app.opened():
        yield newsroom
