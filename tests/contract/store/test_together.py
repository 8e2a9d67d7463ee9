"""What those who write at once are promised."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from ingestd.errors import ConflictError, StorageFullError, StoreUnavailableError
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.together import MOST, Together, _Turn, _Unit
from tests.fixtures.building import draft, parsed, received

PATIENT = 600.0
Appending = Callable[[str], Callable[[sa.Connection], list[int]]]


class Transactions:
    """A database's transactions, counted; the first can be held at its end, any can fail there."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self.failures: list[BaseException] = []
        self.count = 0

    @contextmanager
    def __call__(self) -> Iterator[sa.Connection]:
        with self.database.writing() as connection:
            yield connection
            self.count += 1
            self.begun.set()
            self.go_on.wait()
            if self.failures:
                raise self.failures.pop(0)

    def together(self) -> Together:
        return Together(self, where=self.database.where, gathering=PATIENT)


@pytest.fixture
def transactions(database: Database) -> Transactions:
    return Transactions(database)


@pytest.fixture
def appending(log: EventLog) -> Appending:
    """Work that appends one fact of this name."""
    return lambda name: lambda connection: log.append(connection, [draft(received(name))])


def streams(database: Database, log: EventLog) -> list[str]:
    with database.reading() as connection:
        page = log.page(connection, after=0, limit=10_000)
    return sorted(recorded.stream.removeprefix("document:art_") for recorded in page.events)


class Behind:
    """Threads that come while the first transaction is held at its end, all of them waiting."""

    def __init__(self, transactions: Transactions, first: Callable[[sa.Connection], object]):
        self.transactions = transactions
        self.together = transactions.together()
        self.pool = ThreadPoolExecutor(MOST + 20)
        transactions.go_on.clear()
        self.first = self.pool.submit(self.together.do, first)
        transactions.begun.wait()

    def come(self, work: Callable[[sa.Connection], object]) -> Future[object]:
        waiting = len(self.together._waiting)
        future = self.pool.submit(self.together.do, work)
        while len(self.together._waiting) == waiting:
            threading.Event().wait(0.001)
        return future

    def go_on_without_closing(self) -> None:
        self.transactions.go_on.set()

    def go_on(self) -> None:
        self.go_on_without_closing()
        self.pool.shutdown(wait=True)


def test_work_is_done_when_its_result_is_there(
    database: Database, log: EventLog, appending: Appending
) -> None:
    assert database.together(appending("a")) == [1]
    assert database.together(appending("b")) == [2]
    assert streams(database, log) == ["a", "b"]


def test_those_who_wait_share_one_transaction_in_the_order_in_which_they_came(
    transactions: Transactions, appending: Appending, log: EventLog
) -> None:
    behind = Behind(transactions, appending("a"))
    waiting = [behind.come(appending(name)) for name in "bcd"]
    behind.go_on()

    assert [future.result() for future in (behind.first, *waiting)] == [[1], [2], [3], [4]]
    assert transactions.count == 2
    assert streams(transactions.database, log) == ["a", "b", "c", "d"]


def test_no_transaction_holds_more_than_the_most(
    sqlite: Database, log: EventLog, appending: Appending
) -> None:
    transactions = Transactions(sqlite)
    behind = Behind(transactions, lambda _: None)
    waiting = [behind.come(lambda _: None) for _ in range(MOST + 1)]
    behind.go_on()

    assert [future.result() for future in waiting] == [None] * (MOST + 1)
    assert transactions.count >= 3


def test_what_one_raises_hurts_nobody_else(
    transactions: Transactions, appending: Appending, log: EventLog
) -> None:
    def conflicting(connection: sa.Connection) -> None:
        log.append(connection, [draft(received("lost"))])
        log.append(connection, [draft(parsed("a"), expected=7)])

    def broken(connection: sa.Connection) -> None:
        appending("lost")(connection)
        connection.exec_driver_sql("INSERT INTO checkpoints VALUES ('r', NULL)")

    behind = Behind(transactions, appending("a"))
    before, one, two, after = (
        behind.come(work) for work in (appending("b"), conflicting, broken, appending("c"))
    )
    behind.go_on()

    assert (before.result(), after.result()) == ([2], [3])
    with pytest.raises(ConflictError, match="document:art_a is at version 1, not at 7"):
        one.result()
    with pytest.raises(ConflictError, match="somebody else was first"):
        two.result()
    assert streams(transactions.database, log) == ["a", "b", "c"]


def test_who_fails_first_hurts_nobody_behind(
    transactions: Transactions, appending: Appending, log: EventLog
) -> None:
    def conflicting(connection: sa.Connection) -> None:
        log.append(connection, [draft(received("lost"), expected=7)])

    behind = Behind(transactions, appending("a"))
    failing, after = behind.come(conflicting), behind.come(appending("b"))
    behind.go_on()

    with pytest.raises(ConflictError):
        failing.result()
    assert after.result() == [2]
    assert streams(transactions.database, log) == ["a", "b"]


def test_a_commit_that_fails_fails_for_all_that_were_in_it(
    transactions: Transactions, appending: Appending, log: EventLog
) -> None:
    behind = Behind(transactions, appending("a"))
    transactions.failures = [OSError("first"), OSError("second")]
    waiting = [behind.come(appending(name)) for name in "bc"]
    behind.go_on()

    for future, said in zip(
        (behind.first, *waiting), ("first", "second", "second"), strict=True
    ):
        with pytest.raises(OSError, match=said):
            future.result()
    assert streams(transactions.database, log) == []
    assert behind.together.do(appending("d")) == [1]


def test_room_that_one_does_not_find_fails_for_all_before_him(
    sqlite: Database, appending: Appending, log: EventLog
) -> None:
    def endless(connection: sa.Connection) -> None:
        log.append(connection, [draft(received(f"{number}")) for number in range(200)])

    with sqlite.writing() as connection:  # of the one connection that is used again
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    behind = Behind(Transactions(sqlite), appending("a"))
    before, failing, after = (
        behind.come(work) for work in (appending("b"), endless, appending("c"))
    )
    behind.go_on()

    for future in (before, failing):
        with pytest.raises(StorageFullError):
            future.result()
    assert after.result() == [2]
    assert streams(sqlite, log) == ["a", "c"]


def test_an_interrupted_leader_is_no_success_for_those_it_led(
    transactions: Transactions, appending: Appending, log: EventLog
) -> None:
    behind = Behind(transactions, appending("a"))
    leading, led = behind.come(appending("b")), behind.come(appending("c"))
    transactions.failures = [OSError("the first"), KeyboardInterrupt()]
    behind.go_on()

    assert isinstance(leading.exception(), KeyboardInterrupt)
    with pytest.raises(StoreUnavailableError, match="the transaction was interrupted"):
        led.result()
    assert behind.together.do(appending("d")) == [1]
    assert streams(transactions.database, log) == ["d"]


def test_a_transaction_takes_no_more_after_its_time(
    sqlite: Database, log: EventLog, appending: Appending
) -> None:
    transactions = Transactions(sqlite)
    behind = Behind(transactions, appending("a"))
    behind.together._gathering = -1.0
    waiting = [behind.come(appending(name)) for name in "bc"]
    behind.go_on()

    assert [future.result() for future in waiting] == [[2], [3]]
    assert transactions.count == 3


class InterruptedTurn(_Turn):
    """A turn in whose waiting a signal comes."""

    def wait(self) -> None:
        raise KeyboardInterrupt


@pytest.mark.parametrize("appointed", [True, False])
def test_who_is_interrupted_while_waiting_lets_the_next_one_lead(
    sqlite: Database, log: EventLog, appending: Appending, *, appointed: bool
) -> None:
    behind = Behind(Transactions(sqlite), appending("a"))
    unit = _Unit(appending("b"), where="")
    unit.turn = InterruptedTurn()
    behind.together._waiting.append(unit)
    after = behind.come(appending("c"))
    if appointed:
        behind.go_on_without_closing()
        behind.first.result()

    with pytest.raises(KeyboardInterrupt):
        behind.together._wait(unit)
    behind.go_on()

    assert after.result() == [2]
    assert streams(sqlite, log) == ["a", "c"]


def test_who_is_interrupted_when_all_is_done_is_missed_by_nobody(sqlite: Database) -> None:
    together = Transactions(sqlite).together()
    unit = _Unit(lambda _: None, where="")
    unit.turn = InterruptedTurn()

    with pytest.raises(KeyboardInterrupt):
        together._wait(unit)
    assert together.do(lambda _: 1) == 1


def test_many_threads_append_densely_and_each_gets_its_own(
    database: Database, log: EventLog, appending: Appending
) -> None:
    names = [f"{writer}-{number}" for writer in range(8) for number in range(10)]

    with ThreadPoolExecutor(8) as pool:
        positions = list(pool.map(lambda name: database.together(appending(name)), names))

    assert sorted(at for (at,) in positions) == list(range(1, 81))
    with database.reading() as connection:
        recorded = {
            r.position: r.stream for r in log.page(connection, after=0, limit=80).events
        }
    assert [recorded[at] for (at,) in positions] == [f"document:art_{name}" for name in names]
