"""What the database alone takes for the rows of a generation: each written once, as it stood at last.

Bare sqlite3, in the order of the keys, with the tables' own indexes and as durable as the
daemon's: nobody who folds a log can be quicker than this and reading it together.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

AT_ONCE = 10_000
"""Rows in a transaction; a page of the log makes about as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Rows, the letters and bytes in them, seconds by the clock and of work."""

    rows: int
    size: int
    wall: float
    cpu: float


def write_alone(source: Path, tables: Sequence[str], into: Path) -> Written:
    """Write these tables of one database file into a new one."""
    rows = size = 0
    wall = cpu = 0.0
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(into)) as write:
        write.execute("PRAGMA journal_mode = WAL")
        write.execute("PRAGMA synchronous = FULL")
        write.execute("PRAGMA cache_size = -16384")
        for table in tables:
            for statement in _shape(read, table):
                write.execute(statement)
            for some in _parts(read, table):
                insert = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(some[0]))})'  # noqa: S608 - of our own
                begun, worked = perf_counter(), process_time()
                write.executemany(insert, some)
                write.commit()
                wall, cpu = wall + perf_counter() - begun, cpu + process_time() - worked
                rows += len(some)
                size += sum(len(str(value)) for row in some for value in row)
    return Written(rows=rows, size=size, wall=wall, cpu=cpu)


def _shape(read: sqlite3.Connection, table: str) -> list[str]:
    """What makes the table and its indexes."""
    asked = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC"
    return [statement for (statement,) in read.execute(asked, (table,))]


def _parts(read: sqlite3.Connection, table: str) -> Iterator[list[tuple[object, ...]]]:
    columns = read.execute(f'PRAGMA table_info("{table}")').fetchall()
    key = ", ".join(f'"{name}"' for _, name, _, _, _, place in columns if place)
    found = read.execute(f'SELECT * FROM "{table}" ORDER BY {key}')  # noqa: S608 - names of our own
    while some := found.fetchmany(AT_ONCE):
        yield some
