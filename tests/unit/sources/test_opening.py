import os
from pathlib import Path

import pytest

from ingestd.errors import FetchError, TooLargeError, UnreadableError
from ingestd.sources.opening import read_document


def read(folder: Path, name: str) -> bytes:
    return read_document(folder, Path(name), limit=10)


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_bytes(b"0123456789")

    assert read(tmp_path, "sub/a.txt") == b"0123456789"


def test_a_file_over_the_limit_is_told_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"0123456789+")

    with pytest.raises(TooLargeError, match="11 bytes are over the limit of 10"):
        read(tmp_path, "a.txt")


def test_a_file_that_hides_its_size_is_not_read_whole() -> None:
    # files of the kernel have no size until they are read
    with pytest.raises(TooLargeError, match="11 bytes are over the limit of 10"):
        read(Path("/proc/self"), "status")


def test_no_link_is_followed_to_the_file_nor_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_bytes(b"canary")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "inner").symlink_to(tmp_path / "outside")

    with pytest.raises(UnreadableError, match="it is a symbolic link"):
        read(folder, "file.txt")
    with pytest.raises(FetchError, match="it is not there any more"):
        read(folder, "inner/secret.txt")


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    with pytest.raises(UnreadableError, match="it is not a file"):
        read(tmp_path, "pipe.txt")


def test_a_device_is_refused() -> None:
    with pytest.raises(UnreadableError, match="it is not a file"):
        read(Path("/dev"), "zero")


def test_a_file_that_is_gone_can_be_asked_for_again(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="it is not there any more") as caught:
        read(tmp_path, "a.txt")

    assert caught.value.retryable


def test_a_failing_medium_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match=r"file:///.*: file name too long"):
        read(tmp_path, "a" * 300)


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_bytes(b"a")
    open_before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a count

    read(tmp_path, "sub/a.txt")
    with pytest.raises(FetchError):
        read(tmp_path, "sub/gone.txt")
    with pytest.raises(FetchError):
        read(tmp_path, "gone/a.txt")

    assert len(os.listdir("/proc/self/fd")) == open_before  # noqa: PTH208 - a count


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)

    with pytest.raises(UnreadableError, match="permission denied") as caught:
        read(tmp_path, "a.txt")

    assert caught.value.hint == "let the user that ingestd runs as read it"
