"""Files that are there whole or not at all, whenever the power fails."""

import ctypes
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from io import BufferedWriter, FileIO
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the names of files begin that were not written to their end."""
_LIBC = ctypes.CDLL(None, use_errno=True)


def write(path: Path, content: bytes) -> None:
    """Put the content, synced, under this name; the name lasts once its folder is synced too.

    Raises OSError, and leaves nothing behind.
    """
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put many files at paths below a folder, synced; their names last once this returns.

    Folders are made where they are missing. No file has its name before its content is kept.
    Raises OSError, and leaves nothing unfinished.
    """
    mark = f"{UNFINISHED}{os.urandom(8).hex()}-"  # others write here, too
    unfinished: dict[str, str] = {}
    try:
        for path, content in contents.items():
            shelf, _, name = path.rpartition(os.sep)
            unfinished[path] = made = f"{shelf}{os.sep}{mark}{name}"
            with _new(made, shelf) as file:
                file.write(content)
        _sync_all(folder)
        for path, made in unfinished.items():
            os.replace(made, path)  # noqa: PTH105 - there are many: a Path takes thrice as long
        _sync_all(folder)
    except BaseException:
        for made in unfinished.values():
            Path(made).unlink(missing_ok=True)
        raise


def _new(path: str, folder: str) -> BufferedWriter:
    try:
        return BufferedWriter(FileIO(path, "xb", opener=_for_oneself))
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
        return BufferedWriter(FileIO(path, "xb", opener=_for_oneself))


def _for_oneself(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def check(result: int) -> None:
    """Raise OSError where a call of the system failed."""
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))


def can_sync_all(system: str = sys.platform, release: str = os.uname().release) -> bool:
    """Whether a whole file system can be synced, and says so where that fails.

    Linux does since 5.8; before, it forgot to.
    """
    version = tuple(map(int, re.findall(r"\d+", release)[:2]))
    return system == "linux" and version >= (5, 8) and hasattr(_LIBC, "syncfs")


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlive a crash, those that are gone stay gone. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_all(folder: Path) -> None:
    """Sync the file system of a folder: one wait for many files, instead of two for each."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        check(_LIBC.syncfs(handle))
    finally:
        os.close(handle)
