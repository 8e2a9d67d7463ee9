"""Originals and texts, by the SHA-256 of their content, wherever they are kept."""

import re
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from ingestd.errors import LostBlobError
from ingestd.events.ids import Digest, digest

MISSING = "is missing"
DAMAGED = "is damaged: its content is not what its name says"
NAME = re.compile(r"[0-9a-f]{64}")


class Kept(NamedTuple):
    """A stored blob: its digest, when it was last written, its bytes as stored."""

    name: Digest
    written: datetime
    size: int


class Blobs(ABC):
    """Compressed pieces `ab/abcdef…`, each written whole or not at all, and never changed.

    Every method raises StoreError where there is no way to the place they are kept.
    """

    def put(self, content: bytes) -> Digest:
        """Keep the content durably and return its digest; keeping twice is keeping once.

        A damaged piece of that name is made whole. What is put counts as written now, so that
        whoever collects old pieces that no event names leaves it alone.
        """
        name = digest(content)
        if not self._renew(name):
            self._write(name, pack(content))
        return name

    def put_all(
        self,
        contents: Iterable[bytes],
        *,
        packed: Mapping[Digest, bytes] = MappingProxyType({}),  # noqa: ARG002 - a help, no duty
    ) -> None:
        """Keep many at once, as durably: all of them, once this returns.

        `packed` is what `zlib.compress` has made of some of them already.
        """
        for content in contents:
            self.put(content)

    def get(self, name: Digest) -> bytes:
        """Return the content; LostBlobError where it is missing or not what it was."""
        packed = self._read(name)
        if packed is None:
            raise self._lost(name, MISSING)
        content = unpacked(packed, name)
        if content is None:
            raise self._lost(name, DAMAGED)
        return content

    def text(self, name: Digest) -> str:
        """Return a kept text."""
        return self.get(name).decode()

    @abstractmethod
    def has(self, name: Digest) -> bool:
        """Whether there is a piece of this name, whole or not."""

    @abstractmethod
    def names(self) -> Iterator[Kept]:
        """Every stored piece, in the order of digests; others may be putting meanwhile."""

    @abstractmethod
    def remove(self, name: Digest) -> None:
        """Delete the piece, durably; nothing happens where there is none."""

    @abstractmethod
    def sweep(self, before: datetime) -> int:
        """Delete what writes that were broken off before then have left; say how many."""

    @abstractmethod
    def _renew(self, name: Digest) -> bool:
        """Whether the piece is known to be whole and counts as written now."""

    @abstractmethod
    def _read(self, name: Digest) -> bytes | None:
        """Return what was written; None where there is nothing."""

    @abstractmethod
    def _write(self, name: Digest, packed: bytes) -> None:
        """Store it: durable, and whole for every reader, once this returns."""

    @abstractmethod
    def _place(self, name: Digest) -> str:
        """Where a person finds the piece."""

    def _lost(self, name: Digest, what: str) -> LostBlobError:
        return LostBlobError(
            f"{self._place(name)} {what}", hint="bring the file back from a backup"
        )


def pack(content: bytes, packed: bytes | None = None) -> bytes:
    """The content as it is stored; `packed`, made elsewhere, where its sum is the content's."""
    if packed is not None and packed[-4:] == zlib.adler32(content).to_bytes(4, "big"):
        return packed
    return zlib.compress(content)


def unpacked(packed: bytes, name: Digest) -> bytes | None:
    """Return the content of this name; None where it is damaged."""
    try:
        content = zlib.decompress(packed)
    except zlib.error:
        return None
    return content if digest(content) == name else None
