"""What kind of bytes a document is made of, by the bytes first and the name second."""

import re
from pathlib import PurePosixPath

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
BINARY = "application/octet-stream"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x7fELF", "application/x-elf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"RIFF", "application/x-riff"),
)
_ZIPPED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
}
_NAMED = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".htm": HTML,
    ".html": HTML,
    ".xhtml": HTML,
    ".json": "application/json",
}
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32: their zeros are letters' halves."""

_PAGE = re.compile(
    rb"(?:\s|<!--.{0,400}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:rss|feed|rdf:RDF)\b")
_REACH = 4096


def sniff(body: bytes, name: str) -> str:
    """Return the media type: text/plain, text/markdown, text/html, or what else it is.

    `name` is a file name, a path or a URL's path; bytes that say what they are overrule it.
    """
    suffix = PurePosixPath(name).suffix.lower()
    return signature(body, suffix) or _marked_up(body) or _NAMED.get(suffix, TEXT)


def signature(body: bytes, suffix: str = "") -> str | None:
    """Return the type of bytes that are no text at all; None where they may be text."""
    for magic, media_type in _SIGNATURES:
        if body.startswith(magic):
            return _ZIPPED.get(suffix, media_type) if magic[:2] == b"PK" else media_type
    start = body[:_REACH]
    return BINARY if b"\x00" in start and not start.startswith(_WIDE) else None


def _marked_up(body: bytes) -> str | None:
    start = body[:_REACH].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return HTML
    return "application/xml" if _XML.match(start) else None
