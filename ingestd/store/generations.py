"""Generations of a projection's tables: one is served behind the stable views, others stand beside.

A table named `articles__gen` stands in the database as `articles__g1`, `articles__g2`, …;
statements say which by the connection's option `generation` (see database.py).

    building ──serve──► active ──serve another──► standby ──drop──► gone
        └────drop────► gone  ▲───────serve─────────┘
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ingestd.errors import ConflictError
from ingestd.store import checkpoints, parked
from ingestd.store.tables import GENERATIONS

ACTIVE = "active"
BUILDING = "building"
STANDBY = "standby"
LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL's code for a lock that did not come in time

Query = sa.Select[Any]
View = tuple[str, Query | Callable[[str], Query]]
"""The name of a view, and what it shows: a query, or one for a dialect's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a projection keeps: its name and version, its tables, the views over them.

    An index with `info={"readers": True}` is not needed to fold; it may be made later.
    """

    name: str
    version: int
    tables: Sequence[sa.Table]
    views: Sequence[View]


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One set of a projection's tables."""

    name: str
    number: int
    version: int

    @property
    def reader(self) -> str:
        """The name of its checkpoint."""
        return f"projection:{self.name}:{self.number}"


def hold(connection: sa.Connection, name: str) -> None:
    """Let nobody else begin or swap generations of this projection until the transaction ends.

    Say it before anything of them is read, so that what is read is what holds.
    """
    if connection.dialect.name != "sqlite":  # there, whoever writes is alone
        key = sa.func.hashtext(f"ingestd projection {name}")
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))


def entered(connection: sa.Connection, generation: Generation) -> sa.Connection:
    """Let the statements of this connection mean the tables of this generation."""
    return connection.execution_options(generation=generation.number)


def active(connection: sa.Connection, name: str) -> Generation | None:
    """The generation that is served; None before the first."""
    return next(iter(in_state(connection, name, ACTIVE)), None)


def in_state(connection: sa.Connection, name: str, state: str) -> list[Generation]:
    """The generations of a projection in a state, oldest first."""
    query = (
        sa.select(GENERATIONS)
        .where(GENERATIONS.c.name == name, GENERATIONS.c.state == state)
        .order_by(GENERATIONS.c.generation)
    )
    rows = connection.execute(query).all()
    return [Generation(name=name, number=r.generation, version=r.version) for r in rows]


def stands(connection: sa.Connection, generation: Generation) -> bool:
    """Whether a generation is there, in whatever state."""
    query = sa.select(GENERATIONS.c.version).where(_is(generation))
    return connection.execute(query).scalar() == generation.version


def begin(connection: sa.Connection, shape: Shape, *, bare: bool = False) -> Generation:
    """Create empty tables beside those that are served.

    Where they are `bare`, without the indexes that only readers need: `complete` adds them.
    """
    numbers = sa.select(sa.func.max(GENERATIONS.c.generation)).where(
        GENERATIONS.c.name == shape.name
    )
    number = (connection.execute(numbers).scalar() or 0) + 1
    generation = Generation(name=shape.name, number=number, version=shape.version)
    entered(connection, generation)
    for table in shape.tables:
        connection.execute(sa.schema.CreateTable(table))
    _create_indexes(connection, (i for i in _indexes(shape) if not (bare and _for_readers(i))))
    connection.execute(
        GENERATIONS.insert().values(
            name=shape.name,
            generation=number,
            version=shape.version,
            state=BUILDING,
            tables=json.dumps([numbered(table, number) for table in shape.tables]),
            views=json.dumps([name for name, _ in shape.views]),
        )
    )
    checkpoints.begin(connection, generation.reader)
    return generation


def first(connection: sa.Connection, shape: Shape) -> Generation:
    """Serve a generation with nothing in it, where there is none."""
    generation = begin(connection, shape)
    serve(connection, shape, generation)
    return generation


def fits(connection: sa.Connection, shape: Shape, generation: Generation) -> bool:
    """Whether a generation has the version and the tables of this shape."""
    tables = [numbered(table, generation.number) for table in shape.tables]
    return (
        generation.version == shape.version
        and _names(connection, generation, GENERATIONS.c.tables) == tables
    )


def complete(connection: sa.Connection, shape: Shape, generation: Generation) -> None:
    """Create what indexes a bare generation lacks."""
    entered(connection, generation)
    _create_indexes(connection, (i for i in _indexes(shape) if _for_readers(i)))


def serve(
    connection: sa.Connection,
    shape: Shape,
    generation: Generation,
    *,
    at: str | None = None,
    patience: int = 0,
) -> None:
    """Put a generation behind the views, in the caller's transaction; the one before stands by.

    `at` is the time, RFC 3339. Raises ConflictError where readers of a view that is to be
    replaced do not leave within the `patience` in milliseconds; 0 waits as long as it takes.
    """
    with _patient(connection, patience):
        _wait_for_readers(connection)
        before = active(connection, shape.name)
        if before is not None:
            _drop_views(connection, before)
            _set(connection, before, state=STANDBY)
        _create_views(connection, shape, generation)
    _set(connection, generation, state=ACTIVE, served_at=at)


def drop(connection: sa.Connection, generation: Generation) -> None:
    """Remove a generation's tables, checkpoint and entry, whatever version made them."""
    for table in reversed(_names(connection, generation, GENERATIONS.c.tables)):
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{table}"')
    checkpoints.forget(connection, generation.reader)
    parked.forget(connection, generation.reader)
    connection.execute(GENERATIONS.delete().where(_is(generation)))


def note_content(connection: sa.Connection, generation: Generation, content: str) -> None:
    """Remember what a generation held at a position, as text that tells both."""
    _set(connection, generation, content=content)


def served_at(connection: sa.Connection, generation: Generation) -> str | None:
    """When a generation was put behind the views; RFC 3339."""
    query = sa.select(GENERATIONS.c.served_at).where(_is(generation))
    found: str | None = connection.execute(query).scalar()
    return found


def numbered(table: sa.Table, number: int) -> str:
    """The name that a table has in a generation."""
    return table.name.replace("__gen", f"__g{number}")


def _is(generation: Generation) -> sa.ColumnElement[bool]:
    return sa.and_(
        GENERATIONS.c.name == generation.name, GENERATIONS.c.generation == generation.number
    )


def _set(connection: sa.Connection, generation: Generation, **values: str | None) -> None:
    connection.execute(GENERATIONS.update().where(_is(generation)).values(**values))


def _names(
    connection: sa.Connection, generation: Generation, column: sa.Column[Any]
) -> list[str]:
    found: list[str] = json.loads(
        connection.execute(sa.select(column).where(_is(generation))).scalar_one()
    )
    return found


def _drop_views(connection: sa.Connection, generation: Generation) -> None:
    for name in reversed(_names(connection, generation, GENERATIONS.c.views)):
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')


def _create_views(connection: sa.Connection, shape: Shape, generation: Generation) -> None:
    entered(connection, generation)
    for name, query in shape.views:
        text = query_of(query, connection.dialect.name).compile(
            connection, compile_kwargs={"literal_binds": True}
        )
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')
        connection.exec_driver_sql(f'CREATE VIEW "{name}" AS {text}')


def query_of(query: Query | Callable[[str], Query], dialect: str) -> Query:
    """What a view shows in a dialect."""
    return query if isinstance(query, sa.Select) else query(dialect)


def _indexes(shape: Shape) -> list[sa.Index]:
    indexes = [index for table in shape.tables for index in table.indexes]
    return sorted(indexes, key=lambda index: str(index.name))


def _for_readers(index: sa.Index) -> bool:
    return bool(index.info.get("readers"))


def _create_indexes(connection: sa.Connection, indexes: Iterable[sa.Index]) -> None:
    for index in indexes:
        connection.execute(sa.schema.CreateIndex(index, if_not_exists=True))


def _wait_for_readers(connection: sa.Connection) -> None:
    # PostgreSQL shows a new view to a moment that is older than the rows behind it
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"LOCK TABLE {GENERATIONS.name} IN ACCESS EXCLUSIVE MODE")


@contextmanager
def _patient(connection: sa.Connection, patience: int) -> Iterator[None]:
    """Wait for locks that long; who reads a view keeps it, and who comes then waits for both."""
    if connection.dialect.name == "sqlite":
        yield
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {patience}")
    try:
        yield
    except sa.exc.OperationalError as error:
        if getattr(error.orig, "sqlstate", None) != LOCK_NOT_AVAILABLE:
            raise
        raise ConflictError("readers hold the views") from error
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
