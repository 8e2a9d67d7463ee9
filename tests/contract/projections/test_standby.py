"""The generation before a rebuild stands by for a day: kept level, gone back to, dropped."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from ingestd.errors import ConflictError, StoreUnavailableError, UsageError
from ingestd.events import DocumentReceived, Event, Recorded
from ingestd.projections import runner
from ingestd.projections.projection import Projection
from ingestd.projections.session import Session
from ingestd.replay import rebuild, roll_back
from ingestd.replay.filling import NEARLY, begin, catch_up, fill
from ingestd.replay.rebuilding import PATIENCE, cut_over
from ingestd.replay.standby import KEPT, standing_by, tend
from ingestd.replay.views import Views
from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.generations import Generation
from ingestd.store.rows import Tables
from tests.fixtures.building import draft, received
from tests.fixtures.stores import Given, HandClock

SEEN = sa.Table(
    "seen__gen",
    sa.MetaData(),
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("told", sa.Text, nullable=False),
    sa.Index("seen__gen_told", "told", info={"readers": True}),
)


def seeing(told: str = "seen", *, version: int = 1) -> Projection:
    """A projection of the tests' own: every document, and a word that its code gives it."""
    seen = Projection("seen", version=version, tables=[SEEN], views=[("seen", sa.select(SEEN))])

    @seen.on(DocumentReceived)
    def see(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
        tables[SEEN].put({"document": recorded.event.document, "told": told})

    return seen


def shown(database: Database) -> dict[str, str]:
    with database.reading() as connection:
        rows = connection.execute(sa.text("SELECT document, told FROM seen"))
        return {row.document: row.told for row in rows}


def states(database: Database) -> dict[int, str]:
    with database.peeking() as connection:
        found = {
            generation.number: state
            for state in ("building", "active", "standby")
            for generation in generations.in_state(connection, "seen", state)
        }
    return dict(sorted(found.items()))


def position(database: Database, number: int) -> int:
    with database.peeking() as connection:
        return checkpoints.position_of(connection, f"projection:seen:{number}")


def live(database: Database, log: EventLog, projection: Projection) -> None:
    while runner.advance(database, log, projection):
        pass


def test_going_back_serves_the_rows_before_and_all_that_came_since(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing("old"))
    rebuild(database, log, seeing("new"))
    given(received("b"))
    live(database, log, seeing("new"))
    assert shown(database) == {"art_a": "new", "art_b": "new"}

    back = roll_back(database, log, seeing("old"))

    assert shown(database) == {"art_a": "old", "art_b": "old"}
    assert (back.generation, back.position, back.rows) == (1, 2, 2)
    assert states(database) == {1: "active", 2: "standby"}


def test_who_went_back_can_go_forward_again(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing("old"))
    rebuild(database, log, seeing("new"))

    roll_back(database, log, seeing("old"))
    again = roll_back(database, log, seeing("new"))

    assert again.generation == 2
    assert shown(database) == {"art_a": "new"}


def test_where_nothing_stands_by_nobody_goes_back(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing())

    with pytest.raises(UsageError, match="no generation of seen to go back to") as refused:
        roll_back(database, log, seeing())

    assert refused.value.hint
    assert states(database) == {1: "active"}


def test_only_the_code_that_folded_a_generation_goes_back_to_it(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing("old"))
    rebuild(database, log, seeing("new", version=2))

    with pytest.raises(UsageError, match=r"by version 1 of its code; this program has 2"):
        roll_back(database, log, seeing("new", version=2))

    assert shown(database) == {"art_a": "new"}


def test_one_generation_stands_by_and_no_more(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing())

    for _ in range(3):
        rebuild(database, log, seeing())

    assert states(database) == {3: "standby", 4: "active"}
    with database.peeking() as connection:
        assert [t for t in sa.inspect(connection).get_table_names() if "seen" in t] == [
            "seen__g3",
            "seen__g4",
        ]


def test_what_stands_by_is_fed_when_there_is_nothing_else_to_do(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    views = Views(database, log, [seeing()], clock=clock)
    given(received("a"))
    while views.follow():
        pass
    rebuild(database, log, seeing(), clock=clock)
    given(received("b"), received("c"))

    busy = views.follow()
    assert (busy, position(database, 1)) == (2, 1)
    idle = views.follow()

    assert (idle, position(database, 1)) == (0, 3)
    assert tend(database, log, seeing(), clock=clock) == 0  # it is level


def test_after_a_day_nothing_stands_by(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    given(received("a"))
    live(database, log, seeing())
    rebuild(database, log, seeing(), clock=clock)
    clock.now += timedelta(hours=23)
    tend(database, log, seeing(), clock=clock)
    assert states(database) == {1: "standby", 2: "active"}

    clock.now += timedelta(hours=1)
    tend(database, log, seeing(), clock=clock)

    assert states(database) == {2: "active"}
    assert standing_by(database, seeing()) is None
    assert shown(database) == {"art_a": "seen"}


def test_who_feeds_what_another_feeds_meanwhile_leaves_it_to_that(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    live(database, log, seeing())
    rebuild(database, log, seeing(), clock=clock)
    given(received("a"), received("b"))
    second = seeing()

    @second.ahead
    def meanwhile(_tables: Tables, _page: Sequence[Recorded[Event]]) -> None:
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(tend, database, log, seeing(), clock=clock)
        passed.append(first.result())

    passed: list[int] = []

    passed.append(tend(database, log, second, clock=clock))

    assert (passed, position(database, 1)) == ([2, 0], 2)


def test_what_is_gone_back_to_in_the_last_moment_is_not_dropped(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    given(received("a"))
    live(database, log, seeing("old"))
    rebuild(database, log, seeing("new"), clock=clock)

    def a_day_later() -> datetime:
        roll_back(database, log, seeing("old"), clock=clock)
        return clock.now + KEPT

    tend(database, log, seeing("new"), clock=a_day_later)

    assert states(database) == {1: "active", 2: "standby"}
    assert shown(database) == {"art_a": "old"}


def test_what_other_code_folded_is_not_fed(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    live(database, log, seeing())
    given(received("a"))
    rebuild(database, log, seeing(version=2), clock=clock)

    assert tend(database, log, seeing(version=2), clock=clock) == 0

    assert position(database, 1) == 0


def test_a_program_that_is_too_old_folds_nothing_into_newer_views(
    database: Database, log: EventLog, given: Given
) -> None:
    live(database, log, seeing("old"))
    rebuild(database, log, seeing("new", version=2))
    given(received("a"))

    with pytest.raises(StoreUnavailableError, match="folded by version 2"):
        runner.advance(database, log, seeing("old"))

    assert shown(database) == {}


def test_an_upgrade_that_is_undone_serves_what_stands_by(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    old = Views(database, log, [seeing("old")], clock=clock)
    new = Views(database, log, [seeing("new", version=2)], clock=clock)
    given(received("a"))
    old.renew()
    new.renew()
    assert shown(database) == {"art_a": "new"}
    assert [each.name for each in old.outdated()] == ["seen"]

    old.renew()

    assert shown(database) == {"art_a": "old"}
    assert states(database) == {1: "active", 2: "standby"}
    assert old.outdated() == []


def interrupted(_done: int, _head: int) -> None:
    raise KeyboardInterrupt


def test_an_interrupted_rebuild_is_gone_on_with_by_the_next(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing())
    with pytest.raises(KeyboardInterrupt):
        rebuild(database, log, seeing(), interrupted)
    assert (states(database), position(database, 2)) == ({1: "active", 2: "building"}, 1)
    given(received("b"))
    told: list[tuple[int, int]] = []

    rebuilt = rebuild(database, log, seeing(), lambda done, head: told.append((done, head)))

    assert told == [(2, 2)]  # the first event was folded before
    assert (rebuilt.generation, rebuilt.rows) == (2, 2)
    assert states(database) == {1: "standby", 2: "active"}


def test_what_other_code_left_half_built_is_dropped(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing())
    with pytest.raises(KeyboardInterrupt):
        rebuild(database, log, seeing("other", version=2), interrupted)

    rebuilt = rebuild(database, log, seeing("third", version=3))

    assert rebuilt.differences == ()
    assert shown(database) == {"art_a": "third"}
    assert states(database) == {1: "standby", 2: "active"}


def test_a_rebuild_tells_what_was_wrong_and_serves_what_is_right(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), received("b"))
    live(database, log, seeing("wrong"))

    rebuilt = rebuild(database, log, seeing("right"))

    (difference,) = rebuilt.differences
    assert difference.table == "seen"
    assert difference.served == {"document": "art_a", "told": "wrong"}
    assert difference.rebuilt == {"document": "art_a", "told": "right"}
    assert shown(database) == {"art_a": "right", "art_b": "right"}


def test_indexes_for_readers_are_there_when_readers_come(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    live(database, log, seeing())

    rebuild(database, log, seeing())

    with database.peeking() as connection:
        inspector = sa.inspect(connection)
        names = [
            index["name"]
            for t in ("seen__g1", "seen__g2")
            for index in inspector.get_indexes(t)
        ]
    assert names == ["seen__g1_told", "seen__g2_told"]


def test_a_session_on_a_generation_that_was_dropped_says_so(
    database: Database, log: EventLog, given: Given
) -> None:
    with database.writing() as connection:
        generation = generations.begin(connection, seeing().shape)
    session = Session(database, log, seeing(), generation)
    given(received("a"))
    assert session.advance(limit=9).ceiling == 1
    given(received("b"))
    with database.writing() as connection:
        generations.drop(connection, generation)

    with pytest.raises(ConflictError):
        session.advance(limit=9)

    assert generation == Generation(name="seen", number=1, version=1)
    assert states(database) == {}


def test_a_reader_who_stays_long_delays_a_swap_and_no_other_reader(
    postgres: Database, log: EventLog, clock: HandClock
) -> None:
    live(postgres, log, seeing())
    rebuilt = fill_beside(postgres, log)

    with postgres.reading() as reader:
        reader.execute(sa.text("SELECT * FROM seen")).all()
        with pytest.raises(ConflictError, match="readers hold the views"):
            serve(postgres, rebuilt, patience=10)
        assert shown(postgres) == {}
    serve(postgres, rebuilt, patience=10)

    assert states(postgres) == {1: "standby", 2: "active"}


def fill_beside(database: Database, log: EventLog) -> Generation:
    with database.writing() as connection:
        return generations.begin(connection, seeing().shape)


def serve(database: Database, generation: Generation, *, patience: int) -> None:
    with database.writing() as connection:
        generations.serve(connection, seeing().shape, generation, patience=patience)


def test_a_rebuild_waits_for_a_reader_who_stays_and_then_swaps(
    postgres: Database, log: EventLog
) -> None:
    with postgres.writing() as connection:
        log.append(connection, [draft(received("a"))])
    live(postgres, log, seeing("old"))

    with ThreadPoolExecutor(1) as pool:
        with postgres.reading() as reader:
            reader.execute(sa.text("SELECT * FROM seen")).all()
            rebuilding = pool.submit(rebuild, postgres, log, seeing("new"))
            done, _ = wait([rebuilding], timeout=1)
            assert shown(postgres) == {"art_a": "old"}
        rebuilding.result()

    assert done == set()
    assert shown(postgres) == {"art_a": "new"}


def test_the_last_try_waits_for_readers_as_long_as_it_takes(
    postgres: Database, log: EventLog, clock: HandClock
) -> None:
    live(postgres, log, seeing("old"))
    with postgres.writing() as connection:
        log.append(connection, [draft(received("a"))])
    session = fill(postgres, log, seeing("new"))

    with ThreadPoolExecutor(1) as pool:
        with postgres.reading() as reader:
            reader.execute(sa.text("SELECT * FROM seen")).all()
            swapping = pool.submit(cut_over, postgres, log, session, clock=clock, tries=1)
            done, _ = wait([swapping], timeout=3 * PATIENCE / 1_000)
        swapping.result()

    assert done == set()
    assert shown(postgres) == {"art_a": "new"}


def test_what_else_goes_wrong_in_a_swap_is_not_laid_on_readers(
    postgres: Database, log: EventLog
) -> None:
    live(postgres, log, seeing())
    rebuilt = fill_beside(postgres, log)

    def serve_in_little_time() -> None:
        with postgres.writing() as connection:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 20")
            generations.serve(connection, seeing().shape, rebuilt, patience=60_000)

    with (
        postgres.reading(),
        pytest.raises(StoreUnavailableError, match="statement timeout"),
    ):
        serve_in_little_time()

    assert states(postgres) == {1: "active", 2: "building"}


def test_nobody_catches_up_with_what_was_dropped(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))
    session = begin(database, log, seeing())
    with database.writing() as connection:
        generations.drop(connection, session.generation)

    with pytest.raises(ConflictError, match="does not move on"):
        catch_up(database, log, session)


@pytest.mark.parametrize("again", [0, NEARLY + 1])
def test_what_came_while_one_caught_up_is_folded_as_long_as_it_gets_less(
    database: Database, log: EventLog, given: Given, again: int
) -> None:
    given(received("a"))
    slow = seeing()
    more = [NEARLY + 1, again]

    @slow.ahead
    def meanwhile(_tables: Tables, _page: Sequence[Recorded[Event]]) -> None:
        number = len(more)
        given(*(received(f"{number}-{each}") for each in range(more.pop(0))))

    session = begin(database, log, slow)

    catch_up(database, log, session)

    assert (more, position(database, 1)) == ([], 1 + NEARLY + 1)
