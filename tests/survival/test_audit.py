"""The audit of the long runs finds what it is there to find."""

import random
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.survival.audit import Audit, DamagedError
from tests.survival.ledger import Ledger
from tests.survival.producing import Producer
from tests.survival.tailing import Tail

NAME = "producer-0"
FACTS = 30


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


@pytest.fixture
def produced(sqlite: Database, log: EventLog, ledger: Ledger) -> Database:
    """A log with the facts of one producer, and without its triggers."""
    Producer(
        database=sqlite, log=log, name=NAME, ledger=ledger, chance=random.Random(1)
    ).produce(FACTS)
    with sqlite.writing() as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for name in connection.execute(sa.text(triggers)).scalars().all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    return sqlite


def test_a_log_that_is_whole_is_found_whole(produced: Database, ledger: Ledger) -> None:
    audit = Audit().read_on(produced)

    audit.expect(NAME, ledger.acknowledged())

    assert audit.position == FACTS
    assert list(ledger.acknowledged()) == list(range(1, FACTS + 1))


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        ("DELETE FROM events WHERE position = 7", "event 8 follows 6"),
        ("DELETE FROM events WHERE position = 30", "the head is 30"),
        ("UPDATE events SET data = X'7B7D' WHERE position = 7", "digest is not that"),
        ("UPDATE events SET actor = 'nobody' WHERE position = 7", "event 7 is not in the chain"),
        ("UPDATE events SET version = 70 WHERE position = 7", "event 7: 70 instead of 7"),
        ("UPDATE events SET recorded_at = '2000' WHERE position = 7", "before the last"),
        ("UPDATE log_head SET hash = 'another'", "the head has another hash"),
    ],
)  # fmt: skip
def test_damage_to_the_log_is_found(produced: Database, damage: str, complaint: str) -> None:
    with produced.writing() as connection:
        connection.exec_driver_sql(damage)

    with pytest.raises(DamagedError, match=complaint):
        Audit().read_on(produced)


@pytest.mark.parametrize("promised", [{FACTS + 1: FACTS + 1}, {3: 4}])
def test_a_promise_that_was_not_kept_is_found(
    produced: Database, promised: dict[int, int]
) -> None:
    audit = Audit().read_on(produced)

    with pytest.raises(DamagedError, match=f"{NAME}:"):
        audit.expect(NAME, promised)


def test_a_reader_that_is_given_too_much_or_too_little_says_so(produced: Database) -> None:
    with produced.writing() as connection:
        connection.exec_driver_sql("DELETE FROM events WHERE position IN (7, 30)")
    tail = Tail()

    assert tail.follow(produced, limit=6) == 6
    with pytest.raises(DamagedError, match="a reader at 6 was given 8"):
        tail.follow(produced, limit=5)
    late = Tail(position=28)
    with pytest.raises(DamagedError, match="a page claims 30 and ends at 29"):
        late.follow(produced, limit=5)


def test_a_ledger_promises_nothing_by_a_line_that_was_cut_short(ledger: Ledger) -> None:
    ledger.write({1: 1, 2: 2})
    with ledger.path.open("ab") as file:
        file.write(b"3 3")

    assert ledger.acknowledged() == {1: 1, 2: 2}
    assert ledger.last() == 2
    ledger.write({3: 4})
    assert ledger.last() == 3
    assert ledger.acknowledged() == {1: 1, 2: 2, 3: 4}


@pytest.mark.parametrize(("content", "last"), [(b"", 0), (b"1", 0), (b"1 1\n2", 1)])
def test_the_last_promise_is_that_of_a_whole_line(
    ledger: Ledger, content: bytes, last: int
) -> None:
    assert ledger.last() == 0
    ledger.path.write_bytes(content)

    assert ledger.last() == last
