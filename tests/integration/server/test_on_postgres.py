"""The same newsroom on PostgreSQL answers as it does on SQLite."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.integration.server.newsroom import Newsroom, furnish
from tests.integration.server.serving import client_of, served

LISTS = (
    *("/v1/articles", "/v1/deals", "/v1/entities", "/v1/sources", "/v1/rejected"),
    *(
        "/v1/deals?q=biopharma&type=mou&status=signed&party=sistema&since=2021-11-12",
        "/v1/events",
    ),
    *("/v1/articles?q=moscou&language=fr&source=drop", "/v1/entities?q=bronemed&country=RU"),
)
PAGES = ("/", "/articles", "/entities", "/sources", "/rejected", "/log", "/log/7")


@pytest.fixture
def elsewhere(tmp_path: Path, postgres_database: str) -> Iterator[httpx2.Client]:
    room = Newsroom(tmp_path, url=postgres_database)
    furnish(room)
    with room.app.opened(), served(room) as server, client_of(server.address) as client:
        yield client


def test_lists_and_single_items_are_the_same(
    client: httpx2.Client, elsewhere: httpx2.Client
) -> None:
    paths = list(LISTS)
    for kind in ("articles", "deals", "entities"):
        for item in client.get(f"/v1/{kind}").json()["items"]:
            paths += [f"/v1/{kind}/{item['id']}"]
            paths += [f"/v1/{kind}/{item['id']}/explain"] if kind != "articles" else []

    here, there = ([one.get(path).json() for path in paths] for one in (client, elsewhere))

    for answer in (*here, *there):
        forget_the_log(answer)
    assert there == here


def forget_the_log(answer: dict[str, object]) -> None:
    """Two logs have different ids, and by them all their hashes and event ids differ."""
    items = answer.get("items")
    for item in items if isinstance(items, list) else []:
        for name in ("id", "hash", "correlation", "recorded_at", "time"):
            if "stream" in item:
                item.pop(name)


def test_pages_are_there(elsewhere: httpx2.Client) -> None:
    answers = {path: elsewhere.get(path).status_code for path in PAGES}

    assert answers == dict.fromkeys(PAGES, 200)
