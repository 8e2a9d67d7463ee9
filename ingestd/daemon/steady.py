"""The machine's clock, but for its steps: those are noticed first, and followed then."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from ingestd.clock import Clock

TOLERATED = 2.0
"""Seconds. A smaller difference is a clock that is being corrected, and needs no care."""


def elapsed() -> float:
    """Seconds since the machine was started, sleep included: after a sleep time has passed."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class SteadyClock:
    """Goes on evenly from where the machine's clock was, until it is told to agree with it."""

    def __init__(self, wall: Clock, elapsed: Callable[[], float] = elapsed) -> None:
        self._wall, self._elapsed = wall, elapsed
        self._base = (wall(), elapsed())

    def __call__(self) -> datetime:
        """The time, by the machine's clock as it was when they agreed."""
        then, begun = self._base
        return then + timedelta(seconds=self._elapsed() - begun)

    @property
    def step(self) -> float:
        """By how many seconds the machine's clock was set since; 0 where it merely drifts."""
        difference = (self._wall() - self()).total_seconds()
        return difference if abs(difference) > TOLERATED else 0.0

    def agree(self) -> None:
        """Take the machine's time."""
        self._base = (self._wall(), self._elapsed())

    @contextmanager
    def reverting(self) -> Iterator[None]:
        """Where the block fails, go on as if they had not agreed."""
        before = self._base
        try:
            yield
        except BaseException:
            self._base = before
            raise
