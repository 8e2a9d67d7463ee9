"""Articles on pages of their own, which another document links to."""

from ingestd.errors import BusyHostError, UnreadableError
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply, Web
from ingestd.sources.found import Body

READABLE = {"text/html", "application/xhtml+xml", "text/plain"}
SOON = 60.0
"""Seconds until those are asked for that were too many for one look."""


class Pages:
    """Gets pages by the rules of their sites, at most so many; for one look."""

    def __init__(self, web: Web, limits: Limits, *, most: int | None = None) -> None:
        self._web = web
        self._limits = limits
        self._left = most
        self.spent = False
        """Whether one more was wanted than there may be."""

    def get(self, url: str) -> Body:
        """Get a page. Raises FetchError, or UnreadableError where it is no text."""
        self._count(url)
        return page_of(self._web.get(url, limits=self._limits, as_robot=True))

    def _count(self, url: str) -> None:
        if self._left is None:
            return
        self.spent |= self._left == 0
        if self.spent:
            raise its_turn_comes_later(url)
        self._left -= 1


def its_turn_comes_later(url: str) -> BusyHostError:
    """What is said of an address that was one too many for this look."""
    return BusyHostError(url, "this look has asked for as much as it may", until=SOON)


def page_of(reply: Reply) -> Body:
    """Take a reply for a page; raises UnreadableError where it says that it is none."""
    if (reply.media_type or "text/html") not in READABLE:
        hint = "only HTML and plain text are read from the web"
        raise UnreadableError(f"{reply.url} is {reply.media_type}", hint=hint)
    media_type = reply.content_type or "text/html"
    return Body(content=reply.content, media_type=media_type, url=reply.url, kind="page")
