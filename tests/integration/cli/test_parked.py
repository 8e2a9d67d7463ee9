"""An event that a view cannot take: seen in `status`, named by `replay`, in nobody's way."""

import json
from typing import Any

import pytest

from ingestd.app import PROJECTIONS, App
from ingestd.config.loader import load
from ingestd.sources.registry import check_source
from tests.fixtures.building import draft, parsed, received
from tests.integration.cli.desk import Desk

TOO_MANY = 2**70  # more words than a database can count


@pytest.fixture
def poisoned(desk: Desk) -> Desk:
    """Somebody appended what no version of ours would; it was followed like anything."""
    loaded = load(
        desk.home / "ingestd.toml",
        environment={},
        working_directory=desk.home,
        data_dir=desk.data,
        check_source=check_source,
    )
    with App(loaded.settings).opened() as app:
        with app.database.writing() as connection:
            facts = [received("bad"), parsed("bad", words=TOO_MANY), received("good")]
            facts += [received("bad", revision=2), parsed("bad", revision=2, title="waits")]
            facts += [parsed("good", title="Goes on")]
            app.log.append(connection, [draft(fact) for fact in facts])
        while app.project():
            pass
    return desk


def readers(desk: Desk) -> dict[str, dict[str, Any]]:
    (row,) = desk.rows("status")
    return {reader["reader"]: reader for reader in row["readers"]}


def test_everything_else_is_listed(poisoned: Desk) -> None:
    titles = [row["title"] for row in poisoned.rows("articles")]

    assert "Goes on" in titles
    assert "waits" not in titles


def test_status_counts_what_is_parked_and_says_why(poisoned: Desk) -> None:
    found = readers(poisoned)["projection:articles"]

    poison = found["poison"]
    assert (found["parked"], found["lag"]) == (3, 0)
    assert poison["stream"] == "document:art_bad"
    assert "too large" in poison["error"]
    assert poison["attempts"] == 1
    assert readers(poisoned)["projection:sources"]["parked"] == 0
    assert "too large" in poisoned("status").out


def test_a_verification_names_the_event(poisoned: Desk) -> None:
    told = poisoned("replay", "--verify", "articles")

    assert told.code == 3
    assert "articles cannot fold event" in told.err
    assert "document:art_bad" in told.err
    assert "this is a bug" in told.err


def test_a_rebuild_stops_there_and_what_is_served_stays(poisoned: Desk) -> None:
    before = poisoned.rows("articles")

    told = poisoned("replay", "articles")

    assert told.code == 1
    assert "articles cannot fold event" in told.err
    assert poisoned.rows("articles") == before


def test_the_past_before_it_can_be_written(poisoned: Desk) -> None:
    into = str(poisoned.data / "past.sqlite")
    position = readers(poisoned)["projection:articles"]["poison"]["position"]

    before = poisoned("replay", "--as-of", str(position - 1), "--into", into, "--json")
    after = poisoned("replay", "--as-of", str(position), "--into", f"{into}2")

    assert [json.loads(line)["result"] for line in before.out.splitlines()] == [
        "as it was"
    ] * len(PROJECTIONS)
    assert after.code == 1
