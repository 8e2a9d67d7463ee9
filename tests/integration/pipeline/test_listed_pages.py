"""Feeds, sitemaps and pages as they go through the door, look after look."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from ingestd.errors import BusyHostError
from ingestd.fetching.http import GuardedWeb
from ingestd.pipeline.looking import Look, look
from ingestd.pipeline.recording import Outcome
from ingestd.pipeline.step import Tools
from ingestd.pipeline.visit import LEAST_PAUSE, Visit
from ingestd.sources.feed import FeedOptions, FeedSource
from ingestd.sources.found import Source
from ingestd.sources.sitemap import SitemapOptions, SitemapSource
from ingestd.store import source_state
from tests.fixtures.shelves import Shelf, found
from tests.fixtures.site import Site
from tests.fixtures.stores import HandClock

Looks = Callable[[Source], tuple[Look, list[Outcome]]]
LOOPBACK = ["127.0.0.0/8"]


@pytest.fixture
def looks(tools: Tools, clock: HandClock) -> Iterator[Looks]:
    web = GuardedWeb(delay=0.0)

    def looks(source: Source) -> tuple[Look, list[Outcome]]:
        return look(source, tools=replace(tools, web=web), clock=clock)

    yield looks
    web.close()


@pytest.fixture
def sitemap(site: Site, clock: HandClock) -> Callable[..., SitemapSource]:
    def sitemap(**options: object) -> SitemapSource:
        given = {"url": f"{site.url}/map", "allow_networks": LOOPBACK} | options
        return SitemapSource("news", SitemapOptions.model_validate(given), clock)

    return sitemap


def kinds(outcomes: list[Outcome]) -> dict[str, str]:
    """What became of each page, by its path."""
    return {"/" + one.origin.rpartition("/")[2]: one.kind for one in outcomes}


def index(**sitemaps: str) -> bytes:
    named = (
        f"<sitemap><loc>/{path}</loc><lastmod>{changed}</lastmod></sitemap>"
        for path, changed in sitemaps.items()
    )
    return f"<sitemapindex>{''.join(named)}</sitemapindex>".encode()


def urlset(*paths: str) -> bytes:
    urls = (f"<url><loc>{one}</loc><lastmod>2021</lastmod></url>" for one in paths)
    return f"<urlset>{''.join(urls)}</urlset>".encode()


def page(site: Site, *paths: str) -> None:
    for path in paths:
        site.gives(path, f"<p>Words of {path}.".encode(), Content_Type="text/html")


def asked(site: Site) -> list[str]:
    paths = [path for path, _ in site.asked if path != "/robots.txt"]
    site.asked.clear()
    return paths


def test_what_is_too_much_for_one_look_comes_in_the_next_ones(
    site: Site, sitemap: Callable[..., SitemapSource], looks: Looks
) -> None:
    site.gives("/map", urlset("/a", "/b", "/c"), ETag='"1"')
    page(site, "/a", "/b", "/c")
    first, one = looks(sitemap(max_items=2))
    second, other = looks(sitemap(max_items=2))

    assert kinds(one) == {"/a": "accepted", "/b": "accepted"}
    assert kinds(other) == {"/a": "unchanged", "/b": "unchanged", "/c": "accepted"}
    assert (first.again_after, second.again_after) == (LEAST_PAUSE, None)
    assert asked(site) == ["/map", "/a", "/b", "/map", "/c"]


def test_of_an_index_only_what_changed_is_opened_again(
    site: Site, sitemap: Callable[..., SitemapSource], looks: Looks
) -> None:
    site.gives("/map", index(one="2021-01-01", two="2021-02-02"))
    site.gives("/one", urlset("/a"))
    site.gives("/two", urlset("/b"))
    page(site, "/a", "/b")
    looks(sitemap())
    asked(site)
    site.gives("/map", index(one="2021-03-03", two="2021-02-02"))
    site.gives("/one", urlset("/a", "/c"))
    page(site, "/c")

    _, outcomes = looks(sitemap())

    assert kinds(outcomes) == {"/a": "unchanged", "/c": "accepted", "/two": "unchanged"}
    assert asked(site) == ["/map", "/one", "/c"]


def test_a_sitemap_is_opened_until_all_its_pages_are_here(
    site: Site, sitemap: Callable[..., SitemapSource], looks: Looks
) -> None:
    site.gives("/map", index(one="2021", two="2021"), ETag='"1"')
    site.gives("/one", urlset("/a", "/b"))
    site.gives("/two", urlset("/c"))
    page(site, "/a", "/b", "/c")

    rounds = [kinds(looks(sitemap(max_items=1))[1]) for _ in range(4)]

    assert rounds[0] == {"/a": "accepted"}
    assert rounds[1] == {"/a": "unchanged", "/b": "accepted"}
    assert rounds[2]["/c"] == "accepted"
    assert set(rounds[3].values()) <= {"unchanged"}


def test_a_sitemap_that_fails_costs_the_others_nothing(
    site: Site, sitemap: Callable[..., SitemapSource], looks: Looks
) -> None:
    site.gives("/map", index(one="2021", two="2021"))
    site.gives("/one", b"<html>")
    site.gives("/two", urlset("/a"))
    page(site, "/a")

    current, outcomes = looks(sitemap())

    assert kinds(outcomes) == {"/one": "rejected", "/a": "accepted"}
    assert current.failure is None


def test_the_accounts_of_a_feed_with_full_text_balance(
    site: Site, looks: Looks, tools: Tools, clock: HandClock
) -> None:
    options = {"url": f"{site.url}/feed", "allow_networks": LOOPBACK, "full_text": True}
    feed = FeedSource("news", FeedOptions.model_validate(options), clock)
    items = "".join(
        f"<item><title>{path}</title><link>{path}</link><description>short {path}</description>"
        "</item>"
        for path in ("/a", "/b", "/c")
    )
    site.gives("/feed", f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    page(site, "/a", "/b")
    site.gives("/c", status=500)

    _, outcomes = looks(feed)

    assert kinds(outcomes) == {"/a": "accepted", "/b": "accepted", "/c": "accepted"}
    with tools.database.reading() as connection:
        state = source_state.read(connection, "news")
    assert (state.seen, state.accepted) == (3, 3)


def test_whose_turn_did_not_come_is_no_rejection(looks: Looks) -> None:
    busy = BusyHostError("https://a.example", "it is left alone", until=90.0)
    shelf = Shelf(items=[found("a", busy), found("b")])

    current, outcomes = looks(shelf)

    assert [one.kind for one in outcomes] == ["accepted"]
    # what a source itself asks for goes before
    assert (current.again_after, current.failure) == (2.5, None)


def test_the_next_look_is_when_all_turns_may_have_come() -> None:
    visit = Visit(source="news")
    pauses = []

    for until in (5.0, 90.0, 70.0):
        visit.postpone(until)
        pauses.append(visit.again_after)

    assert pauses == [LEAST_PAUSE, 90.0, 90.0]
    assert visit.is_left
