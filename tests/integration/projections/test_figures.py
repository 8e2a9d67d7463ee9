"""Figures follow the newest revision; whom they tell of is found when they are asked for."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from ingestd.events import (
    DocumentExtracted,
    Event,
    ExtractedFigure,
    ExtractionPolicyChanged,
    Money,
    Quote,
)
from ingestd.projections import runner
from ingestd.projections.figures import figures
from ingestd.projections.knowledge import knowledge
from ingestd.queries.figures import list_figures
from ingestd.queries.paging import Page, Row
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import document, draft, entity, erased, extracted, parsed, received
from tests.fixtures.stores import KINDS, HandClock

on_both = pytest.mark.parametrize("desk", KINDS, indirect=True)
RICE = ExtractedFigure(
    measure="exports",
    evidence=Quote(start=0, end=4, text="Rice"),
    goods="Rice",
    origin=0,
    destination=1,
    destination_country="CL",
    value=Money(amount=3e9, currency="USD"),
    period="2024",
    change=0.12,
)
OIL = ExtractedFigure(
    measure="output",
    evidence=Quote(start=5, end=8, text="oil"),
    goods="oil",
    origin_country="KZ",
    quantity=9e7,
    unit="tonnes",
)


class Desk:
    """A store in which events are told, and figures listed."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = HandClock()
        self.log = EventLog(self.clock)

    def tell(self, *facts: Event) -> None:
        with self.database.writing() as connection:
            self.log.append(connection, [draft(fact) for fact in facts])
        for projection in (knowledge, figures):
            while runner.advance(self.database, self.log, projection):
                pass

    def page(self, **asked: str | int | None) -> Page:
        with self.database.reading() as connection:
            return list_figures(connection, **asked)  # type: ignore[arg-type]  # of one kind each

    def rows(self, query: str | None = None) -> list[Row]:
        return self.page(query=query).rows

    def told(self) -> list[tuple[str, int]]:
        return sorted((row["goods"], row["revision"]) for row in self.rows())

    def names(self) -> dict[str, str]:
        with self.database.reading() as connection:
            rows = connection.execute(sa.text("SELECT name, id FROM entities"))
            return {row.name: row.id for row in rows}


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Desk:
    return Desk(request.getfixturevalue(getattr(request, "param", "sqlite")))


def telling(
    name: str, *told: ExtractedFigure, revision: int = 1, extractor: str = "rules"
) -> DocumentExtracted:
    """An extraction of an article that names two, with figures."""
    event = extracted(
        name, entity("Northwind"), entity("Harbour"), revision=revision, extractor=extractor
    )
    return replace(event, extraction=replace(event.extraction, figures=told))


@on_both
def test_a_figure_is_listed_with_its_sides_its_amount_and_its_words(desk: Desk) -> None:
    desk.tell(received("a"), parsed("a"), telling("a", RICE))

    [row] = desk.rows()

    assert row.pop("id").startswith("fig_")
    assert row.pop("first_seen_at")
    assert row == {
        "article": document("a"),
        "revision": 1,
        "measure": "exports",
        "goods": "Rice",
        "origin": desk.names()["Northwind"],
        "origin_name": "Northwind",
        "origin_country": None,
        "destination": desk.names()["Harbour"],
        "destination_name": "Harbour",
        "destination_country": "CL",
        "value": {"amount": 3e9, "currency": "USD"},
        "quantity": None,
        "unit": None,
        "period": "2024",
        "change": 0.12,
        "evidence": {"start": 0, "end": 4, "quote": "Rice"},
    }


def test_a_side_told_by_an_adjective_alone_is_a_country_and_no_entity(desk: Desk) -> None:
    desk.tell(received("a"), parsed("a"), telling("a", OIL))

    [row] = desk.rows()

    assert (row["origin"], row["origin_name"], row["origin_country"]) == (None, None, "KZ")
    assert (row["value"], row["quantity"], row["unit"]) == (None, 9e7, "tonnes")


def test_a_newer_revision_replaces_what_was_told_and_an_older_one_told_late_does_not(
    desk: Desk,
) -> None:
    desk.tell(received("a"), parsed("a"), telling("a", RICE, OIL))
    desk.tell(telling("a", OIL, revision=2))
    assert desk.told() == [("oil", 2)]

    desk.tell(telling("a", RICE, revision=1))
    assert desk.told() == [("oil", 2)]

    desk.tell(telling("a", revision=3), telling("a", RICE, revision=2))
    assert desk.told() == []


def test_a_figure_told_again_keeps_its_id_and_when_it_was_first_seen(desk: Desk) -> None:
    desk.tell(received("a"), parsed("a"), telling("a", RICE))
    before = [(row["id"], row["first_seen_at"]) for row in desk.rows()]
    desk.tell(telling("a", replace(RICE, change=None), revision=2))

    assert [(row["id"], row["first_seen_at"]) for row in desk.rows()] == before


def test_of_several_extractors_only_who_is_believed_is_heard(desk: Desk) -> None:
    desk.tell(ExtractionPolicyChanged(extractors=("rules", "llm"), believe="llm"))
    desk.tell(received("a"), parsed("a"), telling("a", RICE), received("b"), parsed("b"))
    desk.tell(telling("a", OIL, extractor="llm"), telling("b", RICE))

    assert desk.told() == [("Rice", 1), ("oil", 1)]
    assert {row["goods"] for row in desk.rows() if row["article"] == document("a")} == {"oil"}


@on_both
def test_an_erased_article_leaves_no_figure(desk: Desk) -> None:
    desk.tell(received("a"), parsed("a"), telling("a", RICE), received("b"), parsed("b"))
    desk.tell(telling("b", OIL), erased("a"))

    assert desk.told() == [("oil", 1)]


@on_both
def test_figures_are_sought_by_words_and_time_and_turned_page_by_page(desk: Desk) -> None:
    desk.tell(received("a"), parsed("a"), telling("a", RICE, OIL))

    assert [row["goods"] for row in desk.rows("RICE northwind")] == ["Rice"]
    assert [row["goods"] for row in desk.rows("output kz")] == ["oil"]
    assert desk.rows("coffee") == []
    assert desk.page(since="2031-01-01").rows == []
    first = desk.page(limit=1)
    second = desk.page(limit=1, after=first.next)
    assert {row["goods"] for page in (first, second) for row in page.rows} == {"Rice", "oil"}
    assert second.next is None
