import warnings
from itertools import pairwise

import pytest

from ingestd.errors import MalformedFeedError
from ingestd.sources.entries import Entry, read_entries

URL = "https://user:canary@host/news/feed.xml"


def rss(*items: str) -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{body}</channel></rss>'.encode()


def atom(*entries: str) -> bytes:
    body = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>{body}</feed>'.encode()


def read(content: bytes) -> list[Entry]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return read_entries(content, url=URL, content_type="application/xml")


def only(content: bytes) -> Entry:
    [entry] = read(content)
    return entry


def test_an_rss_item_is_read_with_all_it_tells() -> None:
    entry = only(
        rss(
            "<title>One &amp; two</title><link>https://host/a?x=1&amp;y=2</link>"
            "<guid>g1</guid><pubDate>Thu, 11 Nov 2021 10:00:00 +0700</pubDate>"
            "<author>A. Writer</author><description>&lt;p&gt;Ngân hàng&lt;/p&gt;</description>"
        )
    )

    assert (entry.origin, entry.link) == ("https://host/a?x=1&y=2", "https://host/a?x=1&y=2")
    assert (entry.title, entry.author) == ("One & two", "A. Writer")
    assert entry.published == "2021-11-11T03:00:00Z"
    assert entry.has_text
    assert "<title>One &amp; two</title>" in entry.body.decode()
    assert "<article><p>Ngân hàng</p></article>" in entry.body.decode()


def test_an_atom_entry_is_read_with_its_longest_text() -> None:
    entry = only(
        atom(
            '<title>T</title><link href="../a"/><id>tag:host,2021:1</id>'
            "<updated>2021-11-11T10:00:00Z</updated><author><name>N</name></author>"
            '<summary>short</summary><content type="html">&lt;p&gt;long text&lt;/p&gt;</content>'
        )
    )

    assert (entry.origin, entry.published, entry.author) == (
        "https://host/a",
        "2021-11-11T10:00:00Z",
        "N",
    )
    assert "<p>long text</p>" in entry.body.decode()
    assert "short" not in entry.body.decode()


def test_plain_text_is_not_taken_for_markup() -> None:
    entry = only(
        atom('<id>urn:1</id><content type="text">a &lt; b\n\n&lt;script&gt;</content>')
    )

    assert "<p>a &lt; b</p><p>&lt;script&gt;</p>" in entry.body.decode()
    assert entry.origin == "urn:1"


def test_an_entry_without_text_offers_its_title() -> None:
    entry = only(rss("<title>Only &lt;this&gt;</title><link>https://host/a</link>"))

    assert not entry.has_text
    assert "<article><p>Only &lt;this&gt;</p></article>" in entry.body.decode()


@pytest.mark.parametrize(
    ("item", "origin", "link"),
    [
        ("<guid>https://host/b</guid>", "https://host/b", "https://host/b"),
        (
            '<guid isPermaLink="false">https://host/b</guid>',
            "https://host/b",
            None,
        ),
        (
            '<guid isPermaLink="false">post 7/é</guid>',
            "https://host/news/feed.xml#post%207%2F%C3%A9",
            None,
        ),
        ("<title>Headline</title>", "https://host/news/feed.xml#Headline", None),
        (
            "<title>T</title><link>javascript:alert(1)</link>",
            "https://host/news/feed.xml#T",
            None,
        ),
        ("<title>T</title><link>http://[bad</link>", "https://host/news/feed.xml#T", None),
        ("<link>//user:canary@cdn/a</link>", "https://cdn/a", "https://cdn/a"),
    ],
)
def test_an_entry_has_an_absolute_origin_without_secrets(
    item: str, origin: str, link: str | None
) -> None:
    entry = only(rss(f"{item}<description>text</description>"))

    assert (entry.origin, entry.link) == (origin, link)


@pytest.mark.parametrize("item", ["", "<title>T</title>", "<description>text</description>"])
def test_an_entry_that_leads_nowhere_is_left_out_and_its_neighbours_stay(item: str) -> None:
    entries = read(rss("<link>https://host/a</link>", item, "<link>https://host/b</link>"))

    assert [entry.origin for entry in entries] == ["https://host/a", "https://host/b"]


def test_entries_that_share_a_link_are_told_apart_by_their_names() -> None:
    link = "<link>https://host/</link><description>text</description>"
    entries = read(
        rss(
            f'<guid isPermaLink="false">1</guid>{link}',
            f'<guid isPermaLink="false">2</guid>{link}',
            f'<guid isPermaLink="false">2</guid>{link}',
            f"{link}",
        )
    )

    assert [entry.origin for entry in entries] == [
        "https://host/news/feed.xml#1",
        "https://host/news/feed.xml#2",
        "https://host/",
    ]


def test_the_mark_changes_with_everything_the_feed_says_and_with_nothing_else() -> None:
    variants = [
        ("g", "t", "Thu, 11 Nov 2021 10:00:00 GMT", "x"),
        ("G", "t", "Thu, 11 Nov 2021 10:00:00 GMT", "x"),
        ("G", "T", "Thu, 11 Nov 2021 10:00:00 GMT", "x"),
        ("G", "T", "Thu, 11 Nov 2021 11:00:00 GMT", "x"),
        ("G", "T", "Thu, 11 Nov 2021 11:00:00 GMT", "X"),
        ("G", "T", "Thu, 11 Nov 2021 12:00:00 +0100", "X"),
    ]
    marks = [
        only(
            rss(
                f"<guid>{guid}</guid><title>{title}</title><pubDate>{date}</pubDate>"
                f"<link>https://host/a</link><description>{text}</description>"
            )
        ).mark
        for guid, title, date, text in variants
    ]

    assert [one == other for one, other in pairwise(marks)] == [False] * 4 + [True]


@pytest.mark.parametrize("date", ["soon", "Thu, 99 Nov 2021", "0000-00-00T00:00:00Z", ""])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    entry = only(rss(f"<link>https://host/a</link><pubDate>{date}</pubDate>"))

    assert entry.published is None


def test_the_date_of_an_update_stands_in_for_that_of_publication() -> None:
    entry = only(
        atom(
            "<id>urn:1</id><updated>2021-11-11T10:00:00Z</updated><title>T</title>"
            '<link href="/a"/>'
        )
    )

    assert entry.published == "2021-11-11T10:00:00Z"


def test_a_feed_cut_off_in_the_middle_gives_what_was_whole() -> None:
    whole = rss("<link>https://host/a</link>", "<link>https://host/b</link>")

    entries = read(whole[: whole.index(b"<item><link>https://host/b") + 30])

    assert entries[0].origin == "https://host/a"


def test_a_legacy_encoding_is_read_as_declared() -> None:
    content = rss("<title>caf\xe9</title><link>https://host/a</link>").decode()
    declared = content.replace("?>", ' encoding="iso-8859-1"?>', 1).encode("latin-1")

    assert only(declared).title == "café"


def test_an_empty_feed_is_a_feed_and_so_is_one_with_a_wrong_label() -> None:
    assert read(rss()) == []
    assert read_entries(rss(), url=URL, content_type="text/html") == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "https://host/news/feed.xml is no feed: it is empty"),
        (b" \n", "https://host/news/feed.xml is no feed: it is empty"),
        (b"<!DOCTYPE html><html><body>hi", "is no feed: it is an HTML page"),
        (b'{"a": 1}', "is no feed: "),
        (b"<a/>", "is no feed: it is neither RSS nor Atom"),
        (b'<rss version="2.0"><channel><title>x', "is a broken feed: "),
        (b"\x00\xff\x00", "is no feed: "),
    ],
)
def test_what_is_no_feed_is_told_with_the_reason(content: bytes, told: str) -> None:
    with pytest.raises(MalformedFeedError) as caught:
        read(content)

    assert told in str(caught.value)
    assert "canary" not in str(caught.value)


def test_a_feed_never_makes_the_parser_open_a_file() -> None:
    with pytest.raises(MalformedFeedError, match="is no feed"):
        read(b"/etc/hostname")


def test_entities_are_not_expanded_from_files() -> None:
    content = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<rss version="2.0"><channel><item><link>https://host/a</link>'
        b"<description>&x;</description></item></channel></rss>"
    )

    assert b"root:" not in only(content).body
