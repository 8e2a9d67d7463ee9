"""By what an article is known wherever it is found; pure.

Keys are short, and those of one site begin alike: what comes together is written to pages of the
database that lie together.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from ingestd.events.documents import Sameness
from ingestd.events.ids import digest, document_id
from ingestd.events.text import sound
from ingestd.fetching.canonical import canonical
from ingestd.fetching.web_address import is_web_address

_UUID = re.compile(r"\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?", re.IGNORECASE)


class Key(msgspec.Struct, frozen=True, gc=False):
    """A name that stands for one article; `text` tells nothing of what it is made of."""

    by: Sameness
    text: str


def content_key(fingerprint: str) -> Key:
    """What is byte for byte the same, under the same title."""
    return Key("content", document_id(fingerprint))


def address_key(url: str | None) -> Key | None:
    """The page where it is read; None for what is no page of its own."""
    page = canonical(url) if url else None
    if page is None:
        return None
    return Key("address", f"url:{_shelf(page.partition('/')[0])}{_short(page)}")


def guid_key(guid: str | None, *, feed: str) -> Key | None:
    """What its feed calls it: for the whole world where that is a name for the whole world.

    `feed`, its address, tells numbers and words apart that several feeds use.
    """
    if not guid:
        return None
    is_worldwide = (
        is_web_address(guid)
        or guid.lower().startswith(("tag:", "urn:"))
        or _UUID.fullmatch(guid) is not None
    )
    name = guid if is_worldwide else f"{feed}\n{guid}"
    return Key("guid", f"guid:{_shelf(_site(guid) if is_worldwide else feed)}{_short(name)}")


def names_of(
    urls: Iterable[str | None], *, origin: str, guid: str | None, feed: str
) -> tuple[Key, ...]:
    """All names of what is read at these addresses, the surest first.

    An origin made of another address (`…#3`) is no page.
    """
    place = None if "#" in origin else origin
    keys = [address_key(url) for url in dict.fromkeys((*urls, place))]
    keys.append(guid_key(guid, feed=feed))
    return tuple(dict.fromkeys(filter(None, keys)))


def _site(guid: str) -> str:
    """What the names given by one site have in common: `https://host`, `tag:host,2005`."""
    return "/".join(guid.split("/", 3)[:3]) if "/" in guid else guid.rpartition(":")[0]


@lru_cache(maxsize=1_024)
def _shelf(site: str) -> str:
    """One of 65,536 places for the keys of a site."""
    return digest(sound(site).encode())[:4]


def _short(name: str) -> str:
    """128 bits: as hard to meet by intent as the whole."""
    return digest(sound(name).encode())[:32]
