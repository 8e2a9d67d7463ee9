import warnings

import pytest

from ingestd.errors import UnreadableError
from ingestd.sources.feeds.told import Telling, Told
from ingestd.sources.feeds.xml_feed import read_xml

URL = "https://user:canary@host/news/feed.xml"
LINKED = "<link>https://host/a</link>"


def channel(content: str, version: str = "2.0") -> bytes:
    told = f'<rss version="{version}"><channel>{content}</channel></rss>'
    return f'<?xml version="1.0"?>{told}'.encode()


def rss(*items: str) -> bytes:
    return channel("".join(f"<item>{item}</item>" for item in items))


def atom(*entries: str) -> bytes:
    body = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>{body}</feed>'.encode()


def read(content: bytes) -> Telling:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return read_xml(content, url=URL, content_type="application/xml")


def only(content: bytes) -> Told:
    [told] = read(content).entries
    return told


def links(content: bytes) -> list[str | None]:
    return [told.link for told in read(content).entries]


def test_an_rss_item_is_read_with_all_it_tells() -> None:
    told = only(
        rss(
            "<title>One &amp; two</title><link>https://host/a?x=1&amp;y=2</link>"
            "<guid>g1</guid><pubDate>Thu, 11 Nov 2021 10:00:00 +0700</pubDate>"
            "<author>A. Writer</author><description>&lt;p&gt;Ngân hàng&lt;/p&gt;</description>"
        )
    )

    assert told == Told(
        guid="g1",
        link="https://host/a?x=1&y=2",
        title="One & two",
        published="2021-11-11T03:00:00Z",
        author="A. Writer",
        text="<p>Ngân hàng</p>",
        whole=False,
    )


def test_an_atom_entry_is_read_with_its_longest_text() -> None:
    told = only(
        atom(
            '<title>T</title><link href="../a"/><id>tag:host,2021:1</id>'
            "<updated>2021-11-11T10:00:00Z</updated>"
            "<author><name>N</name></author><author><name>M</name></author>"
            '<summary>short</summary><content type="html">&lt;p&gt;long text&lt;/p&gt;</content>'
        )
    )

    assert told == Told(
        guid="tag:host,2021:1",
        link="https://host/a",
        title="T",
        published="2021-11-11T10:00:00Z",
        author="N, M",
        text="<p>long text</p>",
        whole=True,
    )


@pytest.mark.parametrize("version", ["0.90", "0.91", "0.92", "0.93", "0.94", "2.0", "9.9"])
def test_every_rss_is_read(version: str) -> None:
    [told] = read(channel(f"<item><title>T</title>{LINKED}</item>", version)).entries

    assert (told.title, told.link) == ("T", "https://host/a")


@pytest.mark.parametrize(
    ("root", "space"),
    [
        ("rdf:RDF", "http://purl.org/rss/1.0/"),
        ("rdf:RDF", "http://my.netscape.com/rdf/simple/0.9/"),
        ("Channel", "http://purl.org/net/rss1.1#"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_rdf_is_read_and_so_is_rss_1_1(root: str, space: str, encoding: str) -> None:
    content = (
        f'<?xml version="1.0"?><{root} xmlns="{space}" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        '<items rdf:parseType="Collection">'
        '<item rdf:about="https://host/a"><title>Hội đồng</title><link>https://host/a</link>'
        "<description>short</description><dc:creator>N</dc:creator>"
        "<dc:date>2021-11-11</dc:date><content:encoded>&lt;p&gt;the text of it</content:encoded>"
        f"</item></items></{root}>"
    ).encode(encoding)

    told = only(content)

    assert (told.guid, told.link, told.title) == (
        "https://host/a",
        "https://host/a",
        "Hội đồng",
    )
    assert (told.author, told.published) == ("N", "2021-11-11")
    assert (told.text, told.whole) == ("<p>the text of it", True)


def test_atom_0_3_is_read() -> None:
    told = only(
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>T</title>'
        b'<link rel="alternate" href="/a"/><issued>2021-11-11T10:00:00+07:00</issued>'
        b'<content mode="escaped" type="text/html">&lt;p&gt;text</content></entry></feed>'
    )

    assert (told.link, told.published) == ("https://host/a", "2021-11-11T03:00:00Z")
    assert told.text == "<p>text"


def test_plain_text_is_not_taken_for_markup() -> None:
    told = only(atom('<id>urn:1</id><content type="text">a &lt; b\n\n&lt;script&gt;</content>'))

    assert told.text == "<p>a &lt; b</p><p>&lt;script&gt;</p>"


def test_a_summary_that_is_told_twice_is_no_article() -> None:
    encoded = '<e:encoded xmlns:e="http://purl.org/rss/1.0/modules/content/">short</e:encoded>'

    assert not only(rss(f"<description>short</description>{encoded}")).whole
    assert only(rss(f"<description>shor</description>{encoded}")).whole


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ("<guid>https://host/b</guid>", "https://host/b"),
        ('<guid isPermaLink="false">https://host/b</guid>', None),
        ("<guid>post 7</guid>", None),
        ("<guid>7</guid><link>b</link>", "https://host/news/b"),
        ("<link>javascript:alert(1)</link>", None),
        (
            '<a:link xmlns:a="http://www.w3.org/2005/Atom" type="text/plain" href="/b"/>',
            "https://host/b",
        ),
        ("<link>data:text/html,x</link>", None),
        ("<link>http://[bad</link>", None),
        ("<link>//user:canary@cdn/a</link>", "https://cdn/a"),
        (
            '<link>https://old/a</link><f:origLink xmlns:f="http://rssnamespace.org/feedburner'
            '/ext/1.0">https://host/a</f:origLink>',
            "https://host/a",
        ),
    ],
)
def test_a_link_leads_to_a_page_of_the_web_or_nowhere(item: str, link: str | None) -> None:
    assert only(rss(f"<title>T</title>{item}")).link == link


def test_a_title_has_no_markup_and_there_is_none_where_nothing_is_told() -> None:
    titles = [
        told.title
        for told in read(
            rss(
                f"<title>&lt;b&gt;A&lt;/b&gt;&lt;script&gt;x&lt;/script&gt; b</title>{LINKED}",
                f"<title>&lt;br&gt;</title>{LINKED}",
                LINKED,
            )
        ).entries
    ]

    assert titles == ["A b", None, None]


@pytest.mark.parametrize("date", ["soon", "Thu, 99 Nov 2021", "0000-00-00T00:00:00Z", ""])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    assert only(rss(f"{LINKED}<pubDate>{date}</pubDate>")).published is None


def test_the_date_of_an_update_stands_in_for_that_of_publication() -> None:
    told = only(atom("<published>soon</published><updated>2021-11-11T10:00:00Z</updated>"))

    assert told.published == "2021-11-11T10:00:00Z"


def test_a_feed_tells_of_itself() -> None:
    links = (
        '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="hub" href="https://hub/"/>'
        '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="self" href="/feed"/>'
    )

    feed = read(channel(f"<title>News &lt;i&gt;now&lt;/i&gt;</title><ttl>90</ttl>{links}"))

    assert (feed.title, feed.ttl) == ("News now", 5_400.0)
    assert (feed.hub, feed.topic) == ("https://hub/", "https://host/feed")


@pytest.mark.parametrize(
    ("told", "ttl"),
    [
        ("<ttl>soon</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<s:updatePeriod>daily</s:updatePeriod>", 86_400.0),
        (
            "<s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>2</s:updateFrequency>",
            1_800.0,
        ),
        (
            "<s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>0</s:updateFrequency>",
            3_600.0,
        ),
        ("<s:updatePeriod>sometimes</s:updatePeriod>", None),
    ],
)
def test_a_feed_says_how_long_it_stays_as_it_is(told: str, ttl: float | None) -> None:
    space = 'xmlns:s="http://purl.org/rss/1.0/modules/syndication/"'
    content = f'<rss version="2.0" {space}><channel>{told}</channel></rss>'

    assert read(content.encode()).ttl == ttl


def test_of_a_feed_cut_off_in_the_middle_nothing_that_came_is_lost() -> None:
    whole = rss(LINKED, "<link>https://host/b</link><title>T</title>")

    cut_off = whole[: whole.index(b"<title>T") + 8]

    assert links(cut_off) == ["https://host/a", "https://host/b"]


def test_a_broken_entry_costs_its_neighbours_nothing() -> None:
    content = rss(LINKED, "<title>& <b></title>", "<link>https://host/c</link>")

    assert links(content) == ["https://host/a", None, "https://host/c"]


def test_an_entry_at_which_the_parser_fails_costs_its_neighbours_nothing() -> None:
    # half a letter, in an encoding that nobody should use
    content = rss(LINKED, "<title>+2vI-</title>", "<link>https://host/c</link>")

    told = read_xml(content, url=URL, content_type="text/xml; charset=utf-7").entries

    assert [one.link for one in told] == ["https://host/a", "https://host/c"]


def test_a_letter_that_is_none_costs_only_itself() -> None:
    assert (
        only(rss(f"<title>a&#x110000;b</title>{LINKED}")).title == "a\N{REPLACEMENT CHARACTER}b"
    )


@pytest.mark.parametrize(
    "before", [b" \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"Warning: it is late\n", b"\t\r\n"]
)
def test_what_stands_before_the_declaration_does_no_harm(before: bytes) -> None:
    content = before + rss("<title>Hội</title>" + LINKED)

    assert only(content).title == "Hội"


def test_a_legacy_encoding_is_read_as_declared() -> None:
    content = rss("<title>caf\xe9</title>" + LINKED).decode()
    declared = content.replace("?>", ' encoding="iso-8859-1"?>', 1).encode("latin-1")

    assert only(declared).title == "café"


def test_an_empty_feed_is_a_feed_and_so_is_one_with_a_wrong_label() -> None:
    assert read(rss()).entries == []
    assert read_xml(rss(), url=URL, content_type="text/html").entries == []
    assert read(channel("<title>Fish & more</title>")).title == "Fish & more"


def test_a_feed_inside_a_page_is_read() -> None:
    content = b"<html><body><pre>" + rss(LINKED).partition(b"?>")[2] + b"</pre></body></html>"

    assert links(content) == ["https://host/a"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<!DOCTYPE html><html><body>hi", "no feed: it is an HTML page"),
        (b"<a/>", "no feed: it is neither RSS nor Atom nor JSON Feed"),
        (b'<rss version="2.0"><channel><title>x', "a broken feed: "),
        (b"\x00\xff\x00", "no feed: "),
        (b"/etc/hostname", "no feed: "),
    ],
)
def test_what_is_no_feed_is_told_with_the_reason(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(content)

    assert str(caught.value).startswith(told)


def test_entities_are_not_expanded_from_files() -> None:
    content = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<rss version="2.0"><channel><item><link>https://host/a</link>'
        b"<description>&x;</description></item></channel></rss>"
    )

    assert "root:" not in only(content).text
