"""How far long work has come: bars for people, JSON Lines for programs, both on stderr."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingestd.clock import Clock
    from ingestd.replay.outcomes import Progress, ProgressOf

EVERY = timedelta(seconds=0.5)


@contextmanager
def shown(*, as_json: bool, clock: "Clock") -> Iterator["ProgressOf"]:
    """What to tell progress to, by the name of the work."""
    if as_json:
        yield lambda name: Lines(name, clock)
    elif sys.stderr.isatty():
        with _bars() as bars:
            yield bars
    else:
        from ingestd.replay import silent

        yield lambda _name: silent


class Lines:
    """One object per line, two a second at most: `projection, position, head, rate, remaining`.

    `rate` is in events per second, `remaining` in seconds at that rate. What is done in no
    time is not told of.
    """

    def __init__(self, name: str, clock: "Clock") -> None:
        self._name = name
        self._clock = clock
        self._begun: tuple[datetime, int] | None = None
        self._told: datetime | None = None

    def __call__(self, done: int, head: int) -> None:
        """Tell it, unless something was told just now."""
        now = self._clock()
        if self._begun is None or self._told is None:
            self._begun, self._told = (now, done), now
        elif now - self._told >= EVERY:
            self._told = now
            self._tell(done, head, since=self._begun, now=now)

    def _tell(
        self, done: int, head: int, *, since: tuple[datetime, int], now: datetime
    ) -> None:
        begun, first = since
        rate = (done - first) / (now - begun).total_seconds()
        line = {
            "projection": self._name,
            "position": done,
            "head": head,
            "rate": round(rate),
            "remaining": round((head - done) / rate, 1) if rate else None,
        }
        sys.stderr.write(json.dumps(line) + "\n")


@contextmanager
def _bars() -> Iterator["ProgressOf"]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:

        def of(name: str) -> "Progress":
            bar = bars.add_task(name, total=None, rate="")
            task = next(task for task in bars.tasks if task.id == bar)

            def tell(done: int, head: int) -> None:
                rate = f"{task.speed:,.0f}/s" if task.speed else ""
                bars.update(bar, completed=done, total=head, rate=rate)

            return tell

        yield of
