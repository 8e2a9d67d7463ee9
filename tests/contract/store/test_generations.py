"""A projection's tables are changed for new ones at once, for whoever is reading."""

import threading
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress

import sqlalchemy as sa

from ingestd.store import checkpoints, generations
from ingestd.store.database import Database
from ingestd.store.generations import Generation, Shape
from ingestd.store.tables import GENERATIONS, LOG_HEAD

METADATA = sa.MetaData()
NOUNS = sa.Table(
    "nouns__gen",
    METADATA,
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, index=True),
)
SHAPE = Shape(
    name="words",
    version=3,
    tables=[NOUNS],
    views=[
        ("nouns", sa.select(NOUNS)),
        ("plurals", sa.select(NOUNS.c.word).where(NOUNS.c.number > 1)),
    ],
)


def build(database: Database, *, rows: int) -> Generation:
    """Fill a new generation with rows that all carry its number."""
    with database.writing() as connection:
        generation = generations.begin(connection, SHAPE)
        fill(connection, generation, range(rows))
    return generation


def fill(connection: sa.Connection, generation: Generation, numbers: range) -> None:
    generations.entered(connection, generation)
    values = [{"word": f"w{n}", "number": generation.number} for n in numbers]
    connection.execute(NOUNS.insert(), values)
    floor, ceiling = numbers.start, numbers.stop
    reader = generation.reader
    checkpoints.move(connection, reader, floor=floor, ceiling=ceiling, begun=True)


def swap(database: Database, generation: Generation, *, tail: range | None = None) -> None:
    """Serve a generation, with the rows that only came in this transaction."""
    with database.writing() as connection:
        generations.hold(connection, SHAPE.name)
        if tail:
            fill(connection, generation, tail)
        generations.serve(connection, SHAPE, generation)


def shown(database: Database, view: str = "nouns") -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(sa.text(f'SELECT * FROM "{view}"'))]  # noqa: S608


def tables(database: Database) -> list[str]:
    with database.reading() as connection:
        names = sa.inspect(connection).get_table_names()
    return sorted(name for name in names if name.startswith("nouns"))


def states(database: Database) -> list[tuple[int, str]]:
    with database.reading() as connection:
        rows = connection.execute(sa.select(GENERATIONS).order_by(GENERATIONS.c.generation))
        return [(row.generation, row.state) for row in rows]


def test_nothing_is_served_before_the_first_generation(database: Database) -> None:
    with database.reading() as connection:
        assert generations.active(connection, "words") is None


def test_what_is_being_built_is_not_seen(database: Database) -> None:
    swap(database, build(database, rows=1))

    build(database, rows=2)

    assert shown(database) == [("w0", 1)]
    assert states(database) == [(1, "active"), (2, "building")]


def test_serving_shows_the_new_rows_and_lets_the_old_ones_stand_by(database: Database) -> None:
    first = build(database, rows=1)
    swap(database, first)

    second = build(database, rows=2)
    swap(database, second)

    assert shown(database) == [("w0", 2), ("w1", 2)]
    assert shown(database, "plurals") == [("w0",), ("w1",)]
    assert tables(database) == ["nouns__g1", "nouns__g2"]
    assert states(database) == [(1, "standby"), (2, "active")]
    with database.reading() as connection:
        assert generations.active(connection, "words") == second
        assert generations.in_state(connection, "words", "standby") == [first]
        assert checkpoints.position_of(connection, first.reader) == 1
        assert checkpoints.position_of(connection, second.reader) == 2


def test_a_generation_carries_the_version_it_was_folded_by(database: Database) -> None:
    swap(database, build(database, rows=1))

    with database.reading() as connection:
        assert generations.active(connection, "words") == Generation(
            name="words", number=1, version=3
        )


def test_a_swap_that_is_given_up_changes_nothing(database: Database) -> None:
    swap(database, build(database, rows=1))
    second = build(database, rows=2)

    with suppress(KeyboardInterrupt), database.writing() as connection:
        generations.serve(connection, SHAPE, second)
        raise KeyboardInterrupt

    assert shown(database) == [("w0", 1)]
    assert tables(database) == ["nouns__g1", "nouns__g2"]


def test_dropping_a_generation_leaves_the_others(database: Database) -> None:
    swap(database, build(database, rows=1))
    second = build(database, rows=2)

    with database.writing() as connection:
        generations.drop(connection, second)

    assert tables(database) == ["nouns__g1"]
    assert states(database) == [(1, "active")]
    assert shown(database) == [("w0", 1)]


def test_readers_see_whole_generations_while_they_are_swapped(database: Database) -> None:
    swap(database, build(database, rows=5))
    stop = threading.Event()

    def read() -> list[str]:
        torn = []
        while not stop.is_set():
            with database.reading() as connection:
                numbers = (
                    connection.execute(sa.text("SELECT number FROM nouns")).scalars().all()
                )
                plurals = connection.execute(sa.text("SELECT count(*) FROM plurals")).scalar()
            if len(numbers) != 5 or len(set(numbers)) != 1:
                torn.append(f"rows of {numbers}")
            if plurals != (5 if numbers[0] > 1 else 0):
                torn.append(f"{plurals} plurals beside {numbers}")
        return torn

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        for _ in range(25):
            swap(database, build(database, rows=3), tail=range(3, 5))
        stop.set()
        torn = [fault for reader in readers for fault in reader.result()]

    assert torn == []
    assert states(database)[-1] == (26, "active")


def test_a_moment_of_the_store_holds_over_a_swap(database: Database) -> None:
    swap(database, build(database, rows=1))
    second = build(database, rows=2)
    begun = threading.Event()

    def swap_soon() -> None:
        begun.wait()
        swap(database, second)

    with ThreadPoolExecutor(1) as pool:
        swapping = pool.submit(swap_soon)
        with database.reading() as connection:
            connection.execute(sa.select(LOG_HEAD)).all()
            begun.set()
            wait([swapping], timeout=0.3)  # SQLite swaps at once, PostgreSQL once we are done
            rows = connection.execute(sa.text("SELECT number FROM nouns")).scalars().all()
        swapping.result()

    assert rows == [1]
    assert shown(database) == [("w0", 2), ("w1", 2)]
