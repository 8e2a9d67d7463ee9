"""Whatever is thrown into the folder becomes a recorded fact, and nothing else stops."""

import os

from tests.fixtures.daemons import Program

GOOD = "BERLIN - Northwind Energy and Blue River Steel signed an agreement on Monday.\n"


def test_bad_files_are_rejected_with_a_reason_and_a_remedy(program: Program) -> None:
    program.put("empty.txt", b"")
    program.put("binary.txt", bytes(range(256)) * 40)
    program.put("half.txt", "Ein Vertrag über Bär".encode()[:-2])
    program.put("good.txt", GOOD)
    with (program.drop / "huge.txt").open("wb") as huge:
        huge.truncate(64 << 20)

    done = program.run("ingest", str(program.drop), "--json")

    rejected = {row["origin"].rpartition("/")[2]: row for row in program.rows("rejected")}
    assert done.code == 65
    assert set(rejected) == {"empty.txt", "binary.txt", "half.txt", "huge.txt"}
    assert all(row["reason"] and row["hint"] for row in rejected.values())
    assert "half" in rejected["half.txt"]["reason"]
    assert [row["origin"].rpartition("/")[2] for row in program.rows("articles")] == [
        "good.txt"
    ]


def test_a_rejection_is_recorded_once_however_often_it_is_met(program: Program) -> None:
    program.put("empty.txt", b"")
    program.run("ingest", str(program.drop))
    before = program.rows("events")

    again = program.run("ingest", str(program.drop), "--json")

    assert again.code == 65
    assert program.rows("events") == before


def test_a_file_that_was_mended_leaves_the_list_of_the_rejected(program: Program) -> None:
    path = program.put("later.txt", b"")
    program.run("ingest", str(path))
    path.write_text(GOOD, "utf-8")

    taken = program.rows("ingest", str(path))

    assert [row["outcome"] for row in taken] == ["accepted"]
    assert program.rows("rejected") == []
    assert len(program.rows("articles")) == 1


def test_a_retry_reads_the_kept_original_and_says_what_is_still_wrong(program: Program) -> None:
    path = program.put("half.txt", "Ein Vertrag über Bär".encode()[:-2])
    program.run("ingest", str(path))

    done = program.run("rejected", "retry", "--json")

    assert done.code == 65
    assert [event["type"] for event in program.rows("events")][-2:] == [
        "document.retried", "document.rejected",
    ]  # fmt: skip


def test_a_broken_configuration_says_everything_that_is_wrong_at_once(program: Program) -> None:
    program.configure(
        'data_dri = "var"\n'
        '[[source]]\nname = "a"\nkind = "folder"\npth = "drop"\n'
        '[[source]]\nname = "a"\nkind = "fedd"\n'
    )

    done = program.run("articles")

    assert done.code == 78
    assert "ingestd.toml:1" in done.err
    for told in ("did you mean 'data_dir'", "did you mean 'path'", "did you mean 'feed'"):
        assert told in done.err


def test_a_data_directory_that_is_a_file_is_told_plainly(program: Program) -> None:
    program.var.write_text("in the way", "utf-8")

    done = program.run("articles")

    assert done.code == 69
    assert str(program.var) in done.err
    assert "Traceback" not in done.err


def test_an_unreachable_feed_is_a_recorded_failure_and_the_folder_goes_on(
    program: Program,
) -> None:
    text = (program.home / "ingestd.toml").read_text("utf-8")
    program.configure(
        text
        + '\n[[source]]\nname = "away"\nkind = "feed"\nurl = "http://127.0.0.1:1/feed.xml"\n'
        + 'allow_networks = ["127.0.0.0/8"]\n'
    )
    program.put("good.txt", GOOD)

    done = program.run("poll", "--json")

    states = {row["name"]: row for row in program.rows("sources")}
    assert done.code == 75
    assert states["away"]["state"] == "failing"
    assert "127.0.0.1:1" in states["away"]["reason"]
    assert states["drop"]["accepted"] == 1
    assert os.listdir(program.drop) == ["good.txt"]  # noqa: PTH208 - names only


def test_a_round_waits_for_a_file_that_was_written_a_moment_ago(program: Program) -> None:
    program.put("fresh.txt", GOOD)

    rows = program.rows("poll")

    assert [(row["accepted"], row["unchanged"]) for row in rows] == [(1, 0)]
