"""The members of a zip."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import IO, BinaryIO

from ingestd.errors import DocumentError, TooLargeError, UnreadableError
from ingestd.sources.bundles.caps import Allowance
from ingestd.sources.bundles.members import Member, clean_name, is_aside

_END = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 2**16
_LARGEST_LIST = 2**26
"""Bytes of a list of members; Python holds some ten times as many for it."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 1
_HEAD = 2**16
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)

IsBundle = Callable[[str, bytes], bool]


def zip_members(
    read: Callable[[], BinaryIO], allowance: Allowance, is_bundle: IsBundle
) -> Iterator[Member]:
    """Give every file in a zip, those that cannot be read with the reason.

    Raises UnreadableError where it is none.
    """
    with read() as file:
        _check_list(file)
        with _opened(file) as archive:
            for info in archive.infolist():
                if not info.is_dir() and not is_aside(info.filename):
                    member = _member(archive, info, allowance, is_bundle)
                    again = partial(_again, read, info)
                    yield replace(member, again=again) if member.held_in_part else member


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance, is_bundle: IsBundle
) -> Member:
    name = clean_name(info.filename)
    try:
        _check(info, allowance)
        with archive.open(info) as file:
            content = file.read(_HEAD)
            if is_bundle(name, content):
                return Member(name=name, content=content, held_in_part=True)
            return Member(name=name, content=content + _rest(file, info, allowance))
    except DocumentError as error:
        return Member(name=name, error=error)
    except _DAMAGED as error:
        return Member(name=name, error=_damaged(error))


def _rest(file: IO[bytes], info: zipfile.ZipInfo, allowance: Allowance) -> bytes:
    limit = allowance.caps.document
    if info.file_size > limit:
        raise TooLargeError(info.file_size, limit)
    allowance.take(info.file_size)
    return file.read(limit)


def _check(info: zipfile.ZipInfo, allowance: Allowance) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("it is encrypted", hint="unpack it with its password")
    if info.compress_type not in _METHODS:
        raise UnreadableError(
            f"it is packed by method {info.compress_type}, which is not read",
            hint="pack it anew in the usual way (deflate)",
        )
    allowance.check_growth(info.compress_size, info.file_size)


class _Inner(io.RawIOBase):
    """A member as a file of its own, which closes the archive with it."""

    def __init__(self, archive: BinaryIO, member: IO[bytes]) -> None:
        self._archive = archive
        self._member = member

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return self._member.seek(place, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader gives
        try:
            piece = self._member.read(len(buffer))
        except _DAMAGED as error:
            raise _damaged(error) from error
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._member.close()
        self._archive.close()
        super().close()


def _again(read: Callable[[], BinaryIO], info: zipfile.ZipInfo) -> BinaryIO:
    file = read()
    try:
        member = _opened(file).open(info)
    except UnreadableError:
        file.close()
        raise
    return io.BufferedReader(_Inner(file, member))


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _DAMAGED as error:
        raise _damaged(error) from error


def _check_list(file: BinaryIO) -> None:
    """Refuse a list of members so long that reading it would take all memory."""
    size = file.seek(0, 2)
    file.seek(max(size - _END.size - _LONGEST_COMMENT, 0))
    tail = file.read()
    found = tail.rfind(b"PK\x05\x06")
    if 0 <= found <= len(tail) - _END.size:
        listed = _END.unpack_from(tail, found)[5]
        # all ones: the true size stands elsewhere, and is beyond any bound
        if min(listed, size) > _LARGEST_LIST:
            raise UnreadableError("its list of members is too long", hint="split it")
    file.seek(0)


def _damaged(error: BaseException) -> UnreadableError:
    return UnreadableError(f"the zip is damaged: {error}", hint="fetch it, or pack it, again")
