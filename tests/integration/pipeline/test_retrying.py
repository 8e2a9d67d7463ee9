"""Once more for what was rejected, until it is no longer listed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ingestd.events import DocumentRejected, Draft, Extraction
from ingestd.extraction.extractor import Article
from ingestd.pipeline import follower
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.looking import look
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.retrying import retry, retry_outdated
from ingestd.pipeline.step import Tools
from ingestd.projections import runner
from ingestd.projections.articles import articles
from ingestd.queries.rejected import list_rejected, unread
from ingestd.sources.adhoc import from_argument
from tests.fixtures.shelves import FirstWord
from tests.fixtures.stores import HandClock, told


def settle(tools: Tools) -> list[dict[str, Any]]:
    """Let everything follow; say what is listed as rejected then."""
    while any(follower.advance(step, tools) for step in (parse_step, extract_step)):
        pass
    while runner.advance(tools.database, tools.log, articles):
        pass
    with tools.database.reading() as connection:
        return list_rejected(connection).rows


def titles(tools: Tools) -> list[str]:
    with tools.database.reading() as connection:
        return list(connection.execute(sa.text("SELECT words FROM articles")).scalars())


def stumbles(_article: Article) -> Extraction:
    raise RuntimeError


def take(tools: Tools, clock: HandClock, path: Path) -> None:
    look(from_argument(str(path), clock), tools=tools, clock=clock)


def test_a_document_that_can_be_understood_now_is_listed_no_more(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Acme signs.")
    take(tools, clock, tmp_path / "a.txt")
    (row,) = settle(replace(tools, extractors=(FirstWord(saying=stumbles),)))
    assert row["stage"] == "extract"

    retry(row, tools=tools, clock=clock)

    assert settle(tools) == []
    assert len(titles(tools)) == 1


def test_a_document_that_still_cannot_be_read_stays_listed(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\nbroken off")
    take(tools, clock, tmp_path / "a.txt")
    (row,) = settle(tools)

    retry(row, tools=tools, clock=clock)

    (again,) = settle(tools)
    same = ("origin", "stage", "reason", "document", "revision")
    assert {name: again[name] for name in same} == {name: row[name] for name in same}
    assert again["position"] > row["position"]


def test_a_place_that_can_be_read_now_is_listed_no_more(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("")
    take(tools, clock, tmp_path / "a.txt")
    (row,) = settle(tools)
    assert row["stage"] == "intake"
    (tmp_path / "a.txt").write_text("Acme signs.")

    retry(row, tools=tools, clock=clock)

    assert settle(tools) == []
    assert len(titles(tools)) == 1


def test_a_place_that_still_shows_nothing_stays_listed_and_is_no_news(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("")
    take(tools, clock, tmp_path / "a.txt")
    (row,) = settle(tools)
    before = told(tools.database, tools.log)

    retry(row, tools=tools, clock=clock)

    assert settle(tools) == [row]
    assert told(tools.database, tools.log) == before


def test_a_place_that_is_gone_stays_listed_with_its_reason(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("")
    take(tools, clock, tmp_path / "a.txt")
    (row,) = settle(tools)
    (tmp_path / "a.txt").unlink()

    retry(row, tools=tools, clock=clock)

    assert settle(tools) == [row]


def test_what_an_earlier_parser_could_not_read_is_asked_for_once_after_its_upgrade(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_bytes(b"%PDF-1.7\nbroken off " + name.encode())
        take(tools, clock, tmp_path / f"{name}.txt")
    rows = settle(tools)
    old = Draft(
        event=DocumentRejected(
            source="ingest",
            origin=rows[0]["origin"],
            stage="parse",
            reason="an old one could not",
            document=rows[0]["document"],
            revision=1,
        ),
        actor="builtin@0",
    )
    with tools.database.writing() as connection:
        tools.log.append(connection, [old])
    settle(tools)

    def positions() -> list[int]:
        with tools.database.reading() as connection:
            return unread(connection)

    assert retry_outdated(positions(), tools=tools) == 1
    assert retry_outdated(positions(), tools=tools) == 0
    again = settle(tools)
    assert {row["reason"] for row in again} == {row["reason"] for row in rows}
    assert retry_outdated(positions(), tools=tools) == 0


def test_what_an_extractor_could_not_read_waits_for_no_parser(
    tools: Tools, clock: HandClock, tmp_path: Path
) -> None:
    errs = replace(tools, extractors=(FirstWord(saying=stumbles),))
    (tmp_path / "a.txt").write_text("Acme signs.")
    take(errs, clock, tmp_path / "a.txt")
    (row,) = settle(errs)

    with tools.database.reading() as connection:
        assert unread(connection) == []
    assert row["stage"] == "extract"
