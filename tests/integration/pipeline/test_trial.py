"""What a dry run makes of files."""

from pathlib import Path

import pytest

from ingestd.errors import DocumentError
from ingestd.pipeline.trial import tried
from tests.fixtures.asking import Inline
from tests.unit.sources.bundles.packing import zipped

HARBOUR = "The harbour was closed for a day after a storm, said the harbour master."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tried.txt"


def told(path: Path) -> list[tuple[str, str]]:
    """Where each document stands in the file, and its text or what is wrong with it."""
    return [
        ("!", str(one)) if isinstance(one, DocumentError) else (one.within, one.article.text)
        for one in tried(path, Inline())
    ]


def test_a_file_is_one_document(path: Path) -> None:
    path.write_text(HARBOUR)

    assert told(path) == [("", HARBOUR)]


def test_each_document_of_a_bundle_is_told_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "both.zip"
    inner = zipped({"two.txt": b"The strike is over."})
    path.write_bytes(zipped({"one.txt": HARBOUR.encode(), "deeper.zip": inner}))

    assert told(path) == [
        ("#one.txt", HARBOUR),
        ("#deeper.zip#two.txt", "The strike is over."),
    ]


def test_a_document_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "both.zip"
    path.write_bytes(zipped({"void.txt": b"", "one.txt": HARBOUR.encode()}))

    assert told(path) == [("!", "the document is empty"), ("#one.txt", HARBOUR)]


def test_what_stands_before_the_fault_of_a_bundle_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"text": "' + HARBOUR + '"}\n{"text": "never ends\n')

    [read, (failed, reason)] = told(path)

    assert (read, failed) == (("#1", HARBOUR), "!")
    assert reason.startswith("it is no JSON object")


def test_a_bundle_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(zipped({"one.txt": HARBOUR.encode()})[:40])

    [(failed, reason)] = told(path)

    assert (failed, reason.startswith("the zip is damaged")) == ("!", True)


def test_a_file_that_is_not_there_is_told_with_advice(path: Path) -> None:
    [error] = tried(path, Inline())

    assert isinstance(error, DocumentError)
    assert str(error).startswith("cannot be read")
    assert error.hint == "check the name and its permissions"
