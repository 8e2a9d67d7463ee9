"""What readers feel of rebuilds and swaps while news come in: errors, torn reads, the worst wait.

`python -m benchmarks.readers [--events N] [--rounds N] [--readers N] [--store URL]`. Readers
and the newsroom are processes of their own; beside it, in the same run, the same readers and
the same news without a rebuild. The store of `--store` must be an empty PostgreSQL; SQLite else.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import get_context
from multiprocessing.synchronize import Event as SharedEvent
from pathlib import Path
from queue import Queue
from statistics import quantiles
from threading import Event
from time import perf_counter
from typing import Any

import sqlalchemy as sa

from benchmarks.history import Time, append
from ingestd.clock import system_clock
from ingestd.events import DocumentParsed, DocumentReceived, Draft
from ingestd.events.ids import digest, document_id
from ingestd.projections.articles import articles
from ingestd.projections.runner import Following
from ingestd.replay import rebuild, roll_back
from ingestd.store import schema
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

Stop = Callable[[], bool]
BREATH = 0.002
SHOWN = sa.text("SELECT count(*) FROM articles")
KEPT = sa.text("SELECT count(DISTINCT article) FROM article_revisions")


@dataclass(slots=True)
class Seen:
    """What a reader met: seconds of each read, reads that did not fit together, errors."""

    seconds: list[float] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def read(database: Database, stop: Stop) -> Seen:
    """Read two views at one moment again and again: both tell of the same articles, never fewer."""
    seen, before, pause = Seen(), 0, Event()
    while not stop():
        begun = perf_counter()
        try:
            with database.reading() as connection:
                shown = connection.execute(SHOWN).scalar_one()
                kept = connection.execute(KEPT).scalar_one()
        except Exception as error:  # noqa: BLE001 - whatever it is: readers are to meet none
            seen.errors.append(repr(error))
            continue
        seen.seconds.append(perf_counter() - begun)
        if shown != kept or shown < before:
            seen.torn.append(f"{shown} of {kept} articles, after {before}")
        before = shown
        pause.wait(BREATH)
    return seen


def write(database: Database, stop: Stop) -> int:
    """Append an article every few milliseconds, and fold what is served; return how many."""
    log = EventLog(system_clock)
    following, pause = Following(database, log, articles), Event()
    with database.peeking() as connection:
        first = log.head(connection)
    for number in count():
        if stop():
            return number
        with database.writing() as connection:
            log.append(connection, list(_news(first + number)))
        following.advance()
        pause.wait(5 * BREATH)
    raise AssertionError("numbers do not end")


def _news(number: int) -> Iterator[Draft]:
    blob = digest(f"fresh {number}".encode())
    document = document_id(blob)
    origin = f"file:///fresh/{number}.txt"
    yield Draft(
        event=DocumentReceived(
            document=document, revision=1, source="fresh", origin=origin, blob=blob,
            media_type="text/plain", size=100,
        ),
        actor="intake@1",
    )  # fmt: skip
    yield Draft(
        event=DocumentParsed(
            document=document, revision=1, blob=blob, text=blob, language="en",
            title=f"Fresh {number}", published=None, author=None, words=9, blocks=(),
            parser="plain@1",
        ),
        actor="parse@1",
    )  # fmt: skip


def swap(database: Database, rounds: int) -> None:
    """Rebuild, and go back, so often."""
    log = EventLog(system_clock)
    for _ in range(rounds):
        rebuild(database, log, articles)
        roll_back(database, log, articles)


def main() -> None:
    """Measure twice, and print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--store", help="the URL of an empty PostgreSQL")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.store or f"sqlite:///{Path(folder) / 'ingestd.db'}"
        database = Database(place)
        schema.ensure(database, Time())
        append(database, given.events)
        rebuild(database, EventLog(system_clock), articles)
        begun = perf_counter()
        with _others(place, given.readers) as told:
            swap(database, given.rounds)
        took = perf_counter() - begun
        _tell(f"{given.rounds} rebuilds and {2 * given.rounds} swaps", told)
        with _others(place, given.readers) as told:
            Event().wait(took)
        _tell("the same time without", told)
        database.close()


@contextmanager
def _others(place: str, readers: int) -> Iterator[list[Any]]:
    """Readers and the newsroom, at work until the end of the block; then what they tell."""
    context = get_context("spawn")
    stopping, answers = context.Event(), context.Queue()
    works = [read] * readers + [write]
    processes = [
        context.Process(target=_work, args=(work, place, stopping, answers)) for work in works
    ]
    for process in processes:
        process.start()
    told: list[Any] = []
    try:
        yield told
    finally:
        stopping.set()
        told += [answers.get() for _ in processes]
        for process in processes:
            process.join()


def _work(
    work: Callable[[Database, Stop], Any],
    place: str,
    stopping: SharedEvent,
    answers: Queue[Any],
) -> None:
    database = Database(place)
    answers.put(work(database, stopping.is_set))
    database.close()


def _tell(title: str, told: list[Any]) -> None:
    seen = [each for each in told if isinstance(each, Seen)]
    seconds = [second for each in seen for second in each.seconds]
    last = quantiles(seconds, n=1000)
    print(
        f"{title}: {len(seconds)} reads, {sum(n for n in told if isinstance(n, int))} articles "
        f"came in; {sum(len(each.errors) for each in seen)} errors, "
        f"{sum(len(each.torn) for each in seen)} torn; "
        f"median {1000 * last[499]:.1f} ms, 99.9 % {1000 * last[998]:.0f} ms, "
        f"worst {1000 * max(seconds):.0f} ms"
    )
    for fault in [fault for each in seen for fault in each.errors + each.torn][:5]:
        print(f"  {fault}")


if __name__ == "__main__":
    main()
