"""JSON Feed 1.0 and 1.1, item by item."""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from ingestd.errors import UnreadableError
from ingestd.sources.feeds.moments import moment
from ingestd.sources.feeds.told import Telling, Told
from ingestd.sources.feeds.wording import (
    absolute_link,
    as_html,
    is_whole,
    title_of,
    web_link,
)

Item = Mapping[str, object]


def looks_like_json(content: bytes) -> bool:
    """Whether this begins as a JSON object does, in any of the encodings of JSON."""
    return content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"{"


def read_json(content: bytes, *, url: str) -> Telling:
    """Read a feed that came from `url`. Raises UnreadableError where it is none.

    What is no item costs nothing else, and no field its item; an item that breaks the
    notation costs no other.
    """
    feed = _feed(_text(content))
    items = feed.get("items")
    if not isinstance(items, list):
        raise UnreadableError("no feed: it is JSON, but no JSON Feed: it has no list 'items'")
    return Telling(
        entries=[_told(cast("Item", item), url) for item in items if isinstance(item, dict)],
        title=title_of(_string(feed, "title") or "", is_html=False),
        hub=next(_hubs(feed), None),
        topic=web_link(_string(feed, "feed_url")),
    )


def _text(content: bytes) -> str:
    try:
        return content.decode(json.detect_encoding(content))
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")


def _feed(text: str) -> Item:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        items = list(_items_apart(text))
        if not items:
            raise UnreadableError(f"a broken feed: it is no JSON: {error}") from error
        return {"items": items}
    return cast("Item", feed) if isinstance(feed, dict) else {}


def _items_apart(text: str) -> Iterator[object]:
    """The items that can be read of a feed that, as a whole, can't."""
    at = text.find('"items"')
    decoder = json.JSONDecoder()
    while at >= 0 and (at := text.find("{", at)) >= 0:
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
        else:
            yield item


def _told(item: Item, url: str) -> Told:
    marked, plain = _string(item, "content_html"), _string(item, "content_text")
    summary = _string(item, "summary")
    if marked:
        text = as_html(marked, is_html=True)
    else:
        text = as_html(plain or summary or "", is_html=False)
    return Told(
        guid=_string(item, "id"),
        link=_link(item, url),
        title=title_of(_string(item, "title") or "", is_html=False),
        published=_moment(item),
        author=_author(item),
        text=text,
        whole=is_whole(text, is_summary=not (marked or plain)),
    )


def _string(item: Item, key: str) -> str | None:
    value = item.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)  # ids are, at times
    return value.strip() or None if isinstance(value, str) else None


def _link(item: Item, url: str) -> str | None:
    told = _string(item, "url") or _string(item, "external_url")
    return absolute_link(told, url)


def _moment(item: Item) -> str | None:
    told = (_string(item, key) for key in ("date_published", "date_modified"))
    return next((found for found in map(moment, filter(None, told)) if found), None)


def _author(item: Item) -> str | None:
    told = item.get("authors") or [item.get("author")]
    people = told if isinstance(told, list) else [told]
    names = (_string(person, "name") for person in people if isinstance(person, dict))
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _hubs(feed: Item) -> Iterator[str]:
    hubs = feed.get("hubs")
    for hub in hubs if isinstance(hubs, list) else []:
        if isinstance(hub, dict) and str(hub.get("type")).lower() == "websub":
            link = web_link(_string(hub, "url"))
            if link:
                yield link
