"""Numbers under keys that are asked for and written together are those of a plain dictionary."""

import random
from collections import defaultdict

import pytest
import sqlalchemy as sa

from ingestd.store.database import Database
from ingestd.store.postings import ASKED, Postings
from ingestd.store.rows import Tables
from ingestd.store.statements import COPIED

METADATA = sa.MetaData()
PLACES = sa.Table(
    "places",
    METADATA,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    info={"postings": True},
)
KEYS = range(5, 12)
HIGH = 1 << 61


@pytest.fixture
def store(database: Database) -> Database:
    with database.writing() as connection:
        METADATA.create_all(connection)
    return database


class Plain:
    """What a table of postings should hold."""

    def __init__(self) -> None:
        self.numbers: defaultdict[int, set[int]] = defaultdict(set)

    def change(self, postings: Postings, key: int, number: int) -> None:
        """Put it there, or take it away where it is."""
        if number in self.numbers[key]:
            self.numbers[key].remove(number)
            postings.remove(key, number)
        else:
            self.numbers[key].add(number)
            postings.add(key, number)

    def latest(self, keys: range, most: int) -> dict[int, list[int]]:
        return {key: sorted(self.numbers[key])[-most:] for key in keys}

    def between(self, first: int, last: int) -> dict[int, list[int]]:
        return {k: sorted(its) for k, its in self.numbers.items() if first <= k <= last and its}


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_told_is_what_was_added_and_not_removed_since(
    store: Database, seed: int
) -> None:
    chance, tables, plain = random.Random(seed), Tables([PLACES]), Plain()
    postings = tables.postings(PLACES)
    for _ in range(6):
        with store.writing() as connection:
            tables.bind(connection)
            for _ in range(15):
                plain.change(postings, chance.choice(KEYS), chance.randrange(6))
                assert postings.latest(KEYS, 2) == plain.latest(KEYS, 2)
                found = postings.between(6, 9, 1000)
                assert found is not None
                assert {k: its for k, its in found.items() if its} == plain.between(6, 9)
            tables.write(connection)
        tables.written()


def test_many_are_written_and_asked_for_as_few_are(store: Database) -> None:
    tables = Tables([PLACES])
    postings = tables.postings(PLACES)
    keys = range(HIGH, HIGH + max(ASKED, COPIED) + 1)
    for number in (3, 1, 2):
        with store.writing() as connection:
            tables.bind(connection)
            for key in keys:
                postings.add(key, number)
            tables.write(connection)
        tables.written()

    with store.reading() as connection:
        tables.bind(connection)
        assert postings.latest(keys, 2) == {key: [2, 3] for key in keys}
        assert postings.between(HIGH, HIGH + 1, 6) == {HIGH: [1, 2, 3], HIGH + 1: [1, 2, 3]}
        assert postings.between(HIGH, HIGH + 1, 5) is None


def test_nobody_reads_postings_without_a_connection() -> None:
    with pytest.raises(RuntimeError, match="places is bound to no connection"):
        Postings(PLACES).latest([1], 1)
