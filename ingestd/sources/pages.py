"""Articles on pages of their own, which another document links to."""

from collections.abc import Callable

from ingestd.errors import BusyHostError, FetchError, UnreadableError
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply, Web
from ingestd.sources.found import Body

READABLE = {"text/html", "application/xhtml+xml", "text/plain"}
SOON = 60.0
"""Seconds until those are asked for that were too many for one look."""

Missed = Callable[[bool], None]
"""Is told of a page that could not be had, and may be later: True where it was not asked for."""


class Pages:
    """Gets pages by the rules of their sites, at most so many; for one look."""

    def __init__(self, web: Web, limits: Limits, *, most: int | None = None) -> None:
        self._web = web
        self._limits = limits
        self._left = most
        self.spent = False
        """Whether one more was wanted than there may be."""

    def get(self, url: str, *, missed: Missed) -> Body:
        """Get a page. Raises FetchError, or UnreadableError where it is no text."""
        try:
            self._count(url)
            return page_of(self._web.get(url, limits=self._limits, as_robot=True))
        except FetchError as error:
            if error.retryable:
                missed(isinstance(error, BusyHostError))
            raise

    def _count(self, url: str) -> None:
        if self._left is None:
            return
        if self._left == 0:
            self.spent = True
            reason = "this look has asked for as many pages as it may"
            raise BusyHostError(url, reason, until=SOON)
        self._left -= 1


def page_of(reply: Reply) -> Body:
    """Take a reply for a page; raises UnreadableError where it says that it is none."""
    if (reply.media_type or "text/html") not in READABLE:
        hint = "only HTML and plain text are read from the web"
        raise UnreadableError(f"{reply.url} is {reply.media_type}", hint=hint)
    media_type = reply.content_type or "text/html"
    return Body(content=reply.content, media_type=media_type, url=reply.url, kind="page")
