"""A page on the web that shows links to articles."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated
from zlib import crc32

from msgspec.structs import replace
from pydantic import AfterValidator, Field

from ingestd.config.durations import Duration
from ingestd.errors import MalformedFeedError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.links import links_of
from ingestd.sources.found import Asking, Collected, Found
from ingestd.sources.freshness import fresh_for
from ingestd.sources.listed import ListOptions, articles, matching
from ingestd.sources.moving import current, moved_to
from ingestd.sources.pages import Pages
from ingestd.sources.remembering import PROBE_AFTER, Memory
from ingestd.sources.web_options import WebAddress
from ingestd.sources.web_source import WebSource

MOST_OFTEN = 60.0


def _not_too_often(every: float) -> float:
    if 0.0 < every < MOST_OFTEN:
        raise ValueError('should be "0s" or at least "1m"')
    return every


class PageOptions(ListOptions):
    """What a source of kind "page" can be told."""

    url: WebAddress = Field(description="Address of the page that shows the links.")
    within: str = Field(
        default="",
        description="Id or class of the part of the page that they stand in. Left out: all of it.",
    )
    recheck: Annotated[Duration, AfterValidator(_not_too_often)] = Field(
        default="1d",
        validate_default=True,
        description="How long until a page that is still linked to is asked for again, for what "
        'was changed in it since; "0s" asks once.',
    )


class PageSource(WebSource[PageOptions]):
    """Offer every page that a page links to, in the order in which it shows them."""

    kind = "page"
    Options = PageOptions

    def collect(self, asking: Asking) -> Collected:
        """Ask for the page, unless it is as it was.

        Raises FetchError, and MalformedFeedError also where no link is one to an article: the
        page is another than it was. What is remembered: see Memory.
        """
        memory = Memory(asking.validators, self._clock(), probe_after=self._probe_after)
        reply = asking.web.get(
            current(self._options.url, asking.address),
            limits=self._options.limits,
            headers=memory.conditions,
            as_robot=True,
        )
        items: Iterator[Found] = iter(())
        if memory.is_news(reply):
            items = self._items(reply, asking, memory)
        return Collected(
            items=items,
            validators=memory.kept,
            fresh_for=fresh_for(reply.headers, None),
            moved_to=moved_to(reply),
        )

    def _items(self, reply: Reply, asking: Asking, memory: Memory) -> Iterator[Found]:
        options = self._options
        links = links_of(reply, within=options.within, confinement=asking.confinement)
        listed = [one for one in matching(links, options.links) if one.url != reply.url]
        if not listed:
            raise MalformedFeedError(
                f"{self.address} shows no link to an article",
                hint="look at the page, and correct 'links' or 'within' of the source",
            )
        memory.keep(reply)
        pages = Pages(asking.web, options.limits, most=options.max_items)
        return self._in_turn(articles(listed, pages))

    @property
    def _probe_after(self) -> timedelta:
        """The links are read again when it is some article's turn, were they the same or not."""
        recheck = timedelta(seconds=self._options.recheck)
        return min(recheck, PROBE_AFTER) if recheck else PROBE_AFTER

    def _in_turn(self, found: Iterator[Found]) -> Iterator[Found]:
        for one in found:
            turn = turn_of(one.origin, self._clock(), self._options.recheck)
            yield one if turn is None else replace(one, mark=f"{one.mark}{turn}")


def turn_of(url: str, now: datetime, every: float) -> int | None:
    """Return a number that becomes another one every so many seconds; None where that is 0.

    Each address has a moment of its own for it, so that not all are asked for at once.
    """
    if not every:
        return None
    return int((now.timestamp() + crc32(url.encode()) % every) // every)
