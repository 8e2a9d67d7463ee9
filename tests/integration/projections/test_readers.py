"""Who reads while views are rebuilt and swapped meets no error and no half-built view."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from benchmarks.readers import read, swap, write
from ingestd.projections import runner
from ingestd.projections.articles import articles
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

ROUNDS = 4
PATIENCE = 60.0


class Work:
    """Goes on until it is told to stop; `begun` once it has been done the first time."""

    def __init__(self) -> None:
        self.stopping, self.begun = Event(), Event()
        self._was_asked = False

    def stops(self) -> bool:
        if self._was_asked:
            self.begun.set()
        self._was_asked = True
        return self.stopping.is_set()


def test_rebuilds_and_swaps_are_not_felt(database: Database, log: EventLog) -> None:
    runner.advance(database, log, articles)
    one, other, writing = works = [Work() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read, database, work.stops) for work in (one, other)]
        writer = pool.submit(write, database, writing.stops)
        try:
            assert all(work.begun.wait(PATIENCE) for work in works)
            swap(database, ROUNDS)
        finally:
            for work in works:
                work.stopping.set()

    seen = [reader.result() for reader in readers]
    assert [(each.errors, each.torn) for each in seen] == [([], []), ([], [])]
    assert all(each.seconds for each in seen)
    assert writer.result() > 0
