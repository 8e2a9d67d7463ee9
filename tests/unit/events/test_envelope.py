"""What stands around a fact."""

import json
from hashlib import sha256

from hypothesis import example, given
from hypothesis import strategies as some

from ingestd.events.envelope import chain_hash
from tests.fixtures.building import draft, origin, received, rejected, removed

sound_text = some.text(some.characters(exclude_categories=["Cs"]))


def test_a_draft_tells_name_version_and_bytes_from_the_catalogue() -> None:
    made = draft(removed("wire"))

    assert (made.type, made.schema, made.data) == ("source.removed", 1, b'{"source":"wire"}')


def test_the_hash_binds_what_was_before_the_envelope_and_the_digest() -> None:
    hashes = {
        chain_hash("h", [1, "a"], "d"),
        chain_hash("i", [1, "a"], "d"),
        chain_hash("h", [2, "a"], "d"),
        chain_hash("h", [1, "b"], "d"),
        chain_hash("h", [1, None], "d"),
        chain_hash("h", ["1", "a"], "d"),
        chain_hash("h", [1, "a"], "e"),
        chain_hash("h", [1], "a"),
    }

    assert len(hashes) == 8


@example(
    previous="h", envelope=['\x00\x1f\x7f\x80\u2028\ufeff\U0010ffff"\\/<>&', None], told="d"
)
@given(
    previous=sound_text,
    envelope=some.lists(sound_text | some.none() | some.integers(-(2**63), 2**63 - 1)),
    told=sound_text,
)
def test_the_hash_is_sha_256_over_what_a_plain_json_library_writes(
    previous: str, envelope: list[str | int | None], told: str
) -> None:
    array = json.dumps([previous, *envelope, told], ensure_ascii=False, separators=(",", ":"))

    assert chain_hash(previous, envelope, told) == sha256(array.encode()).hexdigest()


def test_the_facts_of_a_document_share_a_stream_whatever_its_place() -> None:
    elsewhere = received("a", origin="file:///elsewhere")

    assert received("a").stream == elsewhere.stream == rejected("a").stream == "document:art_a"


def test_what_never_became_a_document_has_the_stream_of_its_place() -> None:
    nameless = rejected("a", stage="intake")

    assert nameless.stream.startswith("origin:at_")
    assert nameless.stream == rejected("a", stage="intake", reason="other").stream
    assert nameless.stream != rejected("b", stage="intake").stream
    assert origin("a") not in nameless.stream


def test_the_facts_of_a_source_share_its_stream() -> None:
    assert removed("wire").stream == "source:wire"
