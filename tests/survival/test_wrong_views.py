"""A view that is not what the log gives is found by `verify`, whatever is wrong and wherever."""

import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as some

from ingestd.app import PROJECTIONS
from ingestd.events import Event, Recorded, SourcePolled
from ingestd.projections import runner
from ingestd.projections.projection import Projection
from ingestd.replay import verify
from ingestd.replay.content import content_of
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.rows import Tables
from tests.contract.projections.histories import LIFE, histories
from tests.fixtures.building import draft, polled
from tests.fixtures.stores import HandClock
from tests.survival.arenas import Arena, FileArena, ServerArena

pytestmark = pytest.mark.slow
TALLY = sa.Table(
    "tally__gen",
    sa.MetaData(),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("seen", sa.Integer, nullable=False),
)
FACTS = 40


def tally(*, wrong_at: int | None = None) -> Projection:
    """Adds up what was seen; at one position it is out by one."""
    projection = Projection(
        "tally", version=1, tables=[TALLY], views=[("tally", sa.select(TALLY))]
    )

    @projection.on(SourcePolled)
    def add_up(tables: Tables, recorded: Recorded[SourcePolled]) -> None:
        event = recorded.event
        row = tables[TALLY].get(event.source) or {"source": event.source, "seen": 0}
        slip = recorded.position == wrong_at
        tables[TALLY].put(row | {"seen": row["seen"] + event.seen + slip})

    return projection


@pytest.fixture
def lived(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """A database in which every real view has followed a whole life."""
    folder = tmp_path_factory.mktemp("lived")
    shutil.copy(sqlite_template, folder)
    database, log = Database.in_folder(folder), EventLog(HandClock())
    live(database, log, LIFE)
    database.close()
    return folder / "ingestd.db"


def live(database: Database, log: EventLog, history: Iterable[Event]) -> None:
    for fact in history:
        with database.writing() as connection:
            log.append(connection, [draft(fact)])
    for projection in PROJECTIONS:
        catch_up(database, log, projection)


def catch_up(database: Database, log: EventLog, projection: Projection) -> None:
    while runner.advance(database, log, projection, limit=7):
        pass


@pytest.mark.parametrize("seed", range(10))
def test_a_fold_that_went_wrong_once_is_found(
    database: Database, log: EventLog, seed: int
) -> None:
    chance = random.Random(seed)
    with database.writing() as connection:
        facts = [
            polled(chance.choice("ab"), accepted=chance.randrange(9)) for _ in range(FACTS)
        ]
        log.append(connection, [draft(fact) for fact in facts])
    wrong_at = chance.randint(1, FACTS)
    catch_up(database, log, tally(wrong_at=wrong_at))

    found = verify(database, log, tally())

    (difference,) = found.differences
    assert difference.served is not None
    assert difference.rebuilt is not None
    assert difference.served["source"] == facts[wrong_at - 1].source
    assert difference.served["seen"] == difference.rebuilt["seen"] + 1


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_any(chance=some.randoms(use_true_random=False))
def test_one_cell_changed_in_any_view_is_found(
    tmp_path_factory: pytest.TempPathFactory, lived: Path, chance: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("tampered")
    shutil.copy(lived, folder)
    database, log = Database.in_folder(folder), EventLog(HandClock())
    projection, table = tamper(database, chance)

    differences = {each.name: verify(database, log, each).differences for each in PROJECTIONS}

    database.close()
    assert [name for name, found in differences.items() if found] == [projection.name]
    assert [found.table for found in differences[projection.name]] == [table]


def tamper(database: Database, chance: random.Random) -> tuple[Projection, str]:
    """Change one cell, or take one row away; say of which projection and table."""
    with database.writing() as connection:
        cells = sorted(_cells(connection), key=lambda cell: (cell[1].name, repr(cell[2:])))
        projection, table, key, name = chance.choice(cells)
        served = generations.active(connection, projection.name)
        assert served is not None
        generations.entered(connection, served)
        condition = sa.and_(*(column == key[column.name] for column in table.primary_key))
        if chance.random() < 0.1:
            connection.execute(table.delete().where(condition))
        else:
            found = connection.execute(sa.select(table.c[name]).where(condition)).scalar()
            connection.execute(table.update().where(condition).values({name: changed(found)}))
    return projection, table.name.removesuffix("__gen")


def _cells(
    connection: sa.Connection,
) -> Iterator[tuple[Projection, sa.Table, dict[str, Any], str]]:
    for projection in PROJECTIONS:
        served = generations.active(connection, projection.name)
        assert served is not None
        generations.entered(connection, served)
        for table in projection.shape.tables:
            keys = connection.execute(sa.select(*table.primary_key)).mappings().all()
            for key in keys:
                for column in table.columns:
                    yield projection, table, dict(key), column.name


def changed(value: Any) -> Any:
    """A value that is not this one, and no other row's key."""
    if isinstance(value, str):
        return value + "x"
    return 1 if value is None else value + 1_000_003


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_any(history=histories)
def test_the_same_history_has_the_same_content_on_sqlite_and_on_postgresql(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_template: Path,
    postgres_url: str,
    postgres_template: str,
    history: list[Event],
) -> None:
    arenas: tuple[Arena, ...] = (
        FileArena(sqlite_template, tmp_path_factory.mktemp("equal") / "data"),
        ServerArena(postgres_url, postgres_template),
    )

    one, other = [told_after(arena, history) for arena in arenas]

    assert one == other


def told_after(arena: Arena, history: list[Event]) -> dict[str, Any]:
    database = arena.open()
    live(database, EventLog(HandClock()), history)
    told = contents(database)
    database.close()
    arena.close()
    return told


def test_a_whole_life_has_the_same_content_on_sqlite_and_on_postgresql(
    sqlite: Database, postgres: Database
) -> None:
    for database in (sqlite, postgres):
        live(database, EventLog(HandClock()), LIFE)

    told = contents(sqlite)

    assert sum(content.rows for tables in told.values() for content in tables.values()) > 50
    assert told == contents(postgres)


def contents(database: Database) -> dict[str, Any]:
    """The content hash of every table of every view."""
    found = {}
    with database.reading() as connection:
        for projection in PROJECTIONS:
            served = generations.active(connection, projection.name)
            assert served is not None
            found[projection.name] = content_of(connection, projection, served)
    return found
