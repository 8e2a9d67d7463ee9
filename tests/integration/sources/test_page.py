from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from ingestd.errors import BusyHostError, MalformedFeedError
from ingestd.sources.page import PageOptions, PageSource
from tests.fixtures.asking import asking, documents
from tests.fixtures.site import Site

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
FRONT = (
    b"<body><nav><a href='/about'>About</a></nav><div class='news list'>"
    b"<a href='/2021/b'>Second</a><a href='/2021/a'>First</a><a href='/'>Home</a></div></body>"
)
Page = Callable[..., PageSource]


@pytest.fixture
def page(site: Site) -> Page:
    def page(now: datetime = NOW, **options: object) -> PageSource:
        given = {"url": f"{site.url}/", "allow_networks": ["127.0.0.0/8"]} | options
        return PageSource("front", PageOptions.model_validate(given), lambda: now)

    return page


def test_what_a_page_links_to_are_articles(site: Site, page: Page) -> None:
    site.gives("/", FRONT)
    site.gives("/2021/b", b"<p>text", Content_Type="text/html")

    first, second = documents(page(links="/2021/").collect(asking()))
    body = first.load()

    assert (first.origin, second.origin) == (f"{site.url}/2021/b", f"{site.url}/2021/a")
    assert (first.title, first.url) == ("Second", f"{site.url}/2021/b")
    assert (body.content, body.kind) == (b"<p>text", "page")


def test_a_part_of_the_page_is_enough_and_the_page_itself_is_no_article(
    site: Site, page: Page
) -> None:
    site.gives("/", FRONT)

    found = documents(page(within="list").collect(asking()))

    assert [one.origin for one in found] == [f"{site.url}/2021/b", f"{site.url}/2021/a"]


def test_so_many_are_asked_for_in_one_look(site: Site, page: Page) -> None:
    site.gives("/", FRONT)
    site.gives("/2021/b", b"<p>")
    first, second = documents(page(within="list", max_items=1).collect(asking()))
    first.load()

    with pytest.raises(BusyHostError, match="as much as it may"):
        second.load()


def test_an_unchanged_page_shows_nothing(site: Site, page: Page) -> None:
    site.gives("/", FRONT)
    first = page().collect(asking())

    assert documents(page().collect(asking(first.validators))) == []


def test_what_is_still_linked_to_is_looked_at_again_once_a_day(site: Site, page: Page) -> None:
    site.gives("/", FRONT)
    first = page().collect(asking())
    marks = [{one.origin: one.mark for one in documents(first)}]
    for hours in range(25):
        later = page(NOW + timedelta(hours=hours)).collect(asking())
        marks.append({one.origin: one.mark for one in documents(later)})

    for origin in marks[0]:
        assert len({shown[origin] for shown in marks[:24]}) <= 2
        assert len({marks[0][origin], marks[-1][origin]}) == 2


def test_an_unchanged_list_is_read_again_when_it_is_the_turn_of_an_article(
    site: Site, page: Page
) -> None:
    site.gives("/", FRONT)
    first = page().collect(asking())

    after_an_hour, after_a_day = (
        page(NOW + timedelta(hours=hours)).collect(asking(first.validators))
        for hours in (1, 24)
    )

    assert documents(after_an_hour) == []
    assert len(documents(after_a_day)) == 3


def test_who_wants_it_has_each_page_asked_for_once(site: Site, page: Page) -> None:
    site.gives("/", FRONT)
    kept = page(recheck="0s").collect(asking()).validators

    assert documents(page(NOW + timedelta(days=2), recheck="0s").collect(asking(kept))) == []
    with pytest.raises(ValidationError, match='should be "0s" or at least "1m"'):
        page(recheck="5s")


@pytest.mark.parametrize("options", [{"links": "/2022/"}, {"within": "articles"}])
def test_a_page_that_shows_no_article_is_another_than_it_was(
    site: Site, page: Page, options: dict[str, str]
) -> None:
    site.gives("/", FRONT)

    with pytest.raises(MalformedFeedError, match="shows no link to an article") as caught:
        page(**options).collect(asking())

    assert (
        caught.value.hint == "look at the page, and correct 'links' or 'within' of the source"
    )


def test_it_is_shown_without_its_secret(page: Page) -> None:
    shown = page(url="https://user:canary@host/", within="list")

    assert (shown.address, shown.kind) == ("https://host/", "page")
    assert '"within":"list"' in shown.options
