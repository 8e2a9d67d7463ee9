"""The pages in a WARC, as crawlers keep them."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from ingestd.errors import DocumentError, FetchError, TooLargeError, UnreadableError
from ingestd.events import media_types
from ingestd.fetching.limits import Limits
from ingestd.fetching.unpacking import unpacked
from ingestd.fetching.web_address import is_web_address, without_secret
from ingestd.sources.bundles.caps import Allowance
from ingestd.sources.bundles.members import Member, safe_name
from ingestd.sources.found import Body

_VERSION = re.compile(rb"WARC/1\.\d+\r?\n")
_LONGEST_LINE = 2**16
_MOST_LINES = 200
_PIECE = 2**16
_PAGES = frozenset({
    media_types.HTML, media_types.XHTML, media_types.TEXT, media_types.PDF,
})  # fmt: skip
_ANSWERED = 200
_KINDS = frozenset({"response", "resource", "conversion"})
_CUT_OFF = "it is cut off: the rest of its records is missing"
_AGAIN = "fetch it again; what came before this point was taken in"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    heads: Mapping[str, str]
    size: int

    @property
    def address(self) -> str:
        return self.heads.get("warc-target-uri", "").strip("<> ")

    @property
    def is_page(self) -> bool:
        kind = self.heads.get("warc-type", "").lower()
        return kind in _KINDS and is_web_address(self.address)


def warc_members(file: io.BufferedReader, allowance: Allowance) -> Iterator[Member]:
    """Give every page (HTML, text, PDF) that a server gave with status 200.

    Other records are passed over. Raises UnreadableError where the file is cut off or no
    WARC; what came before stays.
    """
    while (record := _next(file)) is not None:
        if record.is_page and record.size <= allowance.caps.document:
            allowance.take(record.size)
            member = _member(record, _exactly(file, record.size), allowance)
            if member is not None:
                yield member
            continue
        _skip(file, record.size, allowance)
        if record.is_page and _may_be_page(record):
            error = TooLargeError(record.size, allowance.caps.document)
            yield Member(name=safe_name(without_secret(record.address)), error=error)


def _next(file: io.BufferedReader) -> _Record | None:
    line = file.readline(_LONGEST_LINE)
    while line and not line.strip():  # two blank lines close a record
        line = file.readline(_LONGEST_LINE)
    if not line:
        return None
    if not _VERSION.fullmatch(line):
        raise UnreadableError("there is no record where one should begin", hint=_AGAIN)
    heads = _heads(file)
    try:
        size = int(heads["content-length"])
    except (KeyError, ValueError) as error:
        raise UnreadableError("a record does not say how long it is", hint=_AGAIN) from error
    return _Record(heads=heads, size=max(size, 0))


def _heads(file: BinaryIO) -> Mapping[str, str]:
    """Names in small letters, values as they stand; a line that is none is passed over."""
    heads: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line = file.readline(_LONGEST_LINE)
        if not line:
            raise UnreadableError(_CUT_OFF, hint=_AGAIN)
        if not line.strip():
            return heads
        name, _, value = line.decode("utf-8", "replace").partition(":")
        heads.setdefault(name.strip().lower(), value.strip())
    raise UnreadableError("a record has too many headers", hint=_AGAIN)


def _exactly(file: io.BufferedReader, size: int) -> bytes:
    content = file.read(size)
    if len(content) < size:
        raise UnreadableError(_CUT_OFF, hint=_AGAIN)
    return content


def _skip(file: io.BufferedReader, size: int, allowance: Allowance) -> None:
    while size:
        piece = file.read(min(size, _PIECE))
        if not piece:
            raise UnreadableError(_CUT_OFF, hint=_AGAIN)
        allowance.take(len(piece))
        size -= len(piece)


def _may_be_page(record: _Record) -> bool:
    told = record.heads.get("warc-identified-payload-type", media_types.HTML)
    return _essence(told) in _PAGES


def _member(record: _Record, content: bytes, allowance: Allowance) -> Member | None:
    name = safe_name(without_secret(record.address))
    try:
        body = _body(record, content, allowance)
    except DocumentError as error:
        return Member(name=name, error=error)
    return None if body is None else Member(name=name, body=body)


def _body(record: _Record, content: bytes, allowance: Allowance) -> Body | None:
    media_type = record.heads.get("content-type", "")
    if _essence(media_type) == "application/http":
        file = io.BytesIO(content)
        status = file.readline().split()[1:2]
        heads = _heads(file)
        media_type = heads.get("content-type", media_types.HTML)
        if status != [b"%d" % _ANSWERED] or _essence(media_type) not in _PAGES:
            return None
        content = _unpacked(file, heads, allowance)
    if _essence(media_type) not in _PAGES:
        return None
    return Body(
        content=content,
        media_type=media_type,
        url=without_secret(record.address),
        published=record.heads.get("warc-date"),
        kind="page",
    )


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _unpacked(file: io.BytesIO, heads: Mapping[str, str], allowance: Allowance) -> bytes:
    """The body of an answer as a browser would have it.

    Many crawlers keep the headers as they came, and the body unpacked: then it stands as it
    is.
    """
    from warcio.bufferedreaders import ChunkedDataReader  # noqa: PLC0415 - seldom needed

    start = file.tell()
    content = file.read()
    if "chunked" in heads.get("transfer-encoding", "").lower():
        file.seek(start)
        content = ChunkedDataReader(file, decomp_type=None).read()
    encoding = heads.get("content-encoding", "").strip().lower()
    limits = Limits(max_bytes=allowance.caps.document, seconds=0)
    pieces = [content[at : at + _PIECE] for at in range(0, len(content), _PIECE)]
    try:
        return b"".join(unpacked(pieces, encoding, origin="it", limits=limits))
    except FetchError as error:
        if _looks_unpacked(content):
            return content
        raise UnreadableError(str(error), hint=error.hint) from error


def _looks_unpacked(content: bytes) -> bool:
    start = content[:200].lstrip()
    return start.startswith((b"<", b"\xef\xbb\xbf", b"%PDF")) or start.isascii()
