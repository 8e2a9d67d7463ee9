"""`ingestd eval` scores what the extractor says, or anybody's lines."""

import json
import shutil
from pathlib import Path

import pytest

from tests.fixtures.daemons import SEEDS, Program
from tests.fixtures.machine import CLONE

GOLD = CLONE / "tests" / "gold" / "seeds"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("scored"))


def test_the_seeds_are_scored_by_language_and_over_all(program: Program) -> None:
    rows = program.rows("eval", str(GOLD), "--texts", str(SEEDS))

    assert [row["lang"] for row in rows] == ["all", "en", "fr"]
    assert rows[0]["documents"] == 5
    assert rows[0]["entities"]["f1"] >= 0.95
    assert rows[0]["deals_strict"]["missed"] == 0


def test_people_get_a_table_and_each_mistake(program: Program, tmp_path: Path) -> None:
    silence = tmp_path / "lines.jsonl"
    silence.write_text('{"doc": "nothing"}\n')

    done = program.run("eval", str(GOLD), "--lines", str(silence), "--errors")

    assert "deals strict" in done.out
    assert "0.00 0.00 0.00" in done.out
    assert "missed deal (mou): " in done.err


def test_lines_of_extract_can_be_scored_later(program: Program, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    seeds = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    lines.write_text("".join(json.dumps(row) + "\n" for row in program.rows("extract", *seeds)))

    later = program.rows("eval", str(GOLD), "--lines", str(lines))

    assert later == program.rows("eval", str(GOLD), "--texts", str(SEEDS))


def test_a_text_that_cannot_be_read_has_no_line(program: Program, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"id": "one", "lang": "en", "entities": []}')
    (tmp_path / "one.txt").write_bytes(b"\x00\x01\x02\x03")

    rows = program.rows("eval", str(tmp_path))

    assert (rows[0]["documents"], rows[0]["missing"]) == (1, 1)


def test_gold_needs_its_own_texts(program: Program, tmp_path: Path) -> None:
    shutil.copytree(GOLD, tmp_path / "gold")
    document = json.loads(next((tmp_path / "gold").glob("000*.json")).read_text("utf-8"))

    missing = program.run("eval", str(tmp_path / "gold"))
    (tmp_path / "gold" / f"{document['id']}.txt").write_text("Another text.")
    another = program.run("eval", str(tmp_path / "gold"))

    assert (missing.code, another.code) == (2, 2)
    assert "--texts" in missing.err
    assert "another" in another.err
