import pytest

from ingestd.sources.feeds.pieces import MOST_PIECES, pieces


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b"<rss></rss>", []),
        (b"<rss><items></items></rss>", []),
        (
            b'<rss><item>1</item>\n<item about="x">2\n</item></rss>',
            [b"<rss><item>1</item></rss>", b'<rss><item about="x">2\n</item></rss>'],
        ),
        (b"<feed><ENTRY >1</ENTRY ><entry>cut", [b"<feed><ENTRY >1</ENTRY ><entry>cut"]),
    ],
)
def test_each_entry_keeps_what_stands_around_them_all(
    content: bytes, expected: list[bytes]
) -> None:
    assert list(pieces(content)) == expected


def test_a_feed_without_end_is_not_taken_apart_for_ever() -> None:
    assert len(list(pieces(b"<item></item>" * (MOST_PIECES + 1)))) == MOST_PIECES
