from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from ingestd.errors import BusyHostError, FetchError, MalformedFeedError
from ingestd.sources import sitemap
from ingestd.sources.found import Body, Collected
from ingestd.sources.sitemap import SitemapOptions, SitemapSource
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


def loaded(collected: Collected) -> list[str]:
    """The paths of the pages that could be had, one after the other."""
    paths = []
    for found in collected.items:
        try:
            body = found.load()  # type: ignore[union-attr]  # a sitemap offers no bundles
        except FetchError:
            continue
        assert isinstance(body, Body)
        paths.append("/" + found.origin.rpartition("/")[2])
    return paths


def looked_twice(
    source: Sitemap, between: Callable[[], object], **options: object
) -> tuple[list[str], list[str]]:
    first = source(**options).collect(asking())
    before = loaded(first)
    between()
    second = source(hours=1, **options).collect(asking(first.validators))
    return before, loaded(second)


def asked(site: Site) -> list[str]:
    paths = [path for path, _ in site.asked if path != "/robots.txt"]
    site.asked.clear()
    return paths


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
    site.gives("/a", b"<p>")

    assert looked_twice(source, lambda: site.gives("/map", status=304)) == (["/a"], [])


def test_so_many_pages_are_asked_for_and_the_others_in_later_looks(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", urlset("/a", "/b", "/c"), ETag='"1"')
    for path in ("/a", "/b", "/c"):
        site.gives(path, b"<p>")
    collected = source(max_items=2).collect(asking())
    items = iter(documents(collected))
    next(items).load()
    next(items).load()

    with pytest.raises(BusyHostError, match="as many pages as it may") as caught:
        next(items).load()

    assert caught.value.until > 0
    again = source(max_items=2, hours=1).collect(asking(collected.validators))
    assert len(documents(again)) == 3


def test_a_list_without_end_is_not_shown_to_its_end(site: Site, source: Sitemap) -> None:
    site.gives("/map", urlset(*(f"/{number}" for number in range(100))))
    for number in range(100):
        site.gives(f"/{number}", b"<p>")

    shown = []
    for found in source(max_items=3).collect(asking()).items:
        shown.append(found.origin)
        loaded(Collected(items=[found]))

    assert len(shown) == 4


def test_the_sitemaps_of_an_index_are_read_again_where_they_changed(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", index(one="2021-01-01", two="2021-02-02"))
    site.gives("/one", urlset("/a"))
    site.gives("/two", urlset("/b"))
    site.gives("/a", b"<p>")
    site.gives("/b", b"<p>")

    before, after = looked_twice(
        source, lambda: site.gives("/map", index(one="2021-03-03", two="2021-02-02"))
    )

    # the newest first
    assert (before, after) == (["/b", "/a"], ["/a"])
    assert asked(site) == ["/map", "/two", "/b", "/one", "/a", "/map", "/one", "/a"]


def test_a_sitemap_whose_page_could_not_be_had_is_read_again(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", index(one="2021-01-01", two="2021-02-02"), ETag='"1"')
    site.gives("/one", urlset("/a"))
    site.gives("/two", urlset("/b"))
    site.gives("/a", status=500)
    site.gives("/b", b"<p>")

    assert looked_twice(source, lambda: site.gives("/a", b"<p>")) == (["/b"], ["/a"])


def test_a_sitemap_that_fails_costs_the_others_nothing_and_is_asked_for_again(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", index(one="2021-01-01", two="2021-02-02"), ETag='"1"')
    site.gives("/one", urlset("/a"))
    site.gives("/two", b"<html>")
    site.gives("/a", b"<p>")
    site.gives("/b", b"<p>")

    assert looked_twice(source, lambda: site.gives("/two", urlset("/b"))) == (["/a"], ["/b"])


def test_a_sitemap_without_a_date_is_read_each_time(site: Site, source: Sitemap) -> None:
    site.gives("/map", b"<sitemapindex><sitemap><loc>/one</loc></sitemap></sitemapindex>")
    site.gives("/one", urlset("/a"))
    site.gives("/a", b"<p>")

    assert looked_twice(source, lambda: None) == (["/a"], ["/a"])


def test_an_index_may_name_an_index_but_no_deeper(site: Site, source: Sitemap) -> None:
    site.gives("/map", index(years="2021"))
    site.gives("/years", index(months="2021", one="2021"))
    site.gives("/months", index(days="2021"))
    site.gives("/one", urlset("/a"))
    site.gives("/a", b"<p>")

    assert loaded(source().collect(asking())) == ["/a"]
    assert "/days" not in asked(site)


def test_of_a_long_index_the_rest_is_read_in_later_looks(site: Site, source: Sitemap) -> None:
    names = [f"s{number:03}" for number in range(sitemap.MOST_SITEMAPS + 1)]
    site.gives("/map", index(**dict.fromkeys(names, "2021")), ETag='"1"')
    for name in names:
        site.gives(f"/{name}", urlset(f"/p{name}"))
        site.gives(f"/p{name}", b"<p>")

    before, after = looked_twice(source, lambda: None, max_items=1_000)

    assert (len(before), after) == (sitemap.MOST_SITEMAPS, [f"/p{names[-1]}"])


def test_an_index_that_forgets_a_sitemap_is_forgotten_itself(
    site: Site, source: Sitemap
) -> None:
    site.gives("/map", index(one="2021"))
    site.gives("/one", urlset("/a"))
    site.gives("/a", b"<p>")
    first = source().collect(asking())
    loaded(first)
    site.gives("/map", b"<sitemapindex/>")

    second = source().collect(asking(first.validators))
    loaded(second)

    assert "read" in first.validators
    assert "read" not in second.validators


@pytest.mark.parametrize("content", [b"<html>", b""])
def test_what_is_no_sitemap_is_told(site: Site, source: Sitemap, content: bytes) -> None:
    site.gives("/map", content)

    with pytest.raises(MalformedFeedError, match="is no sitemap"):
        source().collect(asking())


def test_it_is_shown_without_its_secret(source: Sitemap) -> None:
    shown = source(url="https://user:canary@host/map", max_items=5)

    assert (shown.address, shown.kind) == ("https://host/map", "sitemap")
    assert '"max_items":5' in shown.options
