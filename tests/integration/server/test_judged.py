"""What people decided is said where it counts: on pages and in the API."""

from collections.abc import Iterator

import httpx2
import pytest

from ingestd.events.facts import EntityType
from ingestd.pipeline.judging import Who, judged, merged, record, undone
from ingestd.queries.judged import subject
from tests.integration.server.newsroom import Newsroom, Told
from tests.integration.server.serving import client_of, served

WORDS = "Northwind Energy Ltd signed an agreement with Southwind Works."
ANNA = Who(by="anna", reason="<b>seen the paper</b>")


@pytest.fixture
def deal(empty: Newsroom) -> str:
    people: list[tuple[str, EntityType]] = [
        ("Northwind Energy Ltd", "company"),
        ("Southwind Works", "company"),
    ]
    parties = [(name, None) for name, _ in people]
    told = Told(type="agreement", parties=parties, evidence=[WORDS])
    empty.publish(WORDS, language="en", people=people, deals=[told])
    with empty.app.database.reading() as connection:
        (row,) = connection.exec_driver_sql("SELECT id FROM deals")
    return str(row[0])


@pytest.fixture
def client(empty: Newsroom, deal: str) -> Iterator[httpx2.Client]:
    del deal  # only to be there
    with served(empty) as server, client_of(server.address) as client:
        yield client


def test_a_rejected_deal_leaves_the_list_and_says_who_rejected_it(
    empty: Newsroom, client: httpx2.Client, deal: str
) -> None:
    with empty.app.database.reading() as connection:
        position = record(judged(subject(connection, deal), "rejected", ANNA), empty.app.tools)
    empty.app.catch_up()

    assert client.get("/v1/deals").json()["items"] == []
    assert client.get(f"/v1/deals/{deal}").json()["judgement"] == "rejected"
    (told,) = client.get(f"/v1/deals/{deal}/explain").json()["judgements"]
    assert (told["by"], told["type"], told["counts"]) == ("anna", "deal.judged", True)
    page = client.get(f"/deals/{deal}").text
    assert "What people decided" in page
    assert "&lt;b&gt;seen the paper&lt;/b&gt;" in page

    record(undone(position, deal, Who(by="boris")), empty.app.tools)
    empty.app.catch_up()

    assert len(client.get("/v1/deals").json()["items"]) == 1
    assert "undone by boris" in client.get(f"/deals/{deal}").text


def test_an_entity_says_with_whom_it_was_merged(
    empty: Newsroom, client: httpx2.Client, deal: str
) -> None:
    one, other = (
        party["entity"] for party in client.get(f"/v1/deals/{deal}").json()["parties"]
    )
    with empty.app.database.reading() as connection:
        judgement = merged(subject(connection, one), subject(connection, other), ANNA)
    record(judgement, empty.app.tools)
    empty.app.catch_up()

    for identity in (one, other):
        page = client.get(f"/entities/{identity}", follow_redirects=True).text
        assert "entities merged" in page
        assert "judged the same by anna" in page
