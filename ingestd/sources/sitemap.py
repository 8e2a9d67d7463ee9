"""A sitemap on the web, the sitemaps that it names, and the pages that they list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec
import structlog
from pydantic import Field

from ingestd.clock import Clock
from ingestd.errors import BusyHostError, SourceError
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret
from ingestd.sources.feeds.sitemap import MOST_BYTES, Listed, Sitemap, sitemap_of
from ingestd.sources.found import Asking, Collected, Found
from ingestd.sources.freshness import fresh_for
from ingestd.sources.listed import ListOptions, articles, matching
from ingestd.sources.moving import current, moved_to
from ingestd.sources.pages import Missed, Pages
from ingestd.sources.remembering import Memory
from ingestd.sources.web_options import WebAddress

log = structlog.get_logger()
DEPTH = 2
MOST_SITEMAPS = 50
"""How many sitemaps of an index are read in one look; the others' turn comes later."""


class SitemapOptions(ListOptions):
    """What a source of kind "sitemap" can be told."""

    url: WebAddress = Field(description="Address of the sitemap, or of an index of sitemaps.")


class SitemapSource:
    """Offer every page that a sitemap lists, the newest first."""

    kind = "sitemap"
    watched = None
    Options = SitemapOptions

    def __init__(self, name: str, options: SitemapOptions, clock: Clock) -> None:
        self.name = name
        self.pace = options.pace
        self._options = options
        self._clock = clock

    @property
    def address(self) -> str:
        """The sitemap's URL without user and password."""
        return without_secret(self._options.url)

    @property
    def options(self) -> str:
        """What else was set, as canonical JSON."""
        return self._options.canonical(without="url")

    @property
    def _limits(self) -> Limits:
        # the protocol gives sitemaps this size, whatever pages may have
        most = max(self._options.max_bytes, MOST_BYTES)
        return replace(self._options.limits, max_bytes=most)

    def collect(self, asking: Asking) -> Collected:
        """Ask for the sitemap, unless it is as it was; raises FetchError, MalformedFeedError.

        What is remembered: see Memory; and `read`, the sitemaps of an index that were read to
        their end, with the date that the index gives them.
        """
        memory = Memory(asking.validators, self._clock())
        reply = asking.web.get(
            current(self._options.url, asking.address),
            limits=self._limits,
            headers=memory.conditions,
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
        sitemap = sitemap_of(reply, confinement=asking.confinement)
        memory.keep(reply, read=asking.validators.get("read"))
        reading = _Reading(self._options, self._limits, asking, memory)
        return reading.items(sitemap)


class _Reading:
    """One look at a sitemap, and at those it names."""

    def __init__(
        self, options: SitemapOptions, limits: Limits, asking: Asking, memory: Memory
    ) -> None:
        self._options = options
        self._limits = limits
        self._asking = asking
        self._memory = memory
        self._pages = Pages(asking.web, options.limits, most=options.max_items)
        self._left = MOST_SITEMAPS
        self._before = _read_before(memory.kept)
        self._read: dict[str, str] = {}

    def items(self, sitemap: Sitemap) -> Iterator[Found]:
        """The articles of the sitemap itself, or else of those it names."""
        yield from self._articles(sitemap, self._memory.miss)
        yield from self._named(sitemap.sitemaps, depth=1)
        self._remember()

    def _articles(self, sitemap: Sitemap, missed: Missed) -> Iterator[Found]:
        pages = matching(sitemap.pages, self._options.links)
        return articles(pages, self._pages, missed)

    def _named(self, sitemaps: list[Listed], *, depth: int) -> Iterator[Found]:
        for one in sitemaps:
            if one.changed is not None and self._before.get(one.url) == one.changed:
                self._read[one.url] = one.changed
            else:
                yield from self._opened(one, depth=depth)

    def _opened(self, listed: Listed, *, depth: int) -> Iterator[Found]:
        sitemap = self._sitemap(listed)
        if sitemap is not None and listed.changed is not None and not sitemap.sitemaps:
            self._read[listed.url] = listed.changed
        else:
            # what names it has to be shown again, although that may be as it was
            self._memory.miss(True)  # noqa: FBT003 - a Missed
        if sitemap is None:
            return
        yield from self._articles(sitemap, self._forgetting(listed))
        if depth < DEPTH:
            yield from self._named(sitemap.sitemaps, depth=depth + 1)

    def _sitemap(self, listed: Listed) -> Sitemap | None:
        """A sitemap that another names; None where it cannot be had now."""
        if self._left == 0 or self._pages.spent:
            return None
        self._left -= 1
        try:
            reply = self._asking.web.get(listed.url, limits=self._limits)
            return sitemap_of(reply, confinement=self._asking.confinement)
        except BusyHostError:
            self._left = 0
        except SourceError as error:
            log.warning("sitemap.failed", url=listed.url, reason=str(error), hint=error.hint)
        return None

    def _forgetting(self, listed: Listed) -> Missed:
        def missed(postponed: bool) -> None:  # noqa: FBT001 - a Missed
            self._memory.miss(postponed)
            if self._read.pop(listed.url, None) is not None:
                self._remember()

        return missed

    def _remember(self) -> None:
        if self._read:
            self._memory.kept["read"] = msgspec.json.encode(self._read).decode()
        else:
            self._memory.kept.pop("read", None)


def _read_before(kept: Mapping[str, str]) -> Mapping[str, str]:
    return msgspec.json.decode(kept.get("read", "{}"), type=dict[str, str])
