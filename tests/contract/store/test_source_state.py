"""What is remembered of a source between two looks."""

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
        looks=2,
        seen=3_000_000_000,
        unchanged=2,
        failing="it does not answer",
    )
    with database.writing() as connection:
        source_state.write(connection, "wire", SourceState(looks=1))
        source_state.write(connection, "other", SourceState(looks=7))
        source_state.write(connection, "wire", last)

    with database.reading() as connection:
        assert source_state.read(connection, "wire") == last
        assert source_state.read(connection, "other").looks == 7
