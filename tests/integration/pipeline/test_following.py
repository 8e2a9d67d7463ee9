"""From the original to its text to what extractors say of it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Event,
    Extraction,
    Quote,
    Recorded,
)
from ingestd.extraction.extractor import Article
from ingestd.pipeline import follower
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.step import Answer, Step, Tools
from ingestd.sources.found import Body
from ingestd.store import checkpoints
from ingestd.store.database import Database
from ingestd.store.tables import LOG_HEAD
from tests.fixtures.building import SOURCE, document, origin, parsed, received, removed, retried
from tests.fixtures.shelves import FirstWord, body, found, take_in
from tests.fixtures.stores import Given, told


def take(tools: Tools, name: str, shown: Body) -> None:
    take_in(found(name, shown), source=SOURCE, tools=tools)


def follow(tools: Tools, *steps: Step) -> list[Event]:
    """Advance the steps until nothing follows; tell every fact."""
    while any(follower.advance(step, tools) for step in steps):
        pass
    return told(tools.database, tools.log)


def kinds(facts: list[Event]) -> list[str]:
    return [type(fact).__name__.removeprefix("Document") for fact in facts]


def position(database: Database, step: Step) -> int:
    with database.reading() as connection:
        return checkpoints.position_of(connection, step.reader)


def echo(barrier: threading.Barrier | None = None) -> Step:
    """A step that answers every document with its removal, once all are at work."""
    step = Step("echo")

    @step.on(DocumentReceived)
    def answer(recorded: Recorded[DocumentReceived], tools: Tools) -> Iterator[Answer]:
        if barrier is not None:
            barrier.wait()
        yield Answer(event=removed(recorded.event.document), actor="echo@1")

    return step


def test_a_document_is_read_and_then_understood(tools: Tools) -> None:
    take(tools, "a", body("Acme signs with Globex.\n\nThe two companies agreed in Hanoi.\n"))

    received, parsed, extracted = follow(tools, parse_step, extract_step)

    assert isinstance(received, DocumentReceived)
    assert isinstance(parsed, DocumentParsed)
    assert isinstance(extracted, DocumentExtracted)
    assert (parsed.document, parsed.revision, parsed.blob) == (
        received.document, 1, received.blob,
    )  # fmt: skip
    text = tools.blobs.text(parsed.text)
    assert "The two companies agreed" in text
    assert parsed.words == len(text.split())
    assert extracted.text == parsed.text
    assert [entity.name for entity in extracted.extraction.entities] == ["Acme"]
    assert (extracted.extractor, extracted.version) == ("first-word", "1")


def test_answers_name_their_cause_and_who_says_so(tools: Tools) -> None:
    take(tools, "a", body("Acme signs."))
    follow(tools, parse_step, extract_step)

    with tools.database.reading() as connection:
        first, second, third = tools.log.page(connection, after=0, limit=9).events
    assert (second.causation, third.causation) == (first.id, second.id)
    assert {first.correlation, second.correlation, third.correlation} == {first.id}
    assert (third.actor, second.actor.partition("@")[0]) == ("first-word@1", "builtin")


def test_what_the_source_says_is_believed_where_the_document_is_silent(tools: Tools) -> None:
    take(tools, "a", body("words.", title="Told by the feed", author="A. Author"))

    _, parsed = follow(tools, parse_step)

    assert isinstance(parsed, DocumentParsed)
    assert (parsed.title, parsed.author) == ("Told by the feed", "A. Author")


def test_what_cannot_be_read_is_rejected_and_the_next_goes_on(tools: Tools) -> None:
    take(tools, "a", body(b"\x00\x01\x02" * 50))
    take(tools, "b", body("Acme signs."))

    facts = follow(tools, parse_step, extract_step)

    assert kinds(facts) == ["Received", "Received", "Rejected", "Parsed", "Extracted"]
    rejected = facts[2]
    assert isinstance(rejected, DocumentRejected)
    assert (rejected.stage, rejected.origin, rejected.revision) == ("parse", origin("a"), 1)
    assert rejected.blob is not None
    assert rejected.reason
    assert rejected.hint


def stumbles(_article: Article) -> Extraction:
    raise RuntimeError("tripped")


def misquotes(article: Article) -> Extraction:
    said = FirstWord().extract(article)
    wrong = replace(said.entities[0], mentions=(Quote(start=1, end=5, text="Acme"),))
    return Extraction(entities=(wrong,))


@pytest.mark.parametrize(
    ("saying", "reason"),
    [
        (stumbles, "extractor first-word@1 failed: RuntimeError: tripped"),
        (misquotes, "extractor first-word@1 quotes 'Acme' at 1, where it does not stand"),
    ],
)
def test_an_extractor_that_errs_stops_neither_the_others_nor_the_next(
    tools: Tools, saying: object, reason: str
) -> None:
    def only_acme(article: Article) -> Extraction:
        errs = article.text.startswith("Acme") and callable(saying)
        return saying(article) if errs else Extraction()  # type: ignore[operator]  # narrowed by errs

    two = (FirstWord(saying=only_acme), FirstWord(name="other"))
    both = replace(tools, extractors=two)
    take(tools, "a", body("Acme signs."))
    take(tools, "b", body("Globex signs."))

    facts = follow(both, parse_step, extract_step)

    assert kinds(facts)[4:] == ["Rejected", "Extracted", "Extracted", "Extracted"]
    rejected = facts[4]
    assert isinstance(rejected, DocumentRejected)
    assert (rejected.stage, rejected.origin, rejected.reason) == (
        "extract", origin("a"), reason,
    )  # fmt: skip
    assert (rejected.revision, rejected.blob) == (1, facts[0].blob)  # type: ignore[attr-defined]  # a receipt


def test_a_rejection_names_the_place_its_own_revision_came_from(tools: Tools) -> None:
    errs = replace(tools, extractors=(FirstWord(saying=stumbles),))
    take(tools, "a", body("Acme signs."))
    take(tools, "a", body("Acme signs again."))

    facts = follow(errs, parse_step, extract_step)

    revisions = [fact.revision for fact in facts if isinstance(fact, DocumentRejected)]
    assert revisions == [1, 2]


def test_a_rejected_document_is_read_once_more_when_asked(tools: Tools, given: Given) -> None:
    errs = replace(tools, extractors=(FirstWord(saying=stumbles),))
    take(tools, "a", body("Acme signs."))
    take(tools, "a", body("Acme signs again."))
    facts = follow(errs, parse_step, extract_step)
    assert isinstance(facts[0], DocumentReceived)

    given(retried(facts[0].document.removeprefix("art_"), revision=2))
    mended = follow(tools, parse_step, extract_step)[len(facts) + 1 :]

    assert kinds(mended) == ["Parsed", "Extracted"]
    assert {(fact.document, fact.revision) for fact in mended} == {(facts[0].document, 2)}  # type: ignore[attr-defined]  # of documents


def test_nobody_answers_for_a_revision_that_never_came(tools: Tools, given: Given) -> None:
    given(received("a"), retried("a", revision=7))
    step = Step("parse")
    step.on(type(retried("a")))(parse_step._handlers[type(retried("a"))])

    assert kinds(follow(tools, step)) == ["Received", "Retried"]


def test_a_step_passes_over_what_it_does_not_answer(tools: Tools, given: Given) -> None:
    given(removed("wire"), removed("other"))

    assert follower.advance(parse_step, tools) == 2
    assert follower.advance(parse_step, tools) == 0
    assert position(tools.database, parse_step) == 2


def test_a_step_goes_on_page_by_page(tools: Tools, given: Given) -> None:
    given(*(received(name) for name in "abcde"))

    passed = [follower.advance(echo(), tools, limit=2) for _ in range(5)]

    assert passed[:3] == [2, 2, 2]  # the fifth event, and its first answer
    facts = told(tools.database, tools.log)
    assert facts[5:] == [removed(document(name)) for name in "abcde"]


def test_answers_and_checkpoint_are_one(tools: Tools, given: Given) -> None:
    given(received("a"))
    step = Step("breaks")

    @step.on(DocumentReceived)
    def answer(recorded: Recorded[DocumentReceived], tools: Tools) -> Iterator[Answer]:
        yield Answer(event=removed("wire"), actor="breaks@1")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        follower.advance(step, tools)

    assert told(tools.database, tools.log) == [received("a")]
    assert position(tools.database, step) == 0


def test_a_crash_before_the_commit_repeats_harmlessly(tools: Tools, given: Given) -> None:
    given(received("a"), received("b"))
    before = follow(tools, echo())

    with tools.database.writing() as connection:
        checkpoints.forget(connection, "step:echo")

    assert follow(tools, echo()) == before


def test_two_followers_at_once_answer_once(tools: Tools, given: Given) -> None:
    given(*(received(name) for name in "abc"))
    step = echo(threading.Barrier(2))

    with ThreadPoolExecutor(2) as pool:
        passed = [pool.submit(follower.advance, step, tools) for _ in range(2)]
        assert [one.result() for one in passed] == [3, 3]

    facts = told(tools.database, tools.log)
    assert facts[3:] == [removed(document(name)) for name in "abc"]
    assert position(tools.database, step) == 3


def test_a_conflict_that_nobody_else_caused_is_not_hidden(tools: Tools, given: Given) -> None:
    given(received("a"), parsed("a"))
    with (
        tools.database.writing() as connection
    ):  # a head that lags behind, as no log of ours does
        connection.execute(LOG_HEAD.update().values(position=1))

    with pytest.raises(ConflictError):
        follower.advance(echo(), tools)

    assert position(tools.database, echo()) == 0
    with tools.database.reading() as connection:
        assert connection.execute(sa.select(LOG_HEAD.c.position)).scalar() == 1
