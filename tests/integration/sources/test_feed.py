from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from ingestd.clock import Clock
from ingestd.errors import BusyHostError, FetchError, MalformedFeedError, UnreadableError
from ingestd.fetching.http import GuardedWeb
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply, Web
from ingestd.sources.feed import FeedOptions, FeedSource
from ingestd.sources.found import Body, Hub
from tests.fixtures.asking import asking, documents
from tests.fixtures.site import Site

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SINCE = "2026-01-02T03:04:05.000000Z"
ENTRY = """<item><title>{title}</title><link>{link}</link>
<pubDate>Thu, 11 Nov 2021 10:00:00 GMT</pubDate><author>A. Writer</author>{text}</item>"""
Feed = Callable[..., FeedSource]


@dataclass
class Busy:
    """The web on a day when hosts have no time for robots."""

    web: Web
    wait: bool = True
    as_robot: list[bool] = field(default_factory=list)

    def get(
        self,
        url: str,
        *,
        limits: Limits,
        headers: Mapping[str, str] | None = None,
        as_robot: bool = False,
    ) -> Reply:
        self.as_robot.append(as_robot)
        if as_robot and self.wait:
            raise BusyHostError(url, "its host is left alone for now", until=5.0)
        return self.web.get(url, limits=limits, headers=headers)

    def post(self, url: str, *, fields: Mapping[str, str], limits: Limits) -> Reply:
        return self.web.post(url, fields=fields, limits=limits)


def at(moment: datetime) -> Clock:
    return lambda: moment


@pytest.fixture
def feed(site: Site) -> Feed:
    def feed(*, now: datetime = NOW, **options: object) -> FeedSource:
        given = {"url": f"{site.url}/feed", "allow_networks": ["127.0.0.0/8"]} | options
        return FeedSource("news", FeedOptions.model_validate(given), at(now))

    return feed


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'.encode()


def entry(link: str, *, title: str = "Signed", text: str = "the feed's text") -> str:
    description = f"<description>{text}</description>" if text else ""
    return ENTRY.format(title=title, link=link, text=description)


def load(source: FeedSource, validators: Mapping[str, str] | None = None) -> list[Body]:
    return [found.load() for found in documents(source.collect(asking(validators)))]


def test_each_entry_is_offered_with_what_the_feed_says_of_it(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a"), entry("/b")))

    collected = feed().collect(asking())
    first, second = documents(collected)
    body = first.load()

    assert (first.origin, second.origin) == (f"{site.url}/a", f"{site.url}/b")
    assert (body.media_type, body.url) == ("text/html; charset=utf-8", f"{site.url}/a")
    assert (body.title, body.author) == ("Signed", "A. Writer")
    assert body.published == "2021-11-11T10:00:00Z"
    assert b"the feed's text" in body.content
    assert [path for path, _ in site.asked] == ["/feed"]


def test_the_next_look_asks_only_for_what_is_new(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(), ETag='"1"', Last_Modified="Thu, 11 Nov 2021 10:00:00 GMT")
    validators = feed().collect(asking()).validators
    site.gives("/feed", status=304)

    collected = feed().collect(asking(validators))

    assert validators.items() >= {
        ("etag", '"1"'),
        ("last_modified", "Thu, 11 Nov 2021 10:00:00 GMT"),
        ("since", SINCE),
    }
    assert (documents(collected), collected.validators) == ([], validators)
    (_, first), (_, second) = site.asked
    assert "if-none-match" not in first
    assert second["if-none-match"] == '"1"'
    assert second["if-modified-since"] == "Thu, 11 Nov 2021 10:00:00 GMT"


def test_what_a_server_without_validators_gives_again_is_not_read_again(
    site: Site, feed: Feed
) -> None:
    site.gives("/feed", rss(entry("/a")))
    first = feed().collect(asking())
    again = feed().collect(asking(first.validators))
    site.gives("/feed", rss(entry("/b")))
    changed = feed().collect(asking(again.validators))

    counts = [len(documents(collected)) for collected in (first, again, changed)]
    assert counts == [1, 0, 1]
    assert first.validators == again.validators != changed.validators


@pytest.mark.parametrize(("age", "is_asked"), [(7, True), (8, False)])
def test_not_modified_is_not_believed_for_ever(
    site: Site, feed: Feed, *, age: int, is_asked: bool
) -> None:
    site.gives("/feed", rss())

    feed(now=NOW + timedelta(days=age)).collect(asking({"etag": '"1"', "since": SINCE}))

    [(_, headers)] = site.asked
    assert ("if-none-match" in headers) is is_asked


def test_the_feeds_text_is_whole_unless_it_is_a_summary(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a"), entry("/b", text="word " * 300)))

    bodies = load(feed())

    assert [(body.kind, body.whole) for body in bodies] == [("feed", False), ("feed", True)]


def test_what_an_entry_is_known_by_is_told_before_it_is_loaded(site: Site, feed: Feed) -> None:
    guid = '<guid isPermaLink="false">7</guid>'
    site.gives("/feed", rss(entry("/a").replace("</item>", f"{guid}</item>")))

    [found] = documents(feed().collect(asking()))

    assert (found.url, found.guid) == (f"{site.url}/a", "7")
    assert (found.title, found.published) == ("Signed", "2021-11-11T10:00:00Z")


def test_a_json_feed_is_a_feed(site: Site, feed: Feed) -> None:
    site.gives("/feed", b'{"items": [{"url": "/a", "content_text": "text"}]}')

    [body] = load(feed())

    assert (body.url, body.whole) == (f"{site.url}/a", True)


def test_full_text_takes_the_article_from_the_page(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/moved")))
    site.gives("/moved", status=301, Location="/a")
    site.gives("/a", b"<p>caf\xe9", Content_Type="text/html; charset=latin-1")

    [body] = load(feed(full_text=True))

    assert (body.content, body.media_type) == (b"<p>caf\xe9", "text/html; charset=latin-1")
    assert (body.url, body.title, body.author) == (f"{site.url}/a", "Signed", "A. Writer")
    assert body.published == "2021-11-11T10:00:00Z"
    assert (body.kind, body.whole) == ("page", True)


def test_a_change_of_full_text_is_a_reason_to_look_again(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a")))

    [by_feed] = documents(feed().collect(asking()))
    [by_page] = documents(feed(full_text=True).collect(asking()))

    assert by_feed.origin == by_page.origin
    assert by_feed.mark != by_page.mark


def test_a_page_without_a_type_is_taken_for_html(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a")))
    site.gives("/a", b"<p>")

    [body] = load(feed(full_text=True))

    assert body.media_type == "text/html"


@pytest.mark.parametrize(
    ("status", "media_type", "is_whole"),
    [(404, "text/html", False), (500, "text/html", False), (200, "application/pdf", True)],
)
def test_the_feeds_own_text_stands_in_for_a_page_that_cannot_be_had(
    site: Site, feed: Feed, status: int, media_type: str, is_whole: bool
) -> None:
    site.gives("/feed", rss(entry("/a", text="the feed's text " * 100)))
    site.gives("/a", b"?", status, Content_Type=media_type)

    with capture_logs() as logs:
        [body] = load(feed(full_text=True))

    assert b"the feed's text" in body.content
    assert (body.kind, body.whole, body.shortfall is None) == ("feed", is_whole, is_whole)
    [told] = [line for line in logs if line["event"] == "page.failed"]
    assert told["url"] == f"{site.url}/a"


def test_an_entry_whose_host_is_busy_is_left_for_a_later_look(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a")), ETag='"1"')
    [found] = documents(feed(full_text=True).collect(asking(web=Busy(GuardedWeb()))))

    with pytest.raises(BusyHostError):
        found.load()


def test_a_page_is_asked_for_as_a_robot_and_a_feed_is_not(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a")))
    site.gives("/a", b"<p>")
    web = Busy(GuardedWeb(), wait=False)

    for found in documents(feed(full_text=True).collect(asking(web=web))):
        found.load()

    assert web.as_robot == [False, True]


def test_a_source_that_moved_is_asked_where_it_is_now(site: Site, feed: Feed) -> None:
    site.gives("/new", rss('<item><guid isPermaLink="false">1</guid><title>T</title></item>'))

    collected = feed().collect(asking(address=f"{site.url}/new"))

    # the names of its entries stay what they were
    assert [found.origin for found in documents(collected)] == [f"{site.url}/feed#1"]
    assert [path for path, _ in site.asked] == ["/new"]


def test_what_the_server_and_the_feed_say_of_the_next_look_is_told_each_time(
    site: Site, feed: Feed
) -> None:
    content = b'<rss version="2.0"><channel><ttl>60</ttl></channel></rss>'
    link = '<https://hub/>; rel="hub", </topic>; rel=self'
    site.gives("/feed", content, Cache_Control="max-age=600", Link=link, ETag="1")
    first = feed().collect(asking())
    site.gives("/feed", status=304, Cache_Control="max-age=7200", Link=link)
    second = feed().collect(asking(first.validators))

    assert (first.fresh_for, second.fresh_for) == (3_600.0, 7_200.0)
    assert first.hub == second.hub == Hub(url="https://hub/", topic=f"{site.url}/topic")


def test_where_there_is_no_text_either_the_pages_failure_is_told(
    site: Site, feed: Feed
) -> None:
    site.gives("/feed", rss(entry("/a", text=""), entry("/b", text="")))
    site.gives("/a", status=404)
    site.gives("/b", b"%PDF", Content_Type="application/pdf")
    missing, pdf = documents(feed(full_text=True).collect(asking()))

    with pytest.raises(FetchError, match="404 Not Found"):
        missing.load()
    with pytest.raises(UnreadableError, match="/b is application/pdf"):
        pdf.load()


def test_an_entry_without_a_link_has_no_page_to_follow(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss("<item><title>T</title><description>text</description></item>"))

    [body] = load(feed(full_text=True))

    assert body.url is None
    assert b"text" in body.content


def test_a_link_into_a_private_network_is_not_followed(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("http://10.0.0.1/", text="")))
    [found] = documents(feed(full_text=True).collect(asking()))

    with pytest.raises(FetchError, match="not on the public internet"):
        found.load()


def test_a_broken_entry_costs_its_neighbours_nothing(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a"), "<item><title>& <b></item>", entry("/c")))

    origins = [found.origin for found in documents(feed().collect(asking()))]

    assert (origins[0], origins[-1]) == (f"{site.url}/a", f"{site.url}/c")


def test_an_atom_feed_is_read_by_its_own_base(site: Site, feed: Feed) -> None:
    site.gives(
        "/feed",
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://host/news/">'
        b'<entry><id>urn:1</id><link href="a"/><content>text</content></entry></feed>',
    )

    [found] = documents(feed().collect(asking()))

    assert found.origin == "https://host/news/a"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<html><body>not found", "it is an HTML page"),
        (b"", "it is empty"),
        (b'<rss version="2.0"><channel><title>x', "is a broken feed"),
    ],
)
def test_what_is_no_feed_is_told(site: Site, feed: Feed, content: bytes, told: str) -> None:
    site.gives("/feed", content)

    with pytest.raises(MalformedFeedError, match=told):
        feed().collect(asking())


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_a_feed_that_cannot_be_had_is_told_and_can_be_asked_for_again(
    site: Site, feed: Feed, status: int
) -> None:
    site.gives("/feed", status=status)

    with pytest.raises(FetchError, match=f"the server answered {status}") as caught:
        feed().collect(asking())

    assert caught.value.retryable


def test_a_feed_over_the_limit_is_refused(site: Site, feed: Feed) -> None:
    site.gives("/feed", rss(entry("/a", text="x" * 1_000)))

    with pytest.raises(FetchError, match="over the limit of 500 bytes"):
        feed(max_bytes=500).collect(asking())
