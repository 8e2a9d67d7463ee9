"""Pairs that are read once and written together are the pairs that a plain set would hold."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ingestd.errors import ConflictError
from ingestd.store.database import Database
from ingestd.store.pairs import FEW, Pairs
from ingestd.store.rows import Tables
from ingestd.store.statements import COPIED

METADATA = sa.MetaData()
TOLD = sa.Table(
    "told",
    METADATA,
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("position", sa.BigInteger, primary_key=True),
    info={"pairs": True, "kept": 2},
)
NAMES = sa.Table("names", METADATA, sa.Column("name", sa.Text, primary_key=True))

Pair = tuple[str, int]
firsts = some.sampled_from("abcd")
seconds = some.integers(1, 4)


@pytest.fixture
def store(database: Database) -> Database:
    with database.writing() as connection:
        METADATA.create_all(connection)
    return database


@contextmanager
def page(database: Database, tables: Tables) -> Iterator[Pairs[int]]:
    """A transaction in which pairs are read, put together and parted."""
    with database.writing() as connection:
        tables.bind(connection)
        yield tables.pairs(TOLD)
        tables.write(connection)
    tables.written()


def stored(database: Database) -> list[Pair]:
    with database.reading() as connection:
        found = connection.execute(sa.select(TOLD).order_by(*TOLD.primary_key))
        return [(row.entity, row.position) for row in found]


def test_what_was_put_together_and_parted_is_written_at_the_end(store: Database) -> None:
    with page(store, Tables([TOLD])) as told:
        for position in (1, 2, 3):
            told.add("a", position)

    with page(store, Tables([TOLD])) as told:
        told.remove("a", 2)
        told.add("a", 9)
        told.add("b", 1)
        told.remove("b", 1)
        assert (list(told.of("a")), told.among(["a", "b"])) == ([1, 3, 9], {1, 3, 9})

    assert stored(store) == [("a", 1), ("a", 3), ("a", 9)]


def test_many_new_pairs_are_written_as_they_are(store: Database) -> None:
    many = [("tab\tand\nline \\N", position) for position in range(COPIED + 1)]

    with page(store, Tables([TOLD])) as told:
        for pair in many:
            told.add(*pair)

    assert stored(store) == many


def test_a_pair_that_stands_already_is_a_conflict(store: Database) -> None:
    with page(store, Tables([TOLD])) as told:
        told.add("a", 1)

    with pytest.raises(ConflictError), page(store, Tables([TOLD])) as told:
        told.add("a", 1)

    assert stored(store) == [("a", 1)]


def test_the_last_is_found_though_many_behind_it_were_parted(store: Database) -> None:
    with page(store, Tables([TOLD])) as told:
        for position in range(2 * FEW):
            told.add("a", position)

    with page(store, Tables([TOLD])) as told:
        for position in range(1, 2 * FEW):
            told.remove("a", position)
        assert (told.last("a"), told.last("b")) == (0, None)
        told.of("a")
        assert told.last("a") == 0


def test_of_what_is_new_nothing_is_asked_for(store: Database) -> None:
    statements: list[str] = []
    with page(store, Tables([TOLD])) as told:
        sa.event.listen(
            store._writer,
            "before_cursor_execute",
            lambda _c, _u, statement, *_rest: statements.append(statement),
        )
        told.add("a", 1)
        told.expect_none(["a", "b"])
        assert (list(told.of("a")), list(told.of("b"))) == ([1], [])
        assert [each for each in statements if each.startswith("SELECT")] == []


def test_beside_what_was_never_written_to_an_empty_table_nothing_is_asked_for(
    store: Database,
) -> None:
    tables = Tables([TOLD], expected=100)
    statements: list[str] = []
    sa.event.listen(
        store._writer,
        "before_cursor_execute",
        lambda _c, _u, statement, *_rest: statements.append(statement),
    )
    with page(store, tables) as told:
        assert (list(told.of("a")), list(told.of("b"))) == ([], [])
        told.add("a", 1)
    assert [each for each in statements if each.startswith("SELECT")] == []

    tables.rest()
    tables.rest()
    with page(store, tables) as told:
        assert list(told.of("a")) == [1]


def test_rows_are_no_pairs_and_pairs_no_rows() -> None:
    tables = Tables([TOLD, NAMES])

    with pytest.raises(LookupError, match="told holds no rows"):
        tables[TOLD]
    with pytest.raises(LookupError, match="names holds no pairs"):
        tables.pairs(NAMES)
    with pytest.raises(RuntimeError, match="told is bound to no connection"):
        tables.pairs(TOLD).of("a")


class Book(RuleBasedStateMachine):
    """Pairs with a small memory beside a set, over several pages."""

    engine: sa.Engine

    @initialize(kept=some.integers(0, 3), knows_of_nothing=some.booleans())
    def begin(self, kept: int, knows_of_nothing: bool) -> None:
        self.kept, self.knows_of_nothing = kept, knows_of_nothing
        self.connection = self.engine.connect()
        METADATA.drop_all(self.connection)
        METADATA.create_all(self.connection)
        self.connection.commit()
        self.now: set[Pair] = set()
        self.written: set[Pair] = set()
        self.pairs = self._fresh()

    def _fresh(self) -> Pairs[int]:
        expected = 10 if self.knows_of_nothing and not self.written else None
        pairs: Pairs[int] = Pairs(TOLD, kept=self.kept, expected=expected)
        pairs.bind(self.connection)
        return pairs

    def _of(self, first: str) -> list[int]:
        return sorted(second for one, second in self.now if one == first)

    @rule(first=firsts)
    def of(self, first: str) -> None:
        assert list(self.pairs.of(first)) == self._of(first)

    @rule(several=some.lists(firsts))
    def among(self, several: list[str]) -> None:
        expected = {second for first, second in self.now if first in several}
        assert self.pairs.among(several) == expected

    @rule(first=firsts)
    def last(self, first: str) -> None:
        assert self.pairs.last(first) == max(self._of(first), default=None)

    @rule(first=firsts, second=seconds)
    def add(self, first: str, second: int) -> None:
        if (first, second) not in self.now:
            self.pairs.add(first, second)
            self.now.add((first, second))

    @rule(first=firsts, second=seconds)
    def remove(self, first: str, second: int) -> None:
        if (first, second) in self.now:
            self.pairs.remove(first, second)
            self.now.remove((first, second))

    @rule()
    def rest(self) -> None:
        self.pairs.rest()

    @rule()
    def end_page(self) -> None:
        self.pairs.write(self.connection)
        self.connection.commit()
        self.pairs.written()
        self.written = set(self.now)

    @rule()
    def give_page_up(self) -> None:
        self.pairs.write(self.connection)
        self.connection.rollback()
        self.pairs = self._fresh()
        self.now = set(self.written)

    @invariant()
    def holds_what_was_written(self) -> None:
        found = self.connection.execute(sa.select(TOLD))
        assert {(row.entity, row.position) for row in found} == self.written

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            self.connection.close()


def run_book(engine: sa.Engine, examples: int) -> None:
    machine = type("BookHere", (Book,), {"engine": engine})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_any_pages_leave_what_a_set_would_hold() -> None:
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)

    run_book(engine, 40)

    engine.dispose()


def test_any_pages_leave_the_same_on_postgres(postgres: Database) -> None:
    run_book(postgres._engine, 5)
