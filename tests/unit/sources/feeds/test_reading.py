import pytest

from ingestd.confinement.children import Children
from ingestd.confinement.task import Bounds
from ingestd.errors import MalformedFeedError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.reading import WARM, Feed, feed_of
from tests.fixtures.asking import Inline

URL = "https://user:canary@host/feed"
RSS = b"""<rss version="2.0"><channel><title>News</title><ttl>5</ttl>
<item><guid>1</guid><title>T</title></item></channel></rss>"""
JSON = b'{"version": "1.1", "title": "News", "items": [{"id": "1", "title": "T"}]}'


def reply(content: bytes) -> Reply:
    return Reply(url=URL, status=200, content=content)


def read(content: bytes) -> Feed:
    return feed_of(reply(content), place="https://host/named", confinement=Inline())


@pytest.mark.parametrize(("content", "ttl"), [(RSS, 300.0), (JSON, None)])
def test_a_feed_is_read_whatever_its_format(content: bytes, ttl: float | None) -> None:
    feed = read(content)

    assert (feed.title, feed.ttl) == ("News", ttl)
    assert [entry.origin for entry in feed.entries] == ["https://host/named#1"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "https://host/feed is no feed: it is empty"),
        (b" \n", "https://host/feed is no feed: it is empty"),
        (b"<html>", "https://host/feed is no feed: it is an HTML page"),
        (b'{"a": 1}', "https://host/feed is no feed: it is JSON, but no JSON Feed"),
        (b'<rss version="2.0"><channel><title>x', "https://host/feed is a broken feed: "),
    ],
)
def test_what_is_no_feed_is_told_with_its_address(content: bytes, told: str) -> None:
    with pytest.raises(MalformedFeedError) as caught:
        read(content)

    assert str(caught.value).startswith(told)
    assert "canary" not in str(caught.value)


@pytest.mark.slow
def test_a_feed_that_takes_for_ever_is_ended_and_the_next_one_is_read() -> None:
    # pieces that are each as long as the whole
    hostile = (
        b'<rss version="2.0"><channel>&broken;' + b"<x a='" * 200_000 + b"<item></item>" * 2_000
    )
    children = Children(1, Bounds(seconds=4.0))
    children.warm(WARM)  # to load takes long where others work, too
    try:
        with pytest.raises(
            MalformedFeedError, match="host/feed cannot be read: reading it took"
        ):
            feed_of(reply(hostile), place=URL, confinement=children)

        feed = feed_of(reply(RSS), place=URL, confinement=children)
    finally:
        children.close()

    assert len(feed.entries) == 1
