from pathlib import Path

import pytest

from tests.conformance.every_file import came_of

RSS = b"<rss version='2.0'><channel><item><title>T</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (RSS, "with entries"),
        (b"<rss version='2.0'><channel></channel></rss>", "without entries"),
        (b"<opml></opml>", "no feed"),
    ],
)
def test_what_came_of_a_file_is_counted(content: bytes, outcome: str) -> None:
    assert came_of(content, Path("a.xml")) == outcome
