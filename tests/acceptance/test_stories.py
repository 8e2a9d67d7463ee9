"""One article told once, and what they changed afterwards: through the program as it is run."""

from itertools import combinations
from pathlib import Path

import pytest

from tests.fixtures.daemons import SEEDS, Program

ARTICLE = """\
Northwind Energy orders masts

KELBY - Northwind Energy Ltd ordered 140 masts of Blue River Steel Ltd on March 14 for 2.5 million
euros, said its director Ann Smith. The masts are to stand along the coast near Larmouth.

The works of Blue River Steel employ 650 people. They will be delivered by rail, the company said.
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def test_of_the_seeds_only_the_first_two_are_one_story(program: Program) -> None:
    program.rows("ingest", str(SEEDS))

    named = {
        row["id"]: row["origin"].rpartition("/")[2][:3] for row in program.rows("articles")
    }
    told = {row["id"]: row["story"] for row in program.rows("articles")}
    pairs = {
        tuple(sorted((named[one], named[other])))
        for one, other in combinations(told, 2)
        if told[one] is not None and told[one] == told[other]
    }
    assert pairs == {("000", "001")}
    [story] = program.rows("stories")
    assert story["languages"] == ["en", "fr"]
    assert {row["result"] for row in program.rows("replay", "--verify")} == {"equal"}


def test_a_copy_in_another_frame_joins_and_an_edit_is_told(
    program: Program, tmp_path: Path
) -> None:
    file, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text(ARTICLE, "utf-8")
    copy.write_text(ARTICLE.replace("orders masts", "buys 140 masts"), "utf-8")
    first, other = program.rows("ingest", str(file), str(copy))
    [story] = program.rows("stories", "masts")
    assert {article["id"] for article in story["articles"]} == {first["id"], other["id"]}

    file.write_text(ARTICLE.replace("2.5 million", "3.5 million"), "utf-8")
    [edited] = program.rows("ingest", str(file))

    assert (edited["outcome"], edited["id"]) == ("revised", first["id"])
    _, row = program.rows("show", first["id"], "--revisions", "--diff")
    assert row["cause"] == "file_edit"
    changed = [(part["op"], part["text"]) for part in row["changed"]["parts"]]
    assert [each for each in changed if each[0] != "same"] == [
        ("removed", "2.5 "),
        ("added", "3.5 "),
    ]

    program.rows("erase", first["id"], "--yes", "--reason", "asked for")
    assert program.rows("stories") == []
