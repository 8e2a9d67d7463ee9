"""Many writers, several readers: nobody skips an event, sees one twice, or out of order."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import draft, polled, received
from tests.fixtures.stores import Given
from tests.survival.scripts import shortly

EVENTS = 4_000
PATIENCE = 180


@pytest.mark.slow
def test_readers_beside_writers_that_are_killed_see_every_event_once_in_order(
    store: tuple[str, ...],
) -> None:
    figures = shortly("tailing", "--events", str(EVENTS), *store)

    assert figures["events"] == figures["acknowledged"] == EVENTS
    assert figures["kills"] > 0
    assert EVENTS / 2 <= figures["events in the copy"] <= EVENTS


@pytest.mark.parametrize("ends", ["commit", "rollback"])
def test_no_reader_passes_an_event_that_is_written_and_not_committed(
    database: Database, log: EventLog, given: Given, ends: str
) -> None:
    given(polled(accepted=1))
    written, end = threading.Event(), threading.Event()

    def append_slowly() -> None:
        with database.writing() as connection:
            log.append(connection, [draft(received("slow"))])
            written.set()
            assert end.wait(PATIENCE)
            if ends == "rollback":
                connection.get_transaction().rollback()  # type: ignore[union-attr] # it is open

    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(append_slowly)
        assert written.wait(PATIENCE)
        quick = pool.submit(given, received("quick"))
        seen_meanwhile = positions(database, log)
        waits = not quick.done()
        end.set()
        slow.result()
        position = quick.result()[-1]

    assert (seen_meanwhile, waits) == ([1], True)
    assert position == (3 if ends == "commit" else 2)
    assert positions(database, log) == list(range(1, position + 1))


def test_an_unrelated_transaction_that_stays_open_hides_nothing(
    postgres: Database, log: EventLog
) -> None:
    with postgres.reading() as stranger:
        stranger.execute(sa.text("SET TRANSACTION READ WRITE"))
        stranger.execute(sa.text("SELECT txid_current()"))
        for number in range(1, 4):
            with postgres.writing() as connection:
                log.append(connection, [draft(received("a", revision=number))])

        assert positions(postgres, log) == [1, 2, 3]


def positions(database: Database, log: EventLog) -> list[int]:
    with database.reading() as connection:
        page = log.page(connection, after=0, limit=100)
    assert page.ceiling == len(page.events)
    return [recorded.position for recorded in page.events]
