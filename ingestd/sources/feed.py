"""A feed on the web, and the pages its entries link to."""

from functools import partial

import structlog
from msgspec.structs import replace
from pydantic import Field

from ingestd.errors import BusyHostError, DocumentError, FetchError, IngestdError
from ingestd.fetching.web import Reply
from ingestd.sources.feeds.entries import Entry
from ingestd.sources.feeds.reading import Feed, feed_of
from ingestd.sources.found import Asking, Body, Collected, Found
from ingestd.sources.freshness import fresh_for
from ingestd.sources.linking import hub_of
from ingestd.sources.moving import current, moved_to
from ingestd.sources.opml.outline import Folder, OutlineAttributes
from ingestd.sources.pages import Pages
from ingestd.sources.remembering import Memory
from ingestd.sources.web_options import AddressedOptions, WebAddress
from ingestd.sources.web_source import WebSource

log = structlog.get_logger()


class FeedOptions(AddressedOptions):
    """What a source of kind "feed" can be told."""

    url: WebAddress = Field(description="Address of the feed: RSS, Atom, RDF or JSON Feed.")
    full_text: bool = Field(
        default=False,
        description="Follow each entry's link and take the article from the page.",
    )
    folder: tuple[Folder, ...] = Field(
        default=(),
        description='The folders that it lies in, in lists of feeds: ["World", "Asia"].',
    )
    opml: OutlineAttributes = Field(
        default_factory=dict,
        description="What else lists of feeds (OPML) say of it, kept as it is.",
    )


class FeedSource(WebSource[FeedOptions]):
    """Offer every entry of a feed."""

    kind = "feed"
    Options = FeedOptions

    def collect(self, asking: Asking) -> Collected:
        """Ask for the feed, unless it is as it was; raises FetchError, MalformedFeedError.

        What is remembered: see Memory; and `ttl`, `hub`, `topic`, which the feed told.
        """
        memory = Memory(asking.validators, self._clock())
        reply = asking.web.get(
            current(self._options.url, asking.address),
            limits=self._options.limits,
            headers=memory.conditions,
        )
        if not memory.is_news(reply):
            return self._collected([], reply, memory)
        feed = feed_of(
            reply,
            place=self.address,
            confinement=asking.confinement,
            # of a feed that was read before, most entries are known
            is_new=memory.is_first and not self._options.full_text,
        )
        memory.keep(reply, ttl=_shown(feed.ttl), hub=feed.hub, topic=feed.topic)
        return self._collected(self._items(feed, asking), reply, memory)

    def _collected(self, items: list[Found], reply: Reply, memory: Memory) -> Collected:
        told = memory.kept
        ttl = float(told["ttl"]) if "ttl" in told else None
        return Collected(
            items=items,
            validators=told,
            fresh_for=fresh_for(reply.headers, ttl),
            moved_to=moved_to(reply),
            hub=hub_of(reply, told.get("hub"), told.get("topic"), address=self.address),
        )

    def _items(self, feed: Feed, asking: Asking) -> list[Found]:
        if not self._options.full_text:
            return [found_entry(entry) for entry in feed.entries]
        pages = Pages(asking.web, self._options.limits)
        return [_found_page(entry, pages) for entry in feed.entries]


def found_entry(entry: Entry) -> Found:
    """An entry as the feed itself tells it."""
    return Found(
        origin=entry.origin,
        mark=entry.mark,
        load=partial(_load_entry, entry),
        url=entry.url,
        guid=entry.guid,
        title=entry.told.title,
        published=entry.told.published,
    )


def _found_page(entry: Entry, pages: Pages) -> Found:
    load = partial(_load_page, entry, pages)
    # another mark than without full text, so that a change of that option is seen
    return replace(found_entry(entry), mark=f"{entry.mark}+page", load=load)


def _load_page(entry: Entry, pages: Pages) -> Body:
    """The linked page; the feed's own text where the page cannot be had."""
    if entry.told.link is None:
        return _load_entry(entry)
    try:
        page = pages.get(entry.told.link)
    except BusyHostError:  # its turn comes later
        raise
    except (FetchError, DocumentError) as error:
        if not entry.told.text:
            raise
        return _instead_of_page(entry, error)
    return _with_claims(page, entry)


def _instead_of_page(entry: Entry, error: IngestdError) -> Body:
    log.warning("page.failed", url=entry.told.link, reason=str(error), hint=error.hint)
    body = _load_entry(entry)
    return replace(body, whole=False, shortfall=str(error)) if error.retryable else body


def _load_entry(entry: Entry) -> Body:
    """The feed's own text of an entry."""
    told, ready = entry.told, entry.ready
    return Body(
        content=entry.page if ready is None else ready.page,
        media_type="text/html; charset=utf-8",
        url=told.link,
        title=told.title,
        published=told.published,
        author=told.author,
        kind="feed",
        whole=told.whole,
        packed=None if ready is None else ready.packed,
        names=None if ready is None else ready.names,
    )


def _with_claims(page: Body, entry: Entry) -> Body:
    told = entry.told
    return replace(page, title=told.title, published=told.published, author=told.author)


def _shown(ttl: float | None) -> str | None:
    return None if ttl is None else str(ttl)
