"""All projections of a program: followed, built where other code made them, tended when idle."""

from collections.abc import Callable, Iterable, Sequence
from os import cpu_count
from typing import Any, Literal

from ingestd.clock import Clock
from ingestd.projections import runner
from ingestd.projections.projection import Projection
from ingestd.projections.runner import Following
from ingestd.replay.changes import log_changes
from ingestd.replay.children import Job, at_once
from ingestd.replay.comparing import verify
from ingestd.replay.outcomes import Progress, ProgressOf, Rebuilt, Verified, silent
from ingestd.replay.rebuilding import rebuild
from ingestd.replay.standby import roll_back, standing_by, tend
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

Work = Literal["rebuild", "verify"]
LONG = 5_000
"""Events from which on a process of its own for each projection is worth its start."""


class Views:
    """What is read, of all projections together; for one thread.

    `apart` says how to do a piece of work on one of them in a process of its own.
    """

    def __init__(
        self,
        database: Database,
        log: EventLog,
        projections: Sequence[Projection],
        *,
        clock: Clock,
        apart: Callable[[Work, Projection], Job[Any]] | None = None,
    ) -> None:
        self._database = database
        self._log = log
        self._projections = projections
        self._clock = clock
        self._apart = apart
        self._following = [Following(database, log, each) for each in projections]

    def follow(self) -> int:
        """Move every projection one page forward; return the positions passed.

        Where there is nothing to do, what stands by is moved instead, which does not count.
        """
        moved = sum(each.advance() for each in self._following)
        if not moved:
            for projection in self._projections:
                tend(self._database, self._log, projection, clock=self._clock)
        return moved

    def requeue(self) -> int:
        """Try again what is parked, in order; return how many events are folded now."""
        return sum(each.requeue() for each in self._following)

    def outdated(self) -> list[Projection]:
        """Those that are not served yet, or as another version of the code folded them."""
        return [
            each for each in self._projections if not runner.is_current(self._database, each)
        ]

    def renew(self, progress: Progress = silent) -> None:
        """Serve all as today's code folds them: what stands by, where that is so, or anew."""
        stale = [each for each in self.outdated() if not self._went_back(each)]
        self.rebuild(stale, lambda _name: progress)

    def rebuild(
        self, projections: Sequence[Projection], progress_of: ProgressOf
    ) -> list[Rebuilt]:
        """Fold the log anew and serve that; several at once where the log is long."""
        rebuilt: list[Rebuilt] = self._each("rebuild", projections, progress_of)
        for each in rebuilt:
            log_changes(each)  # here: a process of its own has no log for it
        return rebuilt

    def verify(
        self, projections: Sequence[Projection], progress_of: ProgressOf
    ) -> list[Verified]:
        """Compare what is served with a rebuild; several at once where the log is long."""
        return self._each("verify", projections, progress_of)

    def one(
        self, work: Work, projection: Projection, progress: Progress = silent
    ) -> Rebuilt | Verified:
        """Do one of them here."""
        if work == "verify":
            return verify(self._database, self._log, projection, progress)
        return rebuild(self._database, self._log, projection, progress, clock=self._clock)

    def roll_back(self, projections: Iterable[Projection]) -> list[Rebuilt]:
        """Serve what stands by, which then changes places with what is served."""
        return [
            roll_back(self._database, self._log, each, clock=self._clock)
            for each in projections
        ]

    def _went_back(self, projection: Projection) -> bool:
        """Serve what stands by if this version of the code folded it: an upgrade was undone."""
        standby = standing_by(self._database, projection)
        if standby is None or standby.version != projection.shape.version:
            return False
        self.roll_back([projection])
        return True

    def _each(
        self, work: Work, projections: Sequence[Projection], progress_of: ProgressOf
    ) -> list[Any]:
        progresses = [progress_of(each.name) for each in projections]
        if self._apart is not None and len(projections) > 1 and self._is_long():
            jobs = [self._apart(work, each) for each in projections]
            return at_once(jobs, progresses, most=cpu_count() or 1)
        return [
            self.one(work, each, progress)
            for each, progress in zip(projections, progresses, strict=True)
        ]

    def _is_long(self) -> bool:
        with self._database.peeking() as connection:
            return self._log.head(connection) > LONG
