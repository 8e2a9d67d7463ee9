"""How fast a log is folded, projection by projection, and what it costs as the log grows.

`python -m benchmarks.replaying [--events N] [--histories FOLDER]` folds every projection from
the log of `benchmarks.history` into a new generation, one after the other, each in a process
of its own. Beside it, in the same run, what reading and decoding the same log costs alone,
and what bare sqlite3 takes to write the rows that it comes to: together the physical limit.
"""

import argparse
import gc
import multiprocessing
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.history import Time, history
from benchmarks.rows_alone import write_alone
from ingestd.app import PROJECTIONS
from ingestd.projections.projection import Projection
from ingestd.projections.session import AT_ONCE, Session
from ingestd.replay import PAGE, large_pages
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What folding a log took: events, seconds by the clock and of work, peak of memory in MiB."""

    name: str
    events: int
    wall: float
    cpu: float
    peak: int


@contextmanager
def copied(made: Path) -> Iterator[Database]:
    with tempfile.TemporaryDirectory(dir=made.parent) as folder:
        shutil.copy(made / "ingestd.db", folder)
        database = Database.in_folder(Path(folder))
        yield database
        database.close()


def read(made: Path) -> Took:
    """Look at every event, and do nothing."""
    gc.disable()  # as in the processes of `replay`
    database, log = Database.in_folder(made), EventLog(Time())
    begun, worked, position = perf_counter(), process_time(), 0
    while True:
        with database.peeking() as connection:
            page = log.page(connection, after=position, limit=AT_ONCE)
        if page.ceiling == page.floor:
            break
        position = page.ceiling
    return _took("scan and decode", position, begun, worked)


def fold(made: Path, projection: Projection) -> list[Took]:
    """Fill a new generation; then write its rows, each once, without folding anything."""
    with copied(made) as database:
        with database.writing() as connection:
            generation = generations.first(connection, projection.shape)
        session = Session(database, EventLog(Time()), projection, generation)
        begun, worked, position = perf_counter(), process_time(), 0
        while (page := session.advance(limit=PAGE)).ceiling > page.floor:
            position = page.ceiling
            large_pages.ask()  # as in the processes of `replay`
        took = _took(projection.name, position, begun, worked)
        tables = [generations.numbered(table, 1) for table in projection.shape.tables]
        source = Path(database.where.removeprefix("sqlite:///"))
        alone = write_alone(source, tables, source.with_name("alone.db"))
        rows = f"its rows, {alone.rows}, {alone.size // 10**6} MB"
        return [took, replace(took, name=rows, wall=alone.wall, cpu=alone.cpu)]


def _took(name: str, events: int, begun: float, worked: float) -> Took:
    return Took(
        name=name,
        events=events,
        wall=perf_counter() - begun,
        cpu=process_time() - worked,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def measured(made: Path) -> list[Took]:
    fresh = multiprocessing.get_context("spawn")
    with fresh.Pool(1, maxtasksperchild=1) as pool:
        scanned = pool.apply(read, (made,))
        names = [projection.name for projection in PROJECTIONS]
        folded = [pool.apply(fold_named, (made, name)) for name in names]
        return [scanned, *chain.from_iterable(folded)]


def fold_named(made: Path, name: str) -> list[Took]:
    gc.disable()
    return fold(made, next(each for each in PROJECTIONS if each.name == name))


def tell(took: Took) -> None:
    per_event = took.cpu / took.events * 1e6
    print(
        f"{took.name:<28} {took.events:>9} events  {took.events / took.wall:>9.0f} events/s  "
        f"{per_event:>6.1f} µs of work each  peak {took.peak} MiB"
    )


def main() -> None:
    """Measure and print: a log, and one of a tenth of its length, side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--histories", type=Path, default=Path("var/histories"))
    given = parser.parse_args()
    small, large = (
        measured(history(given.histories, events))
        for events in (given.events // 10, given.events)
    )
    for took in (*small, *large):
        tell(took)
    for one, ten in zip(small, large, strict=True):
        if ten.name.startswith("its rows"):
            continue
        ratio = ten.cpu / ten.events / (one.cpu / one.events)
        print(
            f"{one.name:<28} an event costs {ratio:.2f} x what it costs in a tenth of the log"
        )


if __name__ == "__main__":
    main()
