"""Turns what databases and file systems say into errors with a remedy."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from ingestd.errors import (
    ConflictError,
    DamagedStoreError,
    DeviceFailedError,
    StorageFullError,
    StoreError,
    StoreUnavailableError,
)

_IS_IT_THERE = "is the database there and running?"
_NO_PERMISSION = "give the daemon's user write permission on it, or another data_dir"
_NO_PLACE = "is its folder there, on media that can be written, with room left?"
_REMEDIES = {
    "readonly": _NO_PERMISSION,
    "read-only": _NO_PERMISSION,
    "locked": "another program holds the database; it is tried again",
    "unable to open": _NO_PLACE,
    "disk I/O": _NO_PLACE,
}
_DAMAGED = ("malformed", "not a database", "Could not decode")
_UNKEPT_SQLITE = {"SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC"}
_UNKEPT_POSTGRES = "58030"  # io_error
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def of_file(error: OSError, path: Path) -> StoreError:
    """Say plainly why a file could not be read or written."""
    if error.errno in _FULL:
        return StorageFullError(str(path))
    if error.errno == errno.EIO:
        return DeviceFailedError(str(path), os.strerror(errno.EIO).lower())
    if error.errno == errno.EROFS:
        return StoreUnavailableError(
            f"{path} lies on read-only media",
            hint="point data_dir at a place that can be written",
        )
    return StoreUnavailableError(
        f"{path}: {error.strerror}", hint="check that data_dir exists and may be written"
    )


def of_database(error: sa.exc.DBAPIError, where: str) -> StoreError:
    """Say plainly what a database refused."""
    said = (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0]
    if isinstance(error, sa.exc.IntegrityError):
        return ConflictError(f"{where}: somebody else was first ({said})")
    if "disk is full" in said or "No space left" in said:
        return StorageFullError(where)
    if _is_unkept(error.orig):
        return DeviceFailedError(where, said)
    if any(words in said for words in _DAMAGED):
        return DamagedStoreError(where, said)
    hint = next((hint for words, hint in _REMEDIES.items() if words in said), _IS_IT_THERE)
    return StoreUnavailableError(f"{where}: {said}", hint=hint)


def _is_unkept(refusal: object) -> bool:
    return (
        getattr(refusal, "sqlite_errorname", None) in _UNKEPT_SQLITE
        or getattr(refusal, "sqlstate", None) == _UNKEPT_POSTGRES
    )


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    """Raise StoreError with a remedy where a database fails."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        if isinstance(error, sa.exc.ProgrammingError):
            raise
        raise of_database(error, where) from error
