"""JSON: a list of objects, an object that holds such a list, one object, or one on each line."""

import io
from collections.abc import Iterator, Mapping

import msgspec

from ingestd.errors import TooLargeError, UnreadableError
from ingestd.sources.bundles.caps import MEBIBYTE, Allowance
from ingestd.sources.bundles.fields import Fields
from ingestd.sources.bundles.members import Member
from ingestd.sources.bundles.rows import has_text, member_of

_LARGEST = 256 * MEBIBYTE
"""Bytes of a JSON file, which can only be read as a whole."""

_FAULTS = (msgspec.MsgspecError, RecursionError, UnicodeDecodeError)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def json_members(
    file: io.BufferedReader, fields: Fields, allowance: Allowance
) -> Iterator[Member]:
    """Give every object of a list, or the one that there is. Raises UnreadableError."""
    content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        reason = f"it is over the limit of {_LARGEST:,} bytes for one JSON file"
        raise UnreadableError(reason, hint="save it as JSON Lines, one object on each line")
    allowance.take(len(content))
    for number, row in enumerate(_rows(_decoded(content), fields), start=1):
        yield _member(row, fields, number, limit=allowance.caps.document)


def json_line_members(
    file: io.BufferedReader, fields: Fields, allowance: Allowance
) -> Iterator[Member]:
    """Give the object on each line; a line that is none costs its neighbours nothing."""
    number = 0
    limit = allowance.caps.document
    while line := file.readline(limit + 1):
        allowance.take(len(line))
        if len(line) > limit and not line.endswith(b"\n"):
            number += 1
            yield Member(name=str(number), error=TooLargeError(_skipped(file, line), limit))
        elif line.strip():
            number += 1
            yield _member(
                msgspec.Raw(line.strip().removeprefix(b"\xef\xbb\xbf")),
                fields,
                number,
                limit=limit,
            )


def _skipped(file: io.BufferedReader, line: bytes) -> int:
    """Go on to the end of a line; how long it is."""
    size = len(line)
    while (piece := file.readline(MEBIBYTE)) and not piece.endswith(b"\n"):
        size += len(piece)
    return size + len(piece)


def _decoded(content: bytes) -> bytes:
    if content[:2] not in _WIDE:
        return content.removeprefix(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-16").encode()
    except UnicodeError as error:
        raise _broken(error) from error


def _rows(content: bytes, fields: Fields) -> list[msgspec.Raw]:
    try:
        whole = msgspec.json.decode(content)
        if isinstance(whole, Mapping) and not has_text(whole, fields):
            content = _inner_list(content, whole)
        if content.lstrip()[:1] == b"[":
            return msgspec.json.decode(content, type=list[msgspec.Raw])
    except _FAULTS as error:
        raise _broken(error) from error
    return [msgspec.Raw(content)]


def _inner_list(content: bytes, whole: Mapping[str, object]) -> bytes:
    """The only list of objects in an object; the object itself where there is none."""
    lists = [key for key, value in whole.items() if _is_list_of_objects(value)]
    if len(lists) != 1:
        return content
    return bytes(msgspec.json.decode(content, type=dict[str, msgspec.Raw])[lists[0]])


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _member(raw: msgspec.Raw, fields: Fields, number: int, *, limit: int) -> Member:
    if len(bytes(raw)) > limit:
        return Member(name=str(number), error=TooLargeError(len(bytes(raw)), limit))
    try:
        row = msgspec.json.decode(raw, type=dict[str, object])
    except _FAULTS as error:
        return Member(name=str(number), error=_broken(error))
    return member_of(row, fields, number)


def _broken(error: Exception) -> UnreadableError:
    return UnreadableError(f"it is no JSON object: {error}", hint="mend it, or write it again")
