# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
import codecs

import pytest

from ingestd.errors import UnreadableError
from ingestd.parsing.encodings import decode

FRENCH = "La société a signé un accord avec une entreprise russe à Moscou, où elle était déjà présente."
RUSSIAN = (
    "Компания подписала соглашение о поставках вакцины. Министр заявил об этом во вторник."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_its_mark(encoding: str) -> None:
    assert decode(f"Đặng\r\n{RUSSIAN}".encode(encoding)) == f"Đặng\r\n{RUSSIAN}"


def test_big_endian_utf16_is_read_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + "Hà Nội".encode("utf-16-be")) == "Hà Nội"


@pytest.mark.parametrize(
    ("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")]
)
def test_an_old_encoding_is_told_where_it_is_sure(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_an_encoding_that_cannot_be_told_is_refused_with_the_place_and_the_remedy() -> None:
    with pytest.raises(UnreadableError, match="byte 5 is no UTF-8") as caught:
        decode(b"abcd \xff\xfa\x81\x9d\xff b\xc3\xa9 \xc3\xa9")

    assert caught.value.hint == "save it as UTF-8"


def test_mostly_utf8_with_a_broken_byte_is_not_taken_for_something_else() -> None:
    body = ("Đặng Minh Khôi nói. " * 50).encode() + b"\xff abc"

    with pytest.raises(UnreadableError, match=f"byte {len(body) - 5} "):
        decode(body)


@pytest.mark.parametrize(
    ("body", "place"), [("Hà Nộ".encode()[:-1], 5), ("abc".encode("utf-16")[:-1], 6)]
)
def test_a_character_cut_off_at_the_end_looks_half_written(body: bytes, place: int) -> None:
    with pytest.raises(UnreadableError, match="half written") as caught:
        decode(body)

    assert f"byte {place}," in str(caught.value)
    assert caught.value.hint is not None


def test_broken_utf16_is_refused_with_the_place() -> None:
    with pytest.raises(UnreadableError, match="byte 2 is no UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xdca\x00b\x00")


@pytest.mark.parametrize("body", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_a_blank_document_is_empty(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="the document is empty"):
        decode(body)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"%PDF-1.4", "application/pdf"),
        (b"text\x00text", "application/octet-stream"),
        (b"x" * 5000 + b"\x00", "application/octet-stream"),
        ("a\x00b".encode("utf-16"), "application/octet-stream"),
    ],
)
def test_binary_is_refused_by_its_name(body: bytes, media_type: str) -> None:
    with pytest.raises(UnreadableError, match=media_type):
        decode(body)


def test_a_guess_that_no_language_bears_out_is_refused() -> None:
    polish = (
        "Spółka podpisała umowę o współpracy z rosyjską firmą, która będzie produkować leki."
    )

    with pytest.raises(UnreadableError, match="the encoding cannot be told"):
        decode(polish.encode("cp1250"))
