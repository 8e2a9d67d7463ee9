"""The parent's side: a few children, begun when they are needed, ended when they must be."""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from typing import TypeVar

import msgspec

from ingestd.confinement.begetting import Nursery
from ingestd.confinement.child import Answered, Asked
from ingestd.confinement.frames import receive, send
from ingestd.confinement.task import Bounds, StoppedError, Task
from ingestd.errors import UnreadableError

A = TypeVar("A")
R = TypeVar("R")
GROWN = 512 * 2**20
"""Bytes above which a child is ended after its task; what reads Russian needs 350 MB."""
LONGEST_ANSWER = 2**28
"""Bytes above which a child is taken for one that went mad."""


class Children:
    """At most `count` children at once, each with one task; safe between threads."""

    def __init__(self, count: int, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        self._nursery = Nursery(self._bounds.memory)
        self._free = BoundedSemaphore(count)
        self._lock = Lock()
        self._idle: deque[_Child] = deque()

    def run(self, task: Task[A, R], argument: A) -> R:
        """Run a task in a child; see Confinement.

        A task that waits for a free child does not lose time by it.
        """
        patience = task.patience or self._bounds
        asked = Asked(
            place=task.place,
            asks=f"{task.asks.__module__}:{task.asks.__qualname__}",
            argument=msgspec.msgpack.encode(argument),
            work=patience.work,
        )
        with self._child() as child:
            answered = child.ask(msgspec.msgpack.encode(asked), patience.seconds)
        if answered.error is not None:
            raise UnreadableError(answered.error, hint=answered.hint)
        if answered.bug is not None or answered.answer is None:
            raise _stopped(f"the reader failed: {answered.bug}")
        try:
            return msgspec.msgpack.decode(answered.answer, type=task.answers)
        except msgspec.MsgspecError as error:
            raise _stopped(f"the reader's answer is none: {error}") from error

    def warm(self, *places: str) -> None:
        """Have functions called, by their places, for what they leave loaded in every child."""
        for place in places:
            self._nursery.load(place)

    def close(self) -> None:
        """End those that have nothing to do; the others end with their task."""
        with self._lock:
            children, self._idle = self._idle, deque()
        for child in children:
            child.end()
        self._nursery.close()

    @contextmanager
    def _child(self) -> Iterator["_Child"]:
        with self._free:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            child = child or _Child(self._nursery)
            try:
                yield child
            except BaseException:
                child.end()
                raise
            if child.size > GROWN:
                child.end()
                return
            with self._lock:
                self._idle.append(child)


class _Child:
    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self.size = 0
        self._number, self._connection = nursery.beget()

    def ask(self, message: bytes, seconds: float) -> Answered:
        """Send a task and wait so long for what comes of it; raises StoppedError."""
        deadline = time.monotonic() + seconds
        try:
            send(self._connection, message, deadline=deadline)
            reply = receive(self._connection, deadline=deadline, limit=LONGEST_ANSWER)
        except TimeoutError as error:
            raise _stopped(f"reading it took over {seconds:g} s") from error
        except ConnectionError as error:
            raise _stopped("the reader died") from error
        if reply is None:
            raise _stopped("the reader died of it")
        try:
            answered = msgspec.msgpack.decode(reply, type=Answered)
        except msgspec.MsgspecError as error:
            raise _stopped("the reader answered nonsense") from error
        self.size = answered.size
        return answered

    def end(self) -> None:
        """End it at once."""
        self._connection.close()
        self._nursery.end(self._number)


def _stopped(reason: str) -> StoppedError:
    return StoppedError(reason, hint="look at the document itself; it may be made to stall")
