"""watchdog says when to look; what is there is said by a look."""

from collections.abc import Callable, Iterable

import structlog
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ingestd.sources.found import Source

log = structlog.get_logger()

# not "opened" and "closed_no_write": our own reading would wake us for ever
CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})


class _Waker(FileSystemEventHandler):
    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGES:
            self._wake()


class Watcher:
    """Watches the folders of sources. A folder that can't be watched is still looked at."""

    def __init__(self, sources: Iterable[Source], wake: Callable[[str], None]) -> None:
        self._waiting = {source.name: source for source in sources if source.watched}
        self._wake = wake
        self._observer = Observer()

    def start(self) -> None:
        """Begin to watch; a first look is for whoever starts us to ask for."""
        self._observer.start()
        self._watch_waiting()

    def watch_waiting(self) -> None:
        """Watch folders that could not be watched so far: they may be there by now."""
        for name in self._watch_waiting():
            self._wake(name)

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()

    def _watch_waiting(self) -> list[str]:
        watched = [name for name, source in self._waiting.items() if self._watch(source)]
        for name in watched:
            del self._waiting[name]
        return watched

    def _watch(self, source: Source) -> bool:
        def wake() -> None:
            self._wake(source.name)

        try:
            self._observer.schedule(_Waker(wake), str(source.watched), recursive=True)
        except OSError as error:
            log.warning("folder.unwatched", source=source.name, reason=error.strerror)
            return False
        return True
