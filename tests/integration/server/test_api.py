"""The API over a real connection: what it lists, finds, filters and pages."""

from typing import Any

import httpx2
import pytest

from ingestd.queries import articles, deals, entities
from ingestd.server.api.answers import PageOf, Shape
from ingestd.server.api.articles import Article, WholeArticle
from ingestd.server.api.deals import Deal, ExplainedDeal
from ingestd.server.api.entities import Entity, ExplainedEntity
from ingestd.server.api.events import Event
from ingestd.server.api.rejected import Rejected
from ingestd.server.api.sources import Source
from ingestd.server.api.status import Alive, Ready, Status
from tests.integration.server.newsroom import ENGLISH, SAID, Stories


def items(client: httpx2.Client, path: str, **asked: str | int) -> list[dict[str, Any]]:
    answer = client.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()["items"]
    return rows


def parties(deal: dict[str, Any]) -> list[str]:
    return [party["name"] for party in deal["parties"]]


def test_a_deal_that_two_articles_tell_is_one_with_evidence_from_both(
    client: httpx2.Client, stories: Stories
) -> None:
    found = items(client, "/v1/deals", q="sistema")

    assert [parties(deal) for deal in found] == [["Biopharma", "Sistema Biotech"]]
    assert [quote["article"] for quote in found[0]["evidence"]] == [
        stories.english,
        stories.french,
    ]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 3),
        ({"q": "BIOPHARMA"}, 1),
        ({"q": "nobody"}, 0),
        ({"type": "mou"}, 2),
        ({"status": "planned"}, 0),
        ({"party": "Bronemed"}, 2),
        ({"since": "2021-11-12"}, 3),
        ({"since": "2021-11-12T10:30:00+01:00"}, 0),
        ({"limit": "2"}, 2),
    ],
)
def test_deals_are_chosen_by_what_is_asked(
    client: httpx2.Client, asked: dict[str, str], count: int
) -> None:
    assert len(items(client, "/v1/deals", **asked)) == count


@pytest.mark.parametrize(
    ("path", "asked", "count"),
    [
        ("/v1/articles", {"language": "fr"}, 1),
        ("/v1/articles", {"source": "drop"}, 4),
        ("/v1/articles", {"source": "wire"}, 0),
        ("/v1/articles", {"q": "moscou"}, 1),
        ("/v1/entities", {"type": "person"}, 1),
        ("/v1/entities", {"country": "ru"}, 1),
        ("/v1/entities", {"q": "sistema"}, 1),
        ("/v1/events", {"type": "source.registered"}, 2),
        ("/v1/events", {"stream": "wire"}, 2),
        ("/v1/events", {"after": "18"}, 1),
        ("/v1/rejected", {"source": "drop"}, 1),
        ("/v1/rejected", {"source": "wire"}, 0),
        ("/v1/sources", {}, 2),
    ],
)
def test_other_lists_are_chosen_by_what_is_asked(
    client: httpx2.Client, path: str, asked: dict[str, str], count: int
) -> None:
    assert len(items(client, path, **asked)) == count


@pytest.mark.parametrize("path", ["/v1/articles", "/v1/deals", "/v1/entities", "/v1/events"])
def test_pages_of_one_bring_every_item_once(client: httpx2.Client, path: str) -> None:
    whole = items(client, path)
    asked: dict[str, str] = {"limit": "1"}
    seen = []
    while True:
        page = client.get(path, params=asked).json()
        seen += page["items"]
        if page["next"] is None:
            break
        asked["after"] = page["next"]

    assert seen == whole


def test_an_article_comes_with_its_text_and_a_quote_stands_where_it_says(
    client: httpx2.Client, stories: Stories
) -> None:
    article = client.get(f"/v1/articles/{stories.english}").json()
    deal = items(client, "/v1/deals", q="sistema")[0]
    quote = deal["evidence"][0]

    assert article["text"] == ENGLISH
    assert article["text"][quote["start"] : quote["end"]] == quote["quote"] == SAID


def test_an_article_can_be_read_as_it_was(client: httpx2.Client, stories: Stories) -> None:
    path = f"/v1/articles/{stories.revised}"

    assert client.get(path).json()["title"] == "A plant is built"
    assert client.get(path, params={"revision": 1}).json()["title"] == "A plant is planned"
    assert client.get(path, params={"revision": 3}).status_code == 404


def test_an_explanation_names_event_extractor_and_words(
    client: httpx2.Client, stories: Stories
) -> None:
    deal = items(client, "/v1/deals", q="sistema")[0]

    telling = client.get(f"/v1/deals/{deal['id']}/explain").json()["tellings"][0]

    event = items(client, "/v1/events", after=telling["position"] - 1, limit=1)[0]
    assert (telling["article"], telling["extractor"]) == (stories.english, "test")
    assert event["data"]["document"] == stories.english
    assert telling["evidence"][0]["quote"] == SAID


CONTRACT: dict[str, tuple[str, ...]] = {
    "/v1/articles": articles.FIELDS,
    "/v1/deals": deals.FIELDS,
    "/v1/entities": entities.FIELDS,
    "/v1/events": (
        *("position", "id", "stream", "version", "type", "schema", "time", "recorded_at"),
        *("actor", "causation", "correlation", "data", "hash"),
    ),
}


@pytest.mark.parametrize("path", CONTRACT)
def test_items_have_the_fields_of_the_contract_in_their_order(
    client: httpx2.Client, path: str
) -> None:
    assert {tuple(item) for item in items(client, path)} == {CONTRACT[path]}


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/v1/articles", PageOf[Article]),
        ("/v1/deals", PageOf[Deal]),
        ("/v1/entities", PageOf[Entity]),
        ("/v1/events", PageOf[Event]),
        ("/v1/rejected", PageOf[Rejected]),
        ("/v1/sources", PageOf[Source]),
        ("/v1/sources/wire", Source),
        ("/v1/status", Status),
        ("/healthz", Alive),
        ("/readyz", Ready),
    ],
)
def test_what_is_answered_is_what_is_documented(
    client: httpx2.Client, path: str, shape: type[Shape]
) -> None:
    told = shape.model_validate(client.get(path).json(), strict=True)

    assert told.model_extra is not None
    assert set(told.model_extra) <= {"options"}


def test_single_items_are_what_is_documented(client: httpx2.Client, stories: Stories) -> None:
    deal = items(client, "/v1/deals")[0]["id"]
    entity = items(client, "/v1/entities")[0]["id"]
    documented: dict[str, type[Shape]] = {
        f"/v1/articles/{stories.english}": WholeArticle,
        f"/v1/deals/{deal}": Deal,
        f"/v1/deals/{deal}/explain": ExplainedDeal,
        f"/v1/entities/{entity}": Entity,
        f"/v1/entities/{entity}/explain": ExplainedEntity,
    }

    told = [shape.model_validate(client.get(path).json()) for path, shape in documented.items()]

    assert [one.model_extra for one in told] == [{}] * len(documented)


def test_the_document_of_the_api_names_fields_and_problems(client: httpx2.Client) -> None:
    document = client.get("/openapi.json").json()
    listing = document["paths"]["/v1/deals"]["get"]

    assert document["openapi"].startswith("3.1")
    assert list(listing["responses"]["404"]["content"]) == ["application/problem+json"]
    assert {field["name"] for field in listing["parameters"]} == {
        *("q", "type", "status", "party", "since", "limit", "after"),
    }
    assert tuple(document["components"]["schemas"]["Deal"]["properties"]) == deals.FIELDS
    assert not [path for path in document["paths"] if path == "/" or path.startswith("/log")]
