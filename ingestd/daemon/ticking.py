"""APScheduler, by a clock that nobody sets.

By itself it compares the times of its jobs with the machine's clock: it stands still when that
is set back, and does everything at once when it is set forward.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger


class Ticker:
    """Does things every so many seconds, one after the other, in a thread of its own."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(
            jobstores={"default": _MonotonicJobs()},
            executors={"default": ThreadPoolExecutor(1)},
            # a late one is still wanted, and several missed ones are one
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone="UTC",
        )

    def every(self, seconds: float, work: Callable[[], None]) -> None:
        """Do this again and again; it raises nothing."""
        self._scheduler.add_job(work, _Every(seconds))

    def start(self) -> None:
        """Begin to count."""
        self._scheduler.start()

    def stop(self) -> None:
        """Wait for what is under way, and do no more."""
        self._scheduler.shutdown(wait=True)


class _Every(BaseTrigger):  # type: ignore[misc]  # it ships no types
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        return now + timedelta(seconds=self.seconds)


class _MonotonicJobs(MemoryJobStore):  # type: ignore[misc]  # it ships no types
    """Tells the scheduler what is due by the monotonic clock, in the words of the machine's."""

    def __init__(self) -> None:
        super().__init__()
        self._due: dict[str, float] = {}
        self._asked_at: datetime | None = None

    def add_job(self, job: Job) -> None:
        super().add_job(job)
        self._due[job.id] = monotonic() + job.trigger.seconds

    def update_job(self, job: Job) -> None:
        super().update_job(job)
        self._due[job.id] = monotonic() + job.trigger.seconds

    def get_due_jobs(self, now: datetime) -> list[Job]:
        self._asked_at, moment = now, monotonic()
        due = [job for job in self.get_all_jobs() if self._due[job.id] <= moment]
        for job in due:
            job.next_run_time = now
        return due

    def get_next_run_time(self) -> datetime | None:
        if self._asked_at is None or not self._due:
            return None
        return self._asked_at + timedelta(seconds=min(self._due.values()) - monotonic())
