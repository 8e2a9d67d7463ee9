import pytest

from ingestd.sources.feeds.preparing import SURELY, prepared

TYPE = "text/xml"
PAGE = b"<html><p>nothing</p></html>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<rss></rss>", b"<rss></rss>"),
        (b" \n<?xml?><rss/>", b"<?xml?><rss/>"),
        (b"Warning: late\n<?xml?><rss/>", b"<?xml?><rss/>"),
        (b"<b>oops</b><?xml?><rss/>", b"<b>oops</b><?xml?><rss/>"),
        (b"<html><p><rss >a</rss></p></html>", b"<rss >a</rss>"),
        (b"<!DOCTYPE html>\n<HTML><feed\n>a", b"<feed\n>a"),
        (PAGE, PAGE),
        (
            b'<Channel xmlns="http://purl.org/net/rss1.1#"/>',
            b'<Channel xmlns="http://purl.org/rss/1.0/"/>',
        ),
    ],
)
def test_a_feed_begins_with_its_own_markup(content: bytes, expected: bytes) -> None:
    assert prepared(content, TYPE) == (expected, TYPE)


@pytest.mark.parametrize(
    "content",
    [
        *("<?xml version='1.0'?>é".encode(name) for name in ("utf-8", "utf-16", "utf-32")),
        *("<?xml version='1.0'?>é".encode(name) for name in ("utf-16-le", "utf-16-be")),
        "\ufeff \n<?xml version='1.0'?>é".encode(),
        "<?xml version='1.0' encoding='iso-8859-1'?>é".encode(),
        "<?xml version='1.0' encoding=\"utf-16\"?>é".encode("utf-16"),
    ],
)
def test_what_can_be_only_one_encoding_is_read_so_whatever_is_said(content: bytes) -> None:
    told = prepared(content, "text/xml; charset=iso-8859-1")

    assert told == ("<?xml version='1.0'?>é".encode(), SURELY)


@pytest.mark.parametrize(
    ("content", "media_type", "expected"),
    [
        (b"<?xml encoding='koi8-r'?>\xc1", 'text/xml; charset="ISO-8859-1"', "text/xml"),
        (
            b"<?xml encoding='koi8-r'?>\xc1",
            "text/xml; charset=koi8-u",
            "text/xml; charset=koi8-u",
        ),
        (b"<?xml?>\xe9", "text/xml; charset=latin1", "text/xml; charset=latin1"),
        (b"\xff\xfe<\0r", "text/xml", "text/xml"),
    ],
)
def test_a_servers_default_does_not_overrule_the_feeds_own_word(
    content: bytes, media_type: str, expected: str
) -> None:
    assert prepared(content, media_type) == (content, expected)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("&#65;", "&#65;"),
        ("&#x1F600;", "&#x1F600;"),
        ("&#xD7FF;&#xE000;", "&#xD7FF;&#xE000;"),
        ("&#0;", "&#xFFFD;"),
        ("&#xD800;", "&#xFFFD;"),
        ("&#xDFFF;", "&#xFFFD;"),
        ("&#x110000;", "&#xFFFD;"),
        ("&#99999999999999999999999;", "&#xFFFD;"),
        ("&#x;", "&#x;"),
    ],
)
def test_references_lead_to_letters(reference: str, expected: str) -> None:
    assert prepared(reference.encode(), TYPE) == (expected.encode(), TYPE)
