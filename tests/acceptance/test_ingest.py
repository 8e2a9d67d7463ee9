"""`ingestd ingest`: the sample corpus once, twice, and changed."""

import shutil
from pathlib import Path

from tests.fixtures.daemons import SEEDS, Program


def test_the_seeds_are_accepted_once_and_unchanged_the_second_time(program: Program) -> None:
    first = program.rows("ingest", str(SEEDS))
    log_after_first = program.rows("events")
    second = program.rows("ingest", str(SEEDS))

    assert [row["outcome"] for row in first] == ["accepted"] * 5
    assert [row["outcome"] for row in second] == ["unchanged"] * 5
    assert program.rows("events") == log_after_first


def test_a_changed_file_is_revised_and_its_old_text_can_still_be_read(program: Program) -> None:
    copy = Path(shutil.copy(SEEDS / "000_d3242000318e0367.txt", program.home))
    article = program.rows("ingest", str(copy))[0]["id"]
    before = copy.read_text("utf-8")
    copy.write_text(before.replace("November 11", "November 12"), "utf-8")

    taken = program.rows("ingest", str(copy))

    assert [(row["outcome"], row["id"], row["revision"]) for row in taken] == [
        ("revised", article, 2)
    ]
    assert "November 12" in program.rows("show", article)[0]["text"]
    assert program.rows("show", article, "--revision", "1")[0]["text"] == before


def test_the_log_tells_the_whole_story_of_one_article(program: Program) -> None:
    copy = shutil.copy(SEEDS / "004_8e73b1b9151e5b58.txt", program.home / "article.txt")
    article = program.rows("ingest", str(copy))[0]["id"]

    story = program.rows("events", "--stream", article)

    assert [event["type"] for event in story] == [
        "document.received", "document.parsed", "document.extracted",
    ]  # fmt: skip
    assert [event["causation"] for event in story[1:]] == [event["id"] for event in story[:2]]
    assert {event["correlation"] for event in story} == {story[0]["id"]}


def test_two_runs_of_extract_give_the_same_bytes(program: Program) -> None:
    seeds = [str(path) for path in sorted(SEEDS.glob("*.txt"))]

    first = program.run("extract", *seeds, "--json")
    second = program.run("extract", *seeds, "--json")

    assert first.code == 0, first.err
    assert first.out.count("\n") == 5
    assert first.out == second.out
