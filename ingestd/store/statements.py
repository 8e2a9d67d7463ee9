"""Statements in the words of each database's driver: questions for many rows, many rows at once."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import sqlalchemy as sa
from msgspec.json import encode

from ingestd.store.database import GENERATION_MARK
from ingestd.store.driving import driver_of

Key = tuple[Any, ...]

COPIED = 200
"""New rows from which on a stream is worth its beginning."""


class Marks:
    """How the database's driver writes names and places for values."""

    def __init__(self, connection: sa.Connection) -> None:
        self._dialect = connection.dialect
        self._is_sqlite = connection.dialect.name == "sqlite"
        self.place = "?" if self._is_sqlite else "%s"
        self.quoted = connection.dialect.identifier_preparer.quote

    def asking(
        self, table: sa.Table, columns: Sequence[sa.Column[Any]], values: Sequence[Key]
    ) -> tuple[str, tuple[Any, ...]]:
        """A query for the rows in which a column, or several together, has one of these values.

        With what stands for them. It cannot be answered but by the index, where there is one:
        planners would rather read every row, of a table that grew since it was last looked at
        (PostgreSQL) or for several columns together (SQLite). On PostgreSQL it is one text
        for any number of values, so that it is planned once.
        """
        names = ", ".join(self.quoted(column.name) for column in table.columns)
        query = f"SELECT {names} FROM {self.quoted(table.name)}"  # noqa: S608 - names of our own
        asked = [self.quoted(column.name) for column in columns]
        if self._is_sqlite:
            places = ", ".join([f"({', '.join('?' * len(columns))})"] * len(values))
            told = tuple(chain.from_iterable(values))
            if len(columns) == 1:
                return f"{query} WHERE {asked[0]} IN (VALUES {places})", told
            same = [f"{name} = asked.column{at}" for at, name in enumerate(asked, start=1)]
            return (
                f"SELECT {names} FROM (VALUES {places}) AS asked "  # noqa: S608
                f"CROSS JOIN {self.quoted(table.name)} ON {' AND '.join(same)}"
            ), told
        lists = [self._listed(column) for column in columns]
        told = tuple(encode(column).decode() for column in zip(*values, strict=True))
        if len(columns) == 1:
            return f"{query} WHERE {asked[0]} = ANY({lists[0]})", told
        numbered = [f"v{number}" for number in range(len(columns))]
        pairs = zip(asked, numbered, strict=True)
        where = " AND ".join(f"{name} = asked.{value}" for name, value in pairs)
        return (
            f"SELECT found.* FROM unnest({', '.join(lists)}) AS asked ({', '.join(numbered)}), "  # noqa: S608
            f"LATERAL ({query} WHERE {where} OFFSET 0) AS found"
        ), told

    def asking_last(self, table: sa.Table, key: Sequence[sa.Column[Any]]) -> str:
        """A query for the last rows by key, in which its first column has a value: so many."""
        names = ", ".join(self.quoted(column.name) for column in table.columns)
        order = ", ".join(f"{self.quoted(column.name)} DESC" for column in key)
        return (
            f"SELECT {names} FROM {self.quoted(table.name)} "  # noqa: S608 - names of our own
            f"WHERE {self.quoted(key[0].name)} = {self.place} ORDER BY {order} LIMIT {self.place}"
        )

    def asking_pairs(
        self, table: sa.Table, keys: Sequence[int], most: int
    ) -> tuple[str, tuple[Any, ...]]:
        """A query for the greatest numbers under each key, in a table of keys and numbers."""
        name, (key, number) = self.quoted(table.name), self._pair(table)
        if self._is_sqlite:
            places = ", ".join(["(?)"] * len(keys))
            # where there are fewer, nothing is left out
            least = (
                f"SELECT {number} FROM {name} WHERE {key} = asked.column1 "  # noqa: S608
                f"ORDER BY {number} DESC LIMIT 1 OFFSET ?"
            )
            return (
                f"SELECT {key}, {number} FROM (VALUES {places}) AS asked CROSS JOIN {name} "  # noqa: S608
                f"ON {key} = asked.column1 AND {number} >= coalesce(({least}), 0)"
            ), (*keys, most - 1)
        asked = self._listed(table.columns[0])
        return (
            f"SELECT asked.asked, found.{number} FROM unnest({asked}) AS asked (asked), "  # noqa: S608
            f"LATERAL (SELECT {number} FROM {name} WHERE {key} = asked.asked "
            f"ORDER BY {number} DESC LIMIT %s) AS found"
        ), (encode(list(keys)).decode(), most)

    def asking_between(self, table: sa.Table) -> str:
        """A query for what stands under the keys between two, in a table of keys and numbers."""
        name, (key, number) = self.quoted(table.name), self._pair(table)
        return (
            f"SELECT {key}, {number} FROM {name} "  # noqa: S608 - names of our own
            f"WHERE {key} BETWEEN {self.place} AND {self.place} ORDER BY {key}, {number} LIMIT {self.place}"
        )

    def _pair(self, table: sa.Table) -> tuple[str, str]:
        key, number = (self.quoted(column.name) for column in table.columns)
        return key, number

    def _listed(self, column: sa.Column[Any]) -> str:
        # a list in JSON is written and read in a fraction of what the driver's own takes
        kind = column.type.compile(self._dialect)
        return f"ARRAY(SELECT json_array_elements_text(%s::json)::{kind})"


def execute(connection: sa.Connection, statement: str, values: list[tuple[Any, ...]]) -> None:
    """Do a statement for each of these, if there are any."""
    if values:
        connection.exec_driver_sql(statement, values)


def insert(connection: sa.Connection, table: sa.Table, values: list[tuple[Any, ...]]) -> None:
    """Write new rows, each of them the values of all columns, if there are any."""
    marks = Marks(connection)
    columns = [marks.quoted(column.name) for column in table.columns]
    into = f"{marks.quoted(table.name)} ({', '.join(columns)})"
    if len(values) >= COPIED and connection.dialect.name != "sqlite":
        _copy(connection, f"COPY {into} FROM STDIN", values)
        return
    places = ", ".join([marks.place] * len(columns))
    execute(connection, f"INSERT INTO {into} VALUES ({places})", values)  # noqa: S608 - names of our own


def _copy(connection: sa.Connection, statement: str, values: list[tuple[Any, ...]]) -> None:
    """PostgreSQL's own way for many new rows: in one stream."""
    generation = connection.get_execution_options().get("generation")
    numbered = statement.replace(GENERATION_MARK, f"__g{generation}")
    with (
        driver_of(connection) as driver,
        driver.cursor() as cursor,
        cursor.copy(numbered) as copy,
    ):
        for row in values:
            copy.write_row(row)
