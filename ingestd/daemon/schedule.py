"""APScheduler says when a source is due."""

from collections.abc import Callable, Iterable

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from ingestd.sources.found import Source

CALM = 60.0


class Schedule:
    """Asks for a look at every source each `every` seconds, and for calm work each minute."""

    def __init__(
        self,
        sources: Iterable[Source],
        *,
        ask: Callable[[str], None],
        calm: Callable[[], None],
    ) -> None:
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(1)},
            # a late look is still a look, and several missed ones are one
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone="UTC",
        )
        for source in sources:
            self._scheduler.add_job(
                ask, "interval", seconds=source.pace.start, args=[source.name], id=source.name
            )
        self._scheduler.add_job(calm, "interval", seconds=CALM)

    def start(self) -> None:
        """Begin to count."""
        self._scheduler.start()

    def stop(self) -> None:
        """Ask no more."""
        self._scheduler.shutdown(wait=True)
