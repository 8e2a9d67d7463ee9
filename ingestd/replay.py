"""Forget and refold: builds a projection anew from the log, beside what is served.

Readers see the old rows until the new ones are complete; the change is one transaction.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import sqlalchemy as sa

from ingestd.projections.projection import Projection
from ingestd.projections.runner import fold_page
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import Generation

PAGE = 50  # the daemon goes on between two pages
NEARLY = 25
Progress = Callable[[int, int], None]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """A projection that was built anew: up to which event, and how many rows it has."""

    projection: str
    position: int
    generation: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first row of a table in which what is served and a rebuild part."""

    table: str
    served: Row | None
    rebuilt: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A comparison at one position: equal where there is no difference."""

    projection: str
    position: int
    rows: int
    differences: tuple[Difference, ...]


def silent(_done: int, _head: int) -> None:
    """Report no progress."""


def rebuild(
    database: Database, log: EventLog, projection: Projection, progress: Progress = silent
) -> Rebuilt:
    """Fold the whole log into a new generation and serve it."""
    generation = _fill(database, log, projection, progress)
    with database.writing() as connection:
        _hold(connection, log, projection)
        position = _complete(connection, log, projection, generation)
        rows = sum(_count(connection, table, generation) for table in projection.shape.tables)
        generations.serve(connection, projection.shape, generation)
    return Rebuilt(
        projection=projection.name, position=position, generation=generation.number, rows=rows
    )


def verify(
    database: Database, log: EventLog, projection: Projection, progress: Progress = silent
) -> Verified:
    """Build beside, bring both to one position, compare row by row, and drop the copy."""
    generation = _fill(database, log, projection, progress)
    with database.writing() as connection:
        _hold(connection, log, projection)
        position = _complete(connection, log, projection, generation)
        served = generations.active(connection, projection.name)
        if served is None:
            served = generations.begin(connection, projection.shape)
        _complete(connection, log, projection, served)
        tables = projection.shape.tables
        found = [_first_difference(connection, table, served, generation) for table in tables]
        rows = sum(_count(connection, table, generation) for table in tables)
        generations.drop(connection, projection.shape, generation)
    return Verified(
        projection=projection.name,
        position=position,
        rows=rows,
        differences=tuple(difference for difference in found if difference),
    )


def _fill(
    database: Database, log: EventLog, projection: Projection, progress: Progress
) -> Generation:
    with database.writing() as connection:
        generation = generations.begin(connection, projection.shape)
        goal = head = log.head(connection)
    # what is appended meanwhile is caught up with as long as that gets nearer; the rest is
    # folded while nobody can append
    lag = ceiling = 0
    while True:
        while ceiling < goal:
            with database.writing() as connection:
                ceiling = fold_page(connection, log, projection, generation, limit=PAGE).ceiling
                head = log.head(connection)
            progress(ceiling, head)
        if head - ceiling <= NEARLY or 0 < lag <= head - ceiling:
            return generation
        goal, lag = head, head - ceiling


def _hold(connection: sa.Connection, log: EventLog, projection: Projection) -> None:
    # the log before the projection, as everybody does, so that nobody waits in a ring
    log.hold(connection)
    generations.hold(connection, projection.name)


def _complete(
    connection: sa.Connection, log: EventLog, projection: Projection, generation: Generation
) -> int:
    """Fold what is left; return the position reached, the last one while the log is held."""
    while True:
        page = fold_page(connection, log, projection, generation, limit=PAGE)
        if page.ceiling == page.floor:
            return page.ceiling


def _first_difference(
    connection: sa.Connection, table: sa.Table, served: Generation, rebuilt: Generation
) -> Difference | None:
    pairs = zip_longest(_rows(connection, table, served), _rows(connection, table, rebuilt))
    for left, right in pairs:
        if left != right:
            return Difference(
                table=table.name.removesuffix("__gen"), served=left, rebuilt=right
            )
    return None


def _rows(connection: sa.Connection, table: sa.Table, generation: Generation) -> Iterator[Row]:
    order = [column for column in table.c if not isinstance(column.type, sa.JSON)]
    found = connection.execute(
        sa.select(table).order_by(*order),
        execution_options={"generation": generation.number},
    )
    for row in found.mappings():
        yield dict(row)


def _count(connection: sa.Connection, table: sa.Table, generation: Generation) -> int:
    counted = connection.execute(
        sa.select(sa.func.count()).select_from(table),
        execution_options={"generation": generation.number},
    )
    return int(counted.scalar_one())
