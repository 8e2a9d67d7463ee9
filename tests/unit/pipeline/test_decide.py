"""What follows from finding bytes at a place."""

import pytest

from ingestd.events import DocumentFoundAgain, DocumentReceived
from ingestd.events.ids import digest, document_id
from ingestd.pipeline.decide import Fact, Known, decide_intake, fingerprint_of
from ingestd.sources.found import Body
from tests.fixtures.shelves import body

OLD, NEW = body("old words"), body("new words")
TITLED = body("old words", title="A title")
X = Known(document="art_x", revision=3, fingerprint=fingerprint_of(OLD))
COPY = Known(document="art_x", revision=3, fingerprint=fingerprint_of(OLD), began_here=False)
LOST = Known(document="art_x", revision=3, fingerprint=fingerprint_of(OLD), was_rejected=True)


def decide(shown: Body, known: Known | None = None, *, in_corpus: bool = False) -> Fact | None:
    return decide_intake("file:///a", shown, source="wire", known=known, in_corpus=in_corpus)


def told(fact: Fact | None) -> tuple[str, str, int] | None:
    if fact is None:
        return None
    if isinstance(fact, DocumentReceived):
        return ("received", fact.document, fact.revision)
    return ("found again", fact.document, 0)


def named(shown: Body) -> str:
    return document_id(fingerprint_of(shown))


@pytest.mark.parametrize(
    ("shown", "known", "in_corpus", "follows"),
    [
        pytest.param(NEW, None, False, ("received", named(NEW), 1), id="new"),
        pytest.param(OLD, X, False, None, id="unchanged"),
        pytest.param(OLD, X, True, None, id="unchanged, and in the corpus"),
        pytest.param(NEW, X, False, ("received", "art_x", 4), id="revised"),
        pytest.param(NEW, X, True, ("received", "art_x", 4), id="revised to another's bytes"),
        pytest.param(NEW, None, True, ("found again", named(NEW), 0), id="found again"),
        pytest.param(OLD, COPY, True, None, id="copy unchanged"),
        pytest.param(NEW, COPY, False, ("received", named(NEW), 1), id="copy edited"),
        pytest.param(NEW, COPY, True, ("found again", named(NEW), 0), id="copy of another now"),
        pytest.param(TITLED, X, False, ("received", "art_x", 4), id="title edited"),
        pytest.param(OLD, LOST, False, ("found again", "art_x", 0), id="readable again"),
        pytest.param(NEW, LOST, False, ("received", "art_x", 4), id="readable and revised"),
    ],
)
def test_what_follows_from_finding_bytes_at_a_place(
    shown: Body, known: Known | None, in_corpus: bool, follows: tuple[str, str, int] | None
) -> None:
    assert told(decide(shown, known, in_corpus=in_corpus)) == follows


def test_what_is_received_is_told_with_all_that_its_source_says() -> None:
    shown = body(
        "words", url="https://a.example/1", title="T", published="2021-11", author="A. Author"
    )

    assert decide(shown) == DocumentReceived(
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
    )


def test_what_is_found_again_names_its_place_and_its_bytes() -> None:
    assert decide(NEW, in_corpus=True) == DocumentFoundAgain(
        document=named(NEW), source="wire", origin="file:///a", blob=digest(b"new words")
    )


def test_a_fingerprint_stands_for_content_and_title_together() -> None:
    shown = [OLD, NEW, TITLED, body("old words", title=""), body("old words", title="Other")]

    assert len({fingerprint_of(one) for one in shown}) == len(shown)


def test_a_fingerprint_does_not_stand_for_what_a_source_adds() -> None:
    assert fingerprint_of(OLD) == fingerprint_of(body("old words", url="u", author="A."))
