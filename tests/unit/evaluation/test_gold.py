"""Gold and lines are read whole, or refused with the place that is wrong."""

import json
from pathlib import Path

import pytest

from ingestd.errors import UsageError
from ingestd.evaluation.gold import gold_of, lines_of

DOCUMENT = {"id": "one", "lang": "en", "entities": [{"name": "Acme", "type": "company"}]}


def test_gold_is_every_document_of_the_folder_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(json.dumps({**DOCUMENT, "id": "two"}))
    (tmp_path / "a.json").write_text(json.dumps(DOCUMENT))
    (tmp_path / "links.json").write_text('{"same_entity": []}')
    (tmp_path / "a.txt").write_text("Acme")

    assert [document.id for document in gold_of(tmp_path)] == ["one", "two"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "truncated"),
        ("3", "not iterable"),
        (json.dumps({**DOCUMENT, "lang": 3}), r"lang"),
        (json.dumps({**DOCUMENT, "entities": [{"type": "company"}]}), r"entities\[0\]"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "bad.json").write_text(content)

    with pytest.raises(UsageError, match=rf"bad\.json: .*{said}"):
        gold_of(tmp_path)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold"):
        gold_of(tmp_path)


def test_lines_are_read_by_document(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"doc": "one.txt", "lang": "en"}\n\n{"doc": "two", "deals": []}\n')

    assert sorted(lines_of(path)) == ["one", "two"]


@pytest.mark.parametrize(
    ("second", "said"), [('{"dock": 3}', "doc"), ('{"doc": "one"}', "twice")]
)
def test_a_line_that_cannot_count_is_named(tmp_path: Path, second: str, said: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(f'{{"doc": "one"}}\n{second}\n')

    with pytest.raises(UsageError, match=rf"lines\.jsonl:2: .*{said}"):
        lines_of(path)
