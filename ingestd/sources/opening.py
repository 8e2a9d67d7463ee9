"""Opening a file in a folder that others write to, without being led astray."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ingestd.errors import FetchError, TooLargeError, UnreadableError, VanishedError

INSIDE = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC
# without O_NONBLOCK, opening a FIFO waits for whoever writes to it
DOCUMENT = INSIDE | os.O_NONBLOCK
NO_DOCUMENT = {
    errno.ELOOP: "it is a symbolic link",
    errno.ENXIO: "it is not a file",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
}
GONE = {errno.ENOENT, errno.ENOTDIR}


def read_document(
    folder: Path, name: Path, *, limit: int, seen: os.stat_result | None = None
) -> bytes:
    """Read the file `name` below `folder`, at most `limit` bytes.

    No link is followed on the way from the folder to the file, and nothing but a plain file
    is read. Raises UnreadableError or TooLargeError where the file is at fault, VanishedError
    where it is gone, or is not as it was `seen`, FetchError where the medium fails.
    """
    try:
        with _opened(folder, name) as descriptor:
            _refuse_other(folder / name, descriptor, seen)
            content = _read(descriptor, limit)
            _refuse_other(folder / name, descriptor, seen)
            return content
    except OSError as error:
        raise _explained(folder / name, error) from error


def open_document(folder: Path, name: Path, *, seen: os.stat_result | None = None) -> BinaryIO:
    """Open the file `name` below `folder` as safely as `read_document` does, to be read in parts."""
    try:
        with _opened(folder, name) as descriptor:
            _refuse_other(folder / name, descriptor, seen)
            _refuse_no_file(os.fstat(descriptor))
            return os.fdopen(os.dup(descriptor), "rb")
    except OSError as error:
        raise _explained(folder / name, error) from error


def _refuse_other(path: Path, descriptor: int, seen: os.stat_result | None) -> None:
    """Somebody writes it, or has put another in its place: it is found again in a later look."""
    now = os.fstat(descriptor)
    if seen is not None and (now.st_ino, now.st_size, now.st_mtime_ns) != (
        seen.st_ino,
        seen.st_size,
        seen.st_mtime_ns,
    ):
        raise VanishedError(path.as_uri(), "it has changed since it was seen")


def _refuse_no_file(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("it is not a file", hint="only plain files are read")


@contextmanager
def _opened(folder: Path, name: Path) -> Iterator[int]:
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in name.parent.parts:
            inner = os.open(part, INSIDE | os.O_DIRECTORY, dir_fd=held)
            os.close(held)
            held = inner
        descriptor = os.open(name.name, DOCUMENT, dir_fd=held)
        os.close(held)
        held = descriptor
        yield descriptor
    finally:
        os.close(held)


def _read(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    _refuse_no_file(status)
    if status.st_size > limit:
        raise TooLargeError(status.st_size, limit)
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise TooLargeError(len(content), limit)
    return content


def _explained(path: Path, error: OSError) -> UnreadableError | FetchError:
    if reason := NO_DOCUMENT.get(error.errno or 0):
        hint = "let the user that ingestd runs as read it" if "denied" in reason else None
        return UnreadableError(reason, hint=hint)
    if error.errno in GONE:
        return VanishedError(path.as_uri(), "it is not there any more")
    return FetchError(path.as_uri(), os.strerror(error.errno or errno.EIO).lower())
