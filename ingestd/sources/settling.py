"""When a file that others write is whole: it was left alone, or whoever wrote it is done."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

CALM = 0.05
"""Seconds that a file is left after it was closed: some writers open it once more."""
SOON = 0.1
SPREAD = 0.5
TICK = 0.01


@dataclass(frozen=True, slots=True)
class Looks:
    """How a file looks; a writer can set back its time, but not when its state changed."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Looks":
        """How a file of this status looks."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class Settling:
    """Which files of a folder have settled, from one look to the next.

    A file has settled when its state has not changed for `settle` seconds: by the clock of its
    file system, or, where that runs ahead of ours, because it looked the same all that time. A
    file that was closed after writing or renamed into place is taken at once, so long as that
    happens once in `settle` seconds: who appends and closes again and again has to wait too.
    """

    def __init__(self, settle: float) -> None:
        self._settle = settle
        self._lock = Lock()
        self._heard: dict[str, bool] = {}
        self._hints: dict[str, bool] = {}
        self._moment = 0.0
        self._watched: dict[str, tuple[Looks, float]] = {}
        self._before: dict[str, tuple[Looks, float]] = {}
        self._closed: dict[str, Looks] = {}
        self._closed_before: dict[str, Looks] = {}
        self._early: dict[str, float] = {}

    def heard(self, name: str, *, renamed: bool) -> None:
        """A file was closed after writing or renamed into place; told from any thread."""
        with self._lock:
            self._heard[name] = renamed

    def begin(self, moment: float) -> None:
        """A look begins, at this time in seconds."""
        with self._lock:
            self._hints, self._heard = self._heard, {}
        self._moment = moment
        self._before, self._watched = self._watched, {}
        self._closed_before, self._closed = self._closed, {}
        recent = moment - self._settle
        self._early = {
            name: taken for name, taken in self._early.items() if recent < taken <= moment
        }

    def wait(self, name: str, status: os.stat_result) -> float:
        """In how many seconds to look again; 0 where the file may be read now."""
        untouched = self._moment - status.st_ctime
        if untouched >= self._settle:
            return 0.0
        looks = Looks.of(status)
        if self._is_done(name, looks, untouched):
            self._early[name] = self._moment
            return 0.0
        return self._left(name, looks, untouched)

    def _is_done(self, name: str, looks: Looks, untouched: float) -> bool:
        """Whether its writer is done with it, as far as was heard."""
        hint = self._hints.get(name)
        closed = self._closed_before.get(name)
        # `touch` leaves an empty file, for somebody to fill
        if name in self._early or looks.size == 0 or (hint is None and closed != looks):
            return False
        if hint or untouched >= CALM:
            return True
        self._closed[name] = looks
        return False

    def _left(self, name: str, looks: Looks, untouched: float) -> float:
        known, since = self._before.get(name, (looks, self._moment))
        if known != looks or since > self._moment:
            since = self._moment
        alone = max(self._moment - since, untouched)
        if alone >= self._settle:
            return 0.0
        self._watched[name] = (looks, since)
        if name in self._closed:
            return max(CALM - alone, TICK)
        return max(self._settle - alone, SOON)


def together(waits: Sequence[float]) -> float | None:
    """When to look again, of so many files that wait: once for those that settle soon after."""
    if not waits:
        return None
    first = min(waits)
    # who was heard to be done is waited for by somebody
    return first if first <= CALM else max(w for w in waits if w <= first + SPREAD)
