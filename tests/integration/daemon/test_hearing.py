"""Another process's appends are heard of; should that fail, they are found all the same."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event

import pytest
from structlog.typing import EventDict

from ingestd.config.settings import Settings
from ingestd.daemon.following import Following
from ingestd.daemon.hearing import Hearing
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import draft, received
from tests.integration.daemon.parts import Ears, Turning

NEVER = 3600.0


@contextmanager
def hearing(database: Database, ring: Ears, *, pause: float = 0) -> Iterator[None]:
    stopping = Event()
    made = Hearing(database, ring=ring, stopping=stopping, pause=pause)
    made.start()
    yield
    stopping.set()
    made.join()


def append(database: Database, log: EventLog, *names: str) -> None:
    with database.writing() as connection:
        log.append(connection, [draft(received(name)) for name in names])


def hang_up(database: Database) -> int:
    """End every connection that listens; say how many there were."""
    with database.writing() as connection:
        ended = connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE query LIKE 'LISTEN%%' AND datname = current_database()"
        )
        return len(ended.all())


@pytest.mark.postgres
@pytest.mark.parametrize("several", [1, 20])
def test_what_another_process_appends_rings(
    postgres: Database, log: EventLog, several: int
) -> None:
    ring = Ears()

    with hearing(postgres, ring):
        ring.hear()  # the first, when it begins to listen
        append(postgres, log, *(f"{number}" for number in range(several)))
        ring.hear()  # fails where nothing rings in time

    assert ring.silent  # once for all of them


@pytest.mark.postgres
def test_what_is_given_up_does_not_ring(postgres: Database, log: EventLog) -> None:
    ring = Ears()

    with hearing(postgres, ring):
        ring.hear()
        with suppress(KeyboardInterrupt), postgres.writing() as connection:
            log.append(connection, [draft(received("lost"))])
            raise KeyboardInterrupt
        append(postgres, log, "a")
        ring.hear()

    assert ring.silent


@pytest.mark.postgres
def test_a_lost_connection_is_told_and_made_anew(
    postgres: Database, log: EventLog, lines: list[EventDict]
) -> None:
    ring = Ears()

    with hearing(postgres, ring):
        ring.hear()
        assert hang_up(postgres) == 1
        ring.hear()  # it listens again
        append(postgres, log, "a")
        ring.hear()

    assert [line["event"] for line in lines] == ["hearing.lost"]


@pytest.mark.postgres
def test_who_hears_nothing_any_more_looks_all_the_same(
    postgres: Database, log: EventLog, settings: Settings
) -> None:
    ring, bugs, stopping = Ears(), Ears(), Event()
    app = Turning(settings)
    following = Following(app, stopping=stopping, on_bug=bugs, look_anyway=0.01)

    with hearing(postgres, ring, pause=NEVER):
        ring.hear()
        assert hang_up(postgres) == 1
        following.start()
        append(postgres, log, "a")
        for _ in range(3):
            app.turned.hear()
        stopping.set()
        following.join()

    assert bugs.silent
    assert ring.silent


def test_there_is_nothing_to_hear_on_sqlite(sqlite: Database, log: EventLog) -> None:
    ring = Ears()

    with hearing(sqlite, ring):
        append(sqlite, log, "a")

    assert ring.silent
