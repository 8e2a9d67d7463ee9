"""Generations of a projection's tables: one is served behind the stable views, others grow beside.

A table named `articles__gen` stands in the database as `articles__g1`, `articles__g2`, …;
statements say which by the connection's option `generation` (see database.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from ingestd.store import checkpoints
from ingestd.store.tables import GENERATIONS

ACTIVE = "active"
BUILDING = "building"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a projection keeps: its name and version, its tables, the views over them."""

    name: str
    version: int
    tables: Sequence[sa.Table]
    views: Sequence[tuple[str, sa.Select[tuple[object, ...]]]]


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
    """Let nobody else fold or swap this projection until the transaction ends.

    Say it before anything of the projection is read, so that what is read is what holds.
    """
    if connection.dialect.name != "sqlite":  # there, whoever writes is alone
        key = sa.func.hashtext(f"ingestd projection {name}")
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))


def entered(connection: sa.Connection, generation: Generation) -> sa.Connection:
    """Let the statements of this connection mean the tables of this generation."""
    return connection.execution_options(generation=generation.number)


def active(connection: sa.Connection, name: str) -> Generation | None:
    """The generation that is served; None before the first."""
    query = sa.select(GENERATIONS).where(
        GENERATIONS.c.name == name, GENERATIONS.c.state == ACTIVE
    )
    row = connection.execute(query).first()
    return Generation(name=name, number=row.generation, version=row.version) if row else None


def begin(connection: sa.Connection, shape: Shape) -> Generation:
    """Create empty tables beside those that are served; clear away what never got served."""
    for left_over in _in_state(connection, shape.name, BUILDING):
        drop(connection, shape, left_over)
    numbers = sa.select(sa.func.max(GENERATIONS.c.generation)).where(
        GENERATIONS.c.name == shape.name
    )
    number = (connection.execute(numbers).scalar() or 0) + 1
    generation = Generation(name=shape.name, number=number, version=shape.version)
    entered(connection, generation)
    for table in shape.tables:
        table.create(connection)
    connection.execute(
        GENERATIONS.insert().values(
            name=shape.name, generation=number, version=shape.version, state=BUILDING
        )
    )
    return generation


def serve(connection: sa.Connection, shape: Shape, generation: Generation) -> None:
    """Put a generation behind the views and drop the one before, in the caller's transaction."""
    _wait_for_readers(connection)
    before = active(connection, shape.name)
    entered(connection, generation)
    for name, query in shape.views:
        text = query.compile(connection, compile_kwargs={"literal_binds": True})
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')
        connection.exec_driver_sql(f'CREATE VIEW "{name}" AS {text}')
    connection.execute(
        GENERATIONS.update()
        .where(GENERATIONS.c.name == shape.name, GENERATIONS.c.generation == generation.number)
        .values(state=ACTIVE)
    )
    if before is not None:
        drop(connection, shape, before)


def _wait_for_readers(connection: sa.Connection) -> None:
    # PostgreSQL shows a new view to a moment that is older than the rows behind it
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"LOCK TABLE {GENERATIONS.name} IN ACCESS EXCLUSIVE MODE")


def drop(connection: sa.Connection, shape: Shape, generation: Generation) -> None:
    """Remove a generation's tables, checkpoint and entry."""
    entered(connection, generation)
    for table in reversed(shape.tables):
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{table.name}"')
    checkpoints.forget(connection, generation.reader)
    connection.execute(
        GENERATIONS.delete().where(
            GENERATIONS.c.name == shape.name, GENERATIONS.c.generation == generation.number
        )
    )


def _in_state(connection: sa.Connection, name: str, state: str) -> list[Generation]:
    query = sa.select(GENERATIONS).where(
        GENERATIONS.c.name == name, GENERATIONS.c.state == state
    )
    rows = connection.execute(query).all()
    return [Generation(name=name, number=r.generation, version=r.version) for r in rows]
