import gzip
import io

import pytest

from ingestd.errors import TooLargeError
from ingestd.sources import standard_input
from ingestd.sources.found import Bundle, Found
from ingestd.sources.standard_input import StandardInput
from tests.fixtures.asking import asking


def piped(content: bytes) -> Found | Bundle:
    [item] = StandardInput("ingest", io.BytesIO(content)).collect(asking()).items
    return item


def document(content: bytes) -> Found:
    item = piped(content)
    assert isinstance(item, Found)
    return item


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"The firm signed.", "text/plain"),
        (b"<!doctype html><p>Signed.", "text/html"),
        (b"%PDF-1.4", "application/pdf"),
        (b"From: a@b\nDate: x\n\nSigned.", "message/rfc822"),
    ],
)
def test_a_document_is_told_by_its_bytes(content: bytes, media_type: str) -> None:
    body = document(content).load()

    assert (body.content, body.media_type) == (content, media_type)


def test_the_same_bytes_are_the_same_place() -> None:
    assert piped(b"One.").origin == piped(b"One.").origin
    assert piped(b"One.").origin != piped(b"Two.").origin
    assert piped(b"One.").origin.startswith("stdin:")


def test_what_is_in_a_bundle_is_taken() -> None:
    item = piped(gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))

    assert isinstance(item, Bundle)
    assert [inner.origin for inner in item.open()] == [f"{item.origin}#1", f"{item.origin}#2"]


def test_a_document_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeError, match="over the limit of 20,971,520"):
        document(b"x" * (standard_input.DOCUMENT + 1)).load()
