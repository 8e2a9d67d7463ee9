"""Lists: in order, in pages that stay right, filtered by what was asked."""

from collections.abc import Iterator

import pytest

from ingestd.app import PROJECTIONS, App, projections_named
from ingestd.config.settings import Settings
from ingestd.errors import UsageError
from ingestd.events import Event
from ingestd.queries.articles import get_article, list_articles
from ingestd.queries.events import list_events
from ingestd.queries.paging import decode_cursor, encode_cursor
from ingestd.queries.rejected import get_rejected, list_rejected
from ingestd.queries.sources import get_source, list_sources
from ingestd.queries.status import get_status
from ingestd.store.database import Database
from tests.fixtures.building import (
    draft,
    failed,
    origin,
    parsed,
    received,
    registered,
    rejected,
)
from tests.fixtures.shelves import body, found, take_in
from tests.fixtures.stores import HandClock


@pytest.fixture
def app(
    sqlite: Database, clock: HandClock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[App]:
    """The program on a database that has its tables."""
    made = App(Settings(data_dir=tmp_path_factory.mktemp("data")), clock=clock)
    made.database = sqlite
    with made.opened():
        yield made


def told(app: App, *facts: Event) -> None:
    for fact in facts:
        with app.database.writing() as connection:
            app.log.append(connection, [draft(fact)])
    while app.project():
        pass


def test_articles_come_newest_first_in_pages_that_join(app: App) -> None:
    told(app, *(fact for name in "abcde" for fact in (received(name), parsed(name))))

    seen, after = [], None
    with app.database.reading() as connection:
        for _ in range(3):
            page = list_articles(connection, after=after, limit=2)
            seen.append([row["id"] for row in page.rows])
            after = page.next

    assert seen == [["art_e", "art_d"], ["art_c", "art_b"], ["art_a"]]
    assert after is None


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"query": "da nang"}, ["art_a"]),
        ({"query": "NANG title"}, []),
        ({"language": "fr"}, ["art_b"]),
        ({"source": "nobody"}, []),
        ({"since": "2021-11-11"}, ["art_b", "art_a"]),
        ({"since": "2021-11-12"}, []),
    ],
)
def test_articles_are_filtered(app: App, asked: dict[str, str], ids: list[str]) -> None:
    told(app, received("a"), parsed("a", title="Đà Nẵng"), received("b"))
    told(app, parsed("b", language="fr"))

    with app.database.reading() as connection:
        page = list_articles(connection, limit=50, **asked)

    assert [row["id"] for row in page.rows] == ids


def test_one_article_has_its_text_now_and_then(app: App) -> None:
    for words in ("Acme signs.", "Acme signs again."):
        take_in(found("a", body(words)), source="wire", tools=app.tools)
    app.catch_up()

    with app.database.reading() as connection:
        (row,) = list_articles(connection).rows
        now = get_article(connection, row["id"], app.blobs)
        then = get_article(connection, row["id"], app.blobs, revision=1)
        assert get_article(connection, row["id"], app.blobs, revision=9) is None
        assert get_article(connection, "art_none", app.blobs) is None

    assert now is not None
    assert then is not None
    assert (now["revision"], now["text"].strip()) == (2, "Acme signs again.")
    assert (then["revision"], then["text"].strip()) == (1, "Acme signs.")
    assert [place["origin"] for place in now["origins"]] == [origin("a")]


def test_events_are_chosen_by_position_type_and_stream(app: App) -> None:
    told(app, received("a"), parsed("a"), registered("wire"), received("b"))

    def positions(**asked: object) -> list[int]:
        with app.database.reading() as connection:
            return [row["position"] for row in list_events(connection, **asked)]  # type: ignore[arg-type]  # as asked

    assert positions(after=2) == [3, 4]
    assert positions(type="document.received") == [1, 4]
    assert positions(stream="art_a") == positions(stream="document:art_a") == [1, 2]
    assert positions(stream="wire") == [3]
    assert positions(limit=1) == [1]


def test_rejections_are_found_by_place_and_document(app: App) -> None:
    told(app, received("a"), rejected("a"), rejected("b", stage="intake"))

    with app.database.reading() as connection:
        assert [row["origin"] for row in list_rejected(connection).rows] == [
            origin("b"),
            origin("a"),
        ]
        assert list_rejected(connection, source="nobody").rows == []
        by_place, by_document = (
            get_rejected(connection, name) for name in (origin("a"), "art_a")
        )
        assert get_rejected(connection, "art_none") is None
    assert by_place == by_document is not None


def test_status_says_what_is_there_lags_and_fails(app: App) -> None:
    told(app, registered("wire"), failed("wire"), received("a"), parsed("a"))

    with app.database.reading() as connection:
        status = get_status(connection)
        (source,) = list_sources(connection)
        assert get_source(connection, "wire") == source
        assert get_source(connection, "nobody") is None
    assert (status["log"]["position"], status["articles"], status["sources"]) == (4, 1, 1)
    assert status["failing_sources"] == ["wire"]
    assert {row["lag"] for row in status["readers"]} == {0}


@pytest.mark.parametrize("cursor", ["", "no cursor", "ж", encode_cursor("a"), "bnVsbA"])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(UsageError, match="is no cursor"):
        decode_cursor(cursor)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_sensible_size(app: App, limit: int) -> None:
    told(app)

    with pytest.raises(UsageError, match="limit must be"), app.database.reading() as connection:
        list_articles(connection, limit=limit)


def test_what_an_earlier_parser_rejected_is_read_once_more(app: App) -> None:
    told(app, received("a"))
    assert app.retry_outdated() == 0

    told(app, rejected("a"), rejected("b", stage="intake"))

    assert app.retry_outdated() == 1
    with app.database.reading() as connection:
        (retried,) = list_events(connection, type="document.retried")
    assert retried["stream"] == "document:art_a"
    assert app.retry_outdated() == 0


def test_views_are_prepared_once(app: App) -> None:
    app.prepare_views()
    app.prepare_views()

    with app.database.reading() as connection:
        assert get_status(connection)["articles"] == 0


def test_making_the_views_of_an_old_log_tells_how_far_it_has_come(app: App) -> None:
    with app.database.writing() as connection:
        app.log.append(connection, [draft(received("a")), draft(parsed("a"))])
    told_so_far: list[tuple[int, int]] = []

    app.prepare_views(lambda done, head: told_so_far.append((done, head)))

    assert told_so_far == [(2, 2)] * len(PROJECTIONS)


def test_a_view_is_known_by_its_own_name_or_its_keepers() -> None:
    assert projections_named(["rejected", "articles"]) == projections_named(["articles"])
    assert len(projections_named([])) == len(PROJECTIONS)
    with pytest.raises(UsageError, match="there is no projection 'nothing'"):
        projections_named(["nothing"])
