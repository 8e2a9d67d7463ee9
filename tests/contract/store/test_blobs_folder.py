"""What only files in a folder can meet: full disks, folders that are gone, writes broken off."""

import ctypes
import errno
import os
import random
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.errors import StorageFullError, StoreUnavailableError
from ingestd.events.ids import digest
from ingestd.store.blobs import Blobs
from ingestd.store.blobs_folder import FEW, FolderBlobs
from ingestd.store.durable_files import can_sync_all, check, write_all
from ingestd.store.small_blobs import LARGEST

LONG_AGO = datetime(2021, 11, 11, 9, tzinfo=UTC)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow beyond a page, as if no room were left."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def date(path: Path, when: datetime) -> None:
    os.utime(path, (when.timestamp(), when.timestamp()))


@given(content=some.binary(max_size=2000))
def test_any_content_comes_back(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    blobs = FolderBlobs(tmp_path_factory.mktemp("blobs"))

    assert blobs.get(blobs.put(content)) == content


def test_what_is_put_again_counts_as_written_now(blobs: Blobs, tmp_path: Path) -> None:
    blobs.put(b"content")
    [path] = files(tmp_path)
    date(path, LONG_AGO)
    [before] = blobs.names()

    blobs.put(b"content")

    [after] = blobs.names()
    assert before.written == LONG_AGO
    assert after.written > LONG_AGO + timedelta(days=1)


def test_what_a_broken_off_write_has_left_is_swept_when_it_is_old(
    blobs: Blobs, tmp_path: Path
) -> None:
    name = blobs.put(b"content")
    [path] = files(tmp_path)
    for left, age in (("old", timedelta(days=2)), ("new", timedelta(hours=1))):
        unfinished = path.with_name(f".unfinished-{left}")
        unfinished.write_bytes(b"half of it")
        date(unfinished, LONG_AGO - age)
    date(path, LONG_AGO - timedelta(days=2))

    swept = blobs.sweep(LONG_AGO - timedelta(days=1))

    assert swept == 1
    assert {path.name for path in files(tmp_path)} == {name, ".unfinished-new"}


def test_a_folder_where_a_blob_should_be_is_told(blobs: Blobs, tmp_path: Path) -> None:
    name = blobs.put(b"content")
    (path,) = files(tmp_path)
    path.unlink()
    path.mkdir()

    for use in (blobs.get, blobs.remove):
        with pytest.raises(StoreUnavailableError, match="Is a directory"):
            use(name)
    with pytest.raises(StoreUnavailableError, match="Is a directory"):
        blobs.put(b"content")


def test_a_missing_folder_of_blobs_is_a_fault_of_the_store(blobs: Blobs) -> None:
    with pytest.raises(StoreUnavailableError, match="No such file"):
        blobs.get("aabb")


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_text("in the way")
    blobs = FolderBlobs(tmp_path / "blobs")

    with pytest.raises(StoreUnavailableError, match="Not a directory") as caught:
        blobs.put(b"content")
    with pytest.raises(StoreUnavailableError, match="Not a directory"):
        list(blobs.names())

    assert caught.value.hint == "check that data_dir exists and may be written"


def test_a_folder_that_cannot_be_named_is_told(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / ("x" * 300))

    with pytest.raises(StoreUnavailableError, match="File name too long"):
        blobs.put(b"content")
    with pytest.raises(StoreUnavailableError, match="File name too long"):
        blobs.has("aabb")


def test_a_full_disk_is_told_and_leaves_no_unfinished_file(
    blobs: Blobs, tmp_path: Path
) -> None:
    incompressible = b"".join(digest(b"%d" % number).encode() for number in range(500))

    with full_disk():
        small = blobs.put(b"small")
        with pytest.raises(StorageFullError, match="no room is left to write") as caught:
            blobs.put(incompressible)

    assert caught.value.hint == (
        "free some space; what was not recorded is taken up again by itself"
    )
    assert [path.name for path in files(tmp_path)] == [small]
    assert blobs.get(blobs.put(incompressible)) == incompressible


def test_a_folder_that_was_taken_away_is_made_again(blobs: Blobs, tmp_path: Path) -> None:
    name = blobs.put(b"content")
    shutil.rmtree(tmp_path / "blobs")

    assert blobs.put(b"content") == name

    assert blobs.get(name) == b"content"


def test_nothing_can_be_removed_where_there_is_no_folder_yet(
    blobs: Blobs, tmp_path: Path
) -> None:
    blobs.remove(digest(b"content"))

    assert files(tmp_path) == []


MANY = [random.Random(number).randbytes(LARGEST) for number in range(FEW)]
"""Too large, packed, to stand in one file with others."""


def test_many_that_are_put_at_once_are_all_there_and_nothing_else(
    blobs: Blobs, tmp_path: Path
) -> None:
    blobs.put(MANY[0])
    [path] = files(tmp_path)
    date(path, LONG_AGO)

    blobs.put_all([*MANY, MANY[1]])
    blobs.put_all(MANY)

    assert [blobs.get(digest(content)) for content in MANY] == MANY
    assert {kept.name for kept in blobs.names()} == {digest(content) for content in MANY}
    assert {path.name for path in files(tmp_path)} == {digest(content) for content in MANY}
    assert all(kept.written > LONG_AGO + timedelta(days=1) for kept in blobs.names())


def test_where_no_room_is_left_for_many_none_is_left_unfinished(
    blobs: Blobs, tmp_path: Path
) -> None:
    large = os.urandom(30_000)
    with full_disk(), pytest.raises(StorageFullError):
        blobs.put_all([*MANY, large])

    assert [path.name for path in files(tmp_path) if path.name.startswith(".")] == []
    assert digest(large) not in {kept.name for kept in blobs.names()}
    blobs.put_all([*MANY, large])
    assert blobs.get(digest(large)) == large


@pytest.mark.parametrize(
    ("system", "release", "can"),
    [
        ("linux", "6.1.0-13-amd64", True),
        ("linux", "5.8", True),
        ("linux", "5.7.19", False),
        ("linux", "4.19.0", False),
        ("darwin", "23.1.0", False),
    ],
)
def test_a_file_system_is_synced_only_where_its_failures_are_told(
    system: str, release: str, can: bool
) -> None:
    assert can_sync_all(system, release) is can


def test_a_folder_that_is_gone_cannot_be_synced(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_all(tmp_path / "gone", {})


def test_what_the_system_says_of_a_failure_is_told() -> None:
    ctypes.set_errno(errno.EIO)

    check(0)
    with pytest.raises(OSError, match="Input/output error"):
        check(-1)
