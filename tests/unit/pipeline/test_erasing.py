"""What is kept of a document that was erased: digests, and nothing that can be read."""

from ingestd.events import DocumentErased, Event, Recorded
from ingestd.events.catalogue import encode
from ingestd.events.subjects import place_id
from ingestd.pipeline.erasing import decide_erasure
from tests.fixtures.building import (
    blob,
    document,
    extracted,
    origin,
    parsed,
    received,
    rejected,
    text,
)


def recorded(*facts: Event) -> list[Recorded[Event]]:
    return [
        Recorded(
            position=number,
            id=str(number),
            stream=fact.stream,
            version=number,
            type="",
            schema=1,
            time="",
            recorded_at="",
            actor="",
            causation=None,
            correlation="",
            hash="",
            event=fact,
        )
        for number, fact in enumerate(facts, start=1)
    ]


def test_originals_and_texts_of_every_revision_are_named() -> None:
    story = recorded(
        received("a", url="https://a.example/secret", title="Secret"),
        parsed("a", title="Secret"),
        extracted("a"),
        received("a", revision=2),
        rejected("a", revision=2, reason="Secret"),
        received("a", revision=3),
        parsed("a", revision=3),
    )

    fact = decide_erasure(document("a"), story, "asked for", [origin("a"), origin("copy")])

    assert fact == DocumentErased(
        document=document("a"),
        reason="asked for",
        originals=tuple(sorted([blob("a"), blob("a", 2), blob("a", 3)])),
        texts=tuple(sorted([text("a"), text("a", 3)])),
        places=tuple(sorted([place_id(origin("a")), place_id(origin("copy"))])),
    )


def test_nothing_that_can_be_read_is_kept() -> None:
    story = recorded(
        received("a", url="https://a.example/secret", title="Secret", author="Secret")
    )

    data = encode(decide_erasure(document("a"), story, "asked for", [origin("secret")]))

    assert b"ecret" not in data


def test_an_erasure_stands_in_the_stream_of_what_it_takes_out() -> None:
    of_document = DocumentErased(document=document("a"), reason="r")
    of_place = DocumentErased(document=document("a"), reason="r", place=place_id(origin("a")))

    assert of_document.stream == received("a").stream
    assert of_place.stream == rejected("a", stage="intake").stream
