"""What the main thread is told: signals, and what ended a part of the daemon."""

import signal
from queue import Empty, SimpleQueue
from time import monotonic

Message = signal.Signals | BaseException
AWAKE = 1.0
"""Seconds for which the main thread sleeps at most.

A signal that comes while it falls asleep, or that another thread is given, does not wake it;
what handles signals runs only in it, and only when it is awake.
"""


class Messages:
    """A queue that signal handlers may put into; read by the main thread."""

    def __init__(self) -> None:
        # its put is safe inside a signal handler; an Event's set is not
        self._queue: SimpleQueue[Message] = SimpleQueue()

    def put(self, message: Message) -> None:
        """Tell the main thread; safe from all threads."""
        self._queue.put(message)

    def wait(self, seconds: float | None) -> Message | None:
        """Return the next message; None where none came in so many seconds."""
        until = monotonic() + seconds if seconds is not None else float("inf")
        while True:
            left = max(until - monotonic(), 0)
            try:
                return self._queue.get(timeout=min(left, AWAKE))
            except Empty:
                if left <= AWAKE:
                    return None
