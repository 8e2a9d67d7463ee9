"""The thread that hears, on PostgreSQL, that another process appended."""

from collections.abc import Callable
from threading import Event, Thread

import structlog

from ingestd.errors import StoreError
from ingestd.store.database import Database

log = structlog.get_logger()
PAUSE = 5.0
PATIENCE = 0.5


class Hearing:
    """Rings when something was appended, whoever did it.

    A hint and no more: who is rung looks anyway, in time. Where the connection is lost, it is
    made anew after a `pause` in seconds, and there may be news.
    """

    def __init__(
        self,
        database: Database,
        *,
        ring: Callable[[], None],
        stopping: Event,
        pause: float = PAUSE,
    ) -> None:
        self._database = database
        self._ring = ring
        self._stopping = stopping
        self._pause = pause
        self._thread = Thread(target=self._hear, name="hear")

    def start(self) -> None:
        """Begin; there is nothing to hear on SQLite."""
        if not self._database.is_sqlite:
            self._thread.start()

    def join(self) -> None:
        """Wait until it hears no more; `stopping` is set before."""
        if self._thread.ident is not None:
            self._thread.join()

    def _hear(self) -> None:
        while not self._stopping.is_set():
            try:
                self._listen()
            except StoreError as error:
                log.warning("hearing.lost", reason=str(error), hint=error.hint)
                self._stopping.wait(self._pause)

    def _listen(self) -> None:
        with self._database.listening() as heard:
            self._ring()  # for what was told while nobody listened
            while not self._stopping.is_set():
                if heard(PATIENCE):
                    self._ring()
