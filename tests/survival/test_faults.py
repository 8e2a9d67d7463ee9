"""Disks that fail, are full or may not be written: the daemon says so, and nothing is lost."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ingestd.store.blobs_folder import FEW, FolderBlobs
from tests.fixtures.daemons import CLONE, Program
from tests.fixtures.failing_device import FailingDevice, SmallDisk
from tests.survival.reckoning import TEXT, ended, hashes, is_whole, started

pytestmark = pytest.mark.slow

SMALL = [b"piece %d" % number for number in range(FEW)]


@pytest.mark.parametrize("part", ["ingestd.db-wal", "/blobs/"])
def test_a_device_that_fails_to_keep_ends_the_daemon_which_goes_on_at_a_new_start(
    program: Program, device: FailingDevice, part: str
) -> None:
    program.beside = device.environment(part)
    started(program, 1)
    before = hashes(program)
    device.fail()

    program.put("2.txt", TEXT.format(day=2))
    code = ended(program)

    assert code == 74, program.said()
    assert "ingestd: the device failed to keep " in program.said()
    assert "check the device" in program.said()
    assert device.synced("failed")
    device.work()
    assert hashes(program)[: len(before)] == before
    started(program)
    program.wait_for("/v1/articles?limit=100", 2)
    program.wait_until_level()
    assert program.stop() == 0
    assert is_whole(program, 2)


def test_what_a_device_failed_to_keep_is_not_asked_of_it_again(
    program: Program, device: FailingDevice
) -> None:
    path = program.put("1.txt", TEXT.format(day=1))
    assert program.apart("status").code == 0
    program.beside = device.environment("ingestd.db-wal")
    device.fail()

    done = program.apart("ingest", str(path))

    assert done.code == 74, done.err
    assert "the device failed to keep sqlite" in done.err
    # once as it was to be committed, once more at most as the file is closed
    assert 1 <= len(device.synced("failed")) <= 2
    device.work()
    assert program.apart("ingest", str(path)).code == 0
    assert is_whole(program, 1)


def test_a_blob_that_is_there_already_is_made_sure_of(
    tmp_path: Path, device: FailingDevice
) -> None:
    folder = tmp_path / "blobs"
    content = b"It is there; but was its folder kept before the crash?"
    name = FolderBlobs(folder).put(content)
    script = (
        "from pathlib import Path; from ingestd.store.blobs_folder import FolderBlobs; "
        f"FolderBlobs(Path({str(folder)!r})).put({content!r})"
    )

    subprocess.run(
        [sys.executable, "-c", script],
        cwd=CLONE,
        env=device.environment(str(folder)),
        check=True,
    )

    assert {folder, folder / name[:2]} <= set(device.synced("kept"))


def test_of_small_blobs_that_are_there_already_it_is_made_sure_too(
    tmp_path: Path, device: FailingDevice
) -> None:
    folder = tmp_path / "blobs"
    FolderBlobs(folder).put_all(SMALL)
    script = (
        "from pathlib import Path; from ingestd.store.blobs_folder import FolderBlobs; "
        f"FolderBlobs(Path({str(folder)!r})).put_all({SMALL!r})"
    )

    subprocess.run(
        [sys.executable, "-c", script],
        cwd=CLONE,
        env=device.environment(str(tmp_path)),
        check=True,
    )

    assert {folder, tmp_path} <= set(device.synced("kept"))


def test_small_originals_that_a_device_failed_to_keep_are_taken_in_again(
    program: Program, device: FailingDevice
) -> None:
    for day in range(1, FEW + 1):
        program.put(f"{day}.txt", TEXT.format(day=day))
    folder = str(program.drop)
    assert program.apart("status").code == 0
    program.beside = device.environment("small.db-wal")
    device.fail()

    done = program.apart("ingest", folder)

    assert done.code == 74, done.err
    assert "small.db" in done.err
    assert device.synced("failed")
    device.work()
    assert program.apart("ingest", folder).code == 0
    assert is_whole(program, FEW)


def test_a_full_disk_is_told_and_made_up_for_when_there_is_room(
    program: Program, small_disk: SmallDisk
) -> None:
    keep_on(small_disk, program)
    started(program, 1)
    ballast = small_disk.fill()

    for number in range(2, 6):
        program.put(f"{number}.txt", TEXT.format(day=number))
    program.wait_until_said("no room is left")
    assert program.get("/v1/articles?limit=100") is not None
    code = program.stop()

    assert code == 0, program.said()
    assert "Traceback" not in program.said()
    ballast.unlink()
    started(program)
    program.wait_for("/v1/articles?limit=100", 5)
    program.wait_until_level()
    assert program.stop() == 0
    assert is_whole(program, 5)


def test_a_disk_that_fills_up_under_a_running_daemon_can_be_cleared_under_it(
    program: Program, small_disk: SmallDisk
) -> None:
    keep_on(small_disk, program)
    started(program, 1)
    ballast = small_disk.fill()
    program.put("2.txt", TEXT.format(day=2))
    program.wait_until_said("no room is left")

    ballast.unlink()

    program.wait_for("/v1/articles?limit=100", 2)
    program.wait_until_level()
    assert program.stop(signal.SIGKILL) == -signal.SIGKILL
    assert is_whole(program, 2)


def test_media_that_become_read_only_are_told_and_lose_nothing(
    program: Program, small_disk: SmallDisk
) -> None:
    keep_on(small_disk, program)
    started(program, 1)
    assert program.stop(signal.SIGKILL) == -signal.SIGKILL
    small_disk.read_only()

    path = program.put("2.txt", TEXT.format(day=2))
    refused = program.apart("ingest", str(path))

    assert refused.code == 69
    assert refused.err.startswith("ingestd: ")
    assert "read-only" in refused.err
    assert "Traceback" not in refused.err
    small_disk.read_only(again=False)
    assert program.apart("ingest", str(path)).code == 0
    assert is_whole(program, 2)


def keep_on(disk: SmallDisk, program: Program) -> None:
    program.beside = {"INGESTD_DATA_DIR": str(disk.path / "var")}
