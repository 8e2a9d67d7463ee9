"""Reading ahead changes nothing but how long a rebuild takes."""

import threading

import pytest
import sqlalchemy as sa

from ingestd.errors import UnknownEventError
from ingestd.events import DocumentReceived, Recorded
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay.filling import begin, catch_up, reach
from ingestd.replay.outcomes import silent
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.rows import Tables
from ingestd.store.tables import EVENTS, LOG_HEAD
from tests.fixtures.building import received
from tests.fixtures.stores import Given

PLACES = sa.Table(
    "places__gen",
    sa.MetaData(),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
)


def noting(*, stops_at: int | None = None) -> Projection:
    """A projection of the tests' own: each position, and how often it was folded."""
    places = Projection(
        "places", version=1, tables=[PLACES], views=[("places", sa.select(PLACES))]
    )

    @places.on(DocumentReceived)
    def note(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
        if recorded.position == stops_at:
            raise KeyboardInterrupt
        row = tables[PLACES].get(recorded.position) or {
            "position": recorded.position,
            "times": 0,
        }
        tables[PLACES].put(row | {"times": row["times"] + 1})

    return places


def fold_pages(session: Session, count: int, *, limit: int) -> None:
    with session.reading_ahead():
        for _ in range(count):
            session.advance(limit=limit)


def noted(database: Database, session: Session) -> list[tuple[int, int]]:
    with database.reading() as connection:
        generations.entered(connection, session.generation)
        found = connection.execute(sa.select(PLACES).order_by(PLACES.c.position))
        return [(position, times) for position, times in found]


def reached(database: Database, session: Session) -> int:
    with database.reading() as connection:
        return checkpoints.position_of(connection, session.generation.reader)


def written_by_a_later_version(database: Database) -> None:
    """An event at the end of the log of which this program knows nothing."""
    with database.writing() as connection:
        last = connection.execute(
            sa.select(EVENTS).order_by(EVENTS.c.position.desc()).limit(1)
        ).one()
        place = {"position": last.position + 1, "version": last.version + 1}
        unknown = {**last._mapping, **place, "schema": 99}
        connection.execute(EVENTS.insert().values(**unknown))
        connection.execute(LOG_HEAD.update().values(position=place["position"]))


def is_anything_left(database: Database) -> bool:
    """Whether a thread reads on, or holds a connection."""
    threads = [thread.name for thread in threading.enumerate()]
    pool = database._engine.pool
    assert isinstance(pool, sa.pool.QueuePool)
    return any(name.startswith("read-ahead") for name in threads) or pool.checkedout() > 0


@pytest.mark.parametrize("page", [1, 3, 7, 40, 41])
def test_every_event_is_folded_once(
    database: Database, log: EventLog, given: Given, page: int
) -> None:
    given(*(received(f"{number}") for number in range(40)))
    session = begin(database, log, noting())

    with session.reading_ahead():
        while session.advance(limit=page).ceiling < 40:
            pass

    assert noted(database, session) == [(position, 1) for position in range(1, 41)]
    assert not is_anything_left(database)


def test_what_comes_while_a_page_is_ahead_is_folded_once(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received(f"{number}") for number in range(5)))
    session = begin(database, log, noting())

    with session.reading_ahead():
        for number in range(5, 20):
            session.advance(limit=3)
            given(received(f"{number}"))
        while (page := session.advance(limit=3)).ceiling > page.floor:
            pass

    assert noted(database, session) == [(position, 1) for position in range(1, 21)]


def test_pages_of_another_worker_are_not_folded_again(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received(f"{number}") for number in range(12)))
    one = begin(database, log, noting())
    other = Session(database, log, noting(), one.generation)

    with one.reading_ahead():
        one.advance(limit=3)
        other.advance(limit=4)  # while one has the page behind its own ahead
        while one.advance(limit=3).ceiling < 12:
            pass

    assert noted(database, one) == [(position, 1) for position in range(1, 13)]


def test_an_error_in_reading_ahead_reaches_the_caller_and_leaves_what_was_folded(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received(f"{number}") for number in range(9)))
    written_by_a_later_version(database)
    session = begin(database, log, noting())

    with pytest.raises(UnknownEventError):
        fold_pages(session, 2, limit=5)

    assert reached(database, session) == 5
    assert noted(database, session) == [(position, 1) for position in range(1, 6)]
    assert not is_anything_left(database)


def test_who_reaches_a_position_does_not_stumble_over_what_is_behind_it(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received(f"{number}") for number in range(9)))
    written_by_a_later_version(database)
    session = begin(database, log, noting())

    reach(database, log, session, 9, progress=silent)

    assert reached(database, session) == 9


def test_a_stop_while_a_page_is_ahead_leaves_nothing_behind(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received(f"{number}") for number in range(20)))
    session = begin(database, log, noting(stops_at=9))

    with pytest.raises(KeyboardInterrupt):
        fold_pages(session, 2, limit=5)

    assert not is_anything_left(database)
    again = begin(database, log, noting())
    assert again.generation == session.generation
    catch_up(database, log, again)
    assert noted(database, again) == [(position, 1) for position in range(1, 21)]
