"""The entries of a feed, told apart: where each is found again, and what it is known by."""

import hashlib
import html
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import msgspec

from ingestd.fetching.web_address import is_web_address, without_secret
from ingestd.sources.feeds.told import Told
from ingestd.sources.naming import Key, names_of

WORLDWIDE = ("tag:", "urn:")


class Ready(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is worked out of an entry that is new: its page, the same packed, all its names."""

    page: bytes
    packed: bytes
    names: tuple[Key, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One entry, with a place of its own.

    `mark` changes when anything does that the feed says of it. `url` and `guid` are what it
    is known by, left out where other entries of the feed claim them, too. `ready` is there
    where it was asked for.
    """

    origin: str
    mark: str
    told: Told
    url: str | None = None
    guid: str | None = None
    ready: Ready | None = None

    def made_ready(self, *, feed: str) -> "Entry":
        """The same with what whoever takes it in would have to work out; see names_of."""
        page, told = self.page, self.told
        names = names_of((self.url, told.link), origin=self.origin, guid=self.guid, feed=feed)
        return msgspec.structs.replace(
            self, ready=Ready(page=page, packed=zlib.compress(page), names=names)
        )

    @property
    def page(self) -> bytes:
        """An HTML page of its text, of its title where it has none."""
        title = html.escape(self.told.title or "")
        text = self.told.text or f"<p>{title}</p>"
        head = f'<meta charset="utf-8"><title>{title}</title>'
        body = f"<body><article>{text}</article></body>"
        page = f"<!doctype html><html><head>{head}</head>{body}</html>"
        return page.encode("utf-8", "replace")


def entries_of(told: Iterable[Told], *, place: str) -> list[Entry]:
    """Give each entry of the feed at `place` an origin; what is told twice is one.

    An entry is found again by its link; by its guid where others have that link; by its
    title, or all its words, where others have both.
    """
    # in order, and each once
    entries = list(dict.fromkeys(one for one in told if one.says_something))
    links = Counter(one.link for one in entries)
    guids = Counter(one.guid for one in entries)
    titles = Counter(one.title for one in entries)
    found: dict[str, Entry] = {}
    for one in entries:
        url = one.link if links[one.link] == 1 else None
        guid = one.guid if guids[one.guid] == 1 else None
        title = one.title if titles[one.title] == 1 else None
        names = _names(one, url=url, guid=guid, title=title, place=place)
        origin = next((name for name in names if name not in found), None)
        if origin is not None:
            found[origin] = Entry(origin=origin, mark=_mark(one), told=one, url=url, guid=guid)
    return list(found.values())


def _names(
    told: Told, *, url: str | None, guid: str | None, title: str | None, place: str
) -> Iterator[str]:
    """Addresses for the entry, the best first."""
    if url:
        yield url
    if guid:
        yield _address(guid, place)
    if title:
        yield _within(place, title)
    yield _within(place, _digest(told.title, told.text)[:32])


def _address(guid: str, place: str) -> str:
    if is_web_address(guid) or guid.startswith(WORLDWIDE):
        return without_secret(guid)
    return _within(place, guid)


def _within(place: str, name: str) -> str:
    return f"{without_secret(place)}#{quote(name, safe='')}"


def _mark(told: Told) -> str:
    return _digest(told.guid, told.link, told.title, told.published, told.text)


def _digest(*told: str | None) -> str:
    joined = "\0".join(part or "" for part in told)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()
