"""What became of one thing that was found, and what was recorded of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from ingestd.errors import (
    DocumentError,
    FetchError,
    StoreUnavailableError,
    TooLargeError,
    UnreadableError,
    VanishedError,
)
from ingestd.events import DocumentFoundAgain, DocumentReceived, DocumentRejected, Event
from ingestd.events.ids import digest
from ingestd.pipeline.intake import Outcome
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Found
from ingestd.store.blobs_folder import FolderBlobs
from tests.fixtures.building import SOURCE, origin
from tests.fixtures.shelves import body, found, take_in
from tests.fixtures.stores import told

UNREADABLE = UnreadableError("it is no text", hint="send text")


def taken(tools: Tools, *items: Found) -> list[Outcome]:
    outcomes = [take_in(item, source=SOURCE, tools=tools) for item in items]
    return [outcome for outcome in outcomes if outcome is not None]


def kinds(tools: Tools, *items: Found) -> list[str]:
    return [outcome.kind for outcome in taken(tools, *items)]


def facts(tools: Tools) -> list[Event]:
    return told(tools.database, tools.log)


def names(tools: Tools) -> list[str]:
    return [type(fact).__name__.removeprefix("Document") for fact in facts(tools)]


def test_what_is_new_is_kept_and_then_recorded(tools: Tools) -> None:
    (outcome,) = taken(tools, found("a", body("Words", title="T")))

    (fact,) = facts(tools)
    assert isinstance(fact, DocumentReceived)
    assert tools.blobs.get(fact.blob) == b"Words"
    assert (fact.source, fact.origin, fact.title) == (SOURCE, origin("a"), "T")
    assert outcome == Outcome(
        origin=origin("a"), kind="accepted", document=fact.document, revision=1
    )


def test_a_second_time_it_is_unchanged_and_nothing_is_recorded(tools: Tools) -> None:
    first, second = taken(tools, found("a"), found("a"))

    assert (second.kind, second.news) == ("unchanged", False)
    assert (second.document, second.revision) == (first.document, 1)
    assert names(tools) == ["Received"]


def test_other_bytes_at_the_same_place_are_a_revision_and_the_old_ones_stay(
    tools: Tools,
) -> None:
    outcomes = taken(tools, found("a", body("old")), found("a", body("new")))

    assert [(o.kind, o.revision) for o in outcomes] == [("accepted", 1), ("revised", 2)]
    assert len({o.document for o in outcomes}) == 1
    assert tools.blobs.get(digest(b"old")) == b"old"
    assert tools.blobs.get(digest(b"new")) == b"new"


def test_going_back_to_the_old_bytes_is_one_more_revision(tools: Tools) -> None:
    items = [found("a", body(words)) for words in ("old", "new", "old")]

    assert [outcome.revision for outcome in taken(tools, *items)] == [1, 2, 3]


def test_the_same_bytes_elsewhere_are_the_same_document(tools: Tools) -> None:
    first, copy = taken(tools, found("a", body("same")), found("b", body("same")))

    assert (copy.kind, copy.news, copy.document) == ("duplicate", True, first.document)
    assert names(tools) == ["Received", "FoundAgain"]


def test_an_edited_copy_goes_its_own_way(tools: Tools) -> None:
    shown = [
        found("a", body("same")),
        found("b", body("same")),
        found("b", body("edited")),
        found("b", body("edited again")),
        found("a", body("revised")),
    ]

    a, copy, edited, again, revised = taken(tools, *shown)

    assert [o.kind for o in (a, copy, edited, again, revised)] == [
        "accepted", "duplicate", "accepted", "revised", "revised",
    ]  # fmt: skip
    assert a.document == copy.document == revised.document != edited.document
    assert edited.document == again.document
    assert revised.revision == 2


def test_an_edited_title_is_a_revision(tools: Tools) -> None:
    shown = [found("a", body("same", title=title)) for title in ("Old", "New")]

    assert kinds(tools, *shown) == ["accepted", "revised"]


def test_a_place_with_the_same_mark_is_not_loaded_again(tools: Tools) -> None:
    never_loaded = found("a", AssertionError("loaded"), mark="m1")  # type: ignore[arg-type]  # to fail loudly

    first, second = taken(tools, found("a", mark="m1"), never_loaded)

    assert (second.kind, second.news, second.document) == ("unchanged", False, first.document)


def test_another_mark_on_the_same_bytes_is_remembered(tools: Tools) -> None:
    assert kinds(tools, found("a", mark="m1"), found("a", mark="m2")) == [
        "accepted",
        "unchanged",
    ]
    assert kinds(tools, found("a", UNREADABLE, mark="m2")) == ["unchanged"]


@pytest.mark.parametrize(
    "error", [UNREADABLE, TooLargeError(9, 5), FetchError("https://a.example", "timed out")]
)
def test_what_cannot_be_read_is_recorded_once_until_the_reason_changes(
    tools: Tools, error: DocumentError | FetchError
) -> None:
    first, again, other = taken(
        tools,
        found("a", error, mark="m1"),
        found("a", error, mark="m2"),
        found("a", UnreadableError("another reason"), mark="m3"),
    )

    assert [(o.kind, o.news) for o in (first, again, other)] == [
        ("rejected", True),
        ("rejected", False),
        ("rejected", True),
    ]
    assert (first.reason, first.hint) == (str(error), error.hint)
    (fact, _) = facts(tools)
    assert fact == DocumentRejected(
        source=SOURCE, origin=origin("a"), stage="intake", reason=str(error), hint=error.hint
    )


def test_what_no_retry_can_mend_is_not_read_again_while_it_looks_the_same(
    tools: Tools,
) -> None:
    _, again = taken(tools, found("a", UNREADABLE, mark="m1"), found("a", mark="m1"))

    assert (again.kind, again.news, again.reason) == ("rejected", False, "it is no text")


def test_what_a_retry_can_mend_is_read_again_though_it_looks_the_same(tools: Tools) -> None:
    failing = FetchError("https://a.example", "timed out")

    assert kinds(tools, found("a", failing, mark="m1"), found("a", mark="m1")) == [
        "rejected",
        "accepted",
    ]


def test_what_can_be_read_again_is_told_though_its_bytes_are_the_same(tools: Tools) -> None:
    first, _, back, after = taken(
        tools,
        found("a", mark="m1"),
        found("a", UNREADABLE, mark="m2"),
        found("a", mark="m3"),
        found("a", mark="m4"),
    )

    assert (back.kind, back.news, back.document) == ("unchanged", True, first.document)
    assert (after.kind, after.news) == ("unchanged", False)
    assert names(tools) == ["Received", "Rejected", "FoundAgain"]


def test_a_place_that_could_not_be_read_keeps_its_document(tools: Tools) -> None:
    first, lost, revised = taken(
        tools, found("a", body("old")), found("a", UNREADABLE), found("a", body("new"))
    )

    assert lost.document == first.document
    assert (revised.kind, revised.document, revised.revision) == ("revised", first.document, 2)


@pytest.mark.parametrize("nothing", [b"", b" \r\n\t "])
def test_an_empty_document_is_rejected(tools: Tools, nothing: bytes) -> None:
    (outcome,) = taken(tools, found("a", body(nothing)))

    assert (outcome.kind, outcome.reason) == ("rejected", "the document is empty")


def test_what_vanished_before_it_was_read_is_passed_over(tools: Tools) -> None:
    assert taken(tools, found("a", VanishedError("file:///a", "gone"))) == []
    assert facts(tools) == []


def test_nothing_is_recorded_where_the_original_cannot_be_kept(
    tools: Tools, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("in the way")
    broken = replace(tools, blobs=FolderBlobs(tmp_path / "full"))

    with pytest.raises(StoreUnavailableError):
        take_in(found("a"), source=SOURCE, tools=broken)

    assert facts(tools) == []
    assert kinds(tools, found("a")) == ["accepted"]


def test_two_who_find_the_same_at_once_record_one_document(tools: Tools) -> None:
    start = Barrier(4)

    def take(place: str) -> Outcome | None:
        start.wait()
        return take_in(found(place, body("same")), source=SOURCE, tools=tools)

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(take, ["a", "b", "a", "c"]))

    assert sorted(o.kind for o in outcomes if o) == [
        "accepted", "duplicate", "duplicate", "unchanged",
    ]  # fmt: skip
    assert [type(fact) for fact in facts(tools)] == [
        DocumentReceived, DocumentFoundAgain, DocumentFoundAgain,
    ]  # fmt: skip


def test_two_who_revise_at_once_do_not_share_a_revision(tools: Tools) -> None:
    taken(tools, found("a", body("old")))
    start = Barrier(4)

    def revise(words: str) -> Outcome | None:
        start.wait()
        return take_in(found("a", body(words)), source=SOURCE, tools=tools)

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(revise, ["one", "two", "three", "four"]))

    assert sorted(o.revision or 0 for o in outcomes if o) == [2, 3, 4, 5]


def test_what_no_store_can_keep_is_replaced_at_the_door(tools: Tools) -> None:
    broken = found("a", body("Words", title="half \ud83e, nothing \x00", author="\udfff"))

    first, second = taken(tools, broken, broken)

    (fact,) = facts(tools)
    assert isinstance(fact, DocumentReceived)
    assert (fact.title, fact.author) == ("half \ufffd, nothing \ufffd", "\ufffd")
    assert (first.kind, second.kind) == ("accepted", "unchanged")
