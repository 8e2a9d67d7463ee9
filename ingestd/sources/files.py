"""What a file is offered as: a document, or something that holds documents."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ingestd.errors import FetchError, UnreadableError
from ingestd.events.media_types import sniff
from ingestd.sources.bundles.kinds import HEAD, kind_of, unread
from ingestd.sources.bundles.opening import Reading, open_bundle
from ingestd.sources.found import Body, Bundle, Found
from ingestd.sources.opening import open_document, read_document

DOCUMENTS = (".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".eml")
BUNDLES = (
    ".mbox", ".json", ".jsonl", ".csv", ".tsv", ".warc", ".warc.gz", ".zip", ".tar", ".tar.gz", ".tgz", ".gz",
)  # fmt: skip
"""Endings of names; a name that ends otherwise is told by what is in the file."""
OTHER_NAME = "give it the ending of what it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that has settled: `content` reads all of it, `begin` opens it."""

    origin: str
    name: str
    mark: str | None
    content: Callable[[], bytes]
    begin: Callable[[], BinaryIO]

    def offered(self, reading: Reading) -> Found | Bundle:
        """Offer it; raises nothing: what is wrong with it is told when it is loaded."""
        name = self.name.lower()
        if name.endswith(DOCUMENTS) or not (name.endswith(BUNDLES) or self._is_bundle()):
            return Found(origin=self.origin, mark=self.mark, load=partial(_load, self))
        opened = partial(_members, self, reading)
        return Bundle(origin=self.origin, mark=self.mark, open=opened)

    def head(self) -> bytes:
        """Its first bytes."""
        with self.begin() as file:
            return file.read(HEAD)

    def _is_bundle(self) -> bool:
        try:
            return kind_of(self.name, self.head()) not in {"document", None}
        except (UnreadableError, FetchError, OSError):
            return False  # loading it will fail, and say why


def _load(file: File) -> Body:
    content = file.content()
    match kind_of(file.name, content[:HEAD]):
        case "document":
            return Body(content=content, media_type=sniff(content, file.name))
        case None:
            raise unread(file.name, content)
        case kind:
            raise UnreadableError(f"it is a {kind}, but not called one", hint=OTHER_NAME)


def _members(file: File, reading: Reading) -> Iterator[Found | Bundle]:
    head = file.head()
    kind = kind_of(file.name, head)
    if kind is None:
        raise unread(file.name, head)
    if kind == "document":
        told = sniff(head, file.name)
        raise UnreadableError(f"it is {told}, but not called so", hint=OTHER_NAME)
    yield from open_bundle(file.origin, kind, file.begin, reading)


def file_at(
    folder: Path,
    name: str,
    *,
    origin: str,
    mark: str | None,
    limit: int,
    seen: os.stat_result | None,
) -> File:
    """The file of this name below a folder, read and opened as safely as can be.

    Of many no more is made than this: most are not loaded, since their mark is known.
    """
    return File(
        origin=origin,
        name=name.rpartition("/")[2],
        mark=mark,
        content=lambda: read_document(folder, Path(name), limit=limit, seen=seen),
        begin=lambda: open_document(folder, Path(name), seen=seen),
    )
