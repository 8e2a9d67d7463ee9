"""What a person names on the command line: a file, a folder, a page, a feed."""

import os
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from ingestd.clock import Clock
from ingestd.errors import UsageError
from ingestd.fetching.addresses import Network
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import is_web_address, without_secret
from ingestd.sources.feed import found_entry
from ingestd.sources.feeds.reading import feed_of
from ingestd.sources.folder import FolderOptions, FolderSource
from ingestd.sources.found import Asking, Collected, Found, Pace, Source
from ingestd.sources.options import MEBIBYTE
from ingestd.sources.pages import page_of

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

    Files are taken as they lie, without waiting for them to settle. A private address may be
    reached where the person typed it, but not by a redirect.
    """
    if is_web_address(argument):
        return AddressSource(argument)
    if "://" in argument and not argument.startswith("file://"):
        hint = "name a file, a folder, or an address that begins with http:// or https://"
        raise UsageError(f"'{without_secret(argument)}' cannot be taken in", hint=hint)
    path = _there(_path(argument))
    options = FolderOptions.model_validate({"path": path, "settle": "0s"})
    return FolderSource(NAME, options, clock, complete=False)


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
    """Offer one page, or the entries of one feed."""

    name = NAME
    kind = "address"
    pace = Pace.steady(0.0)
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
        """Get the page or feed; raises FetchError, MalformedFeedError."""
        reply = asking.web.get(self._url, limits=self._limits)
        if not _is_feed(reply):
            return Collected(items=[self._page(reply)])
        feed = feed_of(reply, place=self.address, confinement=asking.confinement)
        return Collected(items=[found_entry(entry) for entry in feed.entries])

    def _page(self, reply: Reply) -> Found:
        return Found(origin=self.address, mark=None, load=lambda: page_of(reply))


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
