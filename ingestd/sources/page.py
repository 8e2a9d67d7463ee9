"""A page on the web that shows links to articles."""

from collections.abc import Iterator

from pydantic import Field

from ingestd.errors import MalformedFeedError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.links import links_of
from ingestd.sources.found import Asking, Collected, Found
from ingestd.sources.freshness import fresh_for
from ingestd.sources.listed import ListOptions, articles, matching
from ingestd.sources.moving import current, moved_to
from ingestd.sources.pages import Pages
from ingestd.sources.remembering import Memory
from ingestd.sources.web_options import WebAddress
from ingestd.sources.web_source import WebSource


class PageOptions(ListOptions):
    """What a source of kind "page" can be told."""

    url: WebAddress = Field(description="Address of the page that shows the links.")
    within: str = Field(
        default="",
        description="Id or class of the part of the page that they stand in. Left out: all of it.",
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
        memory = Memory(asking.validators, self._clock())
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
        return articles(listed, pages)
