"""The life of a document, as the views of articles tell it."""

from typing import Any

import pytest
import sqlalchemy as sa

from ingestd.errors import PoisonError
from ingestd.events import Event
from ingestd.projections import runner
from ingestd.projections.articles import articles
from ingestd.projections.sources import sources
from ingestd.replay import rebuild
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import (
    changed,
    disappeared,
    document,
    erased,
    extracted,
    failed,
    filtered,
    found_again,
    moved,
    origin,
    parsed,
    polled,
    received,
    recovered,
    registered,
    rejected,
    removed,
)
from tests.fixtures.stores import Given


@pytest.fixture
def database(sqlite: Database) -> Database:
    """One database is enough: that both give the same rows is another test's."""
    return sqlite


class Views:
    """Tells what the views show after facts."""

    def __init__(self, database: Database, log: EventLog, given: Given) -> None:
        self._database, self._log, self._given = database, log, given

    def after(self, *facts: Event) -> "Views":
        self._given(*facts)
        for projection in (articles, sources):
            runner.advance(self._database, self._log, projection)
        return self

    def column(self, column: str, view: str = "articles") -> list[Any]:
        with self._database.reading() as connection:
            query = sa.text(f"SELECT {column} FROM {view}")  # noqa: S608 - names of our own
            return sorted(connection.execute(query).scalars(), key=repr)


@pytest.fixture
def views(database: Database, log: EventLog, given: Given) -> Views:
    return Views(database, log, given)


def test_what_was_only_received_is_no_article_yet(views: Views) -> None:
    assert views.after(received("a")).column("id") == []


def test_an_article_shows_its_newest_revision_that_could_be_read(views: Views) -> None:
    views.after(received("a"), parsed("a", title="Old"))
    views.after(received("a", revision=2), parsed("a", revision=2, title="New"))
    views.after(received("a", revision=3), rejected("a", revision=3))

    assert views.column("title") == ["New"]
    assert views.column("title", "article_revisions") == ["New", "Old"]
    assert views.column("revision", "rejected") == [3]


def test_an_old_revision_that_is_read_again_does_not_come_to_the_front(views: Views) -> None:
    views.after(received("a"), received("a", revision=2), parsed("a", revision=2, title="New"))

    assert views.after(parsed("a", title="Old")).column("title") == ["New"]


def test_an_article_is_found_by_title_and_address_without_accents(views: Views) -> None:
    views.after(received("a", url="https://a.example/n"), parsed("a", title="Đà Nẵng"))

    (search,) = views.column("search")
    assert "da nang" in search
    assert "a example n" in search
    assert "wire a txt" in search


def test_every_place_of_a_document_is_listed_once(views: Views) -> None:
    views.after(received("a"), found_again("a", at="b"), found_again("a", at="b"))

    assert views.column("origin", "article_origins") == [origin("a"), origin("b")]


@pytest.mark.parametrize(
    "mending", [received("a"), found_again("b", at="a")], ids=["received", "found again"]
)
def test_a_place_that_can_be_read_is_listed_as_rejected_no_more(
    views: Views, mending: Event
) -> None:
    views.after(received("b"), rejected("a", stage="intake"))
    assert views.column("origin", "rejected") == [origin("a")]

    assert views.after(mending).column("origin", "rejected") == []


def test_a_success_that_was_under_way_does_not_lift_what_failed_since(views: Views) -> None:
    views.after(received("a"), rejected("a", stage="intake"), parsed("a"))

    assert views.column("stage", "rejected") == ["intake"]


def test_reading_a_revision_lifts_its_own_rejection_and_earlier_ones(views: Views) -> None:
    views.after(received("a"), rejected("a"), parsed("a"))

    assert views.column("origin", "rejected") == []


def test_what_another_extractor_failed_at_stays_listed(views: Views) -> None:
    views.after(received("a"), parsed("a"), rejected("a", stage="extract"), extracted("a"))

    assert views.column("stage", "rejected") == ["extract"]


def test_an_extractor_that_succeeds_lifts_what_itself_failed_at(views: Views) -> None:
    failed = rejected("a", stage="extract", extractor="rules")
    views.after(received("a"), parsed("a"), failed, extracted("a", extractor="other"))
    before = views.column("document", "rejected")

    views.after(extracted("a", extractor="rules"))

    assert (before, views.column("document", "rejected")) == ([document("a")], [])


def test_a_later_revision_that_was_understood_lifts_the_failure_of_an_earlier(
    views: Views,
) -> None:
    views.after(received("a"), parsed("a"), received("a", revision=2), parsed("a", revision=2))
    views.after(rejected("a", stage="extract"), extracted("a", revision=2))

    assert views.column("document", "rejected") == []


def test_a_bundle_that_gave_something_is_listed_as_rejected_no_more(views: Views) -> None:
    views.after(rejected("a", stage="intake"), received("b", origin=f"{origin('a')}#inner.txt"))

    assert views.column("origin", "rejected") == []


def test_a_place_that_shows_nothing_any_more_says_so_until_it_does(views: Views) -> None:
    views.after(received("a"), parsed("a"), found_again("a", at="b"), disappeared("a"))
    assert views.column("gone_at IS NULL", "article_origins") == [0, 1]
    assert views.column("id") == [document("a")]

    views.after(found_again("a", at="a", again=True))

    assert views.column("gone_at", "article_origins") == [None, None]


@pytest.mark.parametrize(
    "back",
    [
        found_again("a", at="a", again=True),
        found_again("a", at="b"),
        received("a", revision=2),
        moved("a", to="b"),
    ],
    ids=["back", "elsewhere", "revised", "moved"],
)
def test_a_withdrawn_article_is_no_article_until_some_place_shows_it(
    views: Views, back: Event
) -> None:
    views.after(received("a"), parsed("a"), disappeared("a", withdrawn=True))
    assert views.column("id") == []

    assert views.after(back).column("id") == [document("a")]
    assert views.after(parsed("a")).column("id") == [document("a")]


def test_what_is_read_after_its_withdrawal_stays_withdrawn(views: Views) -> None:
    views.after(received("a"), disappeared("a", withdrawn=True), parsed("a"))

    assert views.column("id") == []


def test_a_place_that_nobody_knew_leaves_nothing_behind(views: Views) -> None:
    views.after(received("a"), disappeared("a", at="b"), moved("a", to="c", before="b"))

    assert views.column("origin", "article_origins") == [origin("a"), origin("c")]


def test_an_article_that_moved_is_shown_and_found_at_its_new_place(views: Views) -> None:
    views.after(received("a"), parsed("a"), moved("a", to="new"))

    assert (
        views.column("origin") == views.column("origin", "article_origins") == [origin("new")]
    )
    assert "wire new txt" in views.column("search")[0]
    views.after(parsed("a"))
    assert views.column("origin") == [origin("new")]


def test_what_was_told_of_the_copy_of_an_article_moves_alone(views: Views) -> None:
    views.after(
        received("a"), parsed("a"), found_again("a", at="b"), moved("a", to="c", before="b")
    )

    assert views.column("origin") == [origin("a")]
    assert views.column("origin", "article_origins") == [origin("a"), origin("c")]


def test_a_rejection_moves_with_its_document(views: Views) -> None:
    views.after(received("a"), rejected("a"), received("b"), rejected("b"), moved("a", to="c"))

    assert views.column("origin", "rejected") == [origin("b"), origin("c")]


def test_an_articles_other_rejections_stay_where_they_are(views: Views) -> None:
    views.after(
        received("a"), found_again("a", at="b"), rejected("a"), moved("a", to="c", before="b")
    )

    assert views.column("origin", "rejected") == [origin("a")]


def test_what_a_rule_keeps_out_is_listed_until_it_is_let_in(views: Views) -> None:
    views.after(rejected("a", stage="intake"), filtered("a"), filtered("b"))
    views.after(filtered("a", rule="words = x"), received("b"))

    assert views.column("origin", "rejected") == []
    assert views.column("rule", "filtered") == ["words = x"]


def test_what_was_filtered_is_forgotten_with_the_article_of_its_place(views: Views) -> None:
    views.after(received("a"), filtered("a"), filtered("b"), erased("a"))

    assert views.column("origin", "filtered") == [origin("b")]


def test_only_the_last_reason_of_a_place_is_listed(views: Views) -> None:
    views.after(rejected("a", stage="intake"), rejected("a", stage="intake", reason="other"))

    assert views.column("reason", "rejected") == ["other"]


def test_a_source_lives(views: Views) -> None:
    views.after(registered(), polled(accepted=1, unchanged=9))
    assert views.column("last_news_at", "sources") != [None]
    assert views.column("accepted", "sources") == [0]

    assert views.after(failed()).column("state", "sources") == ["failing"]
    assert views.after(recovered()).column("state", "sources") == ["ok"]
    assert views.column("failing_since", "sources") == [None]
    assert views.after(removed()).column("state", "sources") == ["removed"]
    assert views.after(registered()).column("state", "sources") == ["ok"]


def test_what_became_of_a_sources_items_is_told_by_the_documents_events(views: Views) -> None:
    views.after(
        registered(),
        received("a"),
        received("b"),
        received("a", revision=2),
        found_again("a", at="c"),
        found_again("a", at="a", again=True),
        rejected("a", stage="parse"),
        rejected("d", stage="intake"),
        moved("b", to="e"),
        disappeared("a", at="c"),
        filtered("f"),
        found_again("a", at="g", source="nobody"),
    )

    counts = ("accepted", "revised", "duplicate", "rejected", "filtered")
    assert [views.column(name, "sources") for name in counts] == [[2], [1], [1], [1], [1]]


def test_a_source_fails_since_its_first_failure_for_its_last_reason(views: Views) -> None:
    views.after(registered(), failed(reason="one"))
    since = views.column("failing_since", "sources")

    views.after(failed(reason="two"))

    assert views.column("failing_since", "sources") == since
    assert views.column("reason", "sources") == ["two"]


def test_a_source_that_fails_and_comes_back_fails_until_it_answers(views: Views) -> None:
    views.after(registered(), failed(), removed(), registered())

    assert views.column("state", "sources") == ["failing"]
    assert views.after(recovered()).column("state", "sources") == ["ok"]


@pytest.mark.parametrize("late", [failed(), recovered()], ids=["failed", "recovered"])
def test_a_look_that_ends_after_the_removal_does_not_undo_it(views: Views, late: Event) -> None:
    views.after(registered(), removed(), late)

    assert views.column("state", "sources") == ["removed"]


@pytest.mark.parametrize(
    "fact",
    [changed(address="/other"), failed(), recovered(), polled(accepted=1), removed()],
    ids=lambda fact: type(fact).__name__,
)
def test_what_is_told_of_a_source_that_nobody_registered_makes_none(
    views: Views, fact: Event
) -> None:
    assert views.after(registered("other"), fact).column("name", "sources") == ["other"]


def test_what_was_read_of_a_revision_that_never_came_is_no_article(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), parsed("a", revision=2))

    with pytest.raises(PoisonError, match="revision 2 of art_a was never received"):
        rebuild(database, log, articles)


def test_a_document_has_one_name(views: Views) -> None:
    assert views.after(received("a"), parsed("a")).column("id") == [document("a")]


def test_what_another_parser_reads_in_the_same_bytes_is_one_more_reading(views: Views) -> None:
    views.after(received("a"), parsed("a"), parsed("a", parser="parse@2"))
    assert views.column("cause", "article_readings") == [None]

    views.after(parsed("a", parser="parse@3", title="Other"))
    views.after(received("a", revision=2, cause="feed_edit"), parsed("a", revision=2))

    assert views.column("cause", "article_readings") == ["feed_edit", "reparse", None]
    assert views.column("cause", "article_revisions") == ["feed_edit", None]
