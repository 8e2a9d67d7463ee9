"""The members of a tar, read once from its beginning to its end."""

import io
import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from ingestd.errors import TooLargeError, UnreadableError
from ingestd.sources.bundles.caps import Allowance
from ingestd.sources.bundles.members import Member, clean_name, is_aside

_PIECE = 2**16
_LONGEST_HEADER = 2**20


def tar_members(file: BinaryIO, allowance: Allowance) -> Iterator[Member]:
    """Give every plain file in a tar. Raises UnreadableError where it is none, or is cut off.

    Links, devices and holes are passed over: there is nothing of their own in them.
    """
    forward = _Forward(file, limit=max(allowance.caps.document, _LONGEST_HEADER))
    try:
        with tarfile.open(fileobj=cast("BinaryIO", forward), mode="r:") as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # else it remembers all of them
                if info.isreg() and not info.issparse() and not is_aside(info.name):
                    yield _member(archive, info, allowance)
    except (tarfile.TarError, EOFError, ValueError, OSError) as error:
        raise UnreadableError(
            f"the tar is damaged or cut off: {error}",
            hint="fetch it again; what came before this point was taken in",
        ) from error


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, allowance: Allowance) -> Member:
    limit = allowance.caps.document
    if info.size > limit:
        return Member(name=clean_name(info.name), error=TooLargeError(info.size, limit))
    allowance.take(info.size)
    file = archive.extractfile(info)
    return Member(name=clean_name(info.name), content=file.read() if file else b"")


class _Forward(io.RawIOBase):
    """A stream as tarfile wants it: going back is never needed, going on is reading."""

    def __init__(self, file: BinaryIO, *, limit: int) -> None:
        self._file = file
        self._limit = limit
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= self._limit:
            raise UnreadableError(
                "a header in the tar is too long", hint="pack it again; it may be made to stall"
            )
        piece = self._file.read(size)
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        return self._at

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or place < self._at:
            raise ValueError("a tar is read from its beginning to its end")
        while self._at < place and self.read(min(place - self._at, _PIECE)):
            pass
        return self._at
