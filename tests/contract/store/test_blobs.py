"""Originals are kept once, whole, or not at all; what is wrong with them is told plainly."""

import resource
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.errors import LostBlobError, StorageFullError, StoreUnavailableError
from ingestd.events.ids import digest
from ingestd.store.blobs import Blobs
from ingestd.store.blobs_folder import FolderBlobs


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


def test_content_comes_back_by_its_digest(blobs: Blobs) -> None:
    name = blobs.put("Việt Nam".encode())

    assert name == digest("Việt Nam".encode())
    assert blobs.get(name) == "Việt Nam".encode()
    assert blobs.text(name) == "Việt Nam"


@given(content=some.binary(max_size=2000))
def test_any_content_comes_back(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    blobs = FolderBlobs(tmp_path_factory.mktemp("blobs"))

    assert blobs.get(blobs.put(content)) == content


def test_keeping_twice_is_keeping_once(blobs: Blobs, tmp_path: Path) -> None:
    names = {blobs.put(b"same"), blobs.put(b"same"), blobs.put(b"other")}

    kept = files(tmp_path)
    assert {path.name for path in kept} == names
    assert all(path.parent.name == path.name[:2] for path in kept)


def test_several_may_keep_the_same_at_once(blobs: Blobs, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        names = set(pool.map(blobs.put, [b"same" * 1000] * 16))

    assert [path.name for path in files(tmp_path)] == [*names]
    assert blobs.get(names.pop()) == b"same" * 1000


@pytest.mark.parametrize(
    "damaged",
    [b"", b"no zlib", zlib.compress(b"whole")[:-2], zlib.compress(b"something else")],
    ids=["empty", "garbled", "cut short", "exchanged"],
)
def test_a_damaged_blob_is_told_by_its_path(
    blobs: Blobs, tmp_path: Path, damaged: bytes
) -> None:
    name = blobs.put(b"whole")
    (path,) = files(tmp_path)
    path.write_bytes(damaged)

    with pytest.raises(LostBlobError, match=f"{path} is damaged") as caught:
        blobs.get(name)

    assert caught.value.hint == "bring the file back from a backup"


def test_a_missing_blob_is_told_by_its_path(blobs: Blobs) -> None:
    blobs.put(b"another")

    with pytest.raises(LostBlobError, match="aabb is missing"):
        blobs.get("aabb")


def test_a_folder_where_a_blob_should_be_is_told(blobs: Blobs, tmp_path: Path) -> None:
    name = blobs.put(b"content")
    (path,) = files(tmp_path)
    path.unlink()
    path.mkdir()

    with pytest.raises(StoreUnavailableError, match="Is a directory"):
        blobs.get(name)


def test_a_missing_folder_of_blobs_is_a_fault_of_the_store(blobs: Blobs) -> None:
    with pytest.raises(StoreUnavailableError, match="No such file"):
        blobs.get("aabb")


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_text("in the way")

    with pytest.raises(StoreUnavailableError, match="Not a directory") as caught:
        FolderBlobs(tmp_path / "blobs").put(b"content")

    assert caught.value.hint == "check that data_dir exists and may be written"


def test_a_folder_that_cannot_be_named_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="File name too long"):
        FolderBlobs(tmp_path / ("x" * 300)).put(b"content")


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
