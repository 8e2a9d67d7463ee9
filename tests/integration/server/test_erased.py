"""An article that was erased: what its address answers, and how the log shows it."""

from collections.abc import Iterator

import httpx2
import pytest

from ingestd.events.facts import EntityType
from ingestd.pipeline.erasing import erase
from tests.integration.server.newsroom import Newsroom
from tests.integration.server.serving import client_of, served

WORDS = "Northwind Energy Ltd opened a harbour."


@pytest.fixture
def article(empty: Newsroom) -> str:
    people: list[tuple[str, EntityType]] = [("Northwind Energy Ltd", "company")]
    article = empty.publish(WORDS, language="en", people=people, title="Northwind opens")
    erase(article, reason="<b>asked for</b>", who="me", tools=empty.app.tools)
    while empty.app.project():
        pass
    return article


@pytest.fixture
def client(empty: Newsroom, article: str) -> Iterator[httpx2.Client]:
    with served(empty) as server, client_of(server.address) as client:
        yield client


def test_its_address_says_that_it_is_gone_and_why(client: httpx2.Client, article: str) -> None:
    answer = client.get(f"/v1/articles/{article}")

    problem = answer.json()
    assert answer.status_code == problem["status"] == 410
    assert problem["type"] == "urn:ingestd:problem:erased"
    assert problem["detail"].startswith(f"{article} was erased at 2")
    assert problem["detail"].endswith(": <b>asked for</b>")


def test_its_page_says_so_to_a_person(client: httpx2.Client, article: str) -> None:
    answer = client.get(f"/articles/{article}")

    assert answer.status_code == 410
    assert "was erased at" in answer.text
    assert "&lt;b&gt;asked for&lt;/b&gt;" in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/log", "/log/1", "/articles", "/entities", "/v1/events"]
)
def test_no_page_shows_it_any_more(client: httpx2.Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert "Northwind" not in answer.text


def test_the_log_shows_where_something_stood(client: httpx2.Client, article: str) -> None:
    events = client.get("/v1/events").json()["items"]

    assert [event["data"] for event in events[:-1]] == [{"erased": True}] * (len(events) - 1)
    assert events[-1]["type"] == "document.erased"
    assert events[-1]["data"]["document"] == article
