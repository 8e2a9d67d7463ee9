"""The same log gives the same rows: lived through, replayed, or replayed while it grows."""

import shutil
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any

from ingestd.app import PROJECTIONS
from ingestd.events import DocumentReceived, Event, Recorded
from ingestd.projections import runner
from ingestd.projections.projection import Projection
from ingestd.replay import NEARLY, PAGE, Difference, rebuild, silent, verify
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import query_of
from ingestd.store.rows import Tables
from tests.contract.projections.histories import LIFE, histories
from tests.fixtures.building import document, draft, parsed, received
from tests.fixtures.stores import Given, HandClock

Rows = dict[str, list[dict[str, Any]]]
every_projection = pytest.mark.parametrize(
    "projection", PROJECTIONS, ids=lambda projection: projection.name
)

COUNTS = sa.Table(
    "counts__gen",
    sa.MetaData(),
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
)


def counting(*, from_: int = 1, version: int = 1) -> Projection:
    """A projection of the tests' own: how often a document came, counted from a number."""
    counts = Projection(
        "counts", version=version, tables=[COUNTS], views=[("counts", sa.select(COUNTS))]
    )

    @counts.on(DocumentReceived)
    def count(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
        name = recorded.event.document
        row = tables[COUNTS].get(name)
        times = from_ if row is None else row["times"] + 1
        tables[COUNTS].put({"document": name, "times": times})

    return counts


def live(
    database: Database, log: EventLog, projection: Projection, *, batch: int = 200
) -> None:
    while runner.advance(database, log, projection, limit=batch):
        pass


def rows(database: Database, projection: Projection) -> Rows:
    """Every row of every table that is served."""
    with database.reading() as connection:
        served = generations.active(connection, projection.name)
        assert served is not None
        generations.entered(connection, served)
        return {
            table.name: sorted(
                (dict(row) for row in connection.execute(sa.select(table)).mappings()), key=repr
            )
            for table in projection.shape.tables
        }


def tables(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(sa.inspect(connection).get_table_names())


@every_projection
@pytest.mark.parametrize("batch", [1, 2, 500])
def test_replay_gives_the_rows_that_living_through_it_gave(
    database: Database, log: EventLog, given: Given, projection: Projection, batch: int
) -> None:
    for start in range(0, len(LIFE), 3):
        given(*LIFE[start : start + 3])
        live(database, log, projection, batch=batch)
    lived = rows(database, projection)

    told = rebuild(database, log, projection)

    assert rows(database, projection) == lived
    # a table that stays empty would prove nothing; only a merge of two entities redirects
    assert {name for name, found in lived.items() if not found} <= {"entity_redirects__gen"}
    assert (told.projection, told.position, told.generation) == (projection.name, len(LIFE), 2)
    assert told.rows == sum(map(len, lived.values()))


@every_projection
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_any(history=histories)
def test_any_history_replays_to_the_rows_it_was_lived_to(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_template: Path,
    projection: Projection,
    history: Sequence[Event],
) -> None:
    folder = tmp_path_factory.mktemp("history")
    shutil.copy(sqlite_template, folder)
    database, log = Database.in_folder(folder), EventLog(HandClock())
    for start in range(0, len(history), 7):
        with database.writing() as connection:
            drafts = [draft(fact) for fact in history[start : start + 7]]
            log.append(connection, drafts)
        live(database, log, projection, batch=3)

    found = verify(database, log, projection)

    database.close()
    assert found.differences == ()


@every_projection
def test_a_view_shows_every_column_that_its_query_names(
    database: Database, log: EventLog, projection: Projection
) -> None:
    live(database, log, projection)
    runner.advance(database, log, projection)

    with database.reading() as connection:
        inspector = sa.inspect(connection)
        shown = {
            name: [column["name"] for column in inspector.get_columns(name)]
            for name, _ in projection.shape.views
        }
        dialect = connection.dialect.name
    assert shown == {
        name: [column.name for column in query_of(query, dialect).selected_columns]
        for name, query in projection.shape.views
    }


@every_projection
def test_rebuilding_while_others_append_and_fold_loses_and_doubles_nothing(
    database: Database, log: EventLog, given: Given, projection: Projection
) -> None:
    given(*LIFE)
    live(database, log, projection)
    stop = threading.Event()

    def append() -> None:
        for number in range(25):
            with database.writing() as connection:
                facts = [received(f"new-{number}"), parsed(f"new-{number}")]
                log.append(connection, [draft(fact) for fact in facts])

    def fold() -> None:
        while not stop.is_set():
            runner.advance(database, log, projection, limit=5)

    with ThreadPoolExecutor(2) as pool:
        appending, folding = pool.submit(append), pool.submit(fold)
        try:
            while not appending.done():
                rebuild(database, log, projection)
                assert verify(database, log, projection).differences == ()
        finally:
            stop.set()
        appending.result()
        folding.result()
    live(database, log, projection)
    lived = rows(database, projection)

    rebuild(database, log, projection)

    assert rows(database, projection) == lived


@every_projection
def test_verifying_leaves_what_is_served_as_it_is(
    database: Database, log: EventLog, given: Given, projection: Projection
) -> None:
    given(*LIFE)
    live(database, log, projection)
    before = rows(database, projection), tables(database)

    found = verify(database, log, projection)

    assert (rows(database, projection), tables(database)) == before
    assert (found.differences, found.position) == ((), len(LIFE))
    assert found.rows == sum(map(len, before[0].values()))


def test_a_wrong_fold_is_caught_with_its_first_differing_row(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), received("b"), received("b", revision=2))
    live(database, log, counting(from_=5))

    found = verify(database, log, counting())

    assert found.differences == (
        Difference(
            table="counts",
            served={"document": document("a"), "times": 5},
            rebuilt={"document": document("a"), "times": 1},
        ),
    )
    assert (found.projection, found.position, found.rows) == ("counts", 3, 2)


@pytest.mark.parametrize(
    ("change", "served", "rebuilt"),
    [
        (COUNTS.delete().where(COUNTS.c.document == "art_b"), None, ("art_b", 2)),
        (COUNTS.insert().values(document="art_c", times=1), ("art_c", 1), None),
        (
            COUNTS.update().where(COUNTS.c.times == 2).values(times=3),
            ("art_b", 3),
            ("art_b", 2),
        ),
    ],
    ids=["missing", "too many", "other"],
)
def test_a_row_that_was_tampered_with_is_found(
    database: Database,
    log: EventLog,
    given: Given,
    change: sa.UpdateBase,
    served: tuple[str, int] | None,
    rebuilt: tuple[str, int] | None,
) -> None:
    given(received("a"), received("b"), received("b", revision=2))
    counts = counting()
    live(database, log, counts)
    with database.writing() as connection:
        now = generations.active(connection, "counts")
        assert now is not None
        generations.entered(connection, now).execute(change)

    (difference,) = verify(database, log, counts).differences

    told = tuple(
        tuple(row.values()) if row else None for row in (difference.served, difference.rebuilt)
    )
    assert told == (served, rebuilt)


def test_what_lags_behind_is_brought_to_the_same_position_before_it_is_compared(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, counting())
    given(received("b"), received("a", revision=2))

    found = verify(database, log, counting())

    assert (found.differences, found.position) == ((), 3)


def test_what_is_not_served_yet_can_be_verified(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))

    found = verify(database, log, counting())

    assert (found.differences, found.rows) == ((), 1)
    live(database, log, counting())
    assert rows(database, counting()) == {"counts__gen": [{"document": "art_a", "times": 1}]}


def test_a_new_version_is_not_current_until_it_is_rebuilt(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    newer = counting(from_=10, version=2)
    assert not runner.is_current(database, counting())
    live(database, log, counting())
    assert runner.is_current(database, counting())
    assert not runner.is_current(database, newer)

    rebuild(database, log, newer)

    assert runner.is_current(database, newer)
    assert rows(database, newer) == {"counts__gen": [{"document": "art_a", "times": 10}]}


def test_progress_is_told_page_by_page(database: Database, log: EventLog, given: Given) -> None:
    head = PAGE + 1
    given(*(received(f"{number}") for number in range(head)))
    told: list[tuple[int, int]] = []

    rebuild(database, log, counting(), lambda done, head: told.append((done, head)))

    assert told == [(PAGE, head), (head, head)]
    silent(0, 0)


def test_several_who_fold_at_once_fold_every_event_once(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received("a", revision=number) for number in range(1, 61)))
    start = threading.Barrier(3)

    def fold(_number: int) -> None:
        start.wait()
        while runner.advance(database, log, counting(), limit=4):
            pass

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(fold, range(3)))

    assert rows(database, counting()) == {"counts__gen": [{"document": "art_a", "times": 60}]}


def test_several_handlers_of_one_event_fold_in_order(database: Database, log: EventLog) -> None:
    counts = counting()

    @counts.on(DocumentReceived)
    def then_tenfold(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
        row = tables[COUNTS].get(recorded.event.document)
        assert row is not None
        tables[COUNTS].put(row | {"times": row["times"] * 10})

    with database.writing() as connection:
        log.append(connection, [draft(received("a")), draft(received("a", revision=2))])

    live(database, log, counts)

    assert rows(database, counts) == {"counts__gen": [{"document": "art_a", "times": 110}]}


def test_a_rebuild_ends_although_appends_come_faster_than_it_folds(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("first"))
    appended = 0

    def append_more(_done: int, _head: int) -> None:
        nonlocal appended
        given(*(received(f"{appended + number}") for number in range(NEARLY + 1)))
        appended += NEARLY + 1

    rebuilt = rebuild(database, log, counting(), append_more)

    assert rebuilt.position == 1 + appended
