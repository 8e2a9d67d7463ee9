"""The rows of a CSV or TSV."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from itertools import chain

from ingestd.errors import UnreadableError
from ingestd.sources.bundles.caps import Allowance
from ingestd.sources.bundles.fields import Fields
from ingestd.sources.bundles.members import Member
from ingestd.sources.bundles.rows import member_of

_DELIMITERS = ",;\t|"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = re.compile(r'"[^"]*"')


def table_members(
    file: io.BufferedReader, fields: Fields, allowance: Allowance, *, tabs: bool
) -> Iterator[Member]:
    """Give every row below the first, which names the fields.

    A row that is not in UTF-8 costs its neighbours nothing. Raises UnreadableError where a
    quotation mark is never closed.
    """
    csv.field_size_limit(allowance.caps.document)
    with _decoded(file) as text:
        lines = _lines(text, allowance)
        first = next(lines, "")
        delimiter = "\t" if tabs else _delimiter(first)
        rows = csv.reader(chain([first], lines), delimiter=delimiter)
        try:
            yield from _members(rows, fields)
        except csv.Error as error:
            raise UnreadableError(
                f"line {rows.line_num} breaks the table: {error}",
                hint="a quotation mark may not be closed; what came before this line was taken in",
            ) from error


def _members(rows: Iterator[list[str]], fields: Fields) -> Iterator[Member]:
    names = next(rows, [])
    number = 0
    for values in rows:
        if any(value.strip() for value in values):
            number += 1
            yield _member(names, values, fields, number)


def _member(names: list[str], values: list[str], fields: Fields, number: int) -> Member:
    row: Mapping[str, object] = dict(zip(names, values, strict=False))
    try:
        "".join(values).encode()
    except UnicodeEncodeError:
        reason = "it is not in UTF-8"
        return Member(name=str(number), error=UnreadableError(reason, hint="save it as UTF-8"))
    return member_of(row, fields, number)


def _decoded(file: io.BufferedReader) -> io.TextIOWrapper:
    encoding = "utf-16" if file.peek(2)[:2] in _WIDE else "utf-8-sig"
    # a row with bytes that are no letters can be told from the others
    return io.TextIOWrapper(file, encoding, errors="surrogateescape", newline="")


def _delimiter(first: str) -> str:
    """The mark that stands between the names in the first line."""
    outside = _QUOTED.sub("", first)
    return max(_DELIMITERS, key=outside.count)


def _lines(text: io.TextIOWrapper, allowance: Allowance) -> Iterator[str]:
    limit = allowance.caps.document
    while line := text.readline(limit):
        allowance.take(len(line))
        yield line
