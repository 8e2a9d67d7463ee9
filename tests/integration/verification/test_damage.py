"""A byte of the database's file that is not what it was is named, or the database says so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.verification.findings import Findings
from ingestd.verification.walk import walk
from tests.fixtures.building import draft, received
from tests.integration.verification.flipping import EVENTS, flips, write_log

ROUNDS = 120


@pytest.fixture
def file(sqlite: Database) -> Path:
    return write_log(sqlite)


def test_one_changed_bit_anywhere_in_the_file_is_named_or_changes_nothing_of_the_log(
    file: Path, tmp_path: Path
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    done = list(flips(file, scratch, rounds=ROUNDS, seed=20261122))

    assert [flip for flip in done if flip.outcome == "missed"] == []
    assert sum(flip.outcome == "named" for flip in done) > ROUNDS // 4


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


@pytest.mark.parametrize("column", ["position", "epoch", "hash", "log_id", "recorded_at"])
def test_a_head_that_is_no_head_any_more_is_named(
    sqlite: Database, log: EventLog, column: str
) -> None:
    with sqlite.writing() as connection:
        log.append(connection, [draft(received(name)) for name in "abc"])
        connection.exec_driver_sql(
            f"UPDATE log_head SET {column} = CAST(X'41FF42' AS TEXT)"  # noqa: S608
        )
    findings = Findings()

    walked = walk(sqlite, findings)

    assert walked.events == 3
    assert findings.count > 0


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
    lost = EVENTS - walked.events
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
