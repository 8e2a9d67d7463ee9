"""What a person reads: tables, items, messages; and nothing that a terminal would obey."""

import gzip
import json
from pathlib import Path

import pytest

from ingestd.app import PROJECTIONS
from ingestd.store.lock import DirectoryLock
from tests.fixtures.commands import Told, command
from tests.integration.cli.desk import Desk

HEADINGS = {
    "articles": ["id", "language", "published", "first seen", "words", "title"],
    "entities": ["id", "type", "name", "country", "articles", "roles"],
    "deals": ["id", "type", "status", "date", "parties", "products", "value", "articles"],
    "events": ["position", "recorded", "type", "stream", "actor", "data"],
    "sources": ["name", "kind", "state", "accepted", "revised", "rejected", "unchanged",
                "last look", "next look", "address", "reason"],
    "rejected": ["rejected", "stage", "origin", "reason", "remedy"],
}  # fmt: skip
COMMANDS = [
    *([view] for view in HEADINGS),
    ["sources", "list"],
    ["sources", "show", "gone"],
    ["rejected", "list"],
    ["status"],
    ["config", "show"],
    ["config", "check"],
    ["config", "schema"],
]


def columns(told: Told) -> list[str]:
    return [word.strip() for word in told.out.splitlines()[0].split("  ") if word.strip()]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_answers_a_person_without_json_and_with_zero(
    arguments: list[str], kept: Desk
) -> None:
    told = kept(*arguments)

    assert told.code == 0
    assert told.out + told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("view", HEADINGS)
def test_a_table_has_its_columns_and_a_line_for_each_row(view: str, kept: Desk) -> None:
    told = kept(view)

    assert columns(told) == HEADINGS[view]
    assert len(told.out.splitlines()) == 1 + len(kept.rows(view))


@pytest.mark.parametrize("view", ["articles", "entities", "deals"])
def test_no_id_is_broken_where_there_is_no_terminal(view: str, kept: Desk) -> None:
    ids = [row["id"] for row in kept.rows(view)]

    shown = [line.split()[0] for line in kept(view).out.splitlines()[1:]]

    assert shown == ids


def test_a_deal_is_told_with_its_parties_and_its_date(kept: Desk) -> None:
    [_, line] = kept("deals").out.splitlines()

    assert "Northwind Energy Ltd / Blue River Steel Ltd" in line
    assert "2021-11-11" in line


def test_an_item_is_told_field_by_field(kept: Desk) -> None:
    [deal] = kept.rows("deals")

    shown, explained = kept("show", deal["id"]), kept("explain", deal["id"])

    for told in (shown, explained):
        assert told.code == 0
        assert told.out.startswith(f"id: {deal['id']}\ntype: mou\n")
        assert "evidence:\n  - article art_" in told.out
    assert "facts:\n  - fact type, value mou" in explained.out


def test_an_article_is_shown_with_its_text(kept: Desk) -> None:
    [article] = kept.rows("articles", "north")

    assert "text:\n\nBERLIN - On November 11" in kept("show", article["id"]).out


def test_every_kind_of_item_can_be_explained(kept: Desk) -> None:
    for view in ("articles", "entities"):
        identity = kept.rows(view)[0]["id"]

        assert kept("explain", identity).out.startswith(f"id: {identity}\n")


def test_ingest_tells_what_became_of_each(desk: Desk) -> None:
    told = desk("ingest", str(desk.home / "drop"))

    assert told.code == 65
    assert columns(told) == ["outcome", "id", "origin", "reason"]
    assert [line.split()[0] for line in told.out.splitlines()[1:]] == [
        "unchanged", "unchanged", "rejected",
    ]  # fmt: skip


def test_poll_tells_each_source_and_why_one_failed(desk: Desk) -> None:
    one, all_of_them = desk("poll", "drop"), desk("poll")

    assert (one.code, all_of_them.code) == (0, 75)
    assert [line.split()[0] for line in all_of_them.out.splitlines()] == [
        "source", "drop", "gone",
    ]  # fmt: skip
    assert "no such file or directory" in all_of_them.out


def test_extract_tells_entities_and_deals_and_records_nothing(desk: Desk) -> None:
    before = desk.rows("events")

    told = desk("extract", str(desk.home / "drop" / "north.txt"))

    assert told.code == 0
    assert "  company       Northwind Energy Ltd\n" in told.out
    assert "  deal: " in told.out
    assert desk.rows("events") == before


def test_extract_goes_on_behind_a_file_that_cannot_be_read(kept: Desk) -> None:
    drop = kept.home / "drop"
    told = kept("extract", str(drop / "void.txt"), str(drop / "north.txt"), str(drop))

    assert told.code == 65
    assert told.out.startswith(str(drop / "north.txt"))
    assert f"ingestd: {drop / 'void.txt'}: " in told.err
    assert f"ingestd: {drop}: cannot be read: Is a directory" in told.err


def test_nothing_found_is_said_beside_the_output(kept: Desk) -> None:
    told = kept("articles", "xylophone")

    assert (told.code, told.out, told.err) == (0, "", "nothing found\n")


def test_a_search_narrows_the_list(kept: Desk) -> None:
    assert [row["name"] for row in kept.rows("entities", "harbour")] == ["Harbour Trust Ltd"]
    assert kept.rows("deals", "--status", "planned") == []
    assert len(kept.rows("deals", "--status", "signed", "--since", "2021-01-01")) == 1
    assert kept.rows("articles", "--since", "2999-01-01") == []
    assert len(kept.rows("articles", "--limit", "1")) == 1


def test_the_log_is_read_from_a_position_by_type_and_by_subject(kept: Desk) -> None:
    [article] = kept.rows("articles", "north")
    story = kept.rows("events", "--stream", article["id"])

    assert [event["type"] for event in story] == [
        "document.received", "document.parsed", "document.extracted",
    ]  # fmt: skip
    behind = kept.rows("events", "--after", str(story[0]["position"]))
    assert behind[0]["position"] == story[0]["position"] + 1
    parsed = kept.rows("events", "--type", "document.parsed")
    assert {event["type"] for event in parsed} == {"document.parsed"}


def test_a_replay_tells_what_it_built_and_compared(desk: Desk) -> None:
    built, compared = desk("replay"), desk("replay", "deals", "--verify")

    assert columns(built) == ["projection", "position", "rows", "result"]
    assert built.out.count("rebuilt") == len(PROJECTIONS)
    assert (compared.code, compared.out.count("equal")) == (0, 1)


def test_a_retry_says_how_many_are_still_rejected(desk: Desk) -> None:
    [rejected] = desk.rows("rejected")

    told = desk("rejected", "retry", rejected["origin"])

    assert told.code == 65
    assert told.err == "1 tried again, 1 still rejected\n"


def test_a_retry_of_a_mended_file_takes_it_in(fresh: Desk) -> None:
    path = fresh.home / "drop" / "void.txt"
    fresh("ingest", str(path))
    path.write_text("OSLO - The harbour was opened again on Tuesday.\n", "utf-8")

    told = fresh("rejected", "retry")

    assert (told.code, told.out, told.err) == (0, "", "1 tried again, 0 still rejected\n")
    assert [row["origin"] for row in fresh.rows("articles")] == [path.as_uri()]


def test_one_rejection_is_shown_with_what_helps(kept: Desk) -> None:
    [rejected] = kept.rows("rejected")

    told = kept("rejected", "show", rejected["origin"])

    assert told.code == 0
    assert "reason: the document is empty\nhint: fill the file" in told.out


def test_no_control_character_of_a_document_reaches_a_terminal(fresh: Desk) -> None:
    path = fresh.home / "escape.txt"
    path.write_text(
        "OSLO - Harbour\x1b[31m Trust Ltd\x9b2J said so.\nMore\x07 of it.\n", "utf-8"
    )
    [taken] = fresh.rows("ingest", str(path))

    told = [
        fresh("show", taken["id"]),
        fresh("explain", taken["id"]),
        fresh("entities"),
        fresh("articles"),
        fresh("extract", str(path)),
        fresh("show", "art_\x1b[2J"),
    ]

    assert "Harbour" in told[0].out
    assert "there is no art_" in told[-1].err
    for answer in told:
        assert all(c.isprintable() or c == "\n" for c in answer.out + answer.err)


def test_lines_of_json_are_whole_whatever_the_locale_can_write(kept: Desk) -> None:
    path = kept.home / "vietnam.txt"
    path.write_text("HÀ NỘI - Công ty Bến Cảng Ltd said “so” on Monday. 🚢\n", "utf-8")

    narrow = kept("extract", str(path), "--json", encoding="latin-1")
    wide = kept("extract", str(path), "--json")

    assert narrow.rows == wide.rows
    assert kept("extract", str(path), encoding="latin-1").code == 0


def test_a_file_whose_name_is_no_utf8_can_be_read_and_told(fresh: Desk) -> None:
    name = "north-\udcff.txt"
    path = fresh.home / name
    path.write_text("OSLO - Harbour Trust Ltd was founded on Monday.\n", "utf-8")

    assert fresh("extract", str(path), "--json").row["path"].endswith(name)
    assert fresh("ingest", str(path), "--json").row["origin"].endswith("north-%FF.txt")


def test_status_tells_whether_a_daemon_runs(desk: Desk) -> None:
    with DirectoryLock(desk.data, "daemon"):
        beside = desk("status")

    assert beside.out.startswith("running: True\n")
    assert desk("status").out.startswith("running: False\n")


def test_the_version_is_told(kept: Desk) -> None:
    told = command("--version")

    assert told.code == 0
    assert told.out.startswith("ingestd ")


def test_extract_tells_each_document_of_a_bundle(kept: Desk, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(
        '{"id": "a", "text": "Signed."}\n{"text": 1\n{"text": "Sealed."}\n', "utf-8"
    )

    told = kept("extract", str(path), "--json")

    assert told.code == 65
    assert [json.loads(line)["path"] for line in told.out.splitlines()] == [
        f"{path}#a",
        f"{path}#3",
    ]
    assert "it is no JSON object" in told.err


def test_extract_tells_what_a_broken_bundle_held_until_there(
    kept: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "cut.txt.gz"
    path.write_bytes(gzip.compress(b"Signed." * 100)[:-9])

    told = kept("extract", str(path), "--json")

    assert (told.code, told.out) == (65, "")
    assert "cut off" in told.err
