import io
import zipfile

import pytest

from ingestd.events.media_types import DOCX, ODT, ZIP, sniff


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a", "text/plain"),
        ("notes.MD", "text/markdown"),
        ("notes.markdown", "text/markdown"),
        ("page.html", "text/html"),
        ("https://news.example/a/page.htm", "text/html"),
        ("data.json", "application/json"),
    ],
)
def test_text_is_what_its_name_says(name: str, media_type: str) -> None:
    assert sniff(b"The firm signed.", name) == media_type


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\n<HTML lang='en'>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>',
        b"<!-- saved from -->\n<html>",
    ],
)
def test_a_page_is_a_page_under_any_name(body: bytes) -> None:
    assert sniff(body, "page.txt") == "text/html"


@pytest.mark.parametrize(
    "body", [b'<?xml version="1.0"?><rss>', b"<rss version='2.0'>", b"<feed xmlns='x'>"]
)
def test_a_feed_is_xml(body: bytes) -> None:
    assert sniff(body, "feed.txt") == "application/xml"


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (b"%PDF-1.7\n", "a.txt", "application/pdf"),
        (b"PK\x03\x04rest", "a.zip", "application/zip"),
        (b"PK\x03\x04rest", "a.epub", "application/epub+zip"),
        (b"\x1f\x8b\x08", "a.txt", "application/gzip"),
        (b"\x89PNG\r\n\x1a\n", "a.html", "image/png"),
        (b"some\x00bytes", "a.txt", "application/octet-stream"),
    ],
)
def test_bytes_that_are_no_text_overrule_the_name(
    body: bytes, name: str, media_type: str
) -> None:
    assert sniff(body, name) == media_type


def test_the_zeros_of_utf16_are_text() -> None:
    assert sniff("The firm".encode("utf-16"), "a.txt") == "text/plain"


def zipped(first: str, content: str, *others: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(first, content)
        for name in others:
            archive.writestr(name, "")
    return held.getvalue()


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (zipped("mimetype", ODT, "content.xml"), "a", ODT),
        (zipped("mimetype", "application/epub+zip", "x"), "a.zip", "application/epub+zip"),
        (zipped("mimetype", "nonsense", "x"), "a.odt", ODT),
        (zipped("mimetype", "nonsense", "x"), "a", ZIP),
        (zipped("[Content_Types].xml", "", "word/document.xml"), "a", DOCX),
        (zipped("_rels/.rels", "", "word/document.xml"), "a.zip", DOCX),
        (zipped("[Content_Types].xml", "", "other/x.xml"), "a", ZIP),
        (zipped("notes.txt", "", "word/document.xml"), "a.zip", ZIP),
        (b"PK\x05\x06" + bytes(18), "a.zip", ZIP),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a", "image/webp"),
        (b"RIFF\x00\x00\x00\x00else", "a", "application/octet-stream"),
        (b"\x00\x00\x00\x18ftypmp42", "a", "video/mp4"),
    ],
)
def test_what_a_container_holds_is_told_by_its_beginning(
    body: bytes, name: str, media_type: str
) -> None:
    assert sniff(body, name) == media_type
