"""`ingestd erase`, as the person who has to answer for it meets it."""

import os
import pty
import subprocess
import sys

import pytest

from ingestd.config.environment import environment
from tests.fixtures.commands import Row
from tests.integration.cli.desk import Desk


def erased(desk: Desk, *arguments: str) -> tuple[Row, str]:
    """Erase the article from the north; return what was told, and its id."""
    [article] = desk.rows("articles", "north")
    told = desk("erase", article["id"], "--reason", "asked for", "--yes", "--json", *arguments)
    return told.row, article["id"]


def test_it_tells_what_was_done_and_nothing_shows_the_article_any_more(desk: Desk) -> None:
    row, article = erased(desk)

    assert (row["outcome"], row["id"], row["reason"]) == ("erased", article, "asked for")
    assert row["events"] == 3
    assert [row["title"] for row in desk.rows("articles", "north")] == []
    assert desk.rows("deals") == []
    assert desk.rows("entities", "northwind") == []
    assert len(desk.rows("articles")) == 1
    assert desk("replay", "--verify").code == 0
    assert desk("verify").code == 0


def test_what_is_left_to_see_is_when_and_why(desk: Desk) -> None:
    row, article = erased(desk)

    shown = desk("show", article, "--json").row

    last = desk.rows("events")[-1]
    assert shown == {
        "id": article,
        "erased_at": row["erased_at"],
        "reason": "asked for",
        "position": last["position"],
    }
    assert last["type"] == "document.erased"
    assert last["actor"].startswith("erase@1/")


def test_the_same_file_is_not_taken_in_again(desk: Desk) -> None:
    row, article = erased(desk)

    told = desk("ingest", str(desk.home / "drop" / "north.txt"))

    assert told.code == 65
    assert f"it was erased at {row['erased_at']}: asked for" in told.out
    assert article in told.out


def test_a_second_time_it_says_so_and_changes_nothing(desk: Desk) -> None:
    row, article = erased(desk)
    head = desk.rows("events")[-1]["position"]

    told = desk("erase", article, "--reason", "again", "--yes", "--json")

    again = told.row
    assert (again["outcome"], again["events"]) == ("erased before", None)
    assert (again["erased_at"], again["reason"]) == (row["erased_at"], "asked for")
    assert desk.rows("events")[-1]["position"] == head


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["art_nosuch", "--reason", "r", "--yes"], "there is no article art_nosuch"),
        (["art_nosuch", "--reason", "r"], "say --yes to erase"),
        (["art_nosuch", "--reason", " ", "--yes"], "it is all that will be left"),
        (["art_nosuch"], "Missing option '--reason'"),
    ],
)
def test_what_cannot_be_erased_is_told(kept: Desk, arguments: list[str], words: str) -> None:
    told = kept("erase", *arguments)

    assert told.code == 2
    assert words in told.err


@pytest.mark.parametrize(("answer", "left"), [("n", 2), ("y", 1)])
def test_a_person_is_asked_first(desk: Desk, answer: str, left: int) -> None:
    [article] = desk.rows("articles", "north")
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ingestd",
            *desk.options,
            "erase",
            article["id"],
            "--reason",
            "r",
        ],
        stdin=theirs,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )

    os.close(ours)
    os.close(theirs)
    assert f"Erase {article['id']} for good?" in done.stderr
    assert (done.returncode == 0) == (answer == "y")
    assert len(desk.rows("articles")) == left
