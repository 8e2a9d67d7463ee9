"""One process at a time for one purpose on one data directory; a crash lets go by itself."""

import contextlib
import fcntl
import os
from pathlib import Path
from threading import Event
from types import TracebackType

from ingestd.errors import AlreadyRunningError
from ingestd.store import faults

PAUSE = 0.1


class DirectoryLock:
    """A lock file `<purpose>.lock` that the system releases when its process ends.

    `patience` is how many seconds to wait for the one who holds it.
    """

    def __init__(self, folder: Path, purpose: str, *, patience: float = 0) -> None:
        self._path = folder / f"{purpose}.lock"
        self._purpose = purpose
        self._tries = 1 + int(patience / PAUSE)
        self._handle: int | None = None

    def __enter__(self) -> "DirectoryLock":
        """Take it, or raise AlreadyRunningError, saying who holds it."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise faults.of_file(error, self._path) from error
        if not self._taken(handle):
            holder = os.read(handle, 32).decode(errors="replace").strip() or "unknown"
            os.close(handle)
            raise AlreadyRunningError(
                f"{self._path.parent} is in use by another '{self._purpose}' (process {holder})",
                hint="stop that one first, or give this one its own --data-dir",
            )
        self._handle = handle
        # a courtesy to whoever comes next; on a full disk the lock holds without it
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
        return self

    def _taken(self, handle: int) -> bool:
        pause = Event()
        for _ in range(self._tries):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pause.wait(PAUSE)
            else:
                return True
        return False

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
