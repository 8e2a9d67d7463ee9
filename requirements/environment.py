"""Fill an environment of the clone from a lock: `python requirements/environment.py runtime`, `test` or `objects`.

`.venv` holds runtime or test, `.venv-objects` what cannot share an environment with them. Runs on a bare
Python of 3.11 or newer, before anything is installed. Only files named by hash in the lock are taken in, and
nothing outside the clone is written but temporary files.
"""
# ruff: noqa: INP001 - a script beside the locks, not a package

import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LOCKS = Path(__file__).resolve().parent
CLONE = LOCKS.parent
# In the environment, not as options: pip builds a package of sources with a second pip, which reads only this.
PIP_ALONE = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_CACHE_DIR": "1", "PIP_NO_INPUT": "1"}
FOLDERS = {"runtime": ".venv", "test": ".venv", "objects": ".venv-objects"}

WITHOUT_ENSUREPIP = """this Python comes without ensurepip, so it cannot make a virtual environment
  Debian, Ubuntu: apt-get install python3-venv; anywhere: put uv on PATH"""
NOT_INSTALLED = """the packages could not be installed into {folder}
  it takes a way to a package index once; after that ./run works without one; run it again when there is"""


class EnvironmentFailedError(Exception):
    """The environment could not be made; the text says why and what helps."""


def main(name: str) -> int:
    """Bring its environment to the lock of this name; 0 when it holds what the lock says."""
    try:
        with _alone():
            Environment(CLONE / FOLDERS[name]).bring_to(name)
    except EnvironmentFailedError as failed:
        _say(str(failed))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    # The system lets go of this lock with the process, however that ends: no stale lock to clear.
    # Handed down, so that a pip that outlives us is waited for and not worked against.
    folder = os.open(LOCKS, os.O_RDONLY)
    os.set_inheritable(folder, True)  # noqa: FBT003 - positional in the library
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


class Environment:
    """A virtual environment in a folder of the clone, and the locks that it holds copies of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        # Stands from the first change to the last: an environment that has it was given up half way.
        self.unfinished = folder / "unfinished"

    def bring_to(self, name: str) -> None:
        """Install what the lock names, unless that is there already."""
        if not self._holds(name):
            _say(
                f"installing requirements/{name}.txt into {self.folder.name}"
                " (once, well under a minute)"
            )
            self._fill(name)

    def _holds(self, name: str) -> bool:
        held = self.folder / f"{name}.txt"
        return (
            self._is_sound()
            and held.is_file()
            and held.read_bytes() == _lock(name).read_bytes()
        )

    def _is_sound(self) -> bool:
        # A broken link, left by a Python that was removed since, is not there either.
        return self.python.exists() and not self.unfinished.exists()

    def _fill(self, name: str) -> None:
        uv = shutil.which("uv")
        if not self._is_sound():
            self._clear()
            self.unfinished.touch()
            self._make(uv)
        self.unfinished.touch()
        for other in FOLDERS:
            (self.folder / f"{other}.txt").unlink(missing_ok=True)
        self._install(_lock(name), uv)
        self._put_clone_on_path()
        shutil.copyfile(_lock(name), self.folder / f"{name}.txt")
        if name == "test":
            # It holds all of runtime's packages, in the same versions: a test sees to that.
            shutil.copyfile(_lock("runtime"), self.folder / "runtime.txt")
        self.unfinished.unlink()

    def _clear(self) -> None:
        """Empty the folder but for the mark: being killed here has to be seen as well."""
        self.folder.mkdir(exist_ok=True)
        for entry in self.folder.iterdir():
            if entry == self.unfinished:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def _make(self, uv: str | None) -> None:
        if uv and _succeeds(
            uv,
            *("venv", "--quiet", "--allow-existing"),
            *("--python", sys.executable, str(self.folder)),
        ):
            return
        if importlib.util.find_spec("ensurepip") is None:
            raise EnvironmentFailedError(WITHOUT_ENSUREPIP)
        if not _succeeds(sys.executable, "-m", "venv", str(self.folder), loud=True):
            raise EnvironmentFailedError(WITHOUT_ENSUREPIP)

    def _install(self, lock: Path, uv: str | None) -> None:
        # A complete lock leaves nothing to resolve. The caches of uv and pip lie outside the clone.
        chosen = ("--quiet", "--no-deps", "--require-hashes", "-r", str(lock))
        by_uv = (str(uv), "pip", "install", "--no-cache", "--python", str(self.python), *chosen)
        by_pip = (str(self.python), "-m", "pip", "install", *chosen)
        # uv does not read pip's settings: where only pip knows the way to an index, pip takes over.
        if uv and _succeeds(*by_uv):
            return
        if not self._has_pip() or not _succeeds(*by_pip, loud=True):
            raise EnvironmentFailedError(NOT_INSTALLED.format(folder=self.folder.name))

    def _has_pip(self) -> bool:
        has_pip = _succeeds(str(self.python), "-m", "pip", "--version")
        return has_pip or _succeeds(str(self.python), "-m", "ensurepip", "--default-pip")

    def _put_clone_on_path(self) -> None:
        """Let every program of it import the clone's package, wherever it is started from."""
        for packages in self.folder.glob("lib/python*/site-packages"):
            # relative to the folder it lies in, so that a clone can be moved
            (packages / "ingestd-clone.pth").write_text("../../../..\n", encoding="ascii")


def _succeeds(*command: str, loud: bool = False) -> bool:
    done = subprocess.run(  # noqa: S603 - uv, pip and venv, with our own arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,
        check=False,
        env={**os.environ, **PIP_ALONE},  # noqa: TID251 - handed down; there is no ingestd.config yet
    )
    if loud and done.returncode != 0:
        sys.stderr.write(done.stdout.decode(errors="replace"))
    return done.returncode == 0


def _lock(name: str) -> Path:
    return LOCKS / f"{name}.txt"


def _say(message: str) -> None:
    sys.stderr.write(f"ingestd: {message}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
