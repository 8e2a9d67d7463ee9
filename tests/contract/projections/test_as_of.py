"""The past, folded into a file of its own, is what was served at that time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingestd.app import PROJECTIONS
from ingestd.clock import rfc3339
from ingestd.errors import ConflictError, StoreError, UsageError
from ingestd.replay.as_of import Past, past, write_past
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.tables import EVENTS, LOG_HEAD
from tests.contract.projections.histories import LIFE
from tests.contract.projections.test_replay import counting, live, rows
from tests.fixtures.building import draft, received
from tests.fixtures.stores import Given, HandClock

Written = Callable[..., Database]


@pytest.fixture
def written(database: Database, tmp_path: Path, clock: HandClock) -> Written:
    """Write the past up to a position, and open the file."""

    def write(position: int, *projections: object, name: str = "past.sqlite") -> Database:
        write_past(
            database,
            projections or (counting(),),  # type: ignore[arg-type]  # one default for all
            Past(position=position, recorded_at=""),
            tmp_path / name,
            clock=clock,
            progress=lambda _done, _head: None,
        )
        return Database(sa.URL.create("sqlite", database=str(tmp_path / name)))

    return write


def test_a_moment_of_a_history_is_folded_to_what_was_served_then(
    database: Database, log: EventLog, given: Given, written: Written
) -> None:
    served = []
    for fact in LIFE:
        given(fact)
        for projection in PROJECTIONS:
            live(database, log, projection)
        served.append([rows(database, projection) for projection in PROJECTIONS])

    for position, then in list(enumerate(served, start=1))[::3]:
        copy = written(position, *PROJECTIONS, name=f"{position}.sqlite")
        assert [rows(copy, projection) for projection in PROJECTIONS] == then
        copy.close()


def test_the_log_up_to_then_is_in_the_file_as_it_stood(
    database: Database, given: Given, written: Written
) -> None:
    given(received("a"), received("b"))
    with database.reading() as connection:
        head = connection.execute(sa.select(LOG_HEAD)).one()
        events = connection.execute(sa.select(EVENTS).order_by("position")).all()
    given(received("c"))

    copy = written(2)

    with copy.reading() as connection:
        assert connection.execute(sa.select(LOG_HEAD)).one() == head
        assert connection.execute(sa.select(EVENTS).order_by("position")).all() == events
    copy.close()


def test_nothing_can_be_added_to_the_past(
    given: Given, written: Written, log: EventLog
) -> None:
    given(received("a"))
    copy = written(1)

    with pytest.raises(ConflictError, match="nothing can be added"), copy.writing() as there:
        log.append(there, [draft(received("b"))])
    copy.close()


def test_the_file_needs_no_other_beside_it(
    given: Given, written: Written, tmp_path: Path
) -> None:
    given(received("a"))
    written(1).close()

    assert [path.name for path in tmp_path.glob("*past*")] == ["past.sqlite"]


def test_a_file_that_is_there_is_left_alone(
    given: Given, written: Written, tmp_path: Path
) -> None:
    given(received("a"))
    (tmp_path / "past.sqlite").write_text("mine")

    with pytest.raises(UsageError, match="is there already"):
        written(1)

    assert (tmp_path / "past.sqlite").read_text() == "mine"


def test_what_failed_or_was_left_by_a_killed_run_leaves_nothing(
    given: Given, written: Written, tmp_path: Path, database: Database, clock: HandClock
) -> None:
    given(received("a"))
    (tmp_path / ".past.sqlite.part").write_text("half")

    def interrupt(_done: int, _head: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_past(
            database,
            [counting()],
            Past(position=1, recorded_at=""),
            tmp_path / "past.sqlite",
            clock=clock,
            progress=interrupt,
        )

    assert list(tmp_path.glob("*past*")) == []
    assert rows(written(1), counting()) == {"counts__gen": [{"document": "art_a", "times": 1}]}


def test_a_folder_that_is_not_there_is_named(given: Given, written: Written) -> None:
    given(received("a"))

    with pytest.raises(StoreError, match="nowhere"):
        written(1, name="nowhere/past.sqlite")


def test_what_is_in_the_way_and_is_no_file_is_named_and_left_alone(
    given: Given, written: Written, tmp_path: Path
) -> None:
    given(received("a"))
    (tmp_path / ".past.sqlite.part").mkdir()

    with pytest.raises(StoreError, match=r"\.past\.sqlite\.part"):
        written(1)

    assert [path.is_dir() for path in tmp_path.glob("*past*")] == [True]


def test_a_file_that_came_meanwhile_is_not_overwritten(
    given: Given, database: Database, clock: HandClock, tmp_path: Path
) -> None:
    given(received("a"))

    def somebody_else(_done: int, _head: int) -> None:
        (tmp_path / "past.sqlite").write_text("mine")

    with pytest.raises(UsageError, match="is there already"):
        write_past(
            database,
            [counting()],
            Past(position=1, recorded_at=""),
            tmp_path / "past.sqlite",
            clock=clock,
            progress=somebody_else,
        )

    assert [path.read_text() for path in tmp_path.glob("*past*")] == ["mine"]


class Told:
    """Events recorded an hour apart from 2021-11-11 09:30 on: five on that day, one the next."""

    def __init__(self, database: Database, log: EventLog, clock: HandClock) -> None:
        self.database, self.clock = database, clock
        self.times = []
        for number in range(6):
            hours = number if number < 5 else 30
            clock.now = datetime.fromisoformat("2021-11-11T09:30:00Z") + timedelta(hours=hours)
            with database.writing() as connection:
                log.append(connection, [draft(received(f"{number}"))])
            self.times.append(clock.now)
        clock.now += timedelta(days=2)

    def position(self, asked: str) -> int:
        return past(self.database, asked, self.clock).position


@pytest.fixture
def told(database: Database, log: EventLog, clock: HandClock) -> Told:
    return Told(database, log, clock)


@pytest.mark.parametrize(
    ("asked", "position"),
    [
        ("1", 1),
        ("6", 6),
        ("2021-11-11", 5),
        ("2021-11-12", 6),
        ("2021-11-13", 6),
        ("2021-11-11T10:00:00Z", 1),
        ("2021-11-11T11:00:00", 2),
        ("2021-11-11T18:00:00+07:00", 2),
        ("2021-11-12 00:00", 5),
        ("2021-11-14T00:00:00Z", 6),
    ],
)
def test_a_moment_means_the_last_event_until_then(
    told: Told, asked: str, position: int
) -> None:
    assert told.position(asked) == position


def test_the_moment_of_an_event_includes_it(told: Told) -> None:
    found = past(told.database, rfc3339(told.times[2]), told.clock)

    assert found == Past(position=3, recorded_at=rfc3339(told.times[2]))
    earlier = rfc3339(told.times[2] - timedelta(microseconds=1))
    assert told.position(earlier) == 2


def test_a_day_that_has_not_ended_means_what_there_is_of_it(told: Told) -> None:
    told.clock.now = told.times[4] + timedelta(minutes=5)

    assert told.position("2021-11-11") == 5


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ("0", "no position 0", "it goes from 1 to 6"),
        ("7", "no position 7", "it goes from 1 to 6"),
        ("2021-11-10", "the log begins after 2021-11-10T23:59:59", "2021-11-11T09:30"),
        ("0001-01-01T00:00:00Z", "the log begins after", "2021-11-11T09:30"),
        ("2021-12-24", "2021-12-24 is still to come", "position 6, recorded 2021-11-12"),
        ("2021-11-15T00:00:00Z", "is still to come", "position 6, recorded 2021-11-12"),
        ("yesterday", "--as-of 'yesterday' is no time", "write a date"),
        ("0001-01-01T00:00:00+01:00", "is no time", "write a date"),
        ("²", "is no time", "write a date"),
        ("-1", "is no time", "write a date"),
    ],
)
def test_what_is_no_moment_of_the_log_is_refused(
    told: Told, asked: str, message: str, hint: str
) -> None:
    with pytest.raises(UsageError, match=message) as refused:
        told.position(asked)

    assert hint in str(refused.value.hint)


def test_an_empty_log_has_no_past(database: Database, clock: HandClock) -> None:
    with pytest.raises(UsageError, match="the log is empty"):
        past(database, "2021-11-11", clock)
