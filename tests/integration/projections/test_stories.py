"""Articles that tell the same are one story; what parts, comes late or is gone is another matter."""

from collections.abc import Sequence
from typing import Any

import pytest
import sqlalchemy as sa

from ingestd.events import Event, ExtractedEntity
from ingestd.events.ids import short_id
from ingestd.events.subjects import document_stream
from ingestd.projections import runner
from ingestd.projections.articles import articles
from ingestd.projections.knowledge import knowledge
from ingestd.projections.stories import COMPARED, stories
from ingestd.queries.paging import Page, Row
from ingestd.queries.stories import get_story, list_stories
from ingestd.replay import rebuild, verify
from ingestd.resolution.meeting import LATEST
from ingestd.store.database import Database
from ingestd.store.erasure import tombstone
from ingestd.store.event_log import EventLog
from tests.fixtures.building import (
    disappeared,
    document,
    draft,
    entity,
    erased,
    extracted,
    found_again,
    moved,
    parsed,
    received,
    rejected,
)
from tests.fixtures.stores import KINDS, HandClock

on_both = pytest.mark.parametrize("desk", KINDS, indirect=True)
WORDS = tuple(range(10, 50))
OTHER_WORDS = tuple(range(1010, 1050))
FIGURES = ("--11-11", "39000000")
FIRMS = (entity("Northwind Energy"), entity("Blue River Steel"))
OTHERS = (entity("Harbour Trust"), entity("Cedar Mills"))


def own(name: str) -> str:
    """The id of the story of which this article is the first."""
    return short_id("story", document(name))


def news(
    name: str,
    *entities: ExtractedEntity,
    words: Sequence[int] = WORDS,
    figures: Sequence[str] = FIGURES,
    revision: int = 1,
    **others: Any,
) -> list[Event]:
    """An article that came, was read, and told whom it names."""
    sketch = {"sketch": tuple(words), "figures": tuple(figures)}
    return [
        received(name, revision=revision),
        parsed(name, revision=revision, **(sketch | others)),
        extracted(name, *(entities or FIRMS), revision=revision),
    ]


class Desk:
    """A log, and the stories in it."""

    def __init__(self, database: Database, log: EventLog) -> None:
        self.database, self.log = database, log
        self.project()

    def project(self, batch: int = 50) -> None:
        for projection in (articles, knowledge, stories):
            while runner.advance(self.database, self.log, projection, limit=batch):
                pass

    def tell(self, *facts: Event, batch: int = 50) -> "Desk":
        with self.database.writing() as connection:
            self.log.append(connection, [draft(fact) for fact in facts])
        self.project(batch)
        return self

    def listed(self, **options: Any) -> list[Row]:
        with self.database.reading() as connection:
            page: Page = list_stories(connection, **options)
        return page.rows

    def get(self, story: str) -> Row | None:
        with self.database.reading() as connection:
            return get_story(connection, story)

    def groups(self) -> list[list[str]]:
        """The names of the articles of each story."""
        return sorted(
            [article["id"].removeprefix("art_") for article in story["articles"]]
            for story in self.listed()
        )

    def rows(self, view: str) -> int:
        with self.database.reading() as connection:
            query = sa.select(sa.func.count()).select_from(sa.table(view))
            return int(connection.execute(query).scalar_one())


@pytest.fixture
def desk(request: pytest.FixtureRequest, log: EventLog) -> Desk:
    """On SQLite, or where `on_both` asks for it on each database."""
    database: Database = request.getfixturevalue(getattr(request, "param", "sqlite"))
    return Desk(database, log)


@on_both
def test_a_copy_joins_the_story_of_what_it_copies(desk: Desk) -> None:
    desk.tell(*news("a", title=None, language=None))
    desk.tell(*news("b", language="fr", title="Bis"))

    [story] = desk.listed()
    assert story["id"] == own("a")
    assert (story["title"], story["languages"]) == ("Bis", ["fr"])
    assert [article["id"] for article in story["articles"]] == ["art_a", "art_b"]
    assert [article["joined"] for article in story["articles"]] == [
        None,
        {"article": "art_a", "score": 1.0, "reason": "100% of the words are the same"},
    ]
    assert story["first_seen_at"] < story["updated_at"]


def test_what_is_told_in_other_words_joins_by_names_and_figures(desk: Desk) -> None:
    desk.tell(*news("a"), *news("b", words=OTHER_WORDS, language="fr"))

    [story] = desk.listed()
    assert story["languages"] == ["en", "fr"]
    assert (
        story["articles"][1]["joined"]["reason"]
        == "100% of the names and 2 figures are the same"
    )


@pytest.mark.parametrize(
    "other",
    [
        news("b", *OTHERS),
        news("b", published="2022-02-02"),
        news("b", figures=("--11-12", "40000000")),
        news("b", *OTHERS, words=OTHER_WORDS),
        news("b", words=OTHER_WORDS, figures=("77", "78")),
        news("b", words=OTHER_WORDS, published="2021-11-19"),
    ],
    ids=["names", "months later", "days", "all", "figures", "a week later"],
)
def test_what_tells_something_else_is_no_story(desk: Desk, other: list[Event]) -> None:
    desk.tell(*news("a"), *other)

    assert desk.listed() == []
    assert desk.get(own("a")) is None


def test_an_article_of_which_nothing_is_extracted_is_a_copy_all_the_same(desk: Desk) -> None:
    unnamed = [*news("b")[:2], rejected("b", stage="extract")]

    assert desk.tell(*news("a"), *unnamed).groups() == [["a", "b"]]
    assert desk.tell(rejected("b", stage="extract"), rejected("x")).groups() == [["a", "b"]]


@on_both
def test_one_article_makes_one_story_of_two_and_both_ids_lead_to_it(desk: Desk) -> None:
    desk.tell(*news("a"), *news("b"))
    for name in ("c", "d"):
        desk.tell(*news(name, *OTHERS, words=range(100, 140), figures=("39000000", "78")))
    assert desk.groups() == [["a", "b"], ["c", "d"]]

    between = news("e", *FIRMS, *OTHERS, words=OTHER_WORDS, figures=(*FIGURES, "78"))
    desk.tell(*between)

    [story] = desk.listed()
    assert story["id"] == own("a")
    assert [desk.get(own(name)) for name in "abcde"] == [story] * 5
    assert desk.get(own("x")) is None


def test_a_story_parts_when_what_held_it_together_is_erased(desk: Desk) -> None:
    desk.tell(
        *news("a"),
        *news("c", *OTHERS, words=range(100, 140), figures=("39000000", "78")),
        *news("e", *FIRMS, *OTHERS, words=OTHER_WORDS, figures=(*FIGURES, "78")),
        *news("b"),
    )
    assert desk.groups() == [["a", "c", "e", "b"]]

    desk.tell(erased("e"))

    assert desk.groups() == [["a", "b"]]
    assert desk.rows("story_articles") == 2


def test_a_story_of_which_one_article_is_left_is_none(desk: Desk) -> None:
    desk.tell(*news("a"), *news("b"), erased("a"), erased("x"))

    assert desk.listed() == []
    assert (desk.rows("story_articles"), desk.rows("story_links")) == (0, 0)


def test_a_story_keeps_its_id_when_its_first_article_is_erased_and_leads_on_from_it(
    desk: Desk, clock: HandClock
) -> None:
    desk.tell(*news("a"), *news("b"), *news("c"), erased("a"))
    before = desk.listed()
    with desk.database.writing() as connection:
        streams = {document_stream("art_a")}
        tombstone(connection, streams, before=desk.log.head(connection))

    told = rebuild(desk.database, desk.log, stories, clock=clock)
    desk.project()

    assert [change.redirected for change in told.changes] == [1]
    [story] = desk.listed()
    assert [row["id"] for row in before] == [own("a")]
    assert story["id"] == own("b")
    assert desk.get(own("a")) == desk.get(own("c")) == story


def test_who_was_left_alone_goes_on_under_the_same_id_when_others_come(desk: Desk) -> None:
    desk.tell(*news("a"), *news("b"), erased("a"), *news("c"))

    assert [row["id"] for row in desk.listed()] == [own("a")]


@on_both
def test_a_revision_may_leave_a_story_and_join_another(desk: Desk) -> None:
    desk.tell(
        *news("a"), *news("b"), *news("c", *OTHERS, words=OTHER_WORDS, figures=("77", "78"))
    )
    assert desk.groups() == [["a", "b"]]

    desk.tell(*news("b", *OTHERS, words=OTHER_WORDS, figures=("77", "78"), revision=2))

    # it came before c
    assert desk.groups() == [["b", "c"]]
    assert desk.listed()[0]["id"] == own("b")


def test_a_revision_keeps_its_place_until_it_is_known_whom_it_names(desk: Desk) -> None:
    desk.tell(*news("a", title="Old"), *news("b"))
    desk.tell(received("a", revision=2), parsed("a", revision=2, title="New"))

    assert [story["title"] for story in desk.listed()] == ["New"]
    assert desk.tell(extracted("a", *OTHERS, revision=2)).groups() == []


def test_what_is_told_late_of_an_older_revision_changes_nothing(desk: Desk) -> None:
    desk.tell(*news("a"), *news("b"), *news("b", revision=2))
    desk.tell(parsed("b", sketch=OTHER_WORDS), extracted("b", *OTHERS))

    assert desk.groups() == [["a", "b"]]


def test_saying_the_same_again_changes_nothing_and_a_better_extractor_may(desk: Desk) -> None:
    desk.tell(*news("a"), *news("b", *OTHERS))
    assert desk.tell(extracted("b", *OTHERS)).groups() == []

    assert desk.tell(extracted("b", *FIRMS, extractor="spacy")).groups() == [["a", "b"]]
    assert desk.tell(extracted("b", *FIRMS, version="2")).groups() == [["a", "b"]]


def test_what_was_never_received_is_no_article(desk: Desk) -> None:
    with desk.database.writing() as connection:
        facts = [parsed("x"), extracted("x", *FIRMS), disappeared("x", withdrawn=True)]
        desk.log.append(connection, [draft(fact) for fact in facts])
    while runner.advance(desk.database, desk.log, stories, limit=5):
        pass

    assert desk.rows("story_articles") == 0


@pytest.mark.parametrize(
    "back",
    [found_again("b", at="b", again=True), received("b", revision=2), moved("b", to="c")],
    ids=lambda fact: type(fact).__name__,
)
def test_what_is_withdrawn_leaves_its_story_and_comes_back(desk: Desk, back: Event) -> None:
    desk.tell(*news("a"), *news("b"))
    assert desk.tell(disappeared("a")).groups() == [["a", "b"]]
    assert (
        desk.tell(disappeared("b", withdrawn=True), extracted("b", *FIRMS, *OTHERS)).groups()
        == []
    )

    assert desk.tell(back).groups() == [["a", "b"]]


def test_what_is_withdrawn_before_anybody_could_read_it_comes_back_too(desk: Desk) -> None:
    hidden = news("b")
    desk.tell(*news("a"), *hidden[:2], disappeared("b", withdrawn=True), hidden[2])
    desk.tell(rejected("b", stage="extract"))
    assert desk.groups() == []

    assert desk.tell(found_again("b", at="b", again=True)).groups() == [["a", "b"]]


@pytest.mark.parametrize(
    ("published", "groups"),
    [
        ("2021-11", [["a", "b"]]),
        ("2021", [["a", "b"]]),
        (None, [["a", "b"]]),
        ("2021-13-45", [["a", "b"]]),
        ("2021-11-20T08:00:00Z", [["a", "b"]]),
        ("2022-02", []),
    ],
)
def test_a_rough_date_parts_only_what_it_excludes(
    desk: Desk, published: str | None, groups: list[list[str]]
) -> None:
    assert desk.tell(*news("a"), *news("b", published=published)).groups() == groups


def test_what_was_received_and_never_read_can_be_erased(desk: Desk) -> None:
    desk.tell(received("a"), received("a", revision=2), erased("a"), *news("b"), *news("c"))

    assert desk.groups() == [["b", "c"]]


def test_words_and_times_find_a_story(desk: Desk) -> None:
    desk.tell(*news("a", title="Steel for Đà Nẵng"), *news("b"))
    [story] = desk.listed()

    assert desk.listed(query="da nang TITLE") == [story]
    assert desk.listed(query="oslo") == []
    assert desk.listed(since=story["updated_at"]) == [story]
    assert desk.listed(since="2031-01-01") == []


def test_pages_follow_each_other(desk: Desk) -> None:
    for number in range(3):
        words = range(100 * number, 100 * number + 40)
        for name in (f"{number}a", f"{number}b"):
            desk.tell(*news(name, entity(f"Firm {number} Ltd"), words=words, figures=()))

    with desk.database.reading() as connection:
        first = list_stories(connection, limit=2)
        second = list_stories(connection, limit=2, after=first.next)

    assert [len(first.rows), len(second.rows), second.next] == [2, 1, None]
    assert [row["id"] for row in (*first.rows, *second.rows)] == [
        own(f"{n}a") for n in (2, 1, 0)
    ]


def test_what_many_have_in_common_is_told_of_the_latest(desk: Desk) -> None:
    copies = LATEST + 3
    desk.tell(*(fact for number in range(copies) for fact in news(f"{number:02}")))

    [story] = desk.listed()
    assert len(story["articles"]) == copies
    assert desk.rows("story_links") <= copies * COMPARED


@pytest.mark.parametrize("batch", [1, 3, 50])
def test_whatever_the_pages_the_rows_are_the_same(desk: Desk, batch: int) -> None:
    desk.tell(
        *news("a"),
        *news("b", words=OTHER_WORDS),
        *news("c", *OTHERS, words=range(100, 140), figures=("39000000", "78")),
        *news("e", *FIRMS, *OTHERS, words=range(300, 340), figures=(*FIGURES, "78")),
        *news("b", *OTHERS, words=OTHER_WORDS, figures=("77", "78"), revision=2),
        disappeared("e", withdrawn=True),
        batch=batch,
    )

    assert verify(desk.database, desk.log, stories).differences == ()
    rebuild(desk.database, desk.log, stories)
    assert desk.groups() == [["b", "c"]]
