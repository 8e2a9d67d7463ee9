"""`verify` names what is wrong with log and blobs; a checkpoint tells of a chain made anew."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.cli.desk import Desk
from tests.integration.cli.test_golden import compare
from tests.integration.cli.test_terminal import on_terminal


def alter(desk: Desk, statement: str) -> None:
    with closing(sqlite3.connect(desk.data / "ingestd.db")) as connection:
        for name in ("events_refuse_update", "events_refuse_delete"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


def a_blob(desk: Desk) -> Path:
    return min(path for path in (desk.data / "blobs").rglob("*") if path.is_file())


def test_verify_of_a_sound_log_prints_one_line(kept: Desk) -> None:
    told, people = kept("verify", "--json"), kept("verify")

    assert (told.code, told.err) == (people.code, people.err) == (0, "")
    compare("verify", told, kept)
    assert people.out.startswith("sound: ")
    assert people.out.count("\n") == 1


def test_verify_prints_a_line_for_each_finding_and_ends_with_3(desk: Desk) -> None:
    alter(desk, "UPDATE events SET actor = 'somebody@1' WHERE position = 5")
    a_blob(desk).unlink()

    told, people = desk("verify", "--json"), desk("verify")

    assert told.code == people.code == 3
    compare("verify_findings", told, desk)
    assert "in 2 places" in people.err
    assert "chain_broken" in people.out
    assert str(a_blob(desk).parent.parent) in people.out


def test_blobs_can_be_left_alone(desk: Desk) -> None:
    a_blob(desk).unlink()

    told = desk("verify", "--no-blobs", "--json")

    assert told.row["blobs"] is None


def test_a_log_of_which_an_article_was_erased_is_sound_and_holds_to_its_checkpoint(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "kept.json"
    desk("verify", "--checkpoint", str(path))
    article = desk.rows("articles")[0]["id"]

    erased = desk("erase", article, "--reason", "asked to", "--yes")
    told = desk("verify", "--checkpoint", str(path), "--json")

    assert erased.code == 0
    assert (told.row["result"], told.row["checkpoint"]) == ("sound", "held")
    assert (told.row["blobs"], told.row["orphans"]) == (1, 0)


def test_a_checkpoint_is_written_once_and_then_compared(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"

    written, held = (desk("verify", "--checkpoint", str(path), "--json") for _ in range(2))

    public = json.loads(path.read_text())["public_key"]
    assert (written.row["checkpoint"], held.row["checkpoint"]) == ("written", "held")
    assert written.err == f"{path} is signed with the key {public}\n"
    assert held.err == ""
    elsewhere = desk("verify", "--checkpoint", str(path), "--public-key", public, "--json")
    assert elsewhere.row["checkpoint"] == "held"


def test_a_log_that_is_shorter_than_its_checkpoint_ends_with_3(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "kept.json"
    desk("verify", "--checkpoint", str(path))
    alter(desk, "DELETE FROM events WHERE position = (SELECT position FROM log_head)")
    with closing(sqlite3.connect(desk.data / "ingestd.db")) as connection:
        connection.execute(
            "UPDATE log_head SET (position, hash, recorded_at) = (SELECT position, hash, "
            "recorded_at FROM events ORDER BY position DESC LIMIT 1)"
        )
        connection.commit()

    alone = desk("verify", "--no-blobs")
    compared = desk("verify", "--checkpoint", str(path), "--no-blobs", "--json")

    assert (alone.code, compared.code) == (0, 3)
    finding, summary = (json.loads(line) for line in compared.out.splitlines())
    assert finding["finding"] == "shortened"
    assert summary["checkpoint"] == "broken"


def test_no_log_with_findings_is_signed(desk: Desk, tmp_path: Path) -> None:
    a_blob(desk).write_bytes(b"")
    path = tmp_path / "kept.json"

    told = desk("verify", "--checkpoint", str(path), "--json")

    assert told.code == 3
    assert json.loads(told.out.splitlines()[-1])["checkpoint"] == "refused"
    assert not path.exists()


def test_a_key_of_ones_own_signs_and_is_trusted(desk: Desk, tmp_path: Path) -> None:
    other, path = tmp_path / "elsewhere", tmp_path / "kept.json"
    desk("verify", "--checkpoint", str(tmp_path / "first.json"))
    (desk.data / "checkpoint.key").rename(other)
    options = ("verify", "--no-blobs", "--checkpoint", str(path))

    written = desk(*options, "--key", str(other))
    held = desk(*options, "--key", str(other))
    untold = desk(*options)

    assert (written.code, held.code, untold.code) == (0, 0, 2)
    assert not (desk.data / "checkpoint.key").exists()
    assert "there is no key to trust" in untold.err
    assert "--public-key HEX" in untold.err


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--public-key", "ab"], 2, "are for --checkpoint"),
        (["--checkpoint", "{home}/ingestd.toml", "--public-key", "ab"], 2, "no public key"),
        (
            ["--checkpoint", "{home}/ingestd.toml", "--public-key", "00" * 32],
            65,
            "no checkpoint",
        ),
        (["--checkpoint", "{home}/nowhere/kept.json"], 65, "cannot be written"),
        (["--checkpoint", "{home}/new.json", "--key", "{home}/ingestd.toml"], 65, "no Ed25519"),
    ],
)
def test_what_cannot_be_done_is_told(
    desk: Desk, options: list[str], code: int, told: str
) -> None:
    answer = desk("verify", "--no-blobs", *(word.format(home=desk.home) for word in options))

    assert answer.code == code
    assert told in answer.err


def test_a_file_that_is_no_database_is_told(desk: Desk) -> None:
    (desk.data / "ingestd.db").write_bytes(b"this is no database " * 500)

    told = desk("verify")

    assert told.code == 69
    assert "is damaged: file is not a database" in told.err


def test_a_bar_is_shown_on_a_terminal(kept: Desk) -> None:
    code, shown = on_terminal(kept, "verify")

    assert code == 0
    assert "blobs" in shown
    assert shown.rstrip().splitlines()[-1].startswith("sound: ")
