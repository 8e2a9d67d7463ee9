"""What Word and LibreOffice documents have in common: XML files in a zip."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, cast

from ingestd.errors import UnreadableError

_LARGEST = 2**26
_GROWTH = 200
_FREE = 2**20
"""Bytes of one part, how many times it may grow, and below how many bytes nobody asks."""

_ENCRYPTED = 1
_SAVE = "open it in its program and save it again, or export its text"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Element(Protocol):
    """What is used of an element of XML."""

    @property
    def tag(self) -> object:
        """Its name, with its name space in braces; no text for comments."""

    @property
    def text(self) -> str | None:
        """What stands before its first child."""

    @property
    def tail(self) -> str | None:
        """What stands behind its end."""

    def get(self, key: str, default: str) -> str:
        """An attribute."""

    def iter(self, *tags: str) -> "Iterator[Element]":
        """Itself and all below, of these names."""

    def iterancestors(self, *tags: str) -> "Iterator[Element]":
        """What it lies in, the innermost first."""

    def find(self, path: str) -> "Element | None":
        """The first child of a name."""


class Parts:
    """The parts of one document."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._archive.namelist()

    def xml(self, name: str) -> Element:
        """The tree of a part. Raises UnreadableError."""
        from lxml import etree  # noqa: PLC0415 - heavy

        content = self._read(name)
        # entities are not resolved, nothing is fetched, and depth and size have their bounds
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            tree = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableError(f"{name} in it is damaged: {error}", hint=_SAVE) from error
        if tree.getroottree().docinfo.doctype:
            raise UnreadableError(f"{name} in it declares types of its own", hint=_SAVE)
        return cast("Element", tree)

    def _read(self, name: str) -> bytes:
        try:
            info = self._archive.getinfo(name)
        except KeyError as error:
            raise UnreadableError(f"there is no {name} in it", hint=_SAVE) from error
        _check(info)
        with self._archive.open(info) as file:
            return file.read(_LARGEST)


@contextmanager
def opened(body: bytes) -> Iterator[Parts]:
    """Open a document. Raises UnreadableError, inside too, where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            yield Parts(archive)
    except _DAMAGED as error:
        raise UnreadableError(f"the document is damaged: {error}", hint=_SAVE) from error


def string(tree: Element, *tags: str) -> str | None:
    """The text of the first element of one of these names that has any."""
    found = (element.text for element in tree.iter(*tags))
    return next((" ".join(text.split()) for text in found if text and text.strip()), None)


def _check(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("the document is encrypted", hint="save it without a password")
    bomb = info.file_size > max(info.compress_size * _GROWTH, _FREE)
    if bomb or info.file_size > _LARGEST:
        raise UnreadableError(
            f"{info.filename} in it has {info.file_size:,} bytes, which are not read",
            hint=_SAVE,
        )
