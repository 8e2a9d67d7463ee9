"""What kind of bytes a document is made of, by the bytes first and the name second."""

import re
import struct
from pathlib import PurePosixPath

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
XHTML = "application/xhtml+xml"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
MAIL = "message/rfc822"
JSON = "application/json"
JSON_LINES = "application/jsonl"
CSV = "text/csv"
TSV = "text/tab-separated-values"
MAILBOX = "application/mbox"
WARC = "application/warc"
TAR = "application/x-tar"
ZIP = "application/zip"
GZIP = "application/gzip"
BZIP2 = "application/x-bzip2"
XZ = "application/x-xz"
BINARY = "application/octet-stream"

REACH = 4096
"""So many bytes from the beginning of a file are enough to tell it by; all of them tell more."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", GZIP),
    (b"BZh", BZIP2),
    (b"\xfd7zXZ\x00", XZ),
    (b"WARC/1.", WARC),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x7fELF", "application/x-elf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"\x1a\x45\xdf\xa3", "video/x-matroska"),
)
_INSIDE: tuple[tuple[bytes, int, dict[bytes, str]], ...] = (
    (b"RIFF", 8, {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}),
    (b"", 4, {b"ftyp": "video/mp4"}),
    (b"", 257, {b"ustar": TAR}),
)
_OFFICE = (
    (b"word/", DOCX),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_OFFICE_BEGINS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/")
_ZIPPED = {
    ".docx": DOCX,
    ".xlsx": _OFFICE[1][1],
    ".pptx": _OFFICE[2][1],
    ".odt": ODT,
    ".epub": "application/epub+zip",
}
_NAMED = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".htm": HTML,
    ".html": HTML,
    ".xhtml": HTML,
    ".eml": MAIL,
    ".mbox": MAILBOX,
    ".json": JSON,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".csv": CSV,
    ".tsv": TSV,
    ".warc": WARC,
}
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32: their zeros are letters' halves."""

_PAGE = re.compile(
    rb"(?:\s|<!--.{0,400}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:rss|feed|rdf:RDF)\b")
_MESSAGES = re.compile(rb"From [^\r\n]{3,200}\d\d:\d\d[^\r\n]{0,40}\d{4}[^\r\n]{0,10}\r?\n")
_HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|reply-to):[ \t]",
    re.IGNORECASE,
)
_SENT = re.compile(rb"^(?:from|date|message-id):[ \t]", re.IGNORECASE | re.MULTILINE)
_VALUE = re.compile(rb"\s*(?:\[\s*)?\{\s*(?:\"|\})")
_LINES = re.compile(rb"\s*\{\"[^\r\n]*\}[ \t]*\r?\n\s*\{\"")
_LOCAL_HEADER = struct.Struct("<4s22xHH")


def sniff(body: bytes, name: str) -> str:
    """Return the media type: text/plain, text/markdown, text/html, or what else it is.

    `name` is a file name, a path or a URL's path; bytes that say what they are overrule it.
    The first `REACH` bytes are enough, save for office documents of unusual make.
    """
    suffix = PurePosixPath(name).suffix.lower()
    named = _NAMED.get(suffix)
    return signature(body, suffix) or _marked_up(body) or named or _told(body) or TEXT


def signature(body: bytes, suffix: str = "") -> str | None:
    """Return the type of bytes that are no text at all; None where they may be text."""
    for magic, media_type in _SIGNATURES:
        if body.startswith(magic):
            return _zipped(body, suffix) if media_type == ZIP else media_type
    for magic, at, kinds in _INSIDE:
        if body.startswith(magic):
            for word, media_type in kinds.items():
                if body[at : at + len(word)] == word:
                    return media_type
    start = body[:REACH]
    return BINARY if b"\x00" in start and not start.startswith(_WIDE) else None


def _zipped(body: bytes, suffix: str) -> str:
    """What is in a zip: an office document says so by its first member, or by its name."""
    if len(body) < _LOCAL_HEADER.size:
        return _ZIPPED.get(suffix, ZIP)
    _, length, extra = _LOCAL_HEADER.unpack_from(body)
    first = body[_LOCAL_HEADER.size : _LOCAL_HEADER.size + length]
    if first == b"mimetype":
        start = _LOCAL_HEADER.size + length + extra
        told = re.match(rb"application/[a-z.+\-]+?(?=PK|$)", body[start : start + 100])
        return told.group().decode("ascii") if told else _ZIPPED.get(suffix, ZIP)
    if not first.startswith(_OFFICE_BEGINS):
        return _ZIPPED.get(suffix, ZIP)
    kinds = (media_type for folder, media_type in _OFFICE if folder in body)
    return _ZIPPED.get(suffix) or next(kinds, ZIP)


def _marked_up(body: bytes) -> str | None:
    start = body[:REACH].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return HTML
    return "application/xml" if _XML.match(start) else None


def _told(body: bytes) -> str | None:
    """What kind of text it is whose name tells nothing."""
    start = body[:REACH].removeprefix(b"\xef\xbb\xbf")
    if _MESSAGES.match(start):
        return MAILBOX
    if _HEADER.match(start) and len(_SENT.findall(start)) > 1:
        return MAIL
    if _LINES.match(start):
        return JSON_LINES
    return JSON if _VALUE.match(start) else None
