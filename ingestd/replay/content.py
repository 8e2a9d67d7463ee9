"""What a generation holds, as hashes: equal for equal rows, on SQLite and on PostgreSQL."""

import hashlib
import json
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any

import msgspec
import sqlalchemy as sa

from ingestd.projections.projection import Projection
from ingestd.replay.outcomes import Difference, Row
from ingestd.store.generations import Generation

CHUNK = 1_000
Key = tuple[Any, ...]

_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True, kw_only=True)
class TableContent:
    """Rows of a table, and the SHA-256 over them.

    Over JSON arrays of a thousand rows each, in the order of the primary key, without spaces,
    in UTF-8; a row is the array of its values in the order of the columns.
    """

    rows: int
    sha256: str


Content = dict[str, TableContent]
"""By the name of the table, without its generation."""


def content_of(
    connection: sa.Connection, projection: Projection, generation: Generation
) -> Content:
    """Read and hash every table of a generation."""
    return {
        name_of(table): _table_content(connection, table, generation)
        for table in projection.shape.tables
    }


def as_text(content: Content, *, position: int) -> str:
    """How a content is kept with its generation: a JSON object with its position."""
    tables = {name: asdict(told) for name, told in content.items()}
    return json.dumps({"position": position, "tables": tables}, sort_keys=True)


def name_of(table: sa.Table) -> str:
    """The name of a table without the mark for its generation."""
    return table.name.removesuffix("__gen")


def first_difference(
    connection: sa.Connection, table: sa.Table, served: Generation, rebuilt: Generation
) -> Difference | None:
    """Walk both tables by key to the first row that is missing, too many, or another."""
    with (
        closing(_rows(connection, table, served)) as left,
        closing(_rows(connection, table, rebuilt)) as right,
    ):
        pairs = zip_longest(left, right)
        found = next(((one, other) for one, other in pairs if one != other), None)
    return _difference(table, *found) if found else None


def _difference(table: sa.Table, served: Row | None, rebuilt: Row | None) -> Difference:
    """Of two different rows at one place, those of the lesser key."""
    if served is not None and rebuilt is not None:
        names = [column.name for column in table.primary_key]
        one, other = (tuple(row[name] for name in names) for row in (served, rebuilt))
        if one < other:
            rebuilt = None
        elif other < one:
            served = None
    return Difference(table=name_of(table), served=served, rebuilt=rebuilt)


def _table_content(
    connection: sa.Connection, table: sa.Table, generation: Generation
) -> TableContent:
    hasher, count = hashlib.sha256(), 0
    for rows in _chunks(connection, table, generation):
        hasher.update(_encode([tuple(row) for row in rows]))
        count += len(rows)
    return TableContent(rows=count, sha256=hasher.hexdigest())


def _rows(
    connection: sa.Connection, table: sa.Table, generation: Generation
) -> Generator[Row, None, None]:
    names = [column.name for column in table.columns]
    with closing(_chunks(connection, table, generation)) as chunks:
        for rows in chunks:
            for row in rows:
                yield dict(zip(names, row, strict=True))


def _chunks(
    connection: sa.Connection, table: sa.Table, generation: Generation
) -> Generator[Sequence[sa.Row[Any]], None, None]:
    order = [_as_bytes(connection, column) for column in table.primary_key]
    with connection.execute(
        sa.select(table).order_by(*order),
        execution_options={"generation": generation.number, "yield_per": CHUNK},
    ) as found:
        yield from found.partitions()


def _as_bytes(connection: sa.Connection, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """Order text by its bytes, as SQLite does, and Python."""
    if connection.dialect.name != "sqlite" and isinstance(column.type, sa.Text):
        return sa.collate(column, "C")
    return column
