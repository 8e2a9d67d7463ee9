"""`requirements/environment` fills .venv from a lock, once, and mends what was given up half way."""

import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from tests.fixtures.machine import CLONE, environment, run

pytestmark = pytest.mark.slow
OK = 0


def wheel(folder: Path, version: str) -> str:
    """Make a wheel of one module that tells its version; give its line for a lock."""
    made = folder / f"given-{version}-py3-none-any.whl"
    info = f"given-{version}.dist-info"
    files = {
        "given.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: given\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},sha256={urlsafe(text)},{len(text)}" for name, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""])
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    return f"given @ {made.as_uri()} --hash=sha256:{digest}\n"


def urlsafe(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class Clone:
    """A clone with nothing but its locks and what installs them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.venv = folder / ".venv"
        self.stamp = self.venv / "runtime.txt"
        self.unfinished = self.venv / "unfinished"

    def lock(self, version: str) -> None:
        for name in ("runtime", "test", "objects"):
            line = wheel(self.folder, version)
            (self.folder / f"requirements/{name}.txt").write_text(line)

    def start(self, name: str = "runtime", *, path: str | None = None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.folder / "requirements/environment", name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
            env={"PATH": path or environment()["PATH"]},
            start_new_session=True,
        )

    def fill(self, name: str = "runtime", *, path: str | None = None) -> tuple[int, str, str]:
        process = self.start(name, path=path)
        said, complained = process.communicate()
        return process.returncode, said, complained

    def installed(self, venv: str = ".venv") -> str:
        """Give the version that a program of the venv gets to see."""
        ask = "import given; print(given.version)"
        return run([self.folder / venv / "bin/python", "-P", "-c", ask], cwd=Path("/")).strip()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    (folder / "requirements").mkdir()
    for name in ("environment", "environment.py"):
        shutil.copy(CLONE / "requirements" / name, folder / "requirements")
    clone = Clone(folder)
    clone.lock("1")
    code, _, complained = clone.fill()
    assert code == OK, complained
    return folder


@pytest.fixture
def clone(filled: Path, tmp_path: Path) -> Clone:
    return Clone(shutil.copytree(filled, tmp_path / "clone", symlinks=True))


def test_what_the_lock_names_can_be_imported_from_anywhere(clone: Clone) -> None:
    assert clone.installed() == "1"


def test_a_filled_environment_is_left_alone_without_a_word(clone: Clone) -> None:
    before = clone.stamp.stat().st_mtime_ns

    assert clone.fill() == (OK, "", "")

    assert clone.stamp.stat().st_mtime_ns == before


def test_a_changed_lock_is_installed(clone: Clone) -> None:
    clone.lock("2")

    code, said, complained = clone.fill()

    assert (code, said) == (OK, "")
    assert complained.count("\n") == 1
    assert clone.installed() == "2"


def test_the_run_time_needs_nothing_more_after_the_tests_were_installed(clone: Clone) -> None:
    clone.lock("2")
    clone.fill("test")

    assert clone.fill("runtime") == (OK, "", "")


def test_what_cannot_share_an_environment_gets_one_of_its_own(clone: Clone) -> None:
    clone.lock("2")

    code, _, complained = clone.fill("objects")

    assert code == OK
    assert "installing requirements/objects.txt into .venv-objects" in complained
    assert (clone.installed(".venv-objects"), clone.installed()) == ("2", "1")
    assert clone.fill("objects") == (OK, "", "")


def test_a_file_that_does_not_match_its_hash_is_refused(clone: Clone) -> None:
    lock = clone.folder / "requirements/runtime.txt"
    clone.lock("2")
    lock.write_text(lock.read_text().split("sha256:")[0] + "sha256:" + "0" * 64 + "\n")

    code, _, complained = clone.fill()

    assert code == 1
    assert "could not be installed into .venv" in complained
    assert not clone.stamp.exists()


def test_what_was_given_up_half_way_is_made_anew(clone: Clone) -> None:
    clone.unfinished.touch()
    (clone.venv / "bin/python").unlink()
    shutil.rmtree(next(clone.venv.glob("lib/*/site-packages/pip")))

    assert clone.fill()[0] == OK

    assert clone.installed() == "1"
    assert not clone.unfinished.exists()


def test_a_kill_in_the_middle_is_mended_by_the_next_run(clone: Clone) -> None:
    shutil.rmtree(clone.venv)
    process = clone.start()
    while not (clone.venv / "bin/python").exists():
        assert process.poll() is None
        threading.Event().wait(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()

    assert clone.fill()[0] == OK

    assert clone.installed() == "1"


def test_two_at_once_fill_it_once(clone: Clone) -> None:
    clone.lock("2")

    both = [clone.start(), clone.start()]
    complaints = [process.communicate()[1] for process in both]

    assert [process.returncode for process in both] == [OK, OK]
    assert sorted(complaint.count("installing") for complaint in complaints) == [0, 1]
    assert clone.installed() == "2"


def test_a_python_that_was_removed_is_replaced(clone: Clone) -> None:
    (clone.venv / "bin/python").unlink()
    (clone.venv / "bin/python").symlink_to(clone.folder / "gone")

    assert clone.fill()[0] == OK

    assert clone.installed() == "1"


def test_without_a_new_enough_python_it_says_what_to_install(clone: Clone) -> None:
    shutil.rmtree(clone.venv)
    old = clone.folder / "bin"
    old.mkdir()
    for name in ("python3", "python", "python3.11", "python3.12", "python3.13", "python3.14"):
        (old / name).write_text("#!/bin/sh\nexit 1\n")
        (old / name).chmod(0o755)
    for name in ("sh", "dirname", "cmp"):
        (old / name).symlink_to(str(shutil.which(name)))

    code, said, complained = clone.fill(path=str(old))

    assert (code, said) == (1, "")
    assert "no Python of 3.11 or newer is on PATH" in complained
    assert "apt-get install python3" in complained


def test_a_name_without_a_python_behind_it_is_passed_over(clone: Clone) -> None:
    # as version managers have it: a python3 is found, but does not start
    clone.lock("2")
    shims = clone.folder / "bin"
    shims.mkdir()
    (shims / "python3").write_text("#!/bin/sh\nexit 127\n")
    (shims / "python3").chmod(0o755)
    (shims / "python").symlink_to(sys.executable)
    for name in ("sh", "dirname", "cmp"):
        (shims / name).symlink_to(str(shutil.which(name)))

    assert clone.fill(path=str(shims))[0] == OK

    assert clone.installed() == "2"
