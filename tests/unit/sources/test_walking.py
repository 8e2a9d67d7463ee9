"""What a walk through a folder meets, and what it makes of changes on its way."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ingestd.sources.walking import Walk


def walk(wanted: Callable[[str], bool] = lambda _name: True) -> Walk:
    return Walk(wanted, recursive=True)


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"text")
    return path


def names(walk: Walk) -> list[str]:
    return [name for name, _ in walk.files]


class Meanwhile:
    """Does something when a file of this name is met, and wants every file."""

    def __init__(self, name: str, happens: Callable[[], object]) -> None:
        self._name = name
        self._happens = happens

    def __call__(self, name: str) -> bool:
        if name == self._name:
            self._happens()
        return True


def test_a_walk_through_a_folder_that_rests_is_steady(tmp_path: Path) -> None:
    write(tmp_path / "b" / "c.txt")
    write(tmp_path / "a.txt")

    done = walk().through(tmp_path)

    assert names(done) == ["a.txt", "b/c.txt"]
    assert (done.steady, done.closed, done.mounts) == (True, {}, [])
    assert (done.device, done.inode) == (tmp_path.stat().st_dev, tmp_path.stat().st_ino)


def test_a_file_that_goes_while_it_is_met_is_not_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")

    done = walk(Meanwhile("a.txt", path.unlink)).through(tmp_path)

    assert (names(done), done.steady) == ([], False)


@pytest.mark.parametrize("becomes", ["nothing", "a file", "a link"])
def test_a_folder_that_goes_before_it_is_reached_leaves_the_walk_unsteady(
    tmp_path: Path, becomes: str
) -> None:
    outside = write(tmp_path / "outside" / "secret.txt").parent
    inner = tmp_path / "watched" / "inner"
    inner.mkdir(parents=True)
    write(tmp_path / "watched" / "a.txt")

    def meanwhile() -> None:
        inner.rmdir()
        if becomes == "a file":
            inner.write_bytes(b"")
        elif becomes == "a link":
            inner.symlink_to(outside)

    done = walk(Meanwhile("a.txt", meanwhile)).through(tmp_path / "watched")

    assert [name for name in names(done) if "/" in name] == []
    assert not done.steady


def test_a_file_that_is_moved_past_the_walk_leaves_it_unsteady(tmp_path: Path) -> None:
    write(tmp_path / "inner" / "moving.txt")
    write(tmp_path / "inner" / "met.txt")

    def meanwhile() -> None:
        (tmp_path / "inner" / "moving.txt").rename(tmp_path / "moving.txt")

    done = walk(Meanwhile("met.txt", meanwhile)).through(tmp_path)

    assert not done.steady


def test_a_folder_that_goes_after_it_was_visited_leaves_the_walk_unsteady(
    tmp_path: Path,
) -> None:
    write(tmp_path / "inner" / "a.txt")

    def meanwhile() -> None:
        before = tmp_path.stat()
        (tmp_path / "inner").rename(tmp_path / ".hidden")
        # as if all that were within one tick of the clock
        os.utime(tmp_path, ns=(before.st_atime_ns, before.st_mtime_ns))

    done = walk(Meanwhile("a.txt", meanwhile)).through(tmp_path)

    assert not done.steady


def test_folders_on_which_another_file_system_lies_are_told() -> None:
    here = Path("/dev").stat().st_dev
    inside = [
        path for path in Path("/dev").iterdir() if path.is_dir() and not path.is_symlink()
    ]

    done = walk(lambda _name: False).through(Path("/dev"))

    told = {name for name in done.mounts if "/" not in name}
    assert told == {path.name for path in inside if path.stat().st_dev != here}


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    write(tmp_path / "inner" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path)
    before = os.listdir("/proc/self/fd")  # noqa: PTH208 - a list of numbers

    walk().through(tmp_path)
    with pytest.raises(FileNotFoundError):
        walk().through(tmp_path / "gone")

    assert os.listdir("/proc/self/fd") == before  # noqa: PTH208 - a list of numbers
