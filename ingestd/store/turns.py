"""Whose turn it is to write, among the threads of one process: first come, first served."""

from collections import deque
from threading import Event, Lock
from types import TracebackType


class Turns:
    """A lock given in the order in which it was asked for.

    SQLite lets whoever asks again at once pass those who wait; a thread could wait for ever.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Event] = deque()
        self._taken = False

    def __enter__(self) -> None:
        """Wait for one's turn."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            turn = Event()
            self._waiting.append(turn)
        try:
            turn.wait()
        except BaseException:
            self._leave(turn)
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the turn to the one who has waited longest."""
        with self._guard:
            self._pass_on()

    def _leave(self, turn: Event) -> None:
        """Wait no longer; a turn that has just come is passed on."""
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:
                self._pass_on()

    def _pass_on(self) -> None:
        if self._waiting:
            self._waiting.popleft().set()
        else:
            self._taken = False
