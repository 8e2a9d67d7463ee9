"""A feed on the web, and the pages its entries link to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import Annotated

from pydantic import AfterValidator, Field

from ingestd.clock import Clock, rfc3339
from ingestd.errors import DocumentError, FetchError, UnreadableError
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply, Web
from ingestd.fetching.web_address import web_address, without_secret
from ingestd.sources.entries import Entry, read_entries
from ingestd.sources.found import Asking, Body, Collected, Found
from ingestd.sources.options import AllowedNetwork, Deadline, PacedOptions

READABLE = {"text/html", "application/xhtml+xml", "text/plain"}
CONDITIONS = {"etag": "if-none-match", "last_modified": "if-modified-since"}
# some servers answer "not modified" for ever
PROBE_AFTER = timedelta(days=7)


class FeedOptions(PacedOptions):
    """What a source of kind "feed" can be told."""

    url: Annotated[str, AfterValidator(web_address)] = Field(
        description="Address of the RSS or Atom feed."
    )
    full_text: bool = Field(
        default=False,
        description="Follow each entry's link and take the article from the page.",
    )
    timeout: Deadline = Field(
        default="30s",
        validate_default=True,
        description="How long one answer may take in all.",
    )
    allow_networks: tuple[AllowedNetwork, ...] = Field(
        default=(),
        description='Networks that may be reached although private: ["192.168.1.0/24"].',
    )


class FeedSource:
    """Offer every entry of a feed."""

    kind = "feed"
    watched = None
    Options = FeedOptions

    def __init__(self, name: str, options: FeedOptions, clock: Clock) -> None:
        self.name = name
        self.pace = options.pace
        self._options = options
        self._clock = clock
        self._limits = Limits(
            max_bytes=options.max_bytes,
            seconds=options.timeout,
            networks=options.allow_networks,
        )

    @property
    def address(self) -> str:
        """The feed's URL without user and password."""
        return without_secret(self._options.url)

    @property
    def options(self) -> str:
        """What else was set, as canonical JSON."""
        return self._options.canonical(without="url")

    def collect(self, asking: Asking) -> Collected:
        """Ask for the feed, unless it is as it was; raises FetchError, MalformedFeedError.

        Validators are `etag`, `last_modified`, and `since`: when it was last got whole.
        """
        validators = asking.validators
        conditions = {} if self._is_stale(validators) else _conditions(validators)
        reply = asking.web.get(self._options.url, limits=self._limits, headers=conditions)
        if reply.status == HTTPStatus.NOT_MODIFIED:
            return Collected(items=[], validators=validators)
        entries = read_entries(reply.content, url=reply.url, content_type=reply.content_type)
        return Collected(
            items=[self._found(entry, asking.web) for entry in entries],
            validators=self._validators(reply),
        )

    def _is_stale(self, validators: Mapping[str, str]) -> bool:
        since = validators.get("since")
        return since is None or self._clock() - datetime.fromisoformat(since) >= PROBE_AFTER

    def _validators(self, reply: Reply) -> Mapping[str, str]:
        given = {
            "etag": reply.headers.get("etag"),
            "last_modified": reply.headers.get("last-modified"),
            "since": rfc3339(self._clock()),
        }
        return {key: value for key, value in given.items() if value}

    def _found(self, entry: Entry, web: Web) -> Found:
        load = partial(self._load_page, web=web) if self._options.full_text else load_entry
        return Found(origin=entry.origin, mark=entry.mark, load=partial(load, entry))

    def _load_page(self, entry: Entry, *, web: Web) -> Body:
        """The linked page; the feed's own text where the page cannot be had."""
        if entry.link is None:
            return load_entry(entry)
        try:
            page = read_page(entry.link, self._limits, web)
        except (FetchError, DocumentError):
            if not entry.has_text:
                raise
            return load_entry(entry)
        return _with_claims(page, entry)


def read_page(url: str, limits: Limits, web: Web) -> Body:
    """Get a page. Raises FetchError, or UnreadableError where it is no text."""
    return page_of(web.get(url, limits=limits))


def page_of(reply: Reply) -> Body:
    """Take a reply for a page; raises UnreadableError where it says that it is none."""
    if (reply.media_type or "text/html") not in READABLE:
        hint = "only HTML and plain text are read from the web"
        raise UnreadableError(f"{reply.url} is {reply.media_type}", hint=hint)
    media_type = reply.content_type or "text/html"
    return Body(content=reply.content, media_type=media_type, url=reply.url)


def load_entry(entry: Entry) -> Body:
    """The feed's own text of an entry."""
    page = Body(content=entry.body, media_type="text/html; charset=utf-8", url=entry.link)
    return _with_claims(page, entry)


def _with_claims(page: Body, entry: Entry) -> Body:
    return replace(page, title=entry.title, published=entry.published, author=entry.author)


def _conditions(validators: Mapping[str, str]) -> dict[str, str]:
    return {CONDITIONS[key]: validators[key] for key in CONDITIONS if key in validators}
