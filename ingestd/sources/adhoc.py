"""What a person names on the command line: a file, a folder, a page, a feed, an input."""

import io
import os
import sys
from functools import partial
from ipaddress import ip_address, ip_network
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from ingestd.clock import Clock
from ingestd.errors import UsageError
from ingestd.fetching.addresses import Network
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import is_web_address, without_secret
from ingestd.sources.bundles.kinds import DOCUMENTS, kind_of
from ingestd.sources.bundles.opening import open_bundle
from ingestd.sources.feed import found_entry
from ingestd.sources.feeds.reading import feed_of
from ingestd.sources.folder import FolderOptions, FolderSource
from ingestd.sources.found import BY_HAND, Asking, Body, Bundle, Collected, Found, Source
from ingestd.sources.options import MEBIBYTE
from ingestd.sources.pages import page_of
from ingestd.sources.standard_input import StandardInput

NAME = "ingest"
LIMITS = Limits(max_bytes=20 * MEBIBYTE, seconds=30.0)
LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
FEEDS = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
}
BEGINNINGS = (b"<rss", b"<feed", b"<rdf:rdf", b"purl.org/net/rss1.1#", b"jsonfeed.org/version/")


def from_argument(argument: str, clock: Clock) -> Source:
    """The source that an argument names; raises UsageError where there is nothing.

    "-" is the standard input.
    Files are taken as they lie, without waiting for them to settle. A private address may be
    reached where the person typed it, but not by a redirect.
    """
    if argument == "-":
        return StandardInput(NAME, sys.stdin.buffer)
    if is_web_address(argument):
        return AddressSource(argument)
    if "://" in argument and not argument.startswith("file://"):
        hint = "name a file, a folder, or an address that begins with http:// or https://"
        raise UsageError(f"'{without_secret(argument)}' cannot be taken in", hint=hint)
    path = _there(_path(argument))
    options = FolderOptions.model_validate({"path": path, "settle": "0s"})
    folder = FolderSource(NAME, options, clock, complete=False)
    folder.pace = BY_HAND
    return folder


def _path(argument: str) -> Path:
    if argument.startswith("file://"):
        return Path(os.fsdecode(unquote_to_bytes(urlsplit(argument).path)))
    return Path(argument)


def _there(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except PermissionError as error:
        hint = "let the user that ingestd runs as read it"
        raise UsageError(f"'{path}' cannot be read: permission denied", hint=hint) from error
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError
        hint = f"it was looked for at {path.absolute()}"
        raise UsageError(f"there is no file or folder '{path}'", hint=hint) from error


class AddressSource:
    """Offer one page, the entries of one feed, or what is in one bundle."""

    name = NAME
    kind = "address"
    pace = BY_HAND
    watched = None
    options = "{}"

    def __init__(self, url: str, limits: Limits = LIMITS) -> None:
        self._url = url
        self._limits = Limits(
            max_bytes=limits.max_bytes, seconds=limits.seconds, networks=_typed(url)
        )

    @property
    def address(self) -> str:
        """The URL without user and password."""
        return without_secret(self._url)

    def collect(self, asking: Asking) -> Collected:
        """Get the page, feed or bundle; raises FetchError, MalformedFeedError."""
        reply = asking.web.get(self._url, limits=self._limits)
        if not _is_feed(reply):
            return Collected(items=[self._bundle(reply) or self._page(reply)])
        feed = feed_of(reply, place=self.address, confinement=asking.confinement)
        return Collected(items=[found_entry(entry) for entry in feed.entries])

    def _bundle(self, reply: Reply) -> Bundle | None:
        kind = kind_of(PurePosixPath(unquote(urlsplit(reply.url).path)).name, reply.content)
        if kind is None or kind == "document":
            return None
        read = partial(io.BytesIO, reply.content)
        opened = partial(open_bundle, self.address, kind, read)
        return Bundle(origin=self.address, mark=None, open=opened)

    def _page(self, reply: Reply) -> Found:
        load = _document if reply.media_type in DOCUMENTS else page_of
        return Found(origin=self.address, mark=None, load=partial(load, reply))


def _document(reply: Reply) -> Body:
    """What a person asked for by its address may be more than a page: a PDF, say."""
    content, media_type = reply.content, reply.content_type
    return Body(content=content, media_type=media_type, url=reply.url, kind="page")


def _typed(url: str) -> tuple[Network, ...]:
    host = urlsplit(url).hostname
    if host == "localhost":
        return LOOPBACK
    try:
        return (ip_network(ip_address(host or "")),)
    except ValueError:
        return ()


def _is_feed(reply: Reply) -> bool:
    # zeros are halves of letters in UTF-16
    beginning = reply.content[:2048].replace(b"\0", b"").lower()
    if b"<html" in beginning:
        return False
    return reply.media_type in FEEDS or any(mark in beginning for mark in BEGINNINGS)
