"""Rows of a generation as they will stand at the end of a page.

Read once, changed in memory, written together: a fold asks the database little, and tells
it everything at once.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from ingestd.store.absence import Absence
from ingestd.store.pairs import Pairs
from ingestd.store.postings import Postings
from ingestd.store.statements import Key, Marks, execute, insert

Row = dict[str, Any]

KEPT = 20_000
"""Rows of a table that are remembered from page to page, at least, where there are so many."""
FEW = 8
"""Rows that are looked at for the last of them, at first."""
ASKED = 400
"""Values in one question: both databases take that many, and more are no faster."""


class Beside(Protocol):
    """What a fold keeps beside the rows: their contents taken apart, decisions made before."""

    def settle(self) -> None:
        """Put what changed into the rows: they may be written, or let go."""


B = TypeVar("B", bound=Beside)


class Rows:
    """One table of a generation, by primary key.

    A row is a dict of all the table's columns. It may be changed in place, but for its key;
    `changed` says so. Columns hold text, whole numbers and floats, as both databases give
    them back.
    """

    def __init__(
        self, table: sa.Table, *, kept: int = KEPT, expected: int | None = None
    ) -> None:
        self.table = table
        self._columns = [column.name for column in table.columns]
        self._key_columns = list(table.primary_key)
        self._names = [column.name for column in self._key_columns]
        self._key_of = _values_of(self._names)
        self._kept = kept
        # what was asked for lately, and before; None: it is known not to be there
        self._rows: dict[Key, Row | None] = {}
        self._older: dict[Key, Row | None] = {}
        self._dirty: dict[Key, None] = {}
        self._new: set[Key] = set()  # of the dirty ones, those that the database does not have
        # by column, the values of which every row is at hand, and where
        self._known: dict[str, dict[Any, set[Key]]] = {}
        # the same of rows that are not written yet, for other values
        self._loose: dict[str, dict[Any, set[Key]]] = {}
        self._expected = expected
        # by column, or all of the key: of which values no row was written
        self._absent: dict[tuple[str, ...], Absence] = {}
        self._track(self._names)
        self._connection: sa.Connection | None = None

    def bind(self, connection: sa.Connection) -> None:
        """Read through this connection from now on."""
        self._connection = connection

    def key(self, row: Row) -> Key:
        """The row's primary key."""
        key: Key = self._key_of(row)
        return key

    def get(self, *key: Any) -> Row | None:
        """The row of this key, or None."""
        try:
            return self._rows[key]
        except KeyError:
            self.load([key])
            return self._rows[key]

    def one(self, *key: Any) -> Row:
        """The row of this key; LookupError where there is none."""
        row = self.get(*key)
        if row is None:
            raise LookupError(f"{self.table.name} has no row {key}")
        return row

    def load(self, keys: Iterable[Key]) -> None:
        """Ask for many rows at once; `get` then asks no more."""
        missing = [key for key in dict.fromkeys(keys) if not self._is_at_hand(key)]
        self._rows.update(dict.fromkeys(missing))
        self._read(self._key_columns, missing)

    def find(self, column: sa.Column[Any], values: Collection[Any]) -> list[Row]:
        """The rows in which the column has one of these values, by key, as they stand now.

        What was asked for once in a page is known from then on.
        """
        name = column.name
        if name not in self._known:
            self._watch(name)
        known = self._known[name]
        missing = [value for value in values if value not in known]
        if missing:
            self._learn(column, list(dict.fromkeys(missing)))
        keys = set().union(*[known[value] for value in values])
        if not keys:
            return []
        asked = set(values)
        rows = [self._rows[key] for key in sorted(keys)]
        return [row for row in rows if row is not None and row[name] in asked]

    def last(self, column: sa.Column[Any], value: Any) -> Row | None:
        """Of the rows in which the first column of the key has this value, the last by key."""
        if column.name not in self._known:
            self._watch(column.name)
        mine = self._known[column.name].get(value)
        if mine is None:
            mine = self._loose[column.name].get(value, set()) | self._stored_last(value)
        rows = [row for key in mine if (row := self._rows[key]) is not None]
        return max(rows, key=self.key, default=None)

    def _stored_last(self, value: Any) -> set[Key]:
        """The key of the last stored row that begins so, of those that still stand."""
        connection = self._bound()
        query = Marks(connection).asking_last(self.table, self._key_columns)
        few = FEW
        while True:
            found = connection.exec_driver_sql(query, (value, few)).cursor.fetchall()
            for values in found:
                key = self._enter(values)
                if self._rows[key] is not None:
                    return {key}
            if len(found) < few:
                return set()
            few *= FEW  # so many were dropped in this page

    def add(self, row: Row) -> Row:
        """A row that is not there yet; writing it fails where one of its key is."""
        key = self._key_of(row)
        if key not in self._dirty:  # else it was dropped in this page, and stands there still
            self._new.add(key)
        self._take(key, row)
        return row

    def put(self, row: Row) -> Row:
        """The row of its key from now on, whether there was one or not."""
        key = self.key(row)
        if self.get(*key) is None:
            return self.add(row)
        self._take(key, row)
        return row

    def is_new(self, *key: Any) -> bool:
        """Whether the row of this key was added since all was written, and never stood before."""
        return key in self._new

    def changed(self, row: Row) -> None:
        """Write what was changed in place."""
        self._take(self.key(row), row)

    def drop(self, *key: Any) -> None:
        """Remove the row of this key, if there is one."""
        if self.get(*key) is not None:
            self.remove(*key)

    def remove(self, *key: Any) -> None:
        """Remove the row of this key, which is there: it is not read for that."""
        self._rows[key] = None
        if key in self._new:
            self._new.remove(key)
            del self._dirty[key]
        else:
            self._dirty[key] = None

    def write(self, connection: sa.Connection) -> None:
        """Bring the database to what stands here: in the caller's transaction, table by table."""
        gone, changed, new = self._sorted_out()
        self._note_presence([*changed, *new])
        marks = Marks(connection)
        is_key = " AND ".join(f"{marks.quoted(name)} = {marks.place}" for name in self._names)
        table = marks.quoted(self.table.name)
        execute(connection, f"DELETE FROM {table} WHERE {is_key}", gone)  # noqa: S608 - names of our own
        others = [name for name in self._columns if name not in self._names]
        if others:
            values = ", ".join(f"{marks.quoted(name)} = {marks.place}" for name in others)
            of = _values_of([*others, *self._names])
            update = f"UPDATE {table} SET {values} WHERE {is_key}"  # noqa: S608
            execute(connection, update, [of(row) for row in changed])
        of = _values_of(self._columns)
        insert(connection, self.table, [of(row) for row in new])

    def written(self) -> None:
        """Take what was written for what is stored: the transaction was committed."""
        self._dirty.clear()
        self._new.clear()
        for loose in self._loose.values():
            loose.clear()

    def rest(self) -> None:
        """Let go what was not asked for lately, where much is kept; what is not written stays."""
        if len(self._rows) + sum(map(len, self._known.values())) > self._kept:
            rows = self._rows
            self._older, self._rows = rows, {key: rows[key] for key in self._dirty}
            self._known.clear()
            self._loose.clear()

    def _take(self, key: Key, row: Row) -> None:
        self._rows[key] = row
        self._dirty[key] = None
        if not self._known:
            return
        for name, known in self._known.items():
            value = row[name]
            if value in known:
                known[value].add(key)
            else:
                self._loose[name].setdefault(value, set()).add(key)

    def _track(self, names: Sequence[str]) -> None:
        """Begin to know of which values no row is stored, if the table is empty still."""
        if self._expected is not None:
            self._absent.setdefault(tuple(names), Absence(self._expected))

    def _note_presence(self, rows: list[Row]) -> None:
        if self._new:
            self._expected = None  # it is empty no more
        for names, absent in self._absent.items():
            is_key = [*names] == self._names
            absent.note(self._new if is_key else map(_values_of(names), rows))

    def _watch(self, name: str) -> None:
        """Begin to know rows by this column."""
        self._known[name] = {}
        self._track([name])
        loose = self._loose[name] = {}
        for key in self._dirty:
            row = self._rows[key]
            if row is not None:
                loose.setdefault(row[name], set()).add(key)

    def _learn(self, column: sa.Column[Any], values: list[Any]) -> None:
        known, loose = self._known[column.name], self._loose[column.name]
        known.update({value: loose.pop(value, set()) for value in values})
        for key in self._read([column], [(value,) for value in values]):
            row = self._rows[key]
            if row is not None and row[column.name] in known:
                known[row[column.name]].add(key)

    def _is_at_hand(self, key: Key) -> bool:
        if key in self._rows:
            return True
        if key in self._older:
            self._rows[key] = self._older[key]
            return True
        return False

    def _read(self, columns: Sequence[sa.Column[Any]], values: Sequence[Key]) -> list[Key]:
        """Read rows into memory, but for those that are there already; return all their keys."""
        absent = self._absent.get(tuple([column.name for column in columns]))
        asked = values if absent is None else absent.sifted(values)
        found: list[Key] = []
        for start in range(0, len(asked), ASKED):
            found += self._read_some(columns, asked[start : start + ASKED])
        return found

    def _read_some(
        self, columns: Sequence[sa.Column[Any]], values: Sequence[Key]
    ) -> Iterator[Key]:
        connection = self._bound()
        query, told = Marks(connection).asking(self.table, columns, values)
        # the driver's own tuples: a good deal quicker than rows that know their columns
        found = connection.exec_driver_sql(query, told).cursor
        return map(self._enter, found.fetchall())

    def _enter(self, values: Sequence[Any]) -> Key:
        """Keep a stored row, but where it is changed here already; return its key."""
        row = dict(zip(self._columns, values, strict=True))
        key = self.key(row)
        if not self._is_at_hand(key) or (self._rows[key] is None and key not in self._dirty):
            self._rows[key] = row
        return key

    def _bound(self) -> sa.Connection:
        if self._connection is None:
            raise RuntimeError(f"{self.table.name} is bound to no connection")
        return self._connection

    def _sorted_out(self) -> tuple[list[Key], list[Row], list[Row]]:
        gone: list[Key] = []
        changed: list[Row] = []
        new: list[Row] = []
        for key in self._dirty:
            row = self._rows[key]
            if row is None:
                gone.append(key)
            elif key in self._new:
                new.append(row)
            else:
                changed.append(row)
        return gone, changed, new


class Tables:
    """All the tables of one generation, in the order in which they are written.

    Where so many rows are `expected` of each, all of them are empty, and nobody else writes.
    """

    def __init__(self, tables: Sequence[sa.Table], *, expected: int | None = None) -> None:
        self._rows: dict[sa.Table, Rows] = {}
        self._pairs: dict[sa.Table, Pairs[Any]] = {}
        self._postings: dict[sa.Table, Postings] = {}
        self._all: list[Rows | Pairs[Any] | Postings] = []
        for table in tables:
            self._remember(table, table.info.get("kept", KEPT), expected)
        self._beside: dict[Callable[[Tables], Any], Any] = {}
        self._connection: sa.Connection | None = None

    def _remember(self, table: sa.Table, kept: int, expected: int | None) -> None:
        if table.info.get("pairs"):
            self._pairs[table] = Pairs(table, kept=kept, expected=expected)
            self._all.append(self._pairs[table])
        elif table.info.get("postings"):
            self._postings[table] = Postings(table)
            self._all.append(self._postings[table])
        else:
            self._rows[table] = Rows(table, kept=kept, expected=expected)
            self._all.append(self._rows[table])

    def __getitem__(self, table: sa.Table) -> Rows:
        if table not in self._rows:
            raise LookupError(f"{table.name} holds no rows to be asked for one by one")
        return self._rows[table]

    def pairs(self, table: sa.Table) -> Pairs[Any]:
        """A table whose `info` says that it holds pairs: see pairs.py."""
        if table not in self._pairs:
            raise LookupError(f"{table.name} holds no pairs")
        return self._pairs[table]

    def postings(self, table: sa.Table) -> Postings:
        """A table whose `info` says that it holds postings: see postings.py."""
        return self._postings[table]

    def beside(self, make: Callable[["Tables"], B]) -> B:
        """Return what a fold keeps beside the rows, as long as they are kept; made once."""
        if make not in self._beside:
            self._beside[make] = make(self)
        kept: B = self._beside[make]
        return kept

    def bind(self, connection: sa.Connection) -> None:
        """Read through this connection from now on."""
        self._connection = connection
        for rows in self._all:
            rows.bind(connection)

    @property
    def connection(self) -> sa.Connection:
        """What is read through, for events that were folded before."""
        if self._connection is None:
            raise RuntimeError("these tables are bound to no connection")
        return self._connection

    def rest(self) -> None:
        """Let go what was not asked for lately, but for what is not written."""
        for rows in self._rows.values():
            rows.rest()
        for pairs in self._pairs.values():
            pairs.rest()

    def settle(self) -> None:
        """Put what is kept beside the rows into them: they may be written next."""
        for kept in self._beside.values():
            kept.settle()

    def write(self, connection: sa.Connection) -> None:
        """Write every table's changes, in the caller's transaction."""
        for rows in self._all:
            rows.write(connection)

    def written(self) -> None:
        """Say that the transaction was committed."""
        for rows in self._all:
            rows.written()


def _values_of(names: Sequence[str]) -> Any:
    return itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
