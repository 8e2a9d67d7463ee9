"""What an OPML file lists. Run in a child: it is a stranger's file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from ingestd.confinement.task import Task
from ingestd.errors import UnreadableError
from ingestd.fetching.web_address import without_secret
from ingestd.sources.opml.outline import Attributes, Feed

if TYPE_CHECKING:
    from lxml import etree

MOST_BYTES = 8 * 2**20
DEEPEST = 32
HINT = "export the list of feeds once more, as OPML"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The feeds of a file in their order, and the number of outlines that are no feeds."""

    feeds: list[Feed]
    others: int


def read_opml(content: bytes) -> Listed:
    """Read a list; raises UnreadableError for what is none.

    No user or password is kept, but in the address of a feed itself.
    """
    from lxml import etree  # noqa: PLC0415 - in a child alone

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"it is no OPML: {_said(error)}", hint=HINT) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("it declares entities", hint=HINT)
    if root.tag != "opml":
        raise UnreadableError(
            f"it is no OPML: it begins with <{str(root.tag)[:40]}>", hint=HINT
        )
    found = list(_found(root))
    feeds = [feed for feed in found if feed.url]
    return Listed(feeds=feeds, others=len(found) - len(feeds))


READ_OPML: Task[bytes, Listed] = Task(f"{__name__}:read_opml", bytes, Listed)


def _found(root: "etree._Element") -> Iterator[Feed]:
    """Every outline that is no folder; without an address where it is no feed."""
    waiting: list[tuple[etree._Element, tuple[Attributes, ...]]] = [
        (outline, ()) for outline in reversed(list(root.iterfind("body/outline")))
    ]
    while waiting:
        outline, folders = waiting.pop()
        inner = list(outline.iterfind("outline"))
        attributes = {str(name): str(value) for name, value in outline.attrib.items()}
        url = attributes.pop("xmlUrl", "").strip()
        attributes = {name: without_secret(value) for name, value in attributes.items()}
        if url or not inner:
            yield Feed(url=url, attributes=attributes, folders=folders)
        around = folders if url else (*folders, _named(attributes))
        if inner and len(around) > DEEPEST:
            raise UnreadableError(f"its folders are over {DEEPEST} deep", hint=HINT)
        waiting += [(one, around) for one in reversed(inner)]


def _named(attributes: Attributes) -> Attributes:
    """A folder has a text, by which people know it."""
    text = attributes.get("text", "").strip() or attributes.get("title", "").strip()
    return attributes | {"text": text or "?"}


def _said(error: Exception) -> str:
    return str(error).partition(", line")[0][:200]
