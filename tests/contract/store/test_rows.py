"""Rows that are read once and written together are the rows that a plain dictionary would hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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
from ingestd.store.rows import ASKED, FEW, Row, Rows, Tables
from ingestd.store.statements import COPIED

METADATA = sa.MetaData()
WORDS = sa.Table(
    "words",
    METADATA,
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("root", sa.Text),
    sa.Column("uses", sa.Integer, nullable=False),
    sa.Column("weight", sa.Float),
)
MARKS = sa.Table("marks", METADATA, sa.Column("name", sa.Text, primary_key=True))

Key = tuple[str, str]
KEYS = [(language, word) for language in ("en", "vi") for word in ("a", "b", "c")]
ROOTS = ("x", "y", None)
keys = some.sampled_from(KEYS)
roots = some.sampled_from(ROOTS)
numbers = some.integers(0, 9)


def word(key: Key = ("en", "a"), *, root: str | None = "x", uses: int = 1) -> Row:
    return {
        "language": key[0], "word": key[1], "root": root, "uses": uses, "weight": uses / 3,
    }  # fmt: skip


@pytest.fixture
def store(database: Database) -> Database:
    with database.writing() as connection:
        METADATA.create_all(connection)
    return database


def stored(database: Database, table: sa.Table = WORDS) -> list[Row]:
    order = list(table.primary_key)
    with database.reading() as connection:
        found = connection.execute(sa.select(table).order_by(*order))
        return [dict(row) for row in found.mappings()]


@contextmanager
def page(database: Database, tables: Tables) -> Iterator[Rows]:
    """A transaction in which rows are read, changed and written."""
    with database.writing() as connection:
        tables.bind(connection)
        yield tables[WORDS]
        tables.write(connection)
    tables.written()


def asked(database: Database) -> list[str]:
    """Every statement from now on."""
    statements: list[str] = []
    sa.event.listen(
        database._writer,
        "before_cursor_execute",
        lambda _c, _u, statement, *_rest: statements.append(statement),
    )
    return statements


def test_what_is_added_changed_and_dropped_is_written_at_the_end(store: Database) -> None:
    tables = Tables([WORDS])
    with page(store, tables) as words:
        words.add(word(("en", "a")))
        words.add(word(("en", "b")))
        words.put(word(("en", "c")))
        assert stored_in(words, ("en", "a")) == word(("en", "a"))

    with page(store, tables) as words:
        row = words.get("en", "a")
        assert row is not None
        row["uses"] = 5
        words.changed(row)
        words.drop("en", "b")
        words.put(word(("en", "c"), uses=7))

    assert stored(store) == [word(("en", "a")) | {"uses": 5}, word(("en", "c"), uses=7)]


def stored_in(words: Rows, key: Key) -> Row | None:
    return words.get(*key)


def test_a_page_that_changes_nothing_writes_nothing(store: Database) -> None:
    tables = Tables([WORDS])
    with page(store, tables) as words:
        words.add(word())
    statements = asked(store)

    with page(store, tables) as words:
        assert words.get("en", "a") == word()
        words.drop("en", "nothing")

    assert [
        each for each in statements if each.startswith(("INSERT", "UPDATE", "DELETE"))
    ] == []


def test_a_row_is_asked_for_once_and_its_absence_too(store: Database) -> None:
    tables = Tables([WORDS])
    with page(store, tables) as words:
        words.add(word())
    tables = Tables([WORDS])
    statements = asked(store)

    with page(store, tables) as words:
        words.load([("en", "a"), ("en", "none"), ("en", "a")])
        assert words.get("en", "a") == word()
        assert words.get("en", "none") is None
    with page(store, tables) as words:
        assert words.get("en", "a") == word()
        assert words.get("en", "none") is None

    assert len([each for each in statements if each.startswith("SELECT")]) == 1


def test_the_row_that_must_be_there_is_named_where_it_is_not(store: Database) -> None:
    with page(store, Tables([WORDS])) as words:
        words.add(word(("en", "a")))

        assert words.one("en", "a") == word(("en", "a"))
        with pytest.raises(LookupError, match=r"words has no row \('en', 'b'\)"):
            words.one("en", "b")


def test_many_rows_are_asked_for_in_few_questions(store: Database) -> None:
    many = [("en", f"{number:05}") for number in range(2 * ASKED + 1)]
    with page(store, Tables([WORDS])) as words:
        for key in many:
            words.add(word(key))
    statements = asked(store)

    with page(store, Tables([WORDS])) as words:
        words.load(many)
        assert all(words.get(*key) for key in many)
        found = words.find(WORDS.c.word, [name for _, name in many])

    assert len(found) == len(many)
    assert len([each for each in statements if each.startswith("SELECT")]) == 6


def test_the_last_that_begins_so_is_the_last_that_still_stands(store: Database) -> None:
    many = [("en", f"{number:03}") for number in range(2 * FEW)]
    with page(store, Tables([WORDS])) as words:
        for key in [*many, ("vi", "a")]:
            words.add(word(key))

    found = []
    with page(store, Tables([WORDS])) as words:
        found.append(words.last(WORDS.c.language, "en"))
        for key in many[1:]:
            words.drop(*key)
        found.append(words.last(WORDS.c.language, "en"))
        words.add(word(("en", "zz")))
        found.append(words.last(WORDS.c.language, "en"))
        for key in (many[0], ("en", "zz")):
            words.drop(*key)
        found.append(words.last(WORDS.c.language, "en"))
        words.find(WORDS.c.language, ["vi"])
        found.append(words.last(WORDS.c.language, "vi"))

    assert found == [word(many[-1]), word(many[0]), word(("en", "zz")), None, word(("vi", "a"))]


def test_what_is_found_stands_as_it_is_now(store: Database) -> None:
    with page(store, Tables([WORDS])) as words:
        for name, root in (("a", "x"), ("b", "x"), ("c", "x"), ("d", "y")):
            words.add(word(("en", name), root=root))

    with page(store, Tables([WORDS])) as words:
        words.find(WORDS.c.root, ["x"])
        words.drop("en", "a")
        words.put(word(("en", "b"), root="z"))
        words.put(word(("en", "d"), root="x"))
        words.add(word(("en", "e"), root="x"))
        found = [row["word"] for row in words.find(WORDS.c.root, ["x", "none", "x"])]

    assert found == ["c", "d", "e"]


def test_many_new_rows_are_written_as_they_are(store: Database) -> None:
    odd = ("tab\tand\nline", "\\N", "", "Đức", "'quoted' \"twice\"", "100 %s ?", None)
    many = [
        word(("vi", f"{number:05}"), root=odd[number % len(odd)], uses=number)
        for number in range(COPIED + 1)
    ]

    with page(store, Tables([WORDS])) as words:
        for row in many:
            words.add(row)

    assert stored(store) == many


def test_of_many_new_rows_one_that_is_there_is_a_conflict(store: Database) -> None:
    with page(store, Tables([WORDS])) as words:
        words.add(word(("vi", "00007")))

    with pytest.raises(ConflictError):
        add_many(store)

    assert len(stored(store)) == 1


def add_many(store: Database) -> None:
    with page(store, Tables([WORDS])) as words:
        for number in range(COPIED):
            words.add(word(("vi", f"{number:05}")))


def test_what_was_dropped_can_come_back(store: Database) -> None:
    tables = Tables([WORDS])
    with page(store, tables) as words:
        words.add(word(uses=1))

    with page(store, tables) as words:
        words.drop("en", "a")
        words.add(word(uses=2))

    assert stored(store) == [word(uses=2)]


def test_what_comes_and_goes_in_a_page_is_never_written(store: Database) -> None:
    statements = asked(store)

    with page(store, Tables([WORDS])) as words:
        words.add(word())
        words.drop("en", "a")
        assert words.get("en", "a") is None

    assert [each for each in statements if each.startswith(("INSERT", "DELETE"))] == []


def test_adding_what_is_there_is_a_conflict(store: Database) -> None:
    with page(store, Tables([WORDS])) as words:
        words.add(word(uses=1))

    with pytest.raises(ConflictError), page(store, Tables([WORDS])) as words:
        words.add(word(uses=2))

    assert stored(store) == [word(uses=1)]


def test_a_table_of_keys_alone_can_be_written(store: Database) -> None:
    tables = Tables([MARKS])
    for names in (("a", "b"), ("b", "c")):
        with store.writing() as connection:
            tables.bind(connection)
            for name in names:
                tables[MARKS].put({"name": name})
            tables[MARKS].drop("a")
            tables.write(connection)
        tables.written()

    assert stored(store, MARKS) == [{"name": "b"}, {"name": "c"}]


def test_rows_that_are_bound_to_nothing_say_so() -> None:
    with pytest.raises(RuntimeError, match="words is bound to no connection"):
        Rows(WORDS).get("en", "a")
    with pytest.raises(RuntimeError, match="these tables are bound to no connection"):
        _ = Tables([WORDS]).connection


def test_no_more_is_kept_than_twice_what_was_asked(store: Database) -> None:
    rows = Rows(WORDS, kept=3)
    with store.writing() as connection:
        rows.bind(connection)
        for number in range(20):
            rows.get("en", str(number))
            rows.find(WORDS.c.root, [f"none of {number}"])
            rows.rest()
            assert len(rows._rows) + len(rows._older) <= 8
            assert sum(map(len, rows._known.values())) <= 4


def test_of_an_empty_table_nothing_is_asked_for(store: Database) -> None:
    tables = Tables([WORDS], expected=100)
    statements = asked(store)

    with page(store, tables) as words:
        words.load(KEYS)
        assert words.find(WORDS.c.root, ["x"]) == []
        words.put(word(("en", "a"), root="x"))

    assert [each for each in statements if each.startswith("SELECT")] == []


def test_what_was_written_to_an_empty_table_is_found_after_it_was_let_go(
    store: Database,
) -> None:
    rows = Rows(WORDS, kept=0, expected=100)
    row = word(("en", "a"), root="x")
    with store.writing() as connection:
        rows.bind(connection)
        rows.find(WORDS.c.root, ["x"])
        for root in ("x", "y", "z"):
            row["root"] = root
            rows.put(row)
            rows.write(connection)
            rows.written()
            rows.rest()
            rows.rest()
            assert rows.find(WORDS.c.root, [root]) == [row]
            row = rows.one("en", "a")
        # nobody had asked for it while the table was empty
        assert rows.find(WORDS.c.language, ["en"]) == [row]


class Book(RuleBasedStateMachine):
    """Rows with a small memory beside a dictionary, over several pages."""

    engine: sa.Engine

    @initialize(kept=some.integers(1, 4), knows_of_nothing=some.booleans())
    def begin(self, kept: int, knows_of_nothing: bool) -> None:
        self.kept, self.knows_of_nothing = kept, knows_of_nothing
        self.connection = self.engine.connect()
        METADATA.drop_all(self.connection)
        METADATA.create_all(self.connection)
        self.connection.commit()
        self.now: dict[Key, Row] = {}
        self.written: dict[Key, Row] = {}
        self.rows = self._fresh()

    def _fresh(self) -> Rows:
        is_empty = self.knows_of_nothing and not self.written
        rows = Rows(WORDS, kept=self.kept, expected=10 if is_empty else None)
        rows.bind(self.connection)
        return rows

    @rule(key=keys)
    def get(self, key: Key) -> None:
        assert self.rows.get(*key) == self.now.get(key)

    @rule(several=some.lists(keys))
    def load(self, several: list[Key]) -> None:
        self.rows.load(several)

    @rule(several=some.lists(some.sampled_from(("x", "y")), max_size=2))
    def find(self, several: list[str]) -> None:
        expected = [row for _, row in sorted(self.now.items()) if row["root"] in several]
        assert self.rows.find(WORDS.c.root, several) == expected

    @rule(languages=some.lists(some.sampled_from(("en", "vi")), max_size=2))
    def find_by_language(self, languages: list[str]) -> None:
        expected = [row for key, row in sorted(self.now.items()) if key[0] in languages]
        assert self.rows.find(WORDS.c.language, languages) == expected

    @rule(key=keys, root=roots, uses=numbers)
    def add(self, key: Key, root: str | None, uses: int) -> None:
        if key not in self.now:
            self.rows.add(word(key, root=root, uses=uses))
            self.now[key] = word(key, root=root, uses=uses)

    @rule(key=keys, root=roots, uses=numbers)
    def put(self, key: Key, root: str | None, uses: int) -> None:
        self.rows.put(word(key, root=root, uses=uses))
        self.now[key] = word(key, root=root, uses=uses)

    @rule(key=keys, root=roots, uses=numbers)
    def change(self, key: Key, root: str | None, uses: int) -> None:
        row = self.rows.get(*key)
        if row is not None:
            row.update(root=root, uses=uses)
            self.rows.changed(row)
            self.now[key] = self.now[key] | {"root": root, "uses": uses}

    @rule(key=keys)
    def drop(self, key: Key) -> None:
        self.rows.drop(*key)
        self.now.pop(key, None)

    @rule(key=keys)
    def remove(self, key: Key) -> None:
        if key in self.now:
            self.rows.remove(*key)
            del self.now[key]

    @rule()
    def rest(self) -> None:
        self.rows.rest()

    @rule()
    def end_page(self) -> None:
        self.rows.write(self.connection)
        self.connection.commit()
        self.rows.written()
        self.written = dict(self.now)

    @rule()
    def give_page_up(self) -> None:
        self.rows.write(self.connection)
        self.connection.rollback()
        self.rows = self._fresh()
        self.now = dict(self.written)

    @invariant()
    def holds_what_was_written(self) -> None:
        found = self.connection.execute(sa.select(WORDS)).mappings()
        rows = {(row["language"], row["word"]): dict(row) for row in found}
        assert rows == self.written

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            self.connection.close()


def run_book(engine: sa.Engine, examples: int) -> None:
    machine = type("BookHere", (Book,), {"engine": engine})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_any_pages_leave_what_a_dictionary_would_hold() -> None:
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)

    run_book(engine, 60)

    engine.dispose()


def test_any_pages_leave_the_same_on_postgres(postgres: Database) -> None:
    run_book(postgres._engine, 10)


@pytest.mark.parametrize("columns", [("name",), ("language", "word")])
def test_no_table_is_read_from_end_to_end_for_some_of_its_rows(
    postgres: Database, columns: tuple[str, ...]
) -> None:
    # nobody has counted the rows yet: the planner guesses that there are few
    table = MARKS if columns == ("name",) else WORDS
    told: list[tuple[str, Any]] = []
    with postgres.writing() as connection:
        METADATA.create_all(connection)
        rows = [dict.fromkeys(columns, f"{number:06}") for number in range(4_000)]
        others = {} if table is MARKS else {"uses": 1}
        connection.execute(table.insert(), [row | others for row in rows])
    sa.event.listen(
        postgres._engine,
        "before_cursor_execute",
        lambda _c, _u, statement, values, *_rest: told.append((statement, values)),
    )

    with postgres.writing() as connection:
        some = Tables([table])
        some.bind(connection)
        some[table].load([tuple(row.values()) for row in rows[::10]])
        statement, values = told[-1]
        plan = connection.exec_driver_sql(f"EXPLAIN {statement}", values).scalars().all()

    assert some[table].get(*rows[10].values()) is not None
    assert not [step for step in plan if "Seq Scan" in step]


@pytest.mark.parametrize("columns", [("name",), ("language", "word")])
def test_sqlite_reads_no_table_from_end_to_end_either(
    sqlite: Database, columns: tuple[str, ...]
) -> None:
    table = MARKS if columns == ("name",) else WORDS
    told: list[tuple[str, Any]] = []
    with sqlite.writing() as connection:
        METADATA.create_all(connection)
    sa.event.listen(
        sqlite._writer,
        "before_cursor_execute",
        lambda _c, _u, statement, values, *_rest: told.append((statement, values)),
    )

    with sqlite.writing() as connection:
        some = Tables([table])
        some.bind(connection)
        some[table].load([(f"{number}",) * len(columns) for number in range(ASKED)])
        statement, values = told[-1]
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()

    assert any(f"SEARCH {table.name}" in step.detail for step in steps)
    assert not any(f"SCAN {table.name}" in step.detail for step in steps)
