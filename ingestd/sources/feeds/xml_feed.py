"""RSS, RDF and Atom in all their versions, as feedparser understands them."""

import io
import re
from collections.abc import Iterable, Mapping
from typing import cast

from ingestd.errors import UnreadableError
from ingestd.sources.feeds.moments import moment
from ingestd.sources.feeds.pieces import pieces
from ingestd.sources.feeds.plain_rss import read_plain
from ingestd.sources.feeds.preparing import prepared
from ingestd.sources.feeds.raw import Parsed, Raw
from ingestd.sources.feeds.told import Telling, Told
from ingestd.sources.feeds.wording import (
    absolute_link,
    as_html,
    is_whole,
    title_of,
    web_link,
)

HINT = "give the address of the feed itself, not of a page"
PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8_760}
_MARKUP = {"text/html", "application/xhtml+xml"}
_ENDED = re.compile(rb"</(?:rss|feed|rdf:RDF)\s*>\s*\Z", re.IGNORECASE)
_REACH = 1_024
_FIGURE = re.compile(r"\s*\d{1,9}(?:\.\d{1,9})?\s*")


def read_xml(content: bytes, *, url: str, content_type: str = "") -> Telling:
    """Read a feed that came from `url`. Raises UnreadableError where it is none."""
    content, content_type = prepared(content, content_type)
    parsed = read_plain(content, content_type) or parsed_by_feedparser(content, content_type)
    if _broken(parsed):
        apart = [
            raw
            for piece in pieces(content)
            for raw in parsed_by_feedparser(piece, content_type)["entries"]
        ]
        # one broken entry confuses the reading of its neighbours
        if len(apart) >= len(parsed["entries"]):
            parsed["entries"] = apart
    _check(parsed, content)
    return telling_of(parsed, url=url)


def telling_of(parsed: Parsed, *, url: str) -> Telling:
    """Put what feedparser says, or what stands for it, into our words."""
    feed = parsed["feed"]
    return Telling(
        entries=[_told(raw, url) for raw in parsed["entries"]],
        title=title_of(_string(feed, "title") or "", is_html=_is_html(feed, "title_detail")),
        ttl=_ttl(feed),
        hub=_linked(feed, "hub", url),
        topic=_linked(feed, "self", url),
    )


def parsed_by_feedparser(content: bytes, content_type: str) -> Parsed:
    """What feedparser makes of prepared bytes; where it fails, why."""
    from xml.sax import SAXException  # noqa: PLC0415 - a type only, nothing is parsed

    # a tenth of a second: not for those who only read folders
    import feedparser  # noqa: PLC0415 - heavy

    # a stream, never a string: a string would be opened as a path or fetched as a URL; not
    # told where it is from, since it would make addresses of guids; what a text holds is
    # judged where it is parsed, not here
    try:
        parsed = feedparser.parse(
            io.BytesIO(content),
            response_headers={"content-type": content_type},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - of a library that met strangers' bytes
        return Parsed(entries=[], feed={}, bozo_exception=SAXException(str(error)))
    return cast("Parsed", parsed)


def _check(parsed: Parsed, content: bytes) -> None:
    is_complete = not _broken(parsed) or _ENDED.search(content[-_REACH:])
    if parsed["entries"] or (parsed.get("version") and is_complete):
        return
    if parsed.get("version"):
        raise UnreadableError(f"a broken feed: {_broken(parsed)}")
    if b"<html" in content[:1024].lower():
        raise UnreadableError("no feed: it is an HTML page", hint=HINT)
    reason = _broken(parsed) or "it is neither RSS nor Atom nor JSON Feed"
    raise UnreadableError(f"no feed: {reason}", hint=HINT)


def _broken(parsed: Parsed) -> str:
    """What the XML parser stumbled over; "" for a wrong label on a sound feed."""
    from xml.sax import SAXException  # noqa: PLC0415 - a type only, nothing is parsed

    error = parsed.get("bozo_exception")
    return str(error).removeprefix("<unknown>:") if isinstance(error, SAXException) else ""


def _told(raw: Raw, url: str) -> Told:
    text, whole = _text(raw)
    return Told(
        guid=_string(raw, "id"),
        link=_link(raw, url),
        title=title_of(_string(raw, "title") or "", is_html=_is_html(raw, "title_detail")),
        published=_moment(raw),
        author=_author(raw),
        text=text,
        whole=whole,
    )


def _link(raw: Raw, url: str) -> str | None:
    original = web_link(_string(raw, "feedburner_origlink"))
    if original:
        return original
    link = _string(raw, "link")
    # a guid may stand in for the link, if it is one
    base = "" if _get(raw, "guidislink") and link == _string(raw, "id") else url
    # feedparser takes for the link only what is said to be a page
    return absolute_link(link, base) or _linked(raw, "alternate", url)


def _get(raw: Raw, key: str) -> object:
    # feedparser's own lookup answers with other keys, and may warn of it
    return dict.get(cast("dict[str, object]", raw), key)


def _string(raw: Raw, key: str) -> str | None:
    value = _get(raw, key)
    return value.strip() or None if isinstance(value, str) else None


def _is_html(raw: Raw, key: str) -> bool:
    detail = _get(raw, key)
    return isinstance(detail, Mapping) and _get(detail, "type") in _MARKUP


def _text(raw: Raw) -> tuple[str, bool]:
    """The longest text the feed has of the entry, as HTML, and whether it is all of it."""
    contents = [(_as_html(detail), False) for detail in _details(raw, "content")]
    summaries = [(_as_html(detail), True) for detail in _details(raw, "summary_detail")]
    text, is_summary = max(
        [*contents, *summaries], key=lambda told: len(told[0]), default=("", True)
    )
    # a feed that tells a summary twice has no article
    is_summary = is_summary or any(text == summary for summary, _ in summaries)
    return text, is_whole(text, is_summary=is_summary)


def _details(raw: Raw, key: str) -> Iterable[Raw]:
    told = _get(raw, key) or []
    return cast("list[Raw]", told if isinstance(told, list) else [told])


def _as_html(detail: Raw) -> str:
    value = _string(detail, "value") or ""
    return as_html(value, is_html=_get(detail, "type") != "text/plain")


def _moment(raw: Raw) -> str | None:
    told = (_string(raw, key) for key in ("published", "updated", "created"))
    return next((found for found in map(moment, filter(None, told)) if found), None)


def _author(raw: Raw) -> str | None:
    names = [name for one in _details(raw, "authors") if (name := _string(one, "name"))]
    told = ", ".join(dict.fromkeys(names)) or _string(raw, "author") or ""
    return title_of(told, is_html=False)


def _linked(feed: Raw, rel: str, url: str) -> str | None:
    told = [link for link in _details(feed, "links") if _get(link, "rel") == rel]
    links = (absolute_link(_string(link, "href"), url) for link in told)
    return next(filter(None, links), None)


def _ttl(feed: Raw) -> float | None:
    """For how many seconds the feed says that it stays as it is."""
    minutes = _figure(_string(feed, "ttl"))
    if minutes is not None:
        return minutes * 60
    hours = PERIODS.get((_string(feed, "sy_updateperiod") or "").lower())
    if hours is None:
        return None
    return hours * 3_600 / max(_figure(_string(feed, "sy_updatefrequency")) or 1, 1)


def _figure(text: str | None) -> float | None:
    return float(text) if text and _FIGURE.fullmatch(text) else None
