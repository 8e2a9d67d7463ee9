"""What is read the quick way is what feedparser makes of it; what might not be is not read so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ingestd.sources.feeds.plain_rss import NAMESPACES, read_plain
from ingestd.sources.feeds.preparing import prepared
from ingestd.sources.feeds.raw import Parsed
from ingestd.sources.feeds.told import Telling
from ingestd.sources.feeds.xml_feed import parsed_by_feedparser, telling_of

URL = "https://news.example/rss"
SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
LABEL = "application/rss+xml"

WORDS = (
    "", " ", "Việt Nam ký", "R&amp;D", "a &lt; b", "<![CDATA[<p>Words &amp; more</p>]]>", "2",
    " \n spaced  out\n", "café", "&#8211; dash", "plain words", "x<!-- a note -->y", "&amp;amp;",
)  # fmt: skip
ADDRESSES = (
    "https://news.example/a?b=1&amp;c=2", "/relative", "urn:x:1", "https://news.example/&amp;x;y",
    "", "https://user:pw@news.example/3", "17", "javascript:alert(1)",
)  # fmt: skip
DATES = (
    "Thu, 11 Nov 2021 09:00:00 GMT", "11 Nov 2021 09:00 +0700", "2021-11-11", "", "99 Xyz 2021 99:99 Q",
    "2021-13-41T25:00:00Z",
)  # fmt: skip
ENTRY = {
    "title": WORDS, "description": WORDS, "content:encoded": WORDS, "link": ADDRESSES,
    "guid": ADDRESSES, 'guid isPermaLink="false"': ADDRESSES, "feedburner:origLink": ADDRESSES,
    "pubDate": DATES, "dc:date": DATES, "author": WORDS, "dc:creator": WORDS, "category": WORDS,
    'category domain="x"': WORDS, "comments": ADDRESSES, "slash:comments": ("3",), "dc:subject": WORDS,
    'enclosure url="https://news.example/e" type="audio/mpeg" length="3"': ("",),
    'source url="https://other.example/"': WORDS, 'media:content url="x" medium="image"': ("",),
    'media:thumbnail url="y"': ("", "z"), "wfw:commentRss": ADDRESSES,
}  # fmt: skip
CHANNEL = {
    "title": WORDS, "link": ADDRESSES, "description": WORDS, "ttl": ("60", " 5 ", "x"),
    "language": ("vi", ""), "pubDate": DATES, "lastBuildDate": DATES, "generator": WORDS,
    'atom:link rel="self" href="https://news.example/rss"': ("",), "copyright": WORDS,
    'atom:link rel="HUB" href=" https://hub.example/ "': ("",), "managingEditor": WORDS,
    'atom:link href="https://news.example/"': ("",), "sy:updatePeriod": ("hourly", " daily\n"),
    "sy:updateFrequency": ("2",), "webMaster": WORDS, "docs": ADDRESSES, "category": WORDS,
    'cloud domain="x" port="80"': ("",), "dc:creator": WORDS, "dc:language": ("en",),
    "image": (
        "<title>Other</title><url>https://news.example/i.png</url><link>https://other.example</link>"
        "<width>1</width><height>x</height><description>Not it</description>",
    ),
}  # fmt: skip


def feed(channel: str, *, attributes: str = f'version="2.0" {SPACES}') -> bytes:
    return f"<rss {attributes}><channel>{channel}</channel></rss>".encode()


def entry(inside: str) -> bytes:
    return feed(f"<title>Feed</title><item>{inside}</item>")


def quick(content: bytes, content_type: str = LABEL) -> Parsed | None:
    return read_plain(*prepared(content, content_type))


def told(parsed: Parsed) -> Telling:
    return telling_of(parsed, url=URL)


def by_feedparser(content: bytes, content_type: str = LABEL) -> Telling:
    return told(parsed_by_feedparser(*prepared(content, content_type)))


@some.composite
def elements(draw: some.DrawFn, known: dict[str, tuple[str, ...]]) -> str:
    """Some of these elements, in any order, with any of their words."""
    names = draw(some.lists(some.sampled_from(sorted(known)), max_size=8))
    return "\n".join(
        f"<{name}>{draw(some.sampled_from(known[name]))}</{name.partition(' ')[0]}>"
        for name in names
    )


@settings(max_examples=300, deadline=None)
@given(
    before=elements(CHANNEL),
    entries=some.lists(elements(ENTRY), max_size=3),
    after=elements(CHANNEL),
)
def test_whatever_is_read_is_what_feedparser_makes_of_it(
    before: str, entries: list[str], after: str
) -> None:
    items = "".join(f"<item>{inside}</item>" for inside in entries)
    content = feed(f"{before}{items}{after}")

    parsed = quick(content)

    assert parsed is None or told(parsed) == by_feedparser(content)


@pytest.mark.parametrize("name", ENTRY)
def test_every_known_element_of_an_entry_is_read_as_feedparser_does(name: str) -> None:
    for words in ENTRY[name]:
        if "99:" in words or "T25" in words:
            continue
        content = entry(f"<{name}>{words}</{name.partition(' ')[0]}>")

        parsed = quick(content)

        if parsed is not None:
            assert told(parsed) == by_feedparser(content)
    assert quick(entry(f"<{name}>{ENTRY[name][0]}</{name.partition(' ')[0]}>")) is not None


@pytest.mark.parametrize("name", CHANNEL)
def test_every_known_element_of_a_feed_is_read_as_feedparser_does(name: str) -> None:
    content = feed(f"<{name}>{CHANNEL[name][0]}</{name.partition(' ')[0]}>")

    parsed = quick(content)

    assert parsed is not None
    assert told(parsed) == by_feedparser(content)


ITEM = "<item><title>Việt Nam</title></item>"


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b'<?xml version="1.0" encoding="UTF-8"?>\n' + feed(ITEM), "text/xml; charset=UTF-8"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>" + feed(ITEM), ""),
        (b"<!-- made by hand --><?xml-stylesheet href='x'?>" + feed(ITEM), "text/html"),
        (b'<?xml version="1.0" encoding="iso-8859-1" standalone="yes" ?>' + feed("<ttl>5</ttl>"), LABEL),
        (feed(ITEM, attributes="version='0.91'"), "application/rss+xml;charset=iso-8859-1"),
    ],
    ids=["declared", "marked", "with notes", "Latin without accents", "wrong charset"],
)  # fmt: skip
def test_what_stands_before_and_beside_a_feed_does_not_matter(
    content: bytes, content_type: str
) -> None:
    parsed = quick(content, content_type)

    assert parsed is not None
    assert told(parsed) == by_feedparser(content, content_type)


@pytest.mark.parametrize(
    "content",
    [
        entry("<title>&lt;b>Bold&lt;/b></title>"),
        entry("<title>A &amp;eacute; B</title>"),
        entry('<title type="html">x</title>'),
        entry("<title>one</title><title>two</title>"),
        entry("<description><p>markup</p></description>"),
        entry("<description>\u00c3\u00a9</description>"),
        entry("<description>it\u0092s</description>"),
        entry("<link>http:////news.example/</link>"),
        entry("<guid>http:///news.example/</guid>"),
        entry('<guid ispermalink="true">x</guid>'),
        entry("<author>desk@news.example (The desk)</author>"),
        entry("<pubDate>yesterday</pubDate>"),
        entry("<unknown>x</unknown>"),
        entry("<atom:link href='https://news.example/'/>"),
        entry('<media:content base="https://other.example/"/>'),
        entry('<enclosure xml:base="https://other.example/"/>'),
        entry('<category term="x">y</category>'),
        entry('<x xmlns="https://other.example/">y</x>'),
        feed('<item about="x"/>'),
        feed("<image><item/></image>"),
        feed("<atom:link rel='hub'/>"),
        feed("<atom:link href='https://hub.example/' hreflang='en'/>"),
        feed("<atom:link href='http:////hub.example/'/>"),
        feed(ITEM, attributes='xml:base="https://other.example/"'),
        feed(ITEM, attributes='xmlns="http://purl.org/rss/1.0/"'),
        feed(ITEM, attributes='xmlns:dc="http://purl.org/rss/1.0/"'),
        feed(ITEM, attributes='version="2.0" version="2.0"'),
        feed(ITEM)[:-3],
        b"<rss><channel/><channel/></rss>",
        b"<RSS><channel/></RSS>",
        b"<!DOCTYPE rss><rss><channel/></rss>",
        b"<!-- <!DOCTYPE rss> --><rss><channel/></rss>",
        b'<?xml version="1.0" encoding="utf-16"?><rss><channel/></rss>',
        b'<?xml version="1.0" encoding="iso-8859-1"?>' + feed("<ttl>\u00e9</ttl>").decode().encode("latin-1"),
        b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_left_to_feedparser(content: bytes) -> None:
    assert quick(content) is None


def test_a_charset_that_is_not_known_is_left_to_feedparser() -> None:
    assert quick(feed("<ttl>5</ttl>"), "text/xml; charset=utf-7") is None
