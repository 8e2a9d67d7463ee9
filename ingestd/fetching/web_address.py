"""Addresses of the web, as configured and as shown."""

import re
from urllib.parse import urlsplit

_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#]|\Z)")
"""One of which nothing has to be worked out."""
_SECRET = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@")


def is_web_address(text: str) -> bool:
    """Say whether this names a host to be asked by http or https."""
    if _PLAIN.match(text):
        return True
    try:
        parts = urlsplit(text)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and has_port


def web_address(text: str) -> str:
    """The text itself; ValueError where it is no address."""
    if not is_web_address(text):
        shown = without_secret(text)
        raise ValueError(f'should be an address like "https://host/feed", not "{shown}"')
    return text


def without_secret(url: str) -> str:
    """The address without user and password, as it may be shown and recorded."""
    return _SECRET.sub(r"\1", url)
