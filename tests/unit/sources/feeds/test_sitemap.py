import gzip

import pytest

from ingestd.errors import MalformedFeedError, UnreadableError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.sitemap import (
    MOST_BYTES,
    MOST_PAGES,
    AskedSitemap,
    Listed,
    Sitemap,
    read_sitemap,
    sitemap_of,
)
from tests.fixtures.asking import Inline

URL = "https://user:canary@host/news/sitemap.xml"
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
)


def urlset(*urls: str) -> bytes:
    body = "".join(f"<url>{url}</url>" for url in urls)
    return f'<?xml version="1.0"?><urlset {SPACES}>{body}</urlset>'.encode()


def index(*sitemaps: str) -> bytes:
    body = "".join(f"<sitemap>{one}</sitemap>" for one in sitemaps)
    return f"<sitemapindex {SPACES}>{body}</sitemapindex>".encode()


def read(content: bytes) -> Sitemap:
    return read_sitemap(AskedSitemap(content=content, url=URL))


def links(content: bytes) -> list[str]:
    return [listed.url for listed in read(content).pages]


def test_a_news_sitemap_is_read_with_all_it_tells() -> None:
    news = (
        "<n:news><n:publication><n:name>The News</n:name><n:language>vi</n:language>"
        "</n:publication><n:publication_date>2021-11-11T10:00:00+07:00</n:publication_date>"
        "<n:title>Hội đồng &amp; &lt;b&gt;co&lt;/b&gt;</n:title></n:news>"
    )
    sitemap = read(urlset(f"<loc> https://host/a </loc><lastmod>2021-11-12</lastmod>{news}"))

    [listed] = sitemap.pages
    assert sitemap.sitemaps == []
    assert listed == Listed(
        url="https://host/a",
        changed="2021-11-12",
        title="Hội đồng & co",
        published="2021-11-11T03:00:00Z",
    )


def test_the_newest_come_first_and_those_without_a_date_last() -> None:
    content = urlset(
        "<loc>/none</loc>",
        "<loc>/old</loc><lastmod>2020</lastmod>",
        "<loc>/new</loc><lastmod>2021-11-11T10:00:00Z</lastmod>",
        "<loc>/undated</loc><lastmod>soon</lastmod>",
    )

    assert links(content) == [
        f"https://host/{name}" for name in ("new", "old", "none", "undated")
    ]


def test_an_index_names_sitemaps() -> None:
    sitemap = read(index("<loc>/a.xml</loc>", "<loc>b.xml.gz</loc><lastmod>2021</lastmod>"))

    assert sitemap.pages == []
    assert [(one.url, one.changed) for one in sitemap.sitemaps] == [
        ("https://host/news/b.xml.gz", "2021"),
        ("https://host/a.xml", None),
    ]


def test_what_is_broken_costs_only_itself() -> None:
    content = urlset(
        "<loc>/a</loc>", "<loc>javascript:x</loc>", "", "<loc>/a</loc>", "<loc>/& <b></loc>"
    )

    assert links(content)[0] == "https://host/a"
    assert links(urlset("<loc>/a</loc>", "<loc>/b</loc>")[:-20]) == [
        "https://host/a",
        "https://host/b",
    ]


def test_a_packed_sitemap_is_unpacked_but_not_for_ever() -> None:
    assert links(gzip.compress(urlset("<loc>/a</loc>"))) == ["https://host/a"]
    with pytest.raises(UnreadableError, match="unpacked it is over"):
        read(gzip.compress(b" " * (MOST_BYTES + 1)))
    with pytest.raises(UnreadableError, match="packed, and damaged"):
        read(b"\x1f\x8bnothing")


def test_a_plain_list_is_a_sitemap_and_so_is_a_feed() -> None:
    rss = b"<rss><channel><item><link>/a</link><title>T</title></item><item/></channel></rss>"

    assert links(b"https://host/a\n\nhttps://host/b\r\nhttps://host/a\n") == [
        "https://host/a",
        "https://host/b",
    ]
    assert read(rss).pages == [Listed(url="https://host/a", title="T")]


def test_a_list_ends_where_the_protocol_says() -> None:
    urls = (f"<loc>/{number}</loc>" for number in range(MOST_PAGES + 1))

    assert len(read(urlset(*urls)).pages) == MOST_PAGES


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b" ", "is no sitemap: it is empty"),
        (b"<html><body>hi</body></html>", "is no sitemap: it begins with <html>"),
        (b"hello", "is no sitemap: "),
        (b"<m/ns#}feed>", "is no sitemap: "),
        (b"<a:>", "is no sitemap: it begins with <a:>"),
        (b'{"a": 1}', "is no sitemap: "),
    ],
)
def test_what_is_no_sitemap_is_told_with_its_address(content: bytes, told: str) -> None:
    reply = Reply(url=URL, status=200, content=content)

    with pytest.raises(MalformedFeedError) as caught:
        sitemap_of(reply, confinement=Inline())

    assert str(caught.value).startswith(f"https://host/news/sitemap.xml {told}")


def test_entities_are_not_expanded() -> None:
    content = (
        b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<urlset><url><loc>https://host/&x;</loc></url></urlset>"
    )

    assert links(content) == ["https://host/"]


@pytest.mark.parametrize(
    ("listed", "mark"),
    [
        (Listed(url="a", changed="2022", published="2021"), "listed 2022"),
        (Listed(url="a", published="2021"), "listed 2021"),
        (Listed(url="a"), "listed "),
    ],
)
def test_the_mark_changes_with_the_date_of_change(listed: Listed, mark: str) -> None:
    assert listed.mark == mark
