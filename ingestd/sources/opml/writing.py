"""Feeds as an OPML file."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ingestd.fetching.web_address import without_secret
from ingestd.sources.opml.outline import Feed

if TYPE_CHECKING:
    from lxml import etree

Key = tuple[tuple[tuple[str, str], ...], ...]


def write_opml(feeds: Iterable[Feed], *, title: str) -> bytes:
    """Write OPML 2.0, without any user and password; each folder stands where it is named first."""
    from lxml import etree  # noqa: PLC0415 - seldom needed

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[Key, etree._Element] = {(): body}
    for feed in feeds:
        around = _folder(folders, feed.folders)
        attributes = {"text": feed.url, "type": "rss"} | feed.attributes
        _outline(around, attributes | {"xmlUrl": feed.url})
    written: bytes = etree.tostring(
        root, encoding="utf-8", xml_declaration=True, pretty_print=True
    )
    return written


def _folder(
    folders: "dict[Key, etree._Element]", path: tuple[Mapping[str, str], ...]
) -> "etree._Element":
    key = tuple(tuple(sorted(one.items())) for one in path)
    if key not in folders:
        folders[key] = _outline(_folder(folders, path[:-1]), path[-1])
    return folders[key]


def _outline(around: "etree._Element", attributes: Mapping[str, str]) -> "etree._Element":
    from lxml import etree  # noqa: PLC0415 - seldom needed

    told = {name: without_secret(value) for name, value in attributes.items()}
    return etree.SubElement(around, "outline", told)
