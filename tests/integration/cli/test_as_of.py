"""`replay --as-of`: the views as they were, in a file of their own."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.cli.desk import Desk
from tests.integration.cli.test_golden import compare


def test_the_past_is_told_as_in_its_golden_file(kept: Desk, tmp_path: Path) -> None:
    desk = Desk(home=tmp_path, data=kept.data)

    told = kept("replay", "--as-of", "6", "--into", str(tmp_path / "past.sqlite"), "--json")

    assert (told.code, told.complaints) == (0, "")
    compare("replay_as_of", told, desk)


def test_the_views_of_the_file_show_what_was_there_then(kept: Desk, tmp_path: Path) -> None:
    events = kept.rows("events")
    first = next(e["position"] for e in events if e["type"] == "document.parsed")

    for name, position in (("before", first - 1), ("then", first), ("now", len(events))):
        path = tmp_path / f"{name}.sqlite"
        assert kept("replay", "--as-of", str(position), "--into", str(path)).code == 0

    counts = []
    for name in ("before", "then", "now"):
        with closing(sqlite3.connect(tmp_path / f"{name}.sqlite")) as connection:
            counts += connection.execute("SELECT count(*) FROM articles").fetchone()
    assert counts == [0, 1, 2]


def test_a_file_named_like_a_store_is_read_like_one(kept: Desk, tmp_path: Path) -> None:
    head = len(kept.rows("events"))
    past = Desk(home=kept.home, data=tmp_path / "past")
    past.data.mkdir()

    told = kept("replay", "--as-of", str(head), "--into", str(past.data / "ingestd.db"))

    assert told.code == 0
    for view in ("articles", "entities", "deals", "events"):
        assert past.rows(view) == kept.rows(view)
    deal = kept.rows("deals")[0]["id"]
    assert past.rows("explain", deal) == kept.rows("explain", deal)
    assert {row["result"] for row in past.rows("replay", "--verify")} == {"equal"}


def test_only_the_projections_that_are_named_are_folded(kept: Desk, tmp_path: Path) -> None:
    path = tmp_path / "past.sqlite"

    told = kept("replay", "articles", "--as-of", "6", "--into", str(path), "--json")

    assert [json.loads(line)["projection"] for line in told.out.splitlines()] == ["articles"]
    with closing(sqlite3.connect(path)) as connection:
        views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
        assert "articles" in (names := {name for (name,) in views})
        assert "deals" not in names


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--as-of", "6"], "--as-of and --into go together"),
        (["--into", "past.sqlite"], "--as-of and --into go together"),
        (["--as-of", "6", "--into", "past.sqlite", "--verify"], "one at a time"),
        (["--as-of", "soon", "--into", "past.sqlite"], "'soon' is no time"),
        (["--as-of", "999", "--into", "past.sqlite"], "it goes from 1 to"),
        (["--as-of", "2999-01-01", "--into", "past.sqlite"], "the log ends at position"),
        (["--as-of", "1999-01-01", "--into", "past.sqlite"], "the log begins after"),
    ],
)
def test_what_cannot_be_is_refused(kept: Desk, options: list[str], said: str) -> None:
    told = kept("replay", *options)

    assert (told.code, told.out) == (2, "")
    assert said in told.err
