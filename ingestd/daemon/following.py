"""The thread that moves steps and projections forward as long as events come."""

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

import structlog

from ingestd.app import App
from ingestd.errors import StoreError

log = structlog.get_logger()
LOOK_ANYWAY = 1.0
PAUSE = 5.0
REQUEUE_EVERY = 3600.0
"""Seconds after which what was parked is tried again; it is at the start, too."""


class Following:
    """Goes on when the bell rings; looks anyway every second, should a ring be lost.

    A store that fails is tried again after a `pause` in seconds; one of which that is no use,
    and a bug, are handed to `on_bug`.
    """

    def __init__(
        self,
        app: App,
        *,
        stopping: Event,
        on_bug: Callable[[BaseException], None],
        look_anyway: float = LOOK_ANYWAY,
        pause: float = PAUSE,
    ) -> None:
        self._app = app
        self._stopping = stopping
        self._on_bug = on_bug
        self._look_anyway = look_anyway
        self._pause = pause
        self._bell = Event()
        self._thread = Thread(target=self._follow, name="follow")
        self._last_turn = self._requeue_at = monotonic()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def ring(self) -> None:
        """There may be news."""
        self._bell.set()

    def join(self) -> None:
        """Wait for the turn that is under way."""
        self.ring()
        self._thread.join()

    @property
    def idle_for(self) -> float:
        """Seconds since the last sign of progress."""
        return monotonic() - self._last_turn

    def _follow(self) -> None:
        try:
            while not self._stopping.is_set():
                self._turn()
        except BaseException as error:  # noqa: BLE001 - handed on: it ends the daemon
            self._on_bug(error)

    def _turn(self) -> None:
        self._bell.clear()
        self._last_turn = monotonic()
        try:
            self._requeue()
            moved = self._app.advance()
        except StoreError as error:
            if not error.retryable:
                raise
            log.error("store.failed", reason=str(error), hint=error.hint)
            self._stopping.wait(self._pause)
            return
        if not moved:
            self._bell.wait(self._look_anyway)

    def _requeue(self) -> None:
        if monotonic() < self._requeue_at:
            return
        self._requeue_at = monotonic() + REQUEUE_EVERY
        if folded := self._app.requeue():
            log.info("events.requeued", events=folded)
