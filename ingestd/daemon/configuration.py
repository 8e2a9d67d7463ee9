"""The thread that notices that a file of the configuration was changed."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch

from ingestd.config.files import all_files, sources_folder
from ingestd.daemon.listening import CHANGES, observer

SETTLED = 0.3
ANYWAY = 10.0
Seen = tuple[tuple[str, int, int, int], ...]


class ConfigurationWatch:
    """Calls `on_change` when the files are others than they were, once they are left alone.

    A file is left alone when it stayed the same for `settled` seconds: whoever writes several
    files is told of once. The kernel says when to look; where it says nothing (a network's file
    system) we look `anyway`, every so many seconds. What editors put beside a file counts for
    nothing.
    """

    def __init__(
        self,
        main: Path,
        on_change: Callable[[], None],
        *,
        settled: float = SETTLED,
        anyway: float = ANYWAY,
    ) -> None:
        self._main = main
        self._on_change = on_change
        self._settled, self._anyway = settled, anyway
        self._stopping, self._woken = Event(), Event()
        self._lock = Lock()
        self._known: Seen | None = seen(main)
        self._watches: dict[Path, tuple[ObservedWatch, int]] = {}
        self._observer = observer(self._woken.set)
        self._thread = Thread(target=self._watch, name="configuration")

    def start(self) -> None:
        """Begin; what was changed since this was made is told."""
        self._observer.start()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._stopping.set()
        self._woken.set()
        self._thread.join()
        self._observer.stop()
        self._observer.join()

    def pass_over(self) -> None:
        """Do not tell of the files as they are now: they are about to be read."""
        now = seen(self._main)
        with self._lock:
            self._known = now

    def again(self) -> None:
        """Tell of the files once more in a while, though they stay as they are."""
        with self._lock:
            self._known = None

    def _watch(self) -> None:
        while not self._stopping.is_set():
            self._watch_folders()
            self._compare()
            self._woken.wait(self._anyway)
            self._woken.clear()

    def _compare(self) -> None:
        now = seen(self._main)
        if now == self._known:
            return
        while not self._stopping.wait(self._settled):
            before, now = now, seen(self._main)
            if now == before:
                with self._lock:
                    is_told, self._known = now == self._known, now
                if not is_told:
                    self._on_change()
                return

    def _watch_folders(self) -> None:
        for folder in (self._main.parent, sources_folder(self._main)):
            # a folder that is not there, or cannot be watched, is looked at all the same
            with contextlib.suppress(OSError):
                self._watch_folder(folder)

    def _watch_folder(self, folder: Path) -> None:
        known = self._watches.get(folder)
        number = folder.stat().st_ino
        if known is not None:
            if known[1] == number:
                return
            self._observer.unschedule(self._watches.pop(folder)[0])
        watch = self._observer.schedule(_Waker(self._woken), str(folder), event_filter=CHANGES)
        self._watches[folder] = (watch, number)


class _Waker(FileSystemEventHandler):
    def __init__(self, woken: Event) -> None:
        self._woken = woken

    def on_any_event(self, _event: FileSystemEvent) -> None:
        self._woken.set()


def seen(main: Path) -> Seen:
    """What stands for the state of all files; a file that is not there is left out."""
    found = []
    for path in all_files(main):
        with contextlib.suppress(OSError):
            status = path.stat()
            found.append((str(path), status.st_ino, status.st_size, status.st_ctime_ns))
    return tuple(found)
