"""Sources that were told by their server to be elsewhere."""

from urllib.parse import urlsplit, urlunsplit

from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret
from ingestd.sources.found import Moved


def moved_to(reply: Reply) -> Moved | None:
    """Where a reply says that its source is from now on."""
    if reply.moved is None:
        return None
    address, status = reply.moved
    return Moved(address=without_secret(address), status=status)


def current(configured: str, moved: str | None) -> str:
    """The address to ask: the configured one, or where its source was moved to.

    User and password go along only to the same host, and never from https to http.
    """
    if moved is None:
        return configured
    before, after = urlsplit(configured), urlsplit(moved)
    secret, at, _ = before.netloc.rpartition("@")
    is_safe = after.scheme in {before.scheme, "https"}
    if not at or before.hostname != after.hostname or not is_safe or "@" in after.netloc:
        return moved
    return urlunsplit(after._replace(netloc=f"{secret}@{after.netloc}"))
