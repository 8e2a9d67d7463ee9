"""The thread that tidies up once a day: what intakes that were broken off have left."""

from collections.abc import Callable
from threading import Event, Thread

import structlog

from ingestd.app import App
from ingestd.errors import DeviceFailedError, StoreError
from ingestd.verification.orphans import AGE, collect

log = structlog.get_logger()
HOUR = 3600.0
DAY = 24 * HOUR


class Housekeeping:
    """Begins an hour after the start, so that a daemon that is often started tidies up too.

    A store that fails is tried again the next day; a bug is handed to `on_bug`.
    """

    def __init__(
        self,
        app: App,
        *,
        stopping: Event,
        on_bug: Callable[[BaseException], None],
        first: float = HOUR,
        every: float = DAY,
    ) -> None:
        self._app = app
        self._stopping = stopping
        self._on_bug = on_bug
        self._first = first
        self._every = every
        self._thread = Thread(target=self._keep, name="housekeeping")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def join(self) -> None:
        """Wait for what is under way."""
        self._thread.join()

    def _keep(self) -> None:
        try:
            pause = self._first
            while not self._stopping.wait(pause):
                self._tidy()
                pause = self._every
        except BaseException as error:  # noqa: BLE001 - handed on: it ends the daemon
            self._on_bug(error)

    def _tidy(self) -> None:
        app = self._app
        try:
            unfinished = app.blobs.sweep(app.clock() - AGE)
            gone = collect(app.database, app.blobs, clock=app.clock, stopping=self._stopping)
        except DeviceFailedError:
            raise  # whoever writes has to stop
        except StoreError as error:
            log.error("store.failed", reason=str(error), hint=error.hint)
            return
        log.info("blobs.collected", blobs=gone.count, bytes=gone.size, unfinished=unfinished)
