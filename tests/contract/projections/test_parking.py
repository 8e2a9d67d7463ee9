"""A poison event waits aside with its subject; everything else goes on, and in order."""

import shutil
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as some
from structlog.testing import capture_logs

from ingestd.errors import ConflictError, PoisonError, StoreUnavailableError
from ingestd.events import DocumentParsed, DocumentReceived, Event, Recorded
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.step import Tools
from ingestd.projections import parking
from ingestd.projections.projection import Projection
from ingestd.projections.runner import Following
from ingestd.projections.session import Session
from ingestd.replay import rebuild, verify
from ingestd.replay.erasures import finish
from ingestd.store import generations, parked
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import Generation
from ingestd.store.rows import Tables
from ingestd.store.tables import PARKED
from tests.contract.projections.test_replay import rows
from tests.fixtures.building import document, draft, parsed, polled, received
from tests.fixtures.stores import Given, HandClock

LIVES = sa.Table(
    "lives__gen",
    sa.MetaData(),
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("events", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
)
Bug = Callable[[Tables, Recorded[Event]], None]
NOTHING: frozenset[str] = frozenset()


def a_key_is_missing(_tables: Tables, recorded: Recorded[Event]) -> None:
    raise KeyError(recorded.stream)


def a_row_is_doubled(tables: Tables, _recorded: Recorded[Event]) -> None:
    tables[LIVES].add({"document": "art_first", "events": "x", "size": 0})


def nothing_is_where_something_must_be(tables: Tables, _recorded: Recorded[Event]) -> None:
    tables[LIVES].put({"document": "other", "events": None, "size": 0})


def a_number_is_too_large(tables: Tables, _recorded: Recorded[Event]) -> None:
    tables[LIVES].put({"document": "other", "events": "x", "size": 2**80})


def what_no_column_takes(tables: Tables, _recorded: Recorded[Event]) -> None:
    tables[LIVES].put({"document": "other", "events": object(), "size": 0})


BUGS: dict[str, Bug] = {
    bug.__name__: bug
    for bug in (
        a_key_is_missing,
        a_row_is_doubled,
        nothing_is_where_something_must_be,
        a_number_is_too_large,
        what_no_column_takes,
    )
}


class Code:
    """A projection of the tests' own: the story of each document; fails where it is told to."""

    def __init__(self, *, fails: frozenset[str] = NOTHING, bug: Bug = a_key_is_missing) -> None:
        self.fails = fails
        self.bug = bug
        self.projection = Projection(
            "lives", version=1, tables=[LIVES], views=[("lives", sa.select(LIVES))]
        )
        self.projection.on(DocumentReceived)(self.receive)
        self.projection.on(DocumentParsed)(self.tell)

    def receive(self, tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
        if recorded.event.document in self.fails:
            self.bug(tables, recorded)
        self._note(tables, recorded.event.document, f"received {recorded.event.revision}")

    def tell(self, tables: Tables, recorded: Recorded[DocumentParsed]) -> None:
        self._note(tables, recorded.event.document, "parsed")

    def _note(self, tables: Tables, name: str, what: str) -> None:
        row = tables[LIVES].get(name) or {"document": name, "events": "", "size": 0}
        story = f"{row['events']}, {what}".removeprefix(", ")
        tables[LIVES].put(row | {"events": story, "size": row["size"] + 1})


class Daemon:
    """Somebody who follows the log with some code."""

    def __init__(self, database: Database, log: EventLog, code: Code) -> None:
        self.database, self.log, self.code = database, log, code
        self.following = Following(database, log, code.projection)

    def follow(self, *, limit: int = 100) -> "Daemon":
        with capture_logs() as told:
            while self.following.advance(limit=limit):
                pass
        self.told = told
        return self

    @property
    def stories(self) -> dict[str, str]:
        (found,) = rows(self.database, self.code.projection).values()
        return {row["document"].removeprefix("art_"): row["events"] for row in found}


@pytest.fixture
def daemon(database: Database, log: EventLog) -> Callable[..., Daemon]:
    def start(*fails: str, bug: Bug = a_key_is_missing) -> Daemon:
        code = Code(fails=frozenset(map(document, fails)), bug=bug)
        return Daemon(database, log, code)

    return start


def aside(database: Database) -> dict[int, str | None]:
    """The positions that are parked, each with what is said to be wrong."""
    with database.reading() as connection:
        found = connection.execute(sa.select(PARKED).order_by(PARKED.c.position)).all()
    return {row.position: row.error for row in found}


@pytest.mark.parametrize("bug", BUGS.values(), ids=BUGS)
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_everyone_else_goes_on(
    database: Database, given: Given, daemon: Callable[..., Daemon], bug: Bug, limit: int
) -> None:
    given(received("first"))
    daemon().follow()
    given(received("b"), received("bad"), parsed("first"), received("c"), parsed("bad"))
    given(parsed("b"))
    running = daemon("bad", bug=bug)

    running.follow(limit=limit)

    assert running.stories == {
        "first": "received 1, parsed",
        "b": "received 1, parsed",
        "c": "received 1",
    }
    assert list(aside(database)) == [3, 6]


def test_what_waits_behind_is_not_to_blame(
    database: Database, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"), parsed("bad"))
    daemon("bad").follow()
    given(received("bad", revision=2))
    daemon().follow()

    assert aside(database) == {1: "KeyError: 'document:art_bad'", 2: None, 3: None}


def test_a_parked_event_is_told_once_with_its_place(
    given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("a"), received("bad"), parsed("bad"))

    (line,) = daemon("bad").follow().told

    assert line.pop("exc_info").args == ("document:art_bad",)
    assert line == {
        "event": "event.parked",
        "log_level": "error",
        "projection": "lives",
        "position": 2,
        "type": "document.received",
        "stream": "document:art_bad",
        "reason": "KeyError: 'document:art_bad'",
    }


def test_a_bug_in_looking_ahead_is_found_as_well(
    database: Database, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(*(received(name) for name in "abcd"))
    running = daemon()

    @running.code.projection.ahead
    def fail(_tables: Tables, page: Sequence[Recorded[Event]]) -> None:
        for recorded in page:
            if recorded.stream == "document:art_c":
                raise RecursionError

    running.follow()

    assert (sorted(running.stories), aside(database)) == (
        ["a", "b", "d"],
        {3: "RecursionError"},
    )


def test_what_was_parked_is_folded_in_order_by_code_that_can(
    database: Database, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"), parsed("bad"), received("a"), received("bad", revision=2))
    broken = daemon("bad").follow()
    assert sorted(broken.stories) == ["a"]
    given(parsed("bad"), received("b"))
    mended = daemon()

    taken = mended.following.requeue()
    mended.follow()

    assert (taken, aside(database)) == (3, {})
    assert mended.stories == {
        "a": "received 1",
        "b": "received 1",
        "bad": "received 1, parsed, received 2, parsed",
    }


def test_a_stream_is_taken_up_as_a_whole_or_not_at_all(
    database: Database, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"), received("worse"), parsed("worse"), parsed("bad"))
    daemon("bad", "worse").follow()
    running = daemon("worse", bug=nothing_is_where_something_must_be)

    assert running.following.requeue() == 2

    assert running.stories == {"bad": "received 1, parsed"}
    assert list(aside(database)) == [2, 3]
    with database.reading() as connection:
        attempts = connection.execute(sa.select(PARKED.c.position, PARKED.c.attempts))
        assert sorted(tuple(row) for row in attempts) == [(2, 2), (3, 0)]
    assert "null" in str(aside(database)[2]).lower()


def test_nothing_is_requeued_where_nothing_is_parked_or_served(
    given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("a"))
    running = daemon()
    assert running.following.requeue() == 0

    assert running.follow().following.requeue() == 0


def test_who_folded_beside_a_requeue_begins_anew(
    database: Database, given: Given, daemon: Callable[..., Daemon], log: EventLog
) -> None:
    given(received("a"), received("bad"))
    staying = daemon("bad").follow()
    staying.code.fails = NOTHING
    daemon().following.requeue()
    given(parsed("bad"), parsed("a"))

    staying.follow()

    assert staying.stories == {"a": "received 1, parsed", "bad": "received 1, parsed"}


def test_what_was_folded_before_a_requeue_is_not_written_after_it(
    database: Database, given: Given, daemon: Callable[..., Daemon], log: EventLog
) -> None:
    given(received("a"), received("bad"))
    broken = daemon("bad").follow()
    mended = daemon()
    given(parsed("bad"), parsed("a"))

    @broken.code.projection.ahead
    def meanwhile(_tables: Tables, _page: Sequence[Recorded[Event]]) -> None:
        worker = threading.Thread(target=mended.following.requeue)
        worker.start()
        worker.join()

    with pytest.raises(ConflictError, match="was taken up by somebody else"):
        broken.following.advance()

    mended.follow()
    assert mended.stories == {"a": "received 1, parsed", "bad": "received 1, parsed"}


def test_a_rebuild_stops_at_a_poison_event_and_leaves_what_is_served(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("a"), received("bad"), received("b"))
    running = daemon("bad").follow()

    for attempt in (rebuild, verify):
        with pytest.raises(PoisonError) as stopped:
            attempt(database, log, running.code.projection)
        assert str(stopped.value) == (
            "lives cannot fold event 2, document.received of document:art_bad: "
            "KeyError: 'document:art_bad'"
        )

    assert running.stories == {"a": "received 1", "b": "received 1"}
    assert list(aside(database)) == [2]
    with database.reading() as connection:  # who only compares leaves nothing half built
        assert generations.in_state(connection, "lives", generations.BUILDING) == []


def test_a_rebuild_with_code_that_can_takes_everything_and_nothing_waits_any_more(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"), received("a"), parsed("bad"))
    daemon("bad").follow()
    mended = daemon()

    rebuild(database, log, mended.code.projection)
    rebuild(
        database, log, mended.code.projection
    )  # what was served before the first is gone now

    assert mended.stories == {"a": "received 1", "bad": "received 1, parsed"}
    assert aside(database) == {}
    assert verify(database, log, mended.code.projection).differences == ()


def test_an_erasure_does_not_wait_for_a_bug(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon], tools: Tools
) -> None:
    given(received("a"), received("bad"), parsed("bad"), received("b"))
    running = daemon("bad").follow()
    erase("art_a", reason="asked", who="me", tools=tools)
    given(parsed("b"))

    finish(tools, [running.code.projection], clock=HandClock(), patience=0)

    running.follow()
    assert running.stories == {"b": "received 1, parsed"}
    assert list(aside(database)) == [2, 3]
    assert served(database).number == 2


def test_nothing_of_an_erased_document_is_parked_any_more(
    database: Database, given: Given, daemon: Callable[..., Daemon], tools: Tools
) -> None:
    given(received("bad"), parsed("bad"))
    running = daemon("bad").follow()

    erase("art_bad", reason="asked", who="me", tools=tools)
    running.follow()
    finish(tools, [running.code.projection], clock=HandClock(), patience=0)

    assert (aside(database), running.following.requeue()) == ({}, 0)


def test_what_an_interrupted_erasure_has_set_aside_is_not_served_by_a_rebuild(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"), received("a"))
    running = daemon("bad").follow()

    def interrupt(_done: int, _head: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(database, log, running.code.projection, interrupt, parks=True)

    rebuild(database, log, daemon().code.projection)

    assert running.stories == {"a": "received 1", "bad": "received 1"}


def test_a_poison_event_met_while_the_log_is_held_is_left_to_the_next_try(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"))
    running = daemon("bad").follow()
    given(received("bad2"))
    running.code.fails = frozenset({document("bad2")})
    session = Session(database, log, running.code.projection, served(database))

    with pytest.raises(ConflictError, match="KeyError"), database.writing() as connection:
        session.finish(connection, limit=10)

    session.forget()
    session.advance(limit=10)
    assert list(aside(database)) == [1, 2]


def served(database: Database) -> Generation:
    with database.reading() as connection:
        found = generations.active(connection, "lives")
    assert found is not None
    return found


def test_nobody_parks_what_somebody_else_has_folded_meanwhile(
    database: Database, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"), received("a"))
    mended = daemon()

    def meanwhile(_tables: Tables, _recorded: Recorded[Event]) -> None:
        worker = threading.Thread(target=mended.follow)
        worker.start()
        worker.join()
        raise KeyError

    broken = daemon("bad", bug=meanwhile)

    broken.follow()

    assert (aside(database), sorted(broken.stories)) == ({}, ["a", "bad"])


def test_who_fails_at_an_event_that_another_has_folded_meanwhile_parks_nothing(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon]
) -> None:
    given(received("bad"))
    mended = daemon()
    with database.writing() as connection:
        first = generations.first(connection, mended.code.projection.shape)

    def meanwhile(_tables: Tables, _recorded: Recorded[Event]) -> None:
        worker = threading.Thread(target=mended.follow)
        worker.start()
        worker.join()
        raise KeyError

    broken = Session(database, log, daemon("bad", bug=meanwhile).code.projection, first)

    with pytest.raises(ConflictError, match="was moved on by somebody else"):
        broken.advance(limit=1)

    assert (aside(database), mended.stories) == ({}, {"bad": "received 1"})


def test_a_dropped_generation_is_not_finished(
    database: Database, log: EventLog, given: Given, daemon: Callable[..., Daemon]
) -> None:
    running = daemon().follow()
    before = served(database)
    rebuild(database, log, running.code.projection)
    session = Session(database, log, running.code.projection, before)
    with database.writing() as connection:
        generations.drop(connection, before)
    given(polled())  # nothing of it is read or written

    with (
        pytest.raises(ConflictError, match="was moved on by somebody else"),
        database.writing() as connection,
    ):
        session.finish(connection, limit=10)


@pytest.mark.parametrize(
    "trouble",
    [
        StoreUnavailableError("gone"),
        OSError(5, "no luck"),
        MemoryError(),
        KeyboardInterrupt(),
        sa.exc.OperationalError("SELECT", None, Exception("disk I/O error")),
        sa.exc.TimeoutError(),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
def test_trouble_of_the_store_or_the_machine_parks_nothing(
    database: Database,
    given: Given,
    daemon: Callable[..., Daemon],
    trouble: BaseException,
) -> None:
    given(received("a"))

    def fail(_tables: Tables, _recorded: Recorded[Event]) -> None:
        raise trouble

    with pytest.raises((type(trouble), StoreUnavailableError)):
        daemon("a", bug=fail).follow()

    assert aside(database) == {}
    assert daemon().follow().stories == {"a": "received 1"}


def test_a_table_that_is_missing_is_no_fault_of_an_event() -> None:
    class MissingError(Exception):
        sqlstate = "42P01"

    assert not parking.is_bug(sa.exc.ProgrammingError("SELECT", None, MissingError()))
    assert parking.is_bug(sa.exc.ProgrammingError("INSERT", None, Exception("bad value")))


def test_only_one_takes_up_what_is_parked(database: Database) -> None:
    waits = [parked.Parked(position=place, stream="s") for place in range(1, 1_002)]
    with database.writing() as connection:
        parked.park(connection, "reader", waits, at="2021-11-11")
    with database.writing() as connection:
        parked.take_back(connection, "reader", range(1, 1_001))

    with pytest.raises(ConflictError, match="somebody else"), database.writing() as connection:
        parked.take_back(connection, "reader", [1_000, 1_001])

    with database.reading() as connection:
        assert parked.of_reader(connection, "reader") == {1_001: "s"}
    with database.writing() as connection:
        parked.forget(connection, "reader")
        assert parked.of_reader(connection, "reader") == {}


NAMES = "abc"
Move = tuple[str, bool]  # whose event, and whether it is a new revision


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_any(
    moves=some.lists(some.tuples(some.sampled_from(NAMES), some.booleans()), max_size=25),
    bad=some.sets(some.sampled_from(NAMES)),
    limits=some.lists(some.integers(1, 9), min_size=1, max_size=5),
)
def test_in_any_history_only_the_bad_wait_and_nothing_is_lost_or_doubled(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_template: Path,
    moves: list[Move],
    bad: set[str],
    limits: list[int],
) -> None:
    folder = tmp_path_factory.mktemp("history")
    shutil.copy(sqlite_template, folder)
    database, log = Database.in_folder(folder), EventLog(HandClock())
    running = Daemon(database, log, Code(fails=frozenset(map(document, bad))))
    for number, (name, again) in enumerate(moves):
        fact = received(name, revision=number) if again else parsed(name)
        with database.writing() as connection:
            log.append(connection, [draft(fact)])
        if number % 4 == 0:
            running.follow(limit=limits[number % len(limits)])
    running.follow()

    assert running.stories == told_in_order(moves, bad)
    running.code.fails = NOTHING
    running.following.requeue()
    assert running.stories == told_in_order(moves, set())
    assert aside(database) == {}
    assert verify(database, log, running.code.projection).differences == ()
    database.close()


def told_in_order(moves: list[Move], bad: set[str]) -> dict[str, str]:
    """The story of each, without what is told from the first new revision of the bad on."""
    stories: dict[str, list[str]] = {}
    waiting: set[str] = set()
    for number, (name, again) in enumerate(moves):
        if again and name in bad:
            waiting.add(name)
        if name not in waiting:
            stories.setdefault(name, []).append(f"received {number}" if again else "parsed")
    return {name: ", ".join(story) for name, story in stories.items()}
