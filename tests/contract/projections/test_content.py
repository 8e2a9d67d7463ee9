"""Equal rows have equal hashes, wherever and however they were folded."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from ingestd.app import PROJECTIONS
from ingestd.events import DocumentReceived, Recorded
from ingestd.projections import runner
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay import rebuild, verify
from ingestd.replay.comparing import compare
from ingestd.replay.content import CHUNK, Content, content_of
from ingestd.replay.filling import begin, fill
from ingestd.store import generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import Generation
from ingestd.store.rows import Tables
from ingestd.store.tables import GENERATIONS
from tests.contract.projections.histories import LIFE
from tests.contract.projections.test_replay import counting
from tests.contract.projections.test_standby import seeing
from tests.fixtures.building import draft, parsed, received
from tests.fixtures.stores import BEGINNING, Given, HandClock

MANY = [fact for n in range(CHUNK // 2) for fact in (received(f"m{n}"), parsed(f"m{n}"))]


def content(database: Database, projection: Projection) -> Content:
    with database.peeking() as connection:
        served = generations.active(connection, projection.name)
        assert served is not None
        return content_of(connection, projection, served)


def live(database: Database, log: EventLog, projection: Projection, *, limit: int) -> None:
    while runner.advance(database, log, projection, limit=limit):
        pass


@pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda each: each.name)
def test_the_same_history_has_the_same_content_on_both_databases(
    sqlite: Database, postgres: Database, projection: Projection
) -> None:
    found = []
    for database, limit in ((sqlite, 7), (postgres, 5_000)):
        clock = HandClock()
        assert clock.now == BEGINNING
        log = EventLog(clock)
        with database.writing() as connection:
            log.append(connection, [draft(fact) for fact in (*LIFE, *MANY)])
        live(database, log, projection, limit=limit)
        found.append(content(database, projection))

    assert found[0] == found[1]
    assert sum(table.rows for table in found[0].values()) > 0


@pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda each: each.name)
def test_parts_that_are_written_together_leave_the_rows_of_whole_pages(
    sqlite: Database, projection: Projection
) -> None:
    log = EventLog(HandClock())
    with sqlite.writing() as connection:
        log.append(connection, [draft(fact) for fact in LIFE])
    live(sqlite, log, projection, limit=50)
    with sqlite.writing() as connection:
        generation = generations.begin(connection, projection.shape)
    session = Session(sqlite, log, projection, generation, at_once=3)

    while (page := session.advance(limit=20)).ceiling > page.floor:
        assert page.ceiling == min(page.floor + 20, len(LIFE))

    with sqlite.peeking() as connection:
        assert content_of(connection, projection, generation) == content(sqlite, projection)


def test_one_other_value_makes_another_hash_of_its_table_alone(
    database: Database, log: EventLog, given: Given
) -> None:
    articles = PROJECTIONS[0]
    given(*LIFE)
    live(database, log, articles, limit=50)
    before = content(database, articles)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE articles__g1 SET words = words + 1")

    after = content(database, articles)

    assert {name for name in before if before[name] != after[name]} == {"articles"}
    assert before["articles"].rows == after["articles"].rows


def test_what_was_compared_is_kept_with_the_generation(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), received("b"))
    live(database, log, seeing(), limit=50)

    verify(database, log, seeing())

    with database.peeking() as connection:
        (kept,) = connection.execute(sa.select(GENERATIONS.c.content)).scalars()
    (table,) = content(database, seeing()).values()
    assert json.loads(kept) == {
        "position": 2,
        "tables": {"seen": {"rows": 2, "sha256": table.sha256}},
    }


def test_a_difference_far_down_is_found(database: Database, log: EventLog) -> None:
    with database.writing() as connection:
        facts = [received(f"{number:05}") for number in range(2 * CHUNK + 2)]
        log.append(connection, [draft(fact) for fact in facts])
    live(database, log, seeing(), limit=10_000)
    last = f"art_{2 * CHUNK + 1:05}"
    with database.writing() as connection:
        connection.exec_driver_sql(
            f"UPDATE seen__g1 SET told = 'other' WHERE document = '{last}'"  # noqa: S608
        )

    (difference,) = verify(database, log, seeing()).differences

    assert difference.served == {"document": last, "told": "other"}
    assert difference.rebuilt == {"document": last, "told": "seen"}


def test_where_somebody_always_moves_on_the_comparison_holds_the_log(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing("one"), limit=9)
    rebuilt = fill(database, log, seeing("other"))
    served = Session(database, log, seeing("one"), active(database, "seen"))
    given(received("b"))

    compared = compare(database, log, served, rebuilt, tries=0)

    assert compared.position == 2
    assert compared.rows == 2
    assert [each.table for each in compared.differences] == ["seen"]


class Lively(Database):
    """A store in which something happens whenever somebody has written."""

    def __init__(self, database: Database, happen: Callable[[], object]) -> None:
        super().__init__(database._engine.url)
        self.happen = happen

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        with super().writing() as connection:
            yield connection
        self.happen()


def test_who_is_outrun_at_every_try_compares_nothing_at_two_positions(
    database: Database, log: EventLog, given: Given
) -> None:
    live(database, log, seeing(), limit=9)
    rebuilt = fill(database, log, seeing())

    def outrun() -> None:
        given(received("a"))
        live(database, log, seeing(), limit=9)

    lively = Lively(database, outrun)

    compared = compare(
        lively,
        log,
        Session(lively, log, seeing(), active(database, "seen")),
        Session(lively, log, seeing(), rebuilt.generation),
        tries=3,
    )

    lively.close()
    assert (compared.position, compared.differences) == (3, ())


def test_what_was_folded_before_a_comparison_failed_is_not_folded_twice(
    database: Database, log: EventLog, given: Given
) -> None:
    counts = counting()
    rebuilt = begin(database, log, counts)
    given(received("a"))
    rebuilt.advance(limit=9)
    given(received("a", revision=2))
    live(database, log, counts, limit=9)
    served = Session(database, log, counts, active(database, "counts"))
    troubles = [OSError("no luck")]

    @counts.on(DocumentReceived)
    def stumble(_tables: Tables, _recorded: Recorded[DocumentReceived]) -> None:
        if troubles:
            raise troubles.pop()

    with pytest.raises(OSError, match="no luck"):
        compare(database, log, served, rebuilt)

    assert compare(database, log, served, rebuilt).differences == ()


def active(database: Database, name: str) -> Generation:
    with database.peeking() as connection:
        found = generations.active(connection, name)
    assert found is not None
    return found


def test_many_rows_of_a_rebuild_are_those_of_a_life(database: Database, log: EventLog) -> None:
    articles = PROJECTIONS[0]
    with database.writing() as connection:
        log.append(connection, [draft(fact) for fact in MANY])
    live(database, log, articles, limit=50)

    rebuilt = rebuild(database, log, articles)

    assert rebuilt.differences == ()
    # of each: what was received, its revision, its reading, its place, and the article
    assert rebuilt.rows == 5 * (CHUNK // 2)
