"""What systems say, and what people are told."""

import errno
import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingestd.errors import (
    DeviceFailedError,
    StorageFullError,
    StoreError,
    StoreUnavailableError,
)
from ingestd.store import faults


@pytest.mark.parametrize(
    ("number", "kind", "message"),
    [
        (errno.ENOSPC, StorageFullError, "no room is left to write blobs/ab"),
        (errno.EDQUOT, StorageFullError, "no room is left to write blobs/ab"),
        (errno.EFBIG, StorageFullError, "no room is left to write blobs/ab"),
        (errno.EROFS, StoreUnavailableError, "blobs/ab lies on read-only media"),
        (errno.EACCES, StoreUnavailableError, "blobs/ab: Permission denied"),
        (
            errno.EIO,
            DeviceFailedError,
            "the device failed to keep blobs/ab: input/output error",
        ),
    ],
    ids=lambda value: errno.errorcode.get(value) if isinstance(value, int) else None,
)
def test_a_file_systems_refusal_is_told_with_a_remedy(
    number: int, kind: type[StoreError], message: str
) -> None:
    told = faults.of_file(OSError(number, os.strerror(number)), Path("blobs/ab"))

    assert (type(told), str(told)) == (kind, message)
    assert told.hint
    assert told.retryable is (kind is not DeviceFailedError)


@pytest.mark.parametrize(
    ("said", "kind", "message"),
    [
        ("database or disk is full", StorageFullError, "no room is left to write db"),
        (
            'could not extend file "base/1": No space left on device\nHINT: …',
            StorageFullError,
            "no room is left to write db",
        ),
        (
            "attempt to write a readonly database",
            StoreUnavailableError,
            "db: attempt to write a readonly database",
        ),
        (
            "cannot execute INSERT in a read-only transaction",
            StoreUnavailableError,
            "db: cannot execute INSERT in a read-only transaction",
        ),
        ("database is locked", StoreUnavailableError, "db: database is locked"),
        ("first line\nsecond", StoreUnavailableError, "db: first line"),
        ("", StoreUnavailableError, "db: OSError"),
    ],
)
def test_a_databases_refusal_is_told_with_a_remedy(
    said: str, kind: type[StoreError], message: str
) -> None:
    refusal = sa.exc.OperationalError("SELECT 1", None, OSError(said))

    told = faults.of_database(refusal, "db")

    assert (type(told), str(told)) == (kind, message)
    assert told.hint


@pytest.mark.parametrize(
    ("name", "value"),
    [("sqlite_errorname", "SQLITE_IOERR_FSYNC"), ("sqlstate", "58030")],
)
def test_a_device_that_did_not_keep_a_commit_is_not_asked_again(name: str, value: str) -> None:
    said = OSError("disk I/O error")
    setattr(said, name, value)

    told = faults.of_database(sa.exc.OperationalError("COMMIT", None, said), "db")

    assert (type(told), told.retryable, told.exit_code) == (DeviceFailedError, False, 74)
    assert str(told) == "the device failed to keep db: disk I/O error"
