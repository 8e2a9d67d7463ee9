"""A deal's page tells how it came along, and what those who tell of it disagree about."""

import httpx2
import pytest

from ingestd.events.facts import DealStatus, EntityType, Money
from tests.integration.server.newsroom import Newsroom, Told
from tests.integration.server.serving import client_of, served

PEOPLE: list[tuple[str, EntityType]] = [
    ("Northwind Energy Ltd", "company"),
    ("Southwind Works", "company"),
]
TOLD: list[tuple[str, DealStatus, int]] = [
    ("Northwind Energy Ltd plans a merger with Southwind Works.", "planned", 20_000_000),
    ("Northwind Energy Ltd signed a merger with Southwind Works.", "signed", 21_000_000),
]


@pytest.fixture
def page(empty: Newsroom) -> str:
    for words, status, euros in TOLD:
        value = Money(amount=euros, currency="EUR")
        parties = [(name, None) for name, _ in PEOPLE]
        told = Told(
            type="merger", parties=parties, evidence=[words], status=status, value=value
        )
        empty.publish(words, language="en", people=PEOPLE, deals=[told])
    with empty.app.database.reading() as connection:
        (row,) = connection.exec_driver_sql("SELECT id FROM deals")
    with served(empty) as server, client_of(server.address) as client:
        answer: httpx2.Response = client.get(f"/deals/{row[0]}")
    return " ".join(answer.text.split())


def test_the_steps_a_deal_took_stand_in_their_order(page: str) -> None:
    _, _, came_along = page.partition("How it came along")
    steps = came_along.partition("</table>")[0]

    assert "planned" in steps
    assert "signed" in steps.partition("planned")[2]


def test_each_value_that_was_told_stands_beside_who_told_it(page: str) -> None:
    _, _, told = page.partition("What the articles disagree about")
    rows = told.partition("</table>")[0].split("<tr role=")

    (one,) = [row for row in rows if "20,000,000 EUR" in row]
    (other,) = [row for row in rows if "21,000,000 EUR" in row]
    assert TOLD[0][0][:30] in one
    assert TOLD[1][0][:30] in other
    assert ("(shown above)" in one, "(shown above)" in other).count(True) == 1
