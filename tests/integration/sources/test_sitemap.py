from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from ingestd.errors import BusyHostError, FetchError, MalformedFeedError, UnreadableError
from ingestd.sources.found import Bundle, Collected, Found
from ingestd.sources.sitemap import MOST_SITEMAPS, SitemapOptions, SitemapSource
from tests.fixtures.asking import asking, documents
from tests.fixtures.site import Site

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
Sitemap = Callable[..., SitemapSource]


@pytest.fixture
def source(site: Site) -> Sitemap:
    def source(*, hours: int = 0, **options: object) -> SitemapSource:
        given = {"url": f"{site.url}/map", "allow_networks": ["127.0.0.0/8"]} | options
        now = NOW + timedelta(hours=hours)
        return SitemapSource("news", SitemapOptions.model_validate(given), lambda: now)

    return source


def urlset(*paths: str, changed: str = "2021-11-11") -> bytes:
    urls = (f"<url><loc>{one}</loc><lastmod>{changed}</lastmod></url>" for one in paths)
    return f"<urlset>{''.join(urls)}</urlset>".encode()


def index(**sitemaps: str) -> bytes:
    named = (
        f"<sitemap><loc>/{path}</loc><lastmod>{changed}</lastmod></sitemap>"
        for path, changed in sitemaps.items()
    )
    return f"<sitemapindex>{''.join(named)}</sitemapindex>".encode()


def bundles(collected: Collected) -> list[Bundle]:
    return [item for item in collected.items if isinstance(item, Bundle)]


def test_each_page_is_an_article(site: Site, source: Sitemap) -> None:
    news = (
        "<url><loc>/a</loc><news><publication_date>2021-11-11</publication_date>"
        "<title>Signed</title></news></url>"
    )
    site.gives("/map", f"<urlset>{news}</urlset>".encode())
    site.gives("/a", b"<p>text", Content_Type="text/html")

    [found] = documents(source().collect(asking()))
    body = found.load()

    assert (found.origin, found.url) == (f"{site.url}/a", f"{site.url}/a")
    assert (found.title, found.published) == ("Signed", "2021-11-11")
    assert (body.content, body.title, body.published) == (b"<p>text", "Signed", "2021-11-11")
    assert (body.kind, body.whole) == ("page", True)


def test_what_changed_is_no_day_of_publication_but_says_how_old_it_may_be(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", urlset("/a"))
    site.gives("/a", b"<p>text")

    [found] = documents(source().collect(asking()))

    assert (found.published, found.load().published) == ("2021-11-11", None)


def test_only_addresses_with_the_pattern_are_articles(site: Site, source: Sitemap) -> None:
    site.gives("/map", urlset("/tag/x", "/2021/a"))

    collected = source(links=r"/\d{4}/").collect(asking())

    assert [found.origin for found in documents(collected)] == [f"{site.url}/2021/a"]


def test_an_unchanged_sitemap_shows_nothing(site: Site, source: Sitemap) -> None:
    site.gives("/map", urlset("/a"), ETag='"1"')
    first = source().collect(asking())
    site.gives("/map", status=304)

    assert documents(source(hours=1).collect(asking(first.validators))) == []


def test_so_many_pages_are_asked_for_and_no_more_are_shown(site: Site, source: Sitemap) -> None:
    site.gives("/map", urlset("/a", "/b", "/c", "/d"))
    for path in ("/a", "/b"):
        site.gives(path, b"<p>")
    items = iter(source(max_items=2).collect(asking()).items)
    shown = [cast("Found", next(items)) for _ in range(3)]
    shown[0].load()
    shown[1].load()

    with pytest.raises(BusyHostError, match="as much as it may") as caught:
        shown[2].load()

    assert caught.value.until > 0
    assert list(items) == []


def test_the_sitemaps_of_an_index_hold_pages_and_are_marked_by_their_dates(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", index(one="2021-01-01", two="2021-02-02"))
    site.gives("/two", urlset("/a"))

    newest, oldest = bundles(source().collect(asking()))

    assert [(one.origin, one.mark) for one in (newest, oldest)] == [
        (f"{site.url}/two", "listed 2021-02-02"),
        (f"{site.url}/one", "listed 2021-01-01"),
    ]
    [found] = newest.open()
    assert found.origin == f"{site.url}/a"


def test_a_sitemap_without_a_date_is_opened_each_time(site: Site, source: Sitemap) -> None:
    site.gives("/map", b"<sitemapindex><sitemap><loc>/one</loc></sitemap></sitemapindex>")

    first = source().collect(asking())
    second = source(hours=1).collect(asking(first.validators))

    assert [one.mark for one in (*bundles(first), *bundles(second))] == [None, None]


def test_a_sitemap_that_is_none_is_told_by_itself(site: Site, source: Sitemap) -> None:
    site.gives("/map", index(one="2021", two="2021"))
    site.gives("/one", b"<html>")
    one, two = bundles(source().collect(asking()))

    with pytest.raises(UnreadableError, match="/one is no sitemap: it begins with <html>"):
        list(one.open())
    with pytest.raises(FetchError, match="404"):
        list(two.open())


def test_an_index_may_name_an_index_but_no_deeper(site: Site, source: Sitemap) -> None:
    site.gives("/map", index(years="2021"))
    site.gives("/years", index(months="2021"))
    site.gives("/months", b"<sitemapindex><sitemap><loc>/days</loc></sitemap></sitemapindex>")

    [years] = bundles(source().collect(asking()))
    [months] = years.open()

    assert isinstance(months, Bundle)
    assert list(months.open()) == []


def test_of_a_long_index_the_rest_is_left_for_later_looks(site: Site, source: Sitemap) -> None:
    names = [f"s{number:03}" for number in range(MOST_SITEMAPS + 1)]
    site.gives("/map", index(**dict.fromkeys(names, "2021")))
    for name in names:
        site.gives(f"/{name}", b"<urlset/>")
    *first, last = bundles(source().collect(asking()))
    for one in first:
        assert list(one.open()) == []

    with pytest.raises(BusyHostError):
        list(last.open())


def test_no_sitemap_is_opened_for_pages_that_are_not_asked_for(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", index(one="2021", two="2021"))
    site.gives("/one", urlset("/a", "/b"))
    site.gives("/a", b"<p>")
    one, two = bundles(source(max_items=1).collect(asking()))
    first, second = (cast("Found", item) for item in one.open())
    first.load()
    with pytest.raises(BusyHostError):
        second.load()

    with pytest.raises(BusyHostError):
        list(two.open())

    assert "/two" not in [path for path, _ in site.asked]


@pytest.mark.parametrize("content", [b"<html>", b""])
def test_what_is_no_sitemap_is_told(site: Site, source: Sitemap, content: bytes) -> None:
    site.gives("/map", content)

    with pytest.raises(MalformedFeedError, match="is no sitemap"):
        source().collect(asking())


def test_it_is_shown_without_its_secret(source: Sitemap) -> None:
    shown = source(url="https://user:canary@host/map", max_items=5)

    assert (shown.address, shown.kind) == ("https://host/map", "sitemap")
    assert '"max_items":5' in shown.options
