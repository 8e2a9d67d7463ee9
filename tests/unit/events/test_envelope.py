"""What stands around a fact."""

from ingestd.events.envelope import chain_hash
from ingestd.events.ids import digest
from tests.fixtures.building import draft, origin, received, rejected, removed

ENVELOPE: dict[str, str | int | None] = {"position": 1, "actor": "a@1"}


def test_a_draft_tells_name_version_and_bytes_from_the_catalogue() -> None:
    made = draft(removed("wire"))

    assert (made.type, made.schema, made.data) == ("source.removed", 1, b'{"source":"wire"}')


def test_the_hash_binds_what_was_before_the_envelope_and_the_data() -> None:
    hashes = {
        chain_hash("h", ENVELOPE, b"d"),
        chain_hash("i", ENVELOPE, b"d"),
        chain_hash("h", ENVELOPE | {"position": 2}, b"d"),
        chain_hash("h", ENVELOPE, b"e"),
    }

    assert len(hashes) == 4


def test_the_hash_is_sha_256_over_the_three_in_order() -> None:
    told = b'h{"actor":"a@1","position":1}\nd'

    assert chain_hash("h", ENVELOPE, b"d") == digest(told)


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
