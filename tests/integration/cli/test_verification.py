"""`replay --verify` proves that what is served is what the log gives; `replay` makes it so."""

import sqlite3
from contextlib import closing

import pytest

from ingestd.clock import system_clock
from ingestd.replay.views import LONG
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.building import draft, received
from tests.integration.cli.desk import Desk


def tamper(desk: Desk, view: str, change: str) -> None:
    """Change rows behind a view, as no program of ours does."""
    with closing(sqlite3.connect(desk.data / "ingestd.db")) as connection:
        [(table,)] = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB ?",
            [f"{view}__g*"],
        )
        connection.execute(change.format(table=table))
        connection.commit()


@pytest.mark.parametrize(
    ("view", "change", "named"),
    [
        ("articles", "UPDATE {table} SET words = 4711 WHERE origin LIKE '%north.txt'", "4711"),
        ("articles", "DELETE FROM {table} WHERE origin LIKE '%north.txt'", "north.txt"),
        ("deals", "UPDATE {table} SET status = 'terminated'", "terminated"),
    ],
    ids=["changed", "removed", "changed in another projection"],
)
def test_a_row_that_was_tampered_with_is_named_mended_and_then_equal(
    view: str, change: str, named: str, desk: Desk
) -> None:
    served = desk.rows(view)
    tamper(desk, view, change)

    different, mending, equal = (
        desk("replay", "--verify"),
        desk("replay"),
        desk("replay", "--verify"),
    )

    assert (different.code, mending.code, equal.code) == (3, 0, 0)
    assert f"table {view}" in different.err
    assert named in different.err
    assert "'ingestd replay' serves the rebuild" in different.err
    assert different.out.count("different") == 1
    assert desk.rows(view) == served


def test_the_difference_is_told_to_programs_as_well(desk: Desk) -> None:
    tamper(desk, "articles", "UPDATE {table} SET words = 4711 WHERE origin LIKE '%north.txt'")

    told = desk("replay", "articles", "--verify", "--json")

    assert told.code == 3
    assert '"result": "different"' in told.out
    assert '"words": 4711' in told.out


def test_a_rebuild_tells_what_it_mends(desk: Desk) -> None:
    tamper(desk, "articles", "UPDATE {table} SET words = 4711 WHERE origin LIKE '%north.txt'")

    mending = desk("replay", "articles", "--json")

    assert mending.row["result"] == "rebuilt"
    assert mending.row["differences"][0]["served"]["words"] == 4711
    assert "articles was not what the log gives; the rebuild is served now" in mending.err


def test_a_rebuild_can_be_undone(desk: Desk) -> None:
    served = desk.rows("articles")
    assert desk("replay", "articles").code == 0

    back = desk("replay", "articles", "--rollback", "--json")

    assert (back.row["result"], back.row["generation"]) == ("rolled back", 1)
    assert desk.rows("articles") == served


def test_without_a_rebuild_there_is_nothing_to_undo(desk: Desk) -> None:
    refused = desk("replay", "articles", "--rollback")

    assert refused.code == 2
    assert "there is no generation of articles to go back to" in refused.err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--verify", "--rollback"), "one at a time"),
        (("--as-of", "3"), "--as-of and --into go together"),
    ],
)
def test_what_does_not_go_together_is_refused(
    options: tuple[str, ...], reason: str, desk: Desk
) -> None:
    refused = desk("replay", *options)

    assert refused.code == 2
    assert reason in refused.err


def test_a_long_log_is_replayed_by_several_processes(desk: Desk) -> None:
    before = desk.rows("sources")
    database, log = Database.in_folder(desk.data), EventLog(system_clock)
    with database.writing() as connection:
        facts = [received(f"m{n}", source="gone") for n in range(LONG)]
        log.append(connection, list(map(draft, facts)))
    database.close()

    verified, rebuilt = (
        desk("replay", "sources", "articles", "--verify", "--json"),
        desk("replay", "sources", "articles", "--json"),
    )

    assert [(row["projection"], row["result"]) for row in verified.rows] == [
        ("sources", "equal"),
        ("articles", "equal"),
    ]
    assert {row["position"] for row in rebuilt.rows} == {verified.rows[0]["position"]}
    assert verified.rows[0]["position"] > LONG
    counts = {row["name"]: row["accepted"] for row in desk.rows("sources")}
    assert counts["gone"] == LONG + next(
        row["accepted"] for row in before if row["name"] == "gone"
    )
