"""The kernel's word of changes in folders, and of changes that it had no room to tell."""

import sys
from collections.abc import Callable

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    FileSystemEvent,
)
from watchdog.observers.api import BaseObserver

# what is written to is told of when it is closed; our own reading would wake us for ever
CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    FileClosedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]


def observer(on_overflow: Callable[[], None]) -> BaseObserver:
    """An observer that also tells when changes were lost, where the kernel says so."""
    if sys.platform != "linux":  # pragma: no cover - no tests are run elsewhere
        from watchdog.observers import Observer  # noqa: PLC0415 - another one on each platform

        return Observer()
    return _listening(on_overflow)


def _listening(on_overflow: Callable[[], None]) -> BaseObserver:
    # cannot be imported but on Linux
    from watchdog.observers.inotify import InotifyFullEmitter  # noqa: PLC0415
    from watchdog.observers.inotify_c import InotifyEvent, InotifyFD  # noqa: PLC0415

    class Kernel(InotifyFD):
        """watchdog mends its watches after an overflow, but tells nobody."""

        def handle_event(self, event: InotifyEvent) -> None:
            super().handle_event(event)
            if event.is_queue_overflow:
                on_overflow()

    class Listening(BaseObserver):
        """As watchdog's own, which offers no way to be given another kernel's queue."""

        def on_thread_stop(self) -> None:
            super().on_thread_stop()
            kernel.stop()
            kernel.join()

    kernel = Kernel()
    kernel.start()
    # "full": a file moved in from elsewhere is told as moved, not as one that was just begun
    return Listening(InotifyFullEmitter, inotify_fd=kernel)
