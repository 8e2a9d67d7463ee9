"""What the log promises, on every database it may stand in."""

import hashlib
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from ingestd.errors import ConflictError, StoreError, StoreUnavailableError
from ingestd.events import DocumentParsed, DocumentReceived, Event
from ingestd.events.briefs import RevisionExtracted
from ingestd.events.catalogue import _LIFTS, Payload, event, upcast
from ingestd.events.envelope import ENVELOPE, TOMBSTONE
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog, Page
from ingestd.store.tables import EVENTS, LOG_HEAD, of_types
from tests.fixtures.building import document, draft, extracted, parsed, received, rejected
from tests.fixtures.stores import Given, HandClock


@event("test.kept", version=2)
@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Event):
    """An event of which there was an earlier version."""


@upcast("test.kept", since=1)
def as_it_was(payload: Payload) -> Payload:
    return payload


WRITERS = 4
REFUSED = (StoreError, sa.exc.ProgrammingError)


def page(
    database: Database,
    log: EventLog,
    *,
    after: int = 0,
    limit: int = 1000,
    types: tuple[type[Event], ...] | None = None,
) -> Page:
    with database.reading() as connection:
        return log.page(connection, after=after, limit=limit, types=types)


def positions(page: Page) -> list[int]:
    return [recorded.position for recorded in page.events]


def head(database: Database) -> int:
    with database.reading() as connection:
        return EventLog.head(connection)


def broken_at(database: Database) -> int | None:
    """The first position whose hash does not follow from the rows, by our own reckoning."""
    with database.reading() as connection:
        log_id = connection.execute(sa.select(LOG_HEAD.c.log_id)).scalar_one()
        rows = connection.execute(sa.select(EVENTS).order_by(EVENTS.c.position)).mappings()
        previous = hashlib.sha256(log_id.encode()).hexdigest()
        for row in rows:
            digest = hashlib.sha256(bytes(row["data"])).hexdigest()
            bound = [previous, *(row[name] for name in ENVELOPE), row["digest"]]
            told = json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
            previous = hashlib.sha256(told.encode()).hexdigest()
            if previous != row["hash"] or row["digest"] not in {digest, *erased(row)}:
                return int(row["position"])
        at_head = connection.execute(sa.select(LOG_HEAD.c.hash)).scalar_one()
    return None if at_head == previous else -1


def erased(row: sa.RowMapping) -> list[str]:
    """The digest of what is gone, which nobody can reckon any more."""
    return [row["digest"]] if bytes(row["data"]) == TOMBSTONE else []


def let_it_be_rewritten(database: Database) -> None:
    with database.writing() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("DROP TRIGGER events_refuse_update")
        else:
            connection.exec_driver_sql("ALTER TABLE events DISABLE TRIGGER USER")


def test_no_log_is_opened_where_an_earlier_version_could_not_be_read(
    clock: HandClock,
) -> None:
    lost = {step: _LIFTS.pop(step) for step in [("test.kept", 1)]}
    try:
        with pytest.raises(RuntimeError, match=r"\('test\.kept', 1\)"):
            EventLog(clock)
    finally:
        _LIFTS.update(lost)


def test_an_empty_log_has_its_head_at_0(database: Database, log: EventLog) -> None:
    assert head(database) == 0
    assert page(database, log) == Page(floor=0, ceiling=0, events=())


def test_a_fact_comes_back_as_it_was_told(
    database: Database, log: EventLog, given: Given
) -> None:
    fact = received("a", title="Thỏa thuận «mới»", origin="file:///năm.txt")

    given(fact)

    (recorded,) = page(database, log).events
    assert recorded.event == fact
    assert (recorded.position, recorded.version, recorded.schema) == (1, 1, 1)
    assert (recorded.stream, recorded.type) == ("document:art_a", "document.received")


def test_appending_nothing_leaves_the_head_alone(database: Database, given: Given) -> None:
    assert given() == []
    assert head(database) == 0


def test_positions_are_dense_from_1_whoever_writes_at_once(
    database: Database, log: EventLog
) -> None:
    rounds, start = 15, threading.Barrier(WRITERS)

    def write(writer: int) -> None:
        start.wait()
        for number in range(rounds):
            with database.writing() as connection:
                facts = [received(f"{writer}-{number}"), parsed(f"{writer}-{number}")]
                log.append(connection, [draft(fact) for fact in facts])

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    seen = page(database, log)
    assert positions(seen) == list(range(1, WRITERS * rounds * 2 + 1))
    assert {recorded.version for recorded in seen.events} == {1, 2}
    assert broken_at(database) is None


def test_who_saw_a_position_never_finds_an_event_before_it_later(
    database: Database, log: EventLog
) -> None:
    stop = threading.Event()
    sightings: list[list[int]] = []

    def follow() -> None:
        after = 0
        while not stop.is_set() or after < head(database):
            seen = page(database, log, after=after, limit=7)
            sightings.append(positions(seen))
            after = seen.ceiling

    def write(writer: int) -> None:
        for number in range(20):
            with database.writing() as connection:
                log.append(connection, [draft(received(f"{writer}-{number}"))])

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        following = pool.submit(follow)
        list(pool.map(write, range(WRITERS)))
        stop.set()
        following.result()

    assert [at for seen in sightings for at in seen] == list(range(1, WRITERS * 20 + 1))


def test_a_transaction_that_is_given_up_leaves_no_hole(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))

    with suppress(KeyboardInterrupt), database.writing() as connection:
        log.append(connection, [draft(received("lost"))])
        raise KeyboardInterrupt

    assert given(received("b")) == [2]
    assert [r.stream for r in page(database, log).events] == [
        "document:art_a",
        "document:art_b",
    ]


def test_a_lost_connection_is_told_and_the_next_one_works(
    postgres: Database, log: EventLog
) -> None:
    def append_without_connection() -> None:
        with postgres.writing() as connection:
            pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            with postgres.bare() as other:
                other.exec_driver_sql(f"SELECT pg_terminate_backend({pid}, 5000)")
            log.append(connection, [draft(received("lost"))])

    with pytest.raises(StoreUnavailableError):
        append_without_connection()

    with postgres.writing() as connection:
        assert log.append(connection, [draft(received("a"))]) == [1]


def test_a_known_key_adds_nothing_and_gives_the_old_position(
    database: Database, log: EventLog, given: Given
) -> None:
    with database.writing() as connection:
        log.append(connection, [draft(received("a"), key="once")])
    given(received("b"))

    with database.writing() as connection:
        again = log.append(
            connection, [draft(received("a"), key="once"), draft(received("c"), key="twice")]
        )

    assert again == [1, 3]
    assert head(database) == 3


def test_a_key_told_twice_at_once_is_recorded_once(database: Database, log: EventLog) -> None:
    with database.writing() as connection:
        both = log.append(connection, [draft(received("a"), key="once")] * 2)

    assert both == [1, 1]
    assert head(database) == 1


def test_only_known_keys_leave_the_head_as_it_is(database: Database, log: EventLog) -> None:
    for _ in range(2):
        with database.writing() as connection:
            log.append(connection, [draft(received("a"), key="once")])

    assert head(database) == 1
    assert broken_at(database) is None


def test_an_unexpected_version_is_a_conflict_and_appends_nothing(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"))

    with pytest.raises(ConflictError, match="document:art_a is at version 1, not at 0"):  # noqa: SIM117
        with database.writing() as connection:
            log.append(connection, [draft(received("b")), draft(parsed("a"), expected=0)])

    assert head(database) == 1


def test_an_expected_version_is_counted_within_the_batch(
    database: Database, log: EventLog
) -> None:
    with database.writing() as connection:
        drafts = [draft(received("a"), expected=0), draft(parsed("a"), expected=1)]
        assert log.append(connection, drafts) == [1, 2]


def test_who_holds_the_log_appends_before_all_others(database: Database, log: EventLog) -> None:
    held, order = threading.Event(), []

    def append_later() -> None:
        held.wait()
        with database.writing() as connection:
            order.extend(log.append(connection, [draft(received("later"))]))

    with ThreadPoolExecutor(1) as pool:
        with database.writing() as connection:
            log.hold(connection)
            waiting = pool.submit(append_later)
            held.set()
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
            order.extend(log.append(connection, [draft(received("first"))]))
        waiting.result()

    assert sorted(order) == [1, 2]
    assert [r.stream for r in page(database, log).events] == [
        "document:art_first",
        "document:art_later",
    ]


def test_every_hash_follows_from_the_rows_before(database: Database, given: Given) -> None:
    given(received("a", title="Ünïcode"), parsed("a"), received("b"))

    assert broken_at(database) is None


@pytest.mark.parametrize(
    "rewriting",
    [
        {"data": b'{"document":"art_A"}'},
        {"actor": "somebody@1"},
        {"recorded_at": "2021-11-11T09:00:00.000000Z"},
        {"key": "forged"},
        {"digest": hashlib.sha256(b"{}").hexdigest()},
    ],
    ids=lambda rewriting: next(iter(rewriting)),
)
def test_one_changed_byte_is_found_where_it_is(
    database: Database, given: Given, rewriting: dict[str, object]
) -> None:
    given(received("a"), received("b"), received("c"))
    let_it_be_rewritten(database)

    with database.writing() as connection:
        connection.execute(EVENTS.update().where(EVENTS.c.position == 2).values(**rewriting))

    assert broken_at(database) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = 'nobody'",
        "UPDATE events SET actor = actor WHERE position = 1",
        "DELETE FROM events",
        "DELETE FROM events WHERE position = 2",
    ],
)
def test_the_log_refuses_to_be_rewritten(
    database: Database, given: Given, statement: str
) -> None:
    given(received("a"), received("b"))

    with pytest.raises(REFUSED, match="append-only"), database.writing() as connection:
        connection.exec_driver_sql(statement)

    assert head(database) == 2
    assert broken_at(database) is None


def test_postgresql_refuses_to_truncate_the_log(postgres: Database, log: EventLog) -> None:
    with postgres.writing() as connection:
        log.append(connection, [draft(received("a"))])

    with pytest.raises(REFUSED, match="append-only"), postgres.writing() as connection:
        connection.exec_driver_sql("TRUNCATE events")


@pytest.mark.parametrize("same", ["position", "key", "version"])
def test_sqlite_refuses_to_replace_an_event(sqlite: Database, log: EventLog, same: str) -> None:
    with sqlite.writing() as connection:
        log.append(connection, [draft(received("a"), key="k")])
    other = {"position": "9", "key": "'o'", "version": "9"}
    del other[same]
    columns = [column.name for column in EVENTS.c]
    forged = ", ".join(other.get(name, f'"{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)

    with pytest.raises(REFUSED, match="append-only"), sqlite.writing() as connection:
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO events ({names}) SELECT {forged} FROM events"  # noqa: S608
        )

    assert broken_at(sqlite) is None


def test_nothing_stays_of_a_statement_that_sqlite_refused_midway(
    sqlite: Database, log: EventLog
) -> None:
    with sqlite.writing() as connection:
        log.append(connection, [draft(received("a"))])
    after = {"position": "position + 1", "version": "version + 1"}
    added = ", ".join(after.get(column.name, f'"{column.name}"') for column in EVENTS.c)

    with pytest.raises(REFUSED, match="append-only"), sqlite.writing() as connection:
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO events SELECT {added} FROM events "  # noqa: S608
            "UNION ALL SELECT * FROM events"
        )

    with sqlite.reading() as connection:
        assert connection.execute(sa.select(EVENTS.c.position)).scalars().all() == [1]


def test_recorded_at_never_goes_back_even_if_the_clock_does(
    database: Database, log: EventLog, given: Given, clock: HandClock
) -> None:
    given(received("a"))
    clock.now -= timedelta(hours=1)
    given(received("b"))
    clock.now += timedelta(hours=2)
    given(received("c"))

    first, second, third = (recorded.recorded_at for recorded in page(database, log).events)
    assert first == second < third


def test_a_page_claims_no_more_than_was_looked_at(
    database: Database, log: EventLog, given: Given
) -> None:
    given(*(received(name) for name in "abcdefg"))

    pages = [page(database, log, after=after, limit=3) for after in (0, 3, 6, 7)]

    assert [(p.floor, p.ceiling) for p in pages] == [(0, 3), (3, 6), (6, 7), (7, 7)]
    assert [positions(p) for p in pages] == [[1, 2, 3], [4, 5, 6], [7], []]


def test_a_page_of_chosen_types_passes_over_the_others(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), parsed("a"), rejected("b"), parsed("c"))

    chosen = page(database, log, limit=3, types=(DocumentParsed,))

    assert (positions(chosen), chosen.ceiling) == ([2], 3)
    assert positions(page(database, log, types=(DocumentReceived, DocumentParsed))) == [1, 2, 4]
    assert page(database, log, types=()).ceiling == 4


def test_events_come_as_the_brief_that_was_asked_for(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), extracted("a"))
    types = (DocumentReceived, RevisionExtracted)

    paged = page(database, log, types=types)
    with database.reading() as connection:
        found = log.at(connection, [1, 2], types=types)

    assert [type(recorded.event) for recorded in paged.events] == [*types]
    assert list(paged.events) == found


def test_a_reader_sees_one_moment(database: Database, log: EventLog, given: Given) -> None:
    given(received("a"))

    with database.reading() as connection:
        before = log.page(connection, after=0, limit=10)
        given(received("b"))
        after = log.page(connection, after=0, limit=10)

    assert positions(before) == positions(after) == [1]


def test_a_stream_tells_the_story_of_one_subject_only(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), received("b"), parsed("a"), rejected("b"))

    with database.reading() as connection:
        story = list(log.stream(connection, f"document:{document('a')}"))

    assert [(r.type, r.version) for r in story] == [
        ("document.received", 1),
        ("document.parsed", 2),
    ]


def test_what_was_erased_is_passed_over_and_its_position_claimed(
    database: Database, log: EventLog, given: Given
) -> None:
    given(received("a"), received("b"), parsed("b"), received("c"))
    let_it_be_rewritten(database)
    with database.writing() as connection:
        at_2 = EVENTS.update().where(EVENTS.c.position == 2)
        connection.execute(at_2.values(data=TOMBSTONE))

    read = page(database, log, limit=2)
    with database.reading() as connection:
        story = list(log.stream(connection, f"document:{document('b')}"))

    assert (positions(read), read.ceiling) == ([1], 2)
    assert [(r.position, r.version) for r in story] == [(3, 2)]
    assert broken_at(database) is None


def test_what_follows_names_its_cause_and_the_beginning(
    database: Database, log: EventLog
) -> None:
    with database.writing() as connection:
        log.append(connection, [draft(received("a"))])
        (first,) = log.page(connection, after=0, limit=1).events
        log.append(
            connection,
            [
                draft(
                    parsed("a"),
                    causation=first.id,
                    correlation=first.correlation,
                    time="2020-01-01T00:00:00Z",
                )
            ],
        )

    first, second = page(database, log).events
    assert (first.causation, first.correlation, first.time) == (
        None,
        first.id,
        first.recorded_at,
    )
    assert (second.causation, second.correlation) == (first.id, first.id)
    assert second.time == "2020-01-01T00:00:00Z" != second.recorded_at


def test_ids_are_uuids_that_sort_as_the_log_does(
    database: Database, log: EventLog, given: Given
) -> None:
    for name in "abcd":
        given(received(name))

    ids = [recorded.id for recorded in page(database, log).events]

    assert sorted(ids) == ids
    assert {UUID(name).version for name in ids} == {7}


def test_equal_histories_have_equal_hashes_on_both_databases(
    sqlite: Database, postgres: Database
) -> None:
    told: list[list[tuple[int, str, bytes]]] = []
    for database in (sqlite, postgres):
        with database.writing() as connection:
            connection.execute(
                LOG_HEAD.update().values(log_id="x", hash=hashlib.sha256(b"x").hexdigest())
            )
            log = EventLog(HandClock())
            log.append(connection, [draft(received("a")), draft(parsed("a", title="«Ж»"))])
            rows = connection.execute(
                sa.select(EVENTS.c.position, EVENTS.c.hash, EVENTS.c.data).order_by(
                    EVENTS.c.position
                )
            )
            told.append([(row.position, row.hash, bytes(row.data)) for row in rows])

    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("types", "is_led"),
    [
        (("document.erased",), True),
        (("source.polled", "source.failed"), True),
        (("document.erased", "document.parsed"), False),
    ],
)
def test_only_to_events_of_rare_types_an_index_leads(
    database: Database, types: tuple[str, ...], *, is_led: bool
) -> None:
    asked = sa.select(sa.func.max(EVENTS.c.position)).where(of_types(types))
    with database.writing() as connection:
        if database.is_sqlite:
            explained = "EXPLAIN QUERY PLAN"
        else:
            explained = "EXPLAIN"
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        statement = asked.compile(
            dialect=connection.dialect, compile_kwargs={"literal_binds": True}
        )
        plan = str(connection.exec_driver_sql(f"{explained} {statement}").all())

    assert ("ix_events_rare" in plan) == is_led
