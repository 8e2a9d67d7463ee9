"""What follows from finding bytes at a place."""

from typing import Any

import pytest
from msgspec.structs import replace

from ingestd.events import DocumentFoundAgain, DocumentMoved, DocumentReceived
from ingestd.events.ids import digest, document_id
from ingestd.pipeline.decide import (
    CHURN,
    Known,
    Place,
    Same,
    Shown,
    Verdict,
    decide_intake,
    fingerprint_of,
)
from ingestd.sources.found import Body
from tests.fixtures.shelves import body

OLD, NEW = body("old words"), body("new words")
TITLED = body("old words", title="A title")
BRIEF = body("in brief", whole=False)
X = Known(document="art_x", revision=3)
LEFT = replace(X, is_held=False)
SUMMARY = replace(X, is_whole=False)
Y = Known(document="art_y", revision=1)
HERE = Place(known=X, fingerprint=fingerprint_of(OLD))
COPY = replace(HERE, holds=False)
LOST = replace(HERE, was_lost=True)


def decide(
    shown: Body, here: Place | None = None, same: Same | None = None, **others: Any
) -> Verdict:
    asked = Shown(
        origin="file:///a",
        source="wire",
        body=shown,
        fingerprint=fingerprint_of(shown),
        **others,
    )
    return decide_intake(asked, here=here, same=same)


def by(known: Known, sameness: Any = "content", *, before: str | None = None) -> Same:
    return Same(known=known, by=sameness, before=before)


def told(verdict: Verdict) -> tuple[str | None, ...]:
    match verdict.fact:
        case None:
            return ()
        case DocumentReceived() as fact:
            return ("received", fact.document, str(fact.revision), fact.cause)
        case DocumentMoved() as fact:
            return ("moved", fact.document, fact.before)
        case DocumentFoundAgain() as fact:
            return ("again" if fact.again else "found", fact.document, fact.by)


def named(shown: Body) -> str:
    return document_id(fingerprint_of(shown))


@pytest.mark.parametrize(
    ("shown", "here", "same", "follows"),
    [
        pytest.param(NEW, None, None, ("received", named(NEW), "1", None), id="new"),
        pytest.param(OLD, HERE, None, (), id="unchanged"),
        pytest.param(NEW, HERE, None, ("received", "art_x", "4", "file_edit"), id="revised"),
        pytest.param(
            NEW, HERE, by(Y), ("received", "art_x", "4", "file_edit"), id="to another's bytes"
        ),
        pytest.param(TITLED, HERE, None, ("received", "art_x", "4", "file_edit"), id="title"),
        pytest.param(NEW, None, by(Y), ("found", "art_y", "content"), id="a copy"),
        pytest.param(NEW, None, by(Y, "address"), ("found", "art_y", "address"), id="address"),
        pytest.param(NEW, None, by(Y, "guid"), ("found", "art_y", "guid"), id="guid"),
        pytest.param(NEW, None, by(Y, before="file:///b"), ("moved", "art_y", "file:///b"),
                     id="moved"),
        pytest.param(OLD, COPY, None, (), id="a copy unchanged"),
        pytest.param(NEW, COPY, None, ("received", named(NEW), "1", None), id="a copy edited"),
        pytest.param(NEW, COPY, by(X, "address"), (), id="told in other words"),
        pytest.param(NEW, COPY, by(Y), ("found", "art_y", "content"), id="a copy of another now"),
        pytest.param(OLD, LOST, None, ("again", "art_x", "content"), id="readable again"),
        pytest.param(NEW, LOST, None, ("received", "art_x", "4", "file_edit"), id="and revised"),
        pytest.param(NEW, replace(COPY, was_lost=True), by(X, "guid"),
                     ("again", "art_x", "content"), id="other words are back"),
    ],
)  # fmt: skip
def test_what_follows_from_finding_bytes_at_a_place(
    shown: Body, here: Place | None, same: Same | None, follows: tuple[str | None, ...]
) -> None:
    assert told(decide(shown, here, same)) == follows


@pytest.mark.parametrize(
    ("here", "same"),
    [
        (None, by(SUMMARY, "address")),
        (None, by(SUMMARY, "guid")),
        (replace(HERE, known=SUMMARY), None),
        (replace(COPY, known=SUMMARY), by(SUMMARY, "address")),
    ],
)
def test_the_whole_where_only_a_summary_was_known_is_a_fuller_revision(
    here: Place | None, same: Same | None
) -> None:
    verdict = decide(NEW, here, same)

    assert told(verdict) == ("received", "art_x", "4", "fuller")
    assert verdict.holds


def test_a_summary_does_not_take_the_place_of_the_whole() -> None:
    shown = decide(BRIEF, HERE)

    assert (told(shown), shown.keeps) == ((), False)
    assert told(decide(BRIEF, LOST)) == ("again", "art_x", "content")
    assert told(decide(BRIEF, replace(HERE, known=SUMMARY)))[0] == "received"


@pytest.mark.parametrize(
    ("here", "same", "follows"),
    [
        (replace(COPY, known=LEFT), None, ("received", "art_x", "4", "file_edit")),
        (replace(COPY, known=LEFT), by(LEFT, "guid"), ("received", "art_x", "4", "file_edit")),
        (None, by(LEFT, "address"), ("received", "art_x", "4", "file_edit")),
        (None, by(LEFT), ("found", "art_x", "content")),
    ],
)
def test_where_no_place_is_left_that_it_began_at_another_takes_over(
    here: Place | None, same: Same | None, follows: tuple[str, ...]
) -> None:
    verdict = decide(NEW, here, same)

    assert told(verdict) == follows
    assert verdict.holds


def test_a_copy_that_stays_takes_over_too() -> None:
    assert decide(OLD, replace(COPY, known=LEFT)).holds
    assert not decide(OLD, COPY).holds
    assert not decide(NEW, None, by(X)).holds


@pytest.mark.parametrize(
    ("kind", "cause"), [("file", "file_edit"), ("feed", "feed_edit"), ("page", "page_edit")]
)
def test_a_revision_says_what_was_edited(kind: Any, cause: str) -> None:
    assert told(decide(body("new", kind=kind), HERE))[3] == cause


def test_changes_in_which_no_word_changed_are_revisions_so_many_times() -> None:
    ticks = replace(HERE, same_words=True)
    last, over = replace(ticks, churn=CHURN - 1), replace(ticks, churn=CHURN)

    assert [told(decide(NEW, one))[:1] for one in (ticks, last, over)] == [
        ("received",), ("received",), (),
    ]  # fmt: skip
    assert [decide(NEW, one).churned for one in (ticks, HERE)] == [True, False]
    assert told(decide(NEW, replace(over, same_words=False)))[0] == "received"
    assert told(decide(NEW, replace(over, was_lost=True)))[0] == "again"


def test_what_is_received_is_told_with_all_that_its_source_says() -> None:
    shown = body(
        "words",
        url="https://a.example/1",
        title="T",
        published="2021-11",
        author="A. Author",
        whole=False,
    )

    assert decide(shown, guid="tag:1").fact == DocumentReceived(
        document=named(shown),
        revision=1,
        source="wire",
        origin="file:///a",
        blob=digest(b"words"),
        media_type="text/plain",
        size=5,
        url="https://a.example/1",
        title="T",
        published="2021-11",
        author="A. Author",
        guid="tag:1",
        whole=False,
    )


def test_what_is_found_again_names_its_place_and_its_bytes() -> None:
    assert decide(NEW, None, by(Y, "guid")).fact == DocumentFoundAgain(
        document="art_y",
        source="wire",
        origin="file:///a",
        blob=digest(b"new words"),
        by="guid",
    )


def test_a_fingerprint_stands_for_content_and_title_together() -> None:
    shown = [OLD, NEW, TITLED, body("old words", title=""), body("old words", title="Other")]

    assert len({fingerprint_of(one) for one in shown}) == len(shown)


def test_a_fingerprint_does_not_stand_for_what_a_source_adds() -> None:
    assert fingerprint_of(OLD) == fingerprint_of(body("old words", url="u", author="A."))
