"""What is remembered of a source between two looks."""

from concurrent.futures import ThreadPoolExecutor

from ingestd.store import source_state
from ingestd.store.database import Database
from ingestd.store.source_state import SourceState


def test_a_new_source_has_an_empty_state(database: Database) -> None:
    with database.reading() as connection:
        assert source_state.read(connection, "wire") == SourceState()


def test_a_state_is_the_one_written_last(database: Database) -> None:
    last = SourceState(
        validators={"ETag": '"ж"'},
        last_look_at="2021-11-11T09:00:00.000000Z",
        failing="it does not answer",
        failures=2,
        gaps=[60.0, 90.5],
        hub={"url": "https://hub.example/"},
    )
    with database.writing() as connection:
        source_state.write(connection, "wire", SourceState(failures=1))
        source_state.write(connection, "other", SourceState(failures=7))
        source_state.write(connection, "wire", last)

    with database.reading() as connection:
        assert source_state.read(connection, "wire") == last
        assert source_state.read(connection, "other").failures == 7


def test_counts_only_grow_and_what_was_seen_is_their_sum(database: Database) -> None:
    with database.writing() as connection:
        source_state.count(connection, "wire", {"accepted": 3_000_000_000, "filtered": 0})
        source_state.write(connection, "wire", SourceState(failures=1, seen=5, looks=9))
        source_state.count(connection, "wire", {"unchanged": 2, "rejected": 1}, looks=1)
        source_state.count(connection, "wire", {})
        source_state.count(connection, "other", {})

    with database.reading() as connection:
        state = source_state.read(connection, "wire")
        assert source_state.read(connection, "other") == SourceState()
    assert state == SourceState(
        failures=1, seen=3_000_000_003, accepted=3_000_000_000, unchanged=2, rejected=1, looks=1
    )


def test_two_who_count_at_once_lose_nothing(database: Database) -> None:
    with database.writing() as connection:
        source_state.write(connection, "wire", SourceState())

    def count(_number: int) -> None:
        with database.writing() as connection:
            source_state.count(connection, "wire", {"accepted": 1})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(40)))

    with database.reading() as connection:
        assert source_state.read(connection, "wire").accepted == 40
