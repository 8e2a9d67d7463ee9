"""One process at a time on one data directory; a crash lets go by itself."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingestd.errors import AlreadyRunningError, StoreUnavailableError
from ingestd.store.lock import DirectoryLock

HOLD = """
import sys
from pathlib import Path
from ingestd.store.lock import DirectoryLock

with DirectoryLock(Path(sys.argv[1]), "daemon"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until its standard input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_second_process_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    with holder(tmp_path) as other:  # noqa: SIM117 - the second is what is tested
        with pytest.raises(AlreadyRunningError) as caught, DirectoryLock(tmp_path, "daemon"):
            pass

    assert (
        str(caught.value) == f"{tmp_path} is in use by another 'daemon' (process {other.pid})"
    )
    assert caught.value.exit_code == 75
    assert caught.value.hint == "stop that one first, or give this one its own --data-dir"


def test_a_lock_for_another_purpose_is_free(tmp_path: Path) -> None:
    with holder(tmp_path), DirectoryLock(tmp_path, "replay"):
        assert (tmp_path / "replay.lock").read_text() == f"{os.getpid()}\n"


def test_kill_9_lets_go(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()

        with DirectoryLock(tmp_path, "daemon"):
            assert (tmp_path / "daemon.lock").read_text() == f"{os.getpid()}\n"


def test_leaving_lets_go_even_by_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), DirectoryLock(tmp_path, "daemon"):
        raise RuntimeError

    with DirectoryLock(tmp_path, "daemon"):
        pass


def test_the_patient_wait_until_it_is_free(tmp_path: Path) -> None:
    def wait_for_it() -> str:
        with DirectoryLock(tmp_path, "daemon", patience=30):
            return "mine"

    with ThreadPoolExecutor(1) as pool, holder(tmp_path) as other:
        waiting = pool.submit(wait_for_it)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.3)
        other.kill()
        assert waiting.result() == "mine"


def test_the_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    with DirectoryLock(tmp_path / "new" / "data", "daemon"):
        assert (tmp_path / "new" / "data" / "daemon.lock").exists()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(StoreUnavailableError, match="File exists"):  # noqa: SIM117
        with DirectoryLock(tmp_path / "data", "daemon"):
            pass


def test_a_lock_that_was_never_taken_can_be_left(tmp_path: Path) -> None:
    DirectoryLock(tmp_path, "daemon").__exit__(None, None, None)

    assert list(tmp_path.iterdir()) == []
