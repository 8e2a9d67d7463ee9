"""The thread of an extractor that asks over a network: slow, and alone with its failures."""

from collections.abc import Callable
from threading import Event, Thread

import structlog

from ingestd.errors import StoreError, UnavailableError
from ingestd.pipeline.remote import RemoteStep

log = structlog.get_logger()
LOOK_ANYWAY = 1.0
PAUSE = 5.0
PATIENCE = 5.0
"""Seconds that an answer under way may take when the daemon stops; it is asked for again."""


class Asking:
    """Reads one document after the other; `ring` is called after each.

    Where nobody can be asked, or the store fails, it waits; a bug is handed to `on_bug`.
    """

    def __init__(
        self,
        step: RemoteStep,
        *,
        stopping: Event,
        ring: Callable[[], None],
        on_bug: Callable[[BaseException], None],
        look_anyway: float = LOOK_ANYWAY,
    ) -> None:
        self._step = step
        self._stopping = stopping
        self._ring = ring
        self._on_bug = on_bug
        self._look_anyway = look_anyway
        # it may wait for an answer for minutes: the process ends without it
        self._thread = Thread(target=self._ask, name=f"ask-{step.name}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def join(self) -> None:
        """Wait a moment for the answer that is under way; nothing is recorded of it after that."""
        self._thread.join(PATIENCE)

    def _ask(self) -> None:
        try:
            while not self._stopping.is_set():
                self._turn()
        except BaseException as error:  # noqa: BLE001 - handed on: it ends the daemon
            self._on_bug(error)

    def _turn(self) -> None:
        try:
            passed = self._step.advance()
        except UnavailableError as error:
            if not self._stopping.is_set():
                log.warning(
                    "extractor.unavailable",
                    extractor=self._step.name,
                    reason=str(error),
                    hint=error.hint,
                )
            self._stopping.wait(self._step.pause(error))
            return
        except StoreError as error:
            if not error.retryable:
                raise
            log.error("store.failed", reason=str(error), hint=error.hint)
            self._stopping.wait(PAUSE)
            return
        if passed:
            self._ring()
        else:
            self._stopping.wait(self._look_anyway)
