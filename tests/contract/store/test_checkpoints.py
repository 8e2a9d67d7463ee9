"""A reader moves on once, in the transaction of its work, or not at all."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from ingestd.errors import ConflictError
from ingestd.store import checkpoints
from ingestd.store.database import Database


def position(database: Database, reader: str = "r") -> int:
    with database.reading() as connection:
        return checkpoints.position_of(connection, reader)


def move(database: Database, floor: int, ceiling: int) -> None:
    with database.writing() as connection:
        checkpoints.move(connection, "r", floor=floor, ceiling=ceiling)


def test_a_reader_that_never_read_stands_at_0(database: Database) -> None:
    assert position(database) == 0


def test_a_reader_moves_from_where_it_stands(database: Database) -> None:
    move(database, 0, 3)
    move(database, 3, 8)

    assert position(database) == 8
    assert position(database, "another") == 0


def test_passing_nothing_leaves_no_trace(database: Database) -> None:
    move(database, 0, 0)
    move(database, 5, 5)

    assert position(database) == 0


@pytest.mark.parametrize("floor", [0, 2, 9])
def test_a_reader_that_stands_elsewhere_is_a_conflict(database: Database, floor: int) -> None:
    move(database, 0, 3)

    with pytest.raises(ConflictError, match="r was moved on by somebody else"):
        move(database, floor, 10)

    assert position(database) == 3


def test_a_reader_that_was_never_there_cannot_move_from_the_middle(database: Database) -> None:
    with pytest.raises(ConflictError):
        move(database, 4, 5)


def test_a_forgotten_reader_begins_again(database: Database) -> None:
    move(database, 0, 3)

    with database.writing() as connection:
        checkpoints.forget(connection, "r")

    assert position(database) == 0
    move(database, 0, 1)
    assert position(database) == 1


@pytest.mark.parametrize("begun", [0, 1], ids=["first move", "later move"])
def test_of_two_movers_at_once_one_moves(database: Database, begun: int) -> None:
    move(database, 0, begun)
    start = Barrier(2)

    def race(ceiling: int) -> int | None:
        start.wait()
        try:
            move(database, begun, ceiling)
        except ConflictError:
            return None
        return ceiling

    with ThreadPoolExecutor(2) as pool:
        moved = {*pool.map(race, (10, 20))} - {None}

    assert moved == {position(database)}
