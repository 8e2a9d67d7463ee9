"""Newer extractors and parsers over what is kept."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ingestd.errors import UnavailableError, UnreadableError
from ingestd.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentRejected,
    Event,
    Extraction,
    Usage,
)
from ingestd.extraction.extractor import Article, Extractor
from ingestd.pipeline import erasing, follower
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.looking import look
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.reprocessing import (
    Only,
    Read,
    parse_again,
    read_again,
    readings,
    record,
)
from ingestd.pipeline.step import Tools
from ingestd.sources.adhoc import from_argument
from tests.fixtures.building import SOURCE, parsed, received, rejected
from tests.fixtures.shelves import FirstWord, body, found, take_in
from tests.fixtures.stores import Given, HandClock, told


def take(tools: Tools, name: str, words: str | None = None) -> None:
    take_in(found(name, body(words or f"{name} signs.")), source=SOURCE, tools=tools)
    while any(follower.advance(step, tools) for step in (parse_step, extract_step)):
        pass


def documents(tools: Tools) -> list[str]:
    facts = told(tools.database, tools.log)
    return list(
        dict.fromkeys(fact.document for fact in facts if isinstance(fact, DocumentParsed))
    )


def due(tools: Tools, *extractors: Extractor, only: Only | None = None) -> list[str]:
    again = readings(documents(tools), extractors, only=only, tools=tools)
    return [f"{reading.extractor.name} {reading.parsed.revision}" for reading in again]


def reads(tools: Tools, *extractors: Extractor, only: Only | None = None) -> list[Read]:
    again = readings(documents(tools), extractors, only=only, tools=tools)
    return [read_again(reading, tools) for reading in again]


def since(tools: Tools, before: Sequence[Event]) -> list[Event]:
    return told(tools.database, tools.log)[len(before) :]


def stumbles(_: Article) -> Extraction:
    raise RuntimeError("tripped")


def silent(_: Article) -> Extraction:
    return Extraction()


NEWER = FirstWord(version="2")
OTHER = FirstWord(name="other")


def test_outdated_is_what_another_version_read_or_never_was(tools: Tools) -> None:
    take(tools, "a")

    assert due(tools, FirstWord(), only="outdated") == []
    assert due(tools, NEWER, OTHER, only="outdated") == ["first-word 1", "other 1"]
    assert due(tools, FirstWord()) == ["first-word 1"]


def test_failed_is_where_this_extractor_was_rejected_last(tools: Tools) -> None:
    errs = replace(tools, extractors=(FirstWord(saying=stumbles), OTHER))
    take(errs, "a")

    assert due(tools, FirstWord(), OTHER, only="failed") == ["first-word 1"]
    for read in reads(tools, FirstWord(), only="failed"):
        assert record(read, tools)
    assert due(tools, FirstWord(), OTHER, only="failed") == []


def test_a_rejection_that_names_nobody_counts_for_everybody(tools: Tools, given: Given) -> None:
    given(received("a"), parsed("a"), rejected("a", stage="extract"))

    assert due(tools, FirstWord(), only="failed") == ["first-word 1"]


def test_only_the_newest_revision_is_read_again(tools: Tools) -> None:
    take(tools, "a")
    take(tools, "a", "a signs again.")

    assert due(tools, NEWER) == ["first-word 2"]


def test_a_newer_version_is_appended_once_and_the_older_stays(tools: Tools) -> None:
    take(tools, "a")
    before = told(tools.database, tools.log)

    (read,) = reads(tools, NEWER)
    twice = [record(read, tools), record(read, tools)]

    (fact,) = since(tools, before)
    assert isinstance(fact, DocumentExtracted)
    assert (fact.version, fact.revision, twice[0]) == ("2", 1, True)
    assert due(tools, NEWER, only="outdated") == []


def test_the_same_said_by_the_same_version_is_no_news_whatever_it_cost(tools: Tools) -> None:
    said = [Extraction(usage=Usage(model="m", prompt="p", answer=a)) for a in ("x", "y")]
    extractor = FirstWord(saying=lambda _: said.pop(0))
    take(replace(tools, extractors=(extractor,)), "a")
    before = told(tools.database, tools.log)

    (read,) = reads(tools, extractor)

    assert not record(read, tools)
    assert since(tools, before) == []


def test_a_failure_is_recorded_and_what_was_said_before_stays(tools: Tools) -> None:
    take(tools, "a")
    before = told(tools.database, tools.log)

    (read,) = reads(tools, FirstWord(version="2", saying=stumbles))
    record(read, tools)

    (fact,) = since(tools, before)
    assert isinstance(read.failure, UnreadableError)
    assert isinstance(fact, DocumentRejected)
    assert (fact.stage, fact.extractor) == ("extract", "first-word")


def test_success_after_a_rejection_is_news_even_if_it_says_what_it_said_before(
    tools: Tools,
) -> None:
    take(tools, "a")
    (failed,) = reads(tools, FirstWord(saying=stumbles))
    record(failed, tools)
    before = told(tools.database, tools.log)

    (read,) = reads(tools, FirstWord(), only="failed")

    assert record(read, tools)
    assert [type(fact) for fact in since(tools, before)] == [DocumentExtracted]


def test_reading_alone_records_nothing(tools: Tools) -> None:
    take(tools, "a")
    before = told(tools.database, tools.log)

    (read,) = reads(tools, FirstWord(version="2", saying=silent))

    assert read.is_news
    assert since(tools, before) == []


def test_nothing_is_appended_of_what_was_erased_meanwhile(tools: Tools) -> None:
    take(tools, "a")
    (document,) = documents(tools)
    (read,) = reads(tools, NEWER)
    (late,) = reads(tools, FirstWord(version="3", saying=stumbles))
    erasing.erase(document, reason="asked for", who="test", tools=tools)
    before = told(tools.database, tools.log)

    assert [record(read, tools), record(late, tools)] == [False, False]
    assert since(tools, before) == []
    assert list(readings([document], [NEWER], only=None, tools=tools)) == []


def test_who_is_away_is_told_to_whoever_asks(tools: Tools) -> None:
    def away(_: Article) -> Extraction:
        raise UnavailableError("nobody is there")

    take(tools, "a")

    with pytest.raises(UnavailableError):
        reads(tools, FirstWord(saying=away))


# ---------------------------------------------------------------- originals


@pytest.mark.parametrize(("only", "count"), [(None, 2), ("failed", 1), ("outdated", 1)])
def test_originals_are_parsed_again(
    only: Only | None, count: int, tools: Tools, clock: HandClock, tmp_path: Path, given: Given
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nbroken off")
    look(from_argument(str(tmp_path / "a.pdf"), clock), tools=tools, clock=clock)
    take(tools, "b")
    facts = told(tools.database, tools.log)
    assert len(facts) == 6
    names = {
        fact.stream.partition(":")[2] for fact in facts if fact.stream.startswith("document")
    }
    given(
        *(
            replace(fact, parser="builtin@0")
            for fact in facts
            if isinstance(fact, DocumentParsed)
        )
    )
    before = told(tools.database, tools.log)

    asked = parse_again(sorted(names), only=only, tools=tools)
    while any(follower.advance(step, tools) for step in (parse_step, extract_step)):
        pass

    kinds = [type(fact) for fact in since(tools, before)]
    assert asked == count
    assert kinds.count(DocumentParsed) == (only != "failed")
    assert kinds.count(DocumentRejected) == (only != "outdated")


def test_what_is_erased_or_waits_for_its_parse_is_not_parsed_again(
    tools: Tools, given: Given
) -> None:
    given(received("a"))

    assert parse_again(["art_a", "art_unheard_of"], only=None, tools=tools) == 0
