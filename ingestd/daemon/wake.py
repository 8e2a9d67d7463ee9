"""watchdog says when to look; what is there is said by a look."""

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import structlog
from watchdog.events import (
    FileClosedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import ObservedWatch

from ingestd.daemon.listening import CHANGES, observer
from ingestd.sources.found import Source, Watchful

log = structlog.get_logger()


class _Waker(FileSystemEventHandler):
    """Tells the sources of a folder which file may be whole, then wakes them."""

    def __init__(self, sources: Iterable[Source], wake: Callable[[], None]) -> None:
        self._watchful = [source for source in sources if isinstance(source, Watchful)]
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        renamed = isinstance(event, FileMovedEvent)
        # moved out of the folder, it has no name in it any more
        path = os.fsdecode(event.dest_path if renamed else event.src_path)
        if path and (renamed or isinstance(event, FileClosedEvent)):
            for source in self._watchful:
                source.heard(path, renamed=renamed)
        self._wake()


@dataclass(frozen=True, slots=True)
class _Watched:
    watch: ObservedWatch
    identity: tuple[int, int]


class Watcher:
    """Watches the folders of sources. A folder that can't be watched is still looked at."""

    def __init__(self, sources: Iterable[Source], wake: Callable[[str], None]) -> None:
        self._sources = _by_folder(sources)
        self._watched: dict[Path, _Watched] = {}
        self._wake = wake
        self._changing = Lock()
        self._observer = observer(self._missed)

    def start(self) -> None:
        """Begin to watch; a first look is for whoever starts us to ask for."""
        self._observer.start()
        for folder in self._sources:
            self._begin(folder)

    def use(self, sources: Iterable[Source]) -> None:
        """Watch the folders of these from now on; a folder with the same sources is left alone."""
        with self._changing:
            before, self._sources = self._sources, _by_folder(sources)
            for folder in before.keys() | self._sources.keys():
                if _are_same(before.get(folder, []), self._sources.get(folder, [])):
                    continue
                self._end(folder)
                if folder in self._sources:
                    self._begin(folder)
                    self._wake_all(folder)

    def watch_waiting(self) -> None:
        """Watch folders that could not be watched so far, or are others than they were."""
        with self._changing:
            for folder in self._sources:
                # why it can't be watched was said at the start
                with contextlib.suppress(OSError):
                    if not self._is_watched(folder):
                        self._watch(folder)
                        self._wake_all(folder)

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()

    def _missed(self) -> None:
        """More happened than could be told: everything is looked at."""
        log.warning("changes.overflowed", hint="raise fs.inotify.max_queued_events")
        for folder in list(self._sources):
            self._wake_all(folder)

    def _wake_all(self, folder: Path) -> None:
        for source in self._sources.get(folder, []):
            self._wake(source.name)

    def _begin(self, folder: Path) -> None:
        try:
            self._watch(folder)
        except OSError as error:
            log.warning("folder.unwatched", folder=str(folder), reason=error.strerror)

    def _end(self, folder: Path) -> None:
        if known := self._watched.pop(folder, None):
            self._observer.unschedule(known.watch)

    def _is_watched(self, folder: Path) -> bool:
        """Whether the watch lives, and is on what has the folder's name today."""
        known = self._watched.get(folder)
        if known is None or known.identity != _identity(folder):
            return False
        emitters = self._observer.emitters
        return any(one.watch == known.watch and one.is_alive() for one in emitters)

    def _watch(self, folder: Path) -> None:
        self._end(folder)
        identity = _identity(folder)
        waker = _Waker(self._sources[folder], lambda: self._wake_all(folder))
        watch = self._observer.schedule(
            waker, str(folder), recursive=True, event_filter=CHANGES
        )
        self._watched[folder] = _Watched(watch, identity)


def _by_folder(sources: Iterable[Source]) -> dict[Path, list[Source]]:
    found: dict[Path, list[Source]] = {}
    for source in sources:
        if source.watched is not None:
            found.setdefault(source.watched, []).append(source)
    return found


def _are_same(before: list[Source], after: list[Source]) -> bool:
    return list(map(id, before)) == list(map(id, after))


def _identity(folder: Path) -> tuple[int, int]:
    """Which folder it is, whatever its name."""
    status = folder.stat()
    return status.st_dev, status.st_ino
