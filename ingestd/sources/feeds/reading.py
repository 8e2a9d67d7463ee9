"""Reading a feed where a stranger's bytes are read: in a child."""

from dataclasses import dataclass

from ingestd.confinement.task import Confinement, Task
from ingestd.errors import UnreadableError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.apart import read_apart
from ingestd.sources.feeds.entries import Entry, entries_of
from ingestd.sources.feeds.json_feed import looks_like_json, read_json
from ingestd.sources.feeds.xml_feed import read_xml


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The bytes of a feed; `url` is where they came from, `place` what its entries' names
    begin with where they have none of their own. `is_new` where all entries are to be taken in:
    then they come ready for it.
    """

    content: bytes
    url: str
    place: str
    content_type: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says. `ttl` is in seconds; `hub` and `topic` are for WebSub."""

    entries: list[Entry]
    title: str | None = None
    ttl: float | None = None
    hub: str | None = None
    topic: str | None = None


def read_feed(asked: Asked) -> Feed:
    """Read a feed, whatever its format; raises UnreadableError where it is none."""
    if not asked.content.strip():
        raise UnreadableError("no feed: it is empty")
    if looks_like_json(asked.content):
        telling = read_json(asked.content, url=asked.url)
    else:
        telling = read_xml(asked.content, url=asked.url, content_type=asked.content_type)
    entries = entries_of(telling.entries, place=asked.place)
    if asked.is_new:
        entries = [entry.made_ready(feed=asked.place) for entry in entries]
    return Feed(
        entries=entries,
        title=telling.title,
        ttl=telling.ttl,
        hub=telling.hub,
        topic=telling.topic,
    )


def warm() -> None:
    """Load all that reading a feed needs; what comes of it is nobody's."""
    content = b"<feed><entry><title>x</title></entry></feed>"  # nothing plain: by feedparser
    read_feed(Asked(content=content, url="https://feed.invalid/", place="feed"))


READ_FEED = Task(f"{__name__}:{read_feed.__qualname__}", Asked, Feed)
WARM = f"{__name__}:{warm.__name__}"
"""For `Children.warm`."""


def feed_of(
    reply: Reply, *, place: str, confinement: Confinement, is_new: bool = False
) -> Feed:
    """Read a reply as a feed, in a child; raises MalformedFeedError with the reason."""
    asked = Asked(
        content=reply.content,
        url=reply.url,
        place=place,
        content_type=reply.content_type,
        is_new=is_new,
    )
    return read_apart(READ_FEED, asked, reply=reply, confinement=confinement)
