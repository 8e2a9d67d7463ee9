"""Feeds of an OPML file as tables of the configuration, and back."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from ingestd.config.tables import NAME, RESERVED, SourceTable
from ingestd.fetching.web_address import without_secret
from ingestd.sources.opml.outline import Attributes, Feed, attributes_of

LONGEST = 48
BARE = re.compile(r"[A-Za-z0-9_-]+")
HEAD = "#:schema ../ingestd.schema.json\n\n# Imported from {name}.\n"


def named(feeds: Iterable[Feed], taken: Collection[str]) -> Iterator[tuple[str, Feed]]:
    """Give each feed a name that no other source has, made of its title."""
    known = {RESERVED, *taken}
    for feed in feeds:
        name = free_name(_slug(feed), known)
        known.add(name)
        yield name, feed


def free_name(wish: str, taken: Collection[str]) -> str:
    """The wish, or the first of `wish-2`, `wish-3`, … that is free."""
    number, name = 1, wish
    while name in taken:
        number += 1
        name = f"{wish}-{number}"
    return name


def slug(text: str) -> str:
    """A text as a name: small letters and digits without accents, the rest is `-`."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    plain = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")


def table_of(name: str, feed: Feed, *, folder: Path, file: str) -> SourceTable:
    """The table that a feed becomes."""
    options: dict[str, object] = {"url": feed.url}
    if feed.folders:
        options["folder"] = [_shortened(one) for one in feed.folders]
    if feed.attributes:
        options["opml"] = feed.attributes
    return SourceTable(name=name, kind="feed", options=options, file=file, folder=folder)


def feed_of(table: SourceTable) -> Feed:
    """The feed that a checked table of kind "feed" tells of, without user and password."""
    folders = msgspec.convert(table.options.get("folder", ()), tuple[str | Attributes, ...])
    attributes = msgspec.convert(table.options.get("opml", {}), Attributes)
    return Feed(
        url=without_secret(str(table.options["url"])),
        attributes={"text": table.name} | attributes,
        folders=tuple(attributes_of(one) for one in folders),
    )


def written(tables: Iterable[SourceTable], *, name: str) -> str:
    """The text of a file that holds these tables."""
    return HEAD.format(name=json.dumps(name, ensure_ascii=True)) + "".join(
        f"\n[[source]]\n{''.join(_lines(table))}" for table in tables
    )


def _lines(table: SourceTable) -> Iterator[str]:
    for key, value in {"name": table.name, "kind": table.kind, **table.options}.items():
        yield f"{key} = {_toml(value)}\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        pairs = (f"{_key(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    # JSON's escapes are TOML's too, but for one character that JSON lets stand
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _toml(key)


def _shortened(folder: Attributes) -> str | Attributes:
    return folder["text"] if folder.keys() == {"text"} else folder


def _slug(feed: Feed) -> str:
    title = feed.attributes.get("title") or feed.attributes.get("text") or ""
    wish = slug(title)
    # of a title in another script at most a digit is left
    if sum(map(str.isascii, title)) * 2 < len(title) or not NAME.fullmatch(wish):
        wish = slug(_host(feed.url))
    return wish or "feed"


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
