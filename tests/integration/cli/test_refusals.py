"""What cannot be done is said in a line, with what helps, and in the exit code."""

from pathlib import Path

import pytest

from ingestd.store.lock import DirectoryLock
from tests.fixtures.commands import command
from tests.integration.cli.desk import Desk

USAGE = [
    ([], "Missing command"),
    (["artikles"], "No such command 'artikles'"),
    (["articles", "--nosuch"], "No such option: --nosuch"),
    (["ingest"], "Missing argument"),
    (["articles", "--limit", "0"], "--limit"),
    (["articles", "--limit", "9" * 30], "--limit"),
    (["articles", "--limit", "2000"], "limit must be between 1 and 1000"),
    (["events", "--after", "-1"], "--after"),
    (["articles", "--since", "yesterday"], "write a date (2026-11-22)"),
    (["articles", "--since", "0001-01-01T00:00:00+14:00"], "write a date (2026-11-22)"),
    (["events", "--type", "document.recieved"], "one of: "),
    (["deals", "--status", "singed"], "did you mean 'signed'?"),
    (["entities", "--type", "compani"], "did you mean 'company'?"),
    (["show", "art_nosuch"], "ids are listed by 'ingestd articles'"),
    (["show", "ent_nosuch"], "ids are listed by 'ingestd articles'"),
    (["show", "deal_nosuch"], "ids are listed by 'ingestd articles'"),
    (["explain", "art_nosuch"], "ids are listed by 'ingestd articles'"),
    (["explain", "ent_nosuch"], "ids are listed by 'ingestd articles'"),
    (["explain", "deal_nosuch"], "ids are listed by 'ingestd articles'"),
    (["show", "art_\udcff"], "not in UTF-8"),
    (["sources", "show", "nosuch"], "see 'ingestd sources'"),
    (["rejected", "show", "nosuch"], "see 'ingestd rejected'"),
    (["rejected", "retry", "nosuch"], "see 'ingestd rejected'"),
    (["poll", "nosuch"], "one of: drop, gone"),
    (["replay", "nosuch"], "one of: "),
    (["ingest", "nosuch.txt"], "it was looked for at"),
    (["ingest", "ftp://127.0.0.1/a"], "http:// or https://"),
]


@pytest.mark.parametrize(
    ("arguments", "told"), USAGE, ids=[" ".join(case[0]).encode("ascii", "replace").decode()[:40] for case in USAGE]
)  # fmt: skip
def test_what_cannot_be_asked_ends_with_two_and_says_what_helps(
    arguments: list[str], told: str, kept: Desk
) -> None:
    answer = kept(*arguments)

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_a_revision_that_was_never_there_ends_with_two(kept: Desk) -> None:
    [article] = kept.rows("articles", "north")

    assert kept("show", article["id"], "--revision", "7").code == 2
    assert kept("show", article["id"], "--revision", "1").code == 0


def test_a_retry_with_one_unknown_place_tries_none(desk: Desk) -> None:
    [rejected] = desk.rows("rejected")
    before = desk.rows("events")

    assert desk("rejected", "retry", rejected["origin"], "nosuch").code == 2
    assert desk.rows("events") == before


def test_an_address_that_does_not_answer_is_one_to_try_again_later(desk: Desk) -> None:
    told = desk("ingest", "http://127.0.0.1:1/feed.xml")

    assert told.code == 75
    assert "ingestd: could not fetch http://127.0.0.1:1/feed.xml" in told.err


def test_every_mistake_of_a_configuration_is_told_at_once(kept: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ingestd.toml"
    path.write_text('data_dri = "var"\n[[source]]\nname = "a"\nkind = "fodler"\n', "utf-8")

    told = command("--config", str(path), "config", "check")

    assert told.code == 78
    assert "ingestd.toml:1" in told.err
    assert "did you mean 'data_dir'?" in told.err
    assert "did you mean 'folder'?" in told.err


def test_a_configuration_that_is_not_there_ends_with_78(tmp_path: Path) -> None:
    told = command("--config", str(tmp_path / "nosuch.toml"), "articles")

    assert told.code == 78
    assert "nosuch.toml" in told.err


@pytest.mark.parametrize(
    "arguments", [["articles"], ["config", "check"], ["run"]], ids=" ".join
)
def test_an_unknown_extractor_is_a_mistake_of_the_configuration(
    arguments: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "ingestd.toml"
    path.write_text('[extraction]\nextractors = ["rules", "rulez"]\n', "utf-8")

    told = command("--config", str(path), *arguments)

    assert told.code == 78
    assert told.err == (
        f"ingestd: {path}:2: extraction.extractors: unknown extractor 'rulez'\n"
        "  did you mean 'rules'?\n"
    )


def test_an_address_that_is_open_to_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ingestd.toml"
    path.write_text('[http]\nlisten = "0.0.0.0:0"\n', "utf-8")

    told = command("--config", str(path), "run")

    assert told.code == 78
    assert "can be reached by other machines" in told.err


def test_a_store_that_does_not_answer_ends_with_69(tmp_path: Path) -> None:
    path = tmp_path / "ingestd.toml"
    path.write_text('[store]\nurl = "postgresql+psycopg://nobody@127.0.0.1:1/none"\n', "utf-8")

    told = command("--config", str(path), "articles")

    assert told.code == 69
    assert "127.0.0.1" in told.err


def test_a_data_directory_that_is_a_file_ends_with_69(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", "utf-8")

    told = command(*desk.options[:2], "--data-dir", str(tmp_path / "in the way"), "articles")

    assert told.code == 69
    assert "in the way" in told.err


def test_a_second_replay_beside_one_that_runs_is_to_be_tried_later(desk: Desk) -> None:
    with DirectoryLock(desk.data, "replay"):
        told = desk("replay")

    assert told.code == 75
    assert "is in use by another 'replay'" in told.err
