"""Originals are kept once, whole, or not at all; what is wrong with them is told plainly."""

import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.errors import StoreUnavailableError
from ingestd.events.ids import digest
from ingestd.store.blobs import Blobs

FULL_DISK = """
import resource, sys
from pathlib import Path
from ingestd.errors import StorageFullError
from ingestd.store.blobs import Blobs

resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
blobs = Blobs(Path(sys.argv[1]))
small = blobs.put(b"small")
incompressible = b"".join(digest.to_bytes(8, "big") for digest in
                          (pow(3, n, 2**61 - 1) for n in range(2000)))
try:
    blobs.put(incompressible)
except StorageFullError as error:
    print(error, "|", error.hint, "|", blobs.get(small))
"""


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
    blobs = Blobs(tmp_path_factory.mktemp("blobs"))

    assert blobs.get(blobs.put(content)) == content


def test_half_a_surrogate_survives_in_a_text(blobs: Blobs) -> None:
    name = blobs.put("\udce9".encode("utf-8", "surrogatepass"))

    assert blobs.text(name) == "\udce9"


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

    with pytest.raises(StoreUnavailableError, match=f"{path} is damaged") as caught:
        blobs.get(name)

    assert caught.value.hint == "bring the file back from a backup"


def test_a_missing_blob_is_told_by_its_path(blobs: Blobs) -> None:
    with pytest.raises(StoreUnavailableError, match="aabb: No such file"):
        blobs.get("aabb")


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_text("in the way")

    with pytest.raises(StoreUnavailableError, match="Not a directory") as caught:
        Blobs(tmp_path / "blobs").put(b"content")

    assert caught.value.hint == "check that data_dir exists and may be written"


def test_a_folder_that_cannot_be_named_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="File name too long"):
        Blobs(tmp_path / ("x" * 300)).put(b"content")


def test_a_full_disk_is_told_and_leaves_no_unfinished_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path / "blobs")],
        capture_output=True,
        text=True,
        check=True,
    )

    message, hint, small = done.stdout.strip().split(" | ")
    assert message.startswith("no room is left to write ")
    assert hint == "free some space; what was not recorded is taken up again by itself"
    assert small == "b'small'"
    assert [path.name for path in files(tmp_path)] == [digest(b"small")]
