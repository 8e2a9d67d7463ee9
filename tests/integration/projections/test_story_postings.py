"""Who is found does not turn on what stands in memory."""

import random
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from ingestd.projections.story_postings import Directory
from ingestd.projections.story_tables import POSTINGS
from ingestd.resolution.meeting import (
    LATEST,
    copy_keys,
    likely,
    many,
    sought_blocks,
    sought_buckets,
    told_keys,
)
from ingestd.resolution.stories import Traits, names_of
from ingestd.store.database import Database
from ingestd.store.rows import Tables
from tests.fixtures.building import entity

NAMES = [
    f"{first} {second}" for first in ("North", "Blue", "Cedar") for second in ("Oak", "Elm")
]
BEGAN = date(2021, 11, 11)
FAR = 1 << 30


class Shelf:
    """Postings in a store, page by page."""

    def __init__(self, database: Database, generation: int, *, often: int, room: int) -> None:
        self.database, self.generation = database, generation
        self.tables = Tables([POSTINGS])
        self.directory = Directory(self.tables, often=often, room=room)
        with database.writing() as connection:
            entered = connection.execution_options(generation=generation)
            entered.execute(sa.schema.CreateTable(POSTINGS))

    def page(self, wanted: list[tuple[int, Traits]]) -> list[list[list[int]]]:
        """Look for each, post it, and take every third away again; return who was found."""
        found = []
        with self.database.writing() as connection:
            connection.execution_options(generation=self.generation)
            self.tables.bind(connection)
            for number, each in wanted:
                met = self.directory.met(sought_buckets(each), sought_blocks(each, number))
                met += self.directory.under(copy_keys(each.sketch))
                found.append([likely([its, its], [many(its)] * 2, FAR) for its in met])
                keys = [*copy_keys(each.sketch), *told_keys(each, number, list(map(many, met)))]
                self.directory.post(number, keys)
                if number % 3 == 0:
                    self.directory.withdraw(number, keys)
            self.directory.end_page()
            self.tables.write(connection)
        self.tables.written()
        return found


def articles(count: int) -> list[tuple[int, Traits]]:
    chance = random.Random(5)
    return [
        (number, article(chance, BEGAN + timedelta(days=number // 40)))
        for number in range(count)
    ]


def article(chance: random.Random, day: date) -> Traits:
    told = [entity(name) for name in chance.sample(NAMES, 3)]
    return Traits(
        sketch=tuple(sorted(chance.sample(range(20), 3))),
        figures=frozenset(),
        names=tuple(names_of(told, [])),
        published=day if chance.random() < 0.8 else None,
        month=None,
        received=day,
    )


def in_pages(shelf: Shelf, size: int) -> list[list[list[int]]]:
    wanted = articles(240)
    pages = [wanted[at : at + size] for at in range(0, len(wanted), size)]
    return [found for page in pages for found in shelf.page(page)]


@pytest.mark.parametrize(
    ("often", "room", "size"), [(1, FAR, 60), (3, 150, 7), (1, 20, 60), (FAR, 0, 240)]
)
def test_the_same_are_found_whatever_is_kept_and_however_long_pages_are(
    sqlite: Database, often: int, room: int, size: int
) -> None:
    found = in_pages(Shelf(sqlite, 1, often=often, room=room), size)

    assert found == in_pages(Shelf(sqlite, 2, often=FAR, room=FAR), 31)
    assert any(len(its) > LATEST for each in found for its in each)
