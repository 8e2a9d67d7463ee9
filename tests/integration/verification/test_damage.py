"""A byte of the database's file that is not what it was is named, or the database says so."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingestd.errors import StoreError
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.verification.findings import Findings
from ingestd.verification.walk import walk
from tests.fixtures.building import draft, parsed, polled, received

ROUNDS = 120
SEED = 20261122
EVENTS = 200


@pytest.fixture
def file(sqlite: Database, log: EventLog) -> Path:
    """A database file of many pages, with all that was written in it."""
    facts = [
        polled(accepted=1),
        *(f(str(n)) for n in range(EVENTS // 2) for f in (received, parsed)),
    ]
    with sqlite.writing() as connection:
        log.append(connection, [draft(fact) for fact in facts])
    sqlite.close()
    path = Path(sqlite.where.removeprefix("sqlite:///"))
    assert not path.with_name(f"{path.name}-wal").exists()
    return path


def log_of(path: Path) -> object:
    """Every byte of the log that can be read; None where it can't be."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        try:
            return [
                connection.execute("SELECT * FROM events ORDER BY position").fetchall(),
                connection.execute("SELECT position, hash, log_id FROM log_head").fetchall(),
            ]
        except sqlite3.Error:
            return None


def named(path: Path) -> list[str] | str:
    """What a walk finds, or what the database says."""
    database = Database.in_folder(path.parent)
    findings = Findings()
    try:
        walk(database, findings, page=40)
    except StoreError as error:
        return str(error)
    finally:
        database.close()
    return [finding.told for finding in findings]


def test_one_changed_byte_anywhere_in_the_file_is_named_or_changes_nothing_of_the_log(
    file: Path, tmp_path: Path
) -> None:
    whole, before = file.read_bytes(), log_of(file)
    chance = random.Random(SEED)
    missed, met = [], 0
    for number in range(ROUNDS):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        copy = tmp_path / str(number) / "ingestd.db"
        copy.parent.mkdir()
        copy.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        same = log_of(copy) == before
        said = named(copy)
        met += bool(said)
        if not said and not same:
            missed.append((place, bit))

    assert missed == []
    assert met > ROUNDS // 2


@pytest.mark.parametrize("column", ["actor", "stream", "data"])
def test_letters_that_are_no_text_any_more_are_named_by_their_event(
    sqlite: Database, log: EventLog, column: str
) -> None:
    with sqlite.writing() as connection:
        log.append(connection, [draft(received(name)) for name in "abc"])
        connection.exec_driver_sql("DROP TRIGGER events_refuse_update")
        connection.exec_driver_sql(
            f"UPDATE events SET {column} = CAST(X'41FF42' AS TEXT) WHERE position = 2"  # noqa: S608
        )
    findings = Findings()

    walk(sqlite, findings)

    assert {finding.position for finding in findings} == {2}


def test_pages_that_cannot_be_read_are_named_and_those_behind_them_are_walked(
    file: Path,
) -> None:
    with closing(sqlite3.connect(file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        [(page,)] = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'events' AND pagetype = 'leaf' "
            "ORDER BY path LIMIT 1 OFFSET 5"
        )
    content = bytearray(file.read_bytes())
    content[(page - 1) * size] = 0
    file.write_bytes(bytes(content))
    database, findings = Database.in_folder(file.parent), Findings()

    walked = walk(database, findings, page=50)

    [first, *_] = findings
    assert first.kind == "unreadable"
    assert first.position is not None
    lost = EVENTS + 1 - walked.events
    assert first.told.startswith(f"events {first.position} to {first.position + lost - 1} ")
    database.close()


def test_a_log_of_which_nothing_can_be_read_is_given_up(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'events'"
        [(root,)] = connection.execute(query)
    content = bytearray(file.read_bytes())
    content[(root - 1) * size] = 0
    file.write_bytes(bytes(content))
    database, findings = Database.in_folder(file.parent), Findings()

    walked = walk(database, findings)

    assert walked.events == 0
    assert [finding.kind for finding in findings][:1] == ["unreadable"]
    assert "what is behind was not tried" in findings.kept[0].told
    database.close()
