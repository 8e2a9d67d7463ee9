"""A sitemap on the web, the sitemaps that it names, and the pages that they list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from pydantic import Field

from ingestd.errors import MalformedFeedError, UnreadableError
from ingestd.fetching.limits import Limits
from ingestd.sources.feeds.sitemap import MOST_BYTES, Sitemap, sitemap_of
from ingestd.sources.found import Asking, Bundle, Collected, Found
from ingestd.sources.freshness import fresh_for
from ingestd.sources.listed import ListOptions, articles, matching
from ingestd.sources.moving import current, moved_to
from ingestd.sources.pages import Pages, its_turn_comes_later
from ingestd.sources.remembering import Memory
from ingestd.sources.web_options import WebAddress
from ingestd.sources.web_source import WebSource

DEPTH = 2
MOST_SITEMAPS = 50
"""How many sitemaps of an index are read in one look; the others' turn comes later."""


class SitemapOptions(ListOptions):
    """What a source of kind "sitemap" can be told."""

    url: WebAddress = Field(description="Address of the sitemap, or of an index of sitemaps.")


class SitemapSource(WebSource[SitemapOptions]):
    """Offer every page that a sitemap lists, the newest first."""

    kind = "sitemap"
    Options = SitemapOptions

    @property
    def _limits(self) -> Limits:
        # the protocol gives sitemaps this size, whatever pages may have
        most = max(self._options.max_bytes, MOST_BYTES)
        return replace(self._options.limits, max_bytes=most)

    def collect(self, asking: Asking) -> Collected:
        """Ask for the sitemap, unless it is as it was; raises FetchError, MalformedFeedError.

        What is remembered: see Memory. The sitemaps that an index names are opened where the
        date that it gives them is another.
        """
        memory = Memory(asking.validators, self._clock())
        reply = asking.web.get(
            current(self._options.url, asking.address),
            limits=self._limits,
            headers=memory.conditions,
        )
        items: Iterable[Found | Bundle] = ()
        if memory.is_news(reply):
            sitemap = sitemap_of(reply, confinement=asking.confinement)
            memory.keep(reply)
            if any(one.changed is None for one in sitemap.sitemaps):
                memory.doubt()
            items = _Reading(self._options, self._limits, asking).items(sitemap)
        return Collected(
            items=items,
            validators=memory.kept,
            fresh_for=fresh_for(reply.headers, None),
            moved_to=moved_to(reply),
        )


class _Reading:
    """One look at a sitemap, and at those it names."""

    def __init__(self, options: SitemapOptions, limits: Limits, asking: Asking) -> None:
        self._options = options
        self._limits = limits
        self._asking = asking
        self._pages = Pages(asking.web, options.limits, most=options.max_items)
        self._left = MOST_SITEMAPS

    def items(self, sitemap: Sitemap, *, depth: int = 0) -> Iterator[Found | Bundle]:
        """The articles of a sitemap, and what it names."""
        yield from articles(matching(sitemap.pages, self._options.links), self._pages)
        for one in sitemap.sitemaps if depth < DEPTH else ():
            yield Bundle(
                origin=one.url,
                mark=None if one.changed is None else one.mark,
                open=partial(self._opened, one.url, depth + 1),
            )

    def _opened(self, url: str, depth: int) -> Iterator[Found | Bundle]:
        if self._left == 0 or self._pages.spent:
            raise its_turn_comes_later(url)
        self._left -= 1
        reply = self._asking.web.get(url, limits=self._limits)
        try:
            sitemap = sitemap_of(reply, confinement=self._asking.confinement)
        except MalformedFeedError as error:
            # of this one alone; its neighbours are read
            raise UnreadableError(str(error), hint=error.hint) from error
        yield from self.items(sitemap, depth=depth)
