"""The entries of a feed, out of its bytes: RSS, Atom and RDF, as broken as they come."""

import hashlib
import html
import io
from calendar import timegm
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time
from typing import NotRequired, TypedDict, cast
from urllib.parse import quote

from ingestd.errors import MalformedFeedError
from ingestd.fetching.web_address import is_web_address, without_secret
from ingestd.sources.pieces import pieces

Raw = Mapping[str, object]


class Parsed(TypedDict):
    """What is used of feedparser's answer."""

    entries: list[Raw]
    version: NotRequired[str]
    bozo_exception: NotRequired[Exception]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. `body` is a whole HTML page of its text, of its title where it has none.

    `published` is ISO 8601 in UTC; `link` an http(s) address; `mark` changes when any of what
    the feed says of the entry does.
    """

    origin: str
    link: str | None
    mark: str
    title: str | None
    published: str | None
    author: str | None
    body: bytes
    has_text: bool


def read_entries(content: bytes, *, url: str, content_type: str = "") -> list[Entry]:
    """Read a feed that came from `url`. Raises MalformedFeedError where it is none.

    An entry with neither text nor link is left out, and so is one told twice.
    """
    parsed = _parse(content, url, content_type)
    _check(parsed, content, url)
    raws = parsed["entries"]
    if _broken(parsed):
        apart = [
            raw
            for piece in pieces(content)
            for raw in _parse(piece, url, content_type)["entries"]
        ]
        raws = max(raws, apart, key=len)
    linked = Counter(_link(raw) for raw in raws)
    shared = {link for link, count in linked.items() if count > 1}
    entries: dict[str, Entry] = {}
    for raw in raws:
        for entry in _read(raw, url, shared):
            entries.setdefault(entry.origin, entry)
    return list(entries.values())


def _parse(content: bytes, url: str, content_type: str) -> Parsed:
    # a tenth of a second: not for those who only read folders
    import feedparser  # noqa: PLC0415 - heavy

    headers = {"content-location": url, "content-type": content_type}
    # a stream, never a string: a string would be opened as a path or fetched as a URL
    return cast("Parsed", feedparser.parse(io.BytesIO(content), response_headers=headers))


def _check(parsed: Parsed, content: bytes, url: str) -> None:
    if parsed["entries"] or (parsed.get("version") and not _broken(parsed)):
        return
    origin = without_secret(url)
    hint = "give the address of the feed itself, not of a page"
    if not content.strip():
        raise MalformedFeedError(f"{origin} is no feed: it is empty")
    if parsed.get("version"):
        raise MalformedFeedError(f"{origin} is a broken feed: {_broken(parsed)}")
    if b"<html" in content[:1024].lower():
        raise MalformedFeedError(f"{origin} is no feed: it is an HTML page", hint=hint)
    reason = _broken(parsed) or "it is neither RSS nor Atom"
    raise MalformedFeedError(f"{origin} is no feed: {reason}", hint=hint)


def _broken(parsed: Parsed) -> str:
    """What the XML parser stumbled over; "" for a wrong label on a sound feed."""
    from xml.sax import SAXException  # noqa: PLC0415 - a type only, nothing is parsed

    error = parsed.get("bozo_exception")
    return str(error).removeprefix("<unknown>:") if isinstance(error, SAXException) else ""


def _read(raw: Raw, url: str, shared: set[str | None]) -> Iterator[Entry]:
    link = _link(raw)
    text = _content(raw)
    origin = link if link and link not in shared else _named(raw, url) or link
    if origin is None or not (text or link):
        return
    title = _string(raw, "title")
    yield Entry(
        origin=origin,
        link=link,
        mark=_mark(raw, text),
        title=title,
        published=_moment(raw),
        author=_string(raw, "author"),
        body=_page(title, text or f"<p>{html.escape(title or '')}</p>"),
        has_text=bool(text),
    )


def _string(raw: Raw, key: str) -> str | None:
    value = raw.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _link(raw: Raw) -> str | None:
    # feedparser has made it absolute
    link = _string(raw, "link") or ""
    return without_secret(link) if is_web_address(link) else None


def _named(raw: Raw, url: str) -> str | None:
    """An address made of what the feed calls the entry, for one without a link of its own."""
    name = _string(raw, "id") or _string(raw, "title")
    if name is None:
        return None
    if is_web_address(name) or name.startswith(("tag:", "urn:")):
        return without_secret(name)
    return f"{without_secret(url)}#{quote(name, safe='')}"


def _content(raw: Raw) -> str:
    """The longest text the feed has of the entry, as HTML."""
    details = [*cast("list[Raw]", raw.get("content", [])), raw.get("summary_detail")]
    texts = [_as_html(cast("Raw", detail)) for detail in details if detail]
    return max(texts, key=len, default="")


def _as_html(detail: Raw) -> str:
    text = _string(detail, "value") or ""
    if detail.get("type") == "text/plain":
        paragraphs = html.escape(text, quote=False).split("\n\n")
        return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
    return text


def _moment(raw: Raw) -> str | None:
    for key in ("published_parsed", "updated_parsed"):
        # asked first, since asking feedparser for a date that is not there can warn
        moment = raw[key] if key in raw else None  # noqa: SIM401
        if isinstance(moment, struct_time):
            try:
                return f"{datetime.fromtimestamp(timegm(moment), UTC):%Y-%m-%dT%H:%M:%SZ}"
            except (ValueError, OverflowError, OSError):
                continue
    return None


def _mark(raw: Raw, text: str) -> str:
    told = [_string(raw, "id"), _string(raw, "title"), _moment(raw), text]
    return hashlib.sha256("\0".join(part or "" for part in told).encode()).hexdigest()


def _page(title: str | None, text: str) -> bytes:
    head = f'<meta charset="utf-8"><title>{html.escape(title or "")}</title>'
    page = (
        f"<!doctype html><html><head>{head}</head><body><article>{text}</article></body></html>"
    )
    return page.encode("utf-8", "replace")
