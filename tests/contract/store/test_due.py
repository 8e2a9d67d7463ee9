"""The time of each source, on both databases."""

from typing import Any

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from ingestd.store import due, source_state
from ingestd.store.database import Database
from ingestd.store.hosts import StoredHosts
from ingestd.store.source_state import SourceState
from tests.fixtures.building import network_found, network_lost
from tests.fixtures.stores import Given


def at(minute: int, *, day: int = 22) -> str:
    return f"2026-11-{day}T12:{minute:02}:00.000000Z"


class Shelf:
    """What is remembered of sources, put down and read by name."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, name: str, **told: Any) -> None:
        with self.database.writing() as connection:
            source_state.write(connection, name, SourceState(**told))

    def of(self, name: str) -> SourceState:
        with self.database.reading() as connection:
            return source_state.read(connection, name)

    def time(self, name: str) -> str | None:
        return self.of(name).next_due_at

    def due(self, now: str) -> list[str]:
        with self.database.reading() as connection:
            return list(due.due(connection, now))


@pytest.fixture
def states(database: Database) -> Shelf:
    return Shelf(database)


def test_who_is_due_comes_in_the_order_of_waiting(states: Shelf) -> None:
    states.put("late", next_due_at=at(1))
    states.put("b", next_due_at=at(2))
    states.put("a", next_due_at=at(2))
    states.put("later", next_due_at=at(4))
    states.put("never")

    assert states.due(at(3)) == ["late", "a", "b"]
    assert states.due(at(0)) == []


@pytest.mark.parametrize("many", [due.PAGE - 1, due.PAGE, due.PAGE + 1, 2 * due.PAGE])
def test_many_are_read_page_by_page_and_each_once(states: Shelf, many: int) -> None:
    names = [f"source-{number:04}" for number in range(many)]
    with states.database.writing() as connection:
        due.enrol(connection, names, at(1))

    assert states.due(at(1)) == names


def test_soonest_are_those_that_did_not_fail(states: Shelf) -> None:
    states.put("b", next_due_at=at(9))
    states.put("a", next_due_at=at(10))
    states.put("failing", next_due_at=at(1), failures=1)
    states.put("stopped", stopped="gone")

    with states.database.reading() as connection:
        assert list(due.soonest(connection)) == ["b", "a"]


def test_a_new_source_is_due_now_and_a_known_one_when_it_was(states: Shelf) -> None:
    states.put("known", next_due_at=at(30), validators={"etag": "1"})
    states.put("back", validators={"etag": "2"})
    states.put("stopped", stopped="gone")
    states.put("removed", next_due_at=at(30))

    with states.database.writing() as connection:
        due.enrol(connection, {"known", "back", "new", "stopped"}, at(5))

    assert states.time("known") == at(30)
    assert states.of("back") == SourceState(next_due_at=at(5), validators={"etag": "2"})
    assert states.of("new") == SourceState(next_due_at=at(5))
    assert (states.time("stopped"), states.time("removed")) == (None, None)


def test_where_nothing_is_configured_nothing_is_due(states: Shelf) -> None:
    states.put("removed", next_due_at=at(1))

    with states.database.writing() as connection:
        due.enrol(connection, (), at(5))

    assert states.due(at(9)) == []


KNOWN = SourceState(
    validators={"etag": "1"},
    interval=5.0,
    next_due_at=at(30),
    moved_to="https://new.example/",
    failures=7,
    failing="it does not answer",
)


def test_a_source_elsewhere_begins_anew_and_is_stopped_no_more(states: Shelf) -> None:
    for name in ("moved", "gone", "other"):
        states.put(name, **_told(KNOWN))
    states.put("gone", **_told(replace(KNOWN, stopped="gone", next_due_at=None)))

    with states.database.writing() as connection:
        assert due.readdress(connection, {"moved", "gone"}) == ["gone"]
        due.restart(connection, {"moved", "gone"}, at(5))

    fresh = SourceState(next_due_at=at(5), failing=KNOWN.failing)
    assert [states.of(name) for name in ("moved", "gone", "other")] == [fresh, fresh, KNOWN]


def test_a_source_that_is_told_otherwise_begins_anew_where_it_is(states: Shelf) -> None:
    states.put("a", **_told(KNOWN))
    states.put("gone", **_told(replace(KNOWN, stopped="gone", next_due_at=None)))

    with states.database.writing() as connection:
        due.restart(connection, {"a", "gone"}, at(5))
        due.restart(connection, (), at(6))

    changed = replace(KNOWN, validators={}, interval=None, next_due_at=at(5))
    assert states.of("a") == changed
    assert (states.time("gone"), states.of("gone").stopped) == (None, "gone")


def test_only_a_stopped_source_is_resumed(states: Shelf) -> None:
    states.put("gone", stopped="gone")
    states.put("well", next_due_at=at(30))

    with states.database.writing() as connection:
        told = [due.resume(connection, name, at(5)) for name in ("gone", "well", "nosuch")]

    assert told == [True, False, False]
    assert (states.of("gone"), states.time("well")) == (SourceState(next_due_at=at(5)), at(30))


def test_everybody_is_due_but_those_that_fail_or_are_not_asked(states: Shelf) -> None:
    states.put("waiting", next_due_at=at(30))
    states.put("overdue", next_due_at=at(1))
    states.put("failing", next_due_at=at(30), failures=1)
    states.put("stopped", stopped="gone")

    with states.database.writing() as connection:
        due.everybody(connection, at(5))

    times = [states.time(name) for name in ("waiting", "overdue", "failing", "stopped")]
    assert times == [at(5), at(1), at(30), None]


@pytest.mark.parametrize(("seconds", "day"), [(86_400.0, 23), (-86_400.0, 21)])
def test_all_times_move_along_with_a_clock_that_was_set(
    states: Shelf, seconds: float, day: int
) -> None:
    states.put("a", next_due_at=at(30), last_new_at=at(10), last_look_at=at(20))
    states.put("stopped", stopped="gone")

    with states.database.writing() as connection:
        due.shift(connection, seconds)

    assert states.of("a") == SourceState(
        next_due_at=at(30, day=day), last_new_at=at(10, day=day), last_look_at=at(20)
    )
    assert states.time("stopped") is None


def test_what_hosts_asked_for_moves_along_too(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(
            sa.text("INSERT INTO hosts (domain, not_before) VALUES ('a', :at), ('b', NULL)"),
            {"at": at(30)},
        )
        due.shift(connection, 86_400.0)

    hold = StoredHosts(database).hold_of("a")
    assert hold is not None
    assert hold.until.day == 23
    assert StoredHosts(database).hold_of("b") is None


def test_a_clock_may_be_set_where_there_is_nothing(database: Database) -> None:
    with database.writing() as connection:
        due.shift(connection, 60.0)

        assert list(due.soonest(connection)) == []


def test_what_was_looked_at_in_the_future_is_due_now(states: Shelf) -> None:
    states.put("ahead", last_look_at=at(20), next_due_at=at(50))
    states.put("behind", last_look_at=at(4), next_due_at=at(50))
    states.put("overdue", last_look_at=at(20), next_due_at=at(1))

    with states.database.writing() as connection:
        due.recover(connection, at(5))

    times = [states.time(name) for name in ("ahead", "behind", "overdue")]
    assert times == [at(5), at(50), at(1)]


def test_the_log_says_since_when_the_network_is_lost(database: Database, given: Given) -> None:
    def lost() -> str | None:
        with database.reading() as connection:
            return due.network_lost_since(connection)

    assert lost() is None
    given(network_lost())
    assert str(lost()) > "2021-11-11T09"
    given(network_found())
    assert lost() is None


def _told(state: SourceState) -> dict[str, Any]:
    return {name: getattr(state, name) for name in SourceState.__struct_fields__}
