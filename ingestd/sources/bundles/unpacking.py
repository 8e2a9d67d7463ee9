"""A stream of what was packed by gzip, bzip2 or xz, read as far as somebody asks."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

from ingestd.errors import UnreadableError
from ingestd.sources.bundles.caps import Allowance

_PIECE = 2**16
_DICTIONARY = 2**27
"""Bytes of memory that an xz may ask for."""


class _Unpacker(Protocol):
    """What bz2 and lzma offer."""

    @property
    def eof(self) -> bool:
        """Whether this part is at its end."""

    @property
    def unused_data(self) -> bytes:
        """What came behind the end."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes without further input."""

    def decompress(self, packed: bytes, max_length: int) -> bytes:
        """Unpack some, at most so many bytes."""


class _Deflated:
    """zlib's, in the shape of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)
        self._waiting = b""

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._waiting

    def decompress(self, packed: bytes, max_length: int) -> bytes:
        piece = self._inner.decompress(self._waiting + packed, max_length)
        self._waiting = self._inner.unconsumed_tail
        return piece


def _xz() -> _Unpacker:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_DICTIONARY)


_PACKED: tuple[tuple[bytes, Callable[[], _Unpacker]], ...] = (
    (b"\x1f\x8b", _Deflated),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", _xz),
)
_LONGEST = 6
_SUFFIXES = (".gz", ".bz2", ".xz")
_SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar"}


def unpacked(packed: BinaryIO, allowance: Allowance) -> io.BufferedReader:
    """The file as it is, or what is packed in it. Reading raises UnreadableError."""
    maker = _maker(packed.read(_LONGEST))
    packed.seek(0)
    if maker is None:
        # whatever reads and can be sought in will do
        return io.BufferedReader(cast("io.RawIOBase", packed), _PIECE)
    return io.BufferedReader(_Unpacked(packed, maker, allowance), _PIECE)


def beginning(head: bytes, size: int) -> bytes | None:
    """The first bytes of what is packed in a file that begins so; None where nothing is."""
    maker = _maker(head)
    if maker is None:
        return None
    file = _Unpacked(io.BytesIO(head), maker, Allowance())
    try:
        return file.read(size) or b""
    except UnreadableError:
        return b""


def inner_name(name: str) -> str:
    """What a packed file is called inside: a.tar.gz is a.tar, a.tgz too."""
    stem, dot, suffix = name.rpartition(".")
    if dot + suffix.lower() in _SUFFIXES:
        return stem
    return stem + _SHORT[dot + suffix.lower()] if dot + suffix.lower() in _SHORT else name


def _maker(head: bytes) -> Callable[[], _Unpacker] | None:
    return next((maker for magic, maker in _PACKED if head.startswith(magic)), None)


class _Unpacked(io.RawIOBase):
    def __init__(
        self, packed: BinaryIO, maker: Callable[[], _Unpacker], allowance: Allowance
    ) -> None:
        self._packed = packed
        self._maker = maker
        self._unpacker = maker()
        self._allowance = allowance
        self._came = 0
        self._gone = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]  # what BufferedReader gives
        piece = self._next(len(buffer))
        buffer[: len(piece)] = piece
        self._gone += len(piece)
        self._allowance.check_growth(self._came, self._gone)
        return len(piece)

    def close(self) -> None:
        self._packed.close()
        super().close()

    def _next(self, size: int) -> bytes:
        """Some bytes; none at the end of the last part."""
        while True:
            given = self._input()
            if given is None:
                return b""
            try:
                piece = self._unpacker.decompress(given, size)
            except (zlib.error, lzma.LZMAError, OSError, EOFError) as error:
                raise UnreadableError(
                    "what is packed in it is damaged",
                    hint="fetch it again; what came before this point was taken in",
                ) from error
            if piece:
                return piece

    def _input(self) -> bytes | None:
        """What to feed next; None where the file ends between two parts."""
        if self._unpacker.eof:
            rest = self._unpacker.unused_data.lstrip(b"\x00") or self._read()
            if not rest.lstrip(b"\x00"):
                return None
            self._unpacker = self._maker()
            return rest
        if not self._unpacker.needs_input:
            return b""
        if piece := self._read():
            return piece
        raise UnreadableError(
            "it is cut off: the rest of what is packed in it is missing",
            hint="fetch it again; what came before this point was taken in",
        )

    def _read(self) -> bytes:
        piece = self._packed.read(_PIECE)
        self._came += len(piece)
        return piece
