"""Who reads while views are rebuilt and swapped meets no error and no half-built view."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from benchmarks.readers import read, swap, write
from ingestd.projections import runner
from ingestd.projections.articles import articles
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog

ROUNDS = 4


def test_rebuilds_and_swaps_are_not_felt(database: Database, log: EventLog) -> None:
    runner.advance(database, log, articles)
    stopping = Event()
    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read, database, stopping.is_set) for _ in range(2)]
        writer = pool.submit(write, database, stopping.is_set)
        try:
            swap(database, ROUNDS)
        finally:
            stopping.set()

    seen = [reader.result() for reader in readers]
    assert [(each.errors, each.torn) for each in seen] == [([], []), ([], [])]
    assert all(each.seconds for each in seen)
    assert writer.result() > 0
