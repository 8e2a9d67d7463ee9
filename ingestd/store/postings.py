"""Postings: which numbers stand under a number, as it will be at the end of a page.

For what is found by many keys, each of which leads to many, of whom the latest count. Nothing
is kept from page to page: who looks often keeps a stretch of keys (pairs.py is for what is
asked for whole, and again).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from ingestd.store.statements import Marks, execute, insert

ASKED = 400
"""Keys in one question."""

Pair = tuple[int, int]


class Postings:
    """One table of a generation of two whole numbers, a key and what stands under it.

    What is added is not there yet, and what is removed is there.
    """

    def __init__(self, table: sa.Table) -> None:
        self.table = table
        self._key, self._number = (column.name for column in table.columns)
        self._new: defaultdict[int, set[int]] = defaultdict(set)
        self._gone: defaultdict[int, set[int]] = defaultdict(set)
        self._connection: sa.Connection | None = None

    def bind(self, connection: sa.Connection) -> None:
        """Read through this connection from now on."""
        self._connection = connection

    def add(self, key: int, number: int) -> None:
        """Let a number stand under a key."""
        if key in self._gone and number in self._gone[key]:
            self._gone[key].remove(number)
        else:
            self._new[key].add(number)

    def remove(self, key: int, number: int) -> None:
        """Let a number stand under a key no more."""
        if key in self._new and number in self._new[key]:
            self._new[key].remove(number)
        else:
            self._gone[key].add(number)

    def latest(self, keys: Sequence[int], most: int) -> dict[int, list[int]]:
        """The greatest numbers under each of these keys, so many of each, in their order."""
        connection, marks = self._bound(), Marks(self._bound())
        gone = max((len(self._gone[key]) for key in keys if key in self._gone), default=0)
        found: dict[int, list[int]] = {key: [] for key in keys}
        for start in range(0, len(keys), ASKED):
            some = keys[start : start + ASKED]
            query, told = marks.asking_pairs(self.table, some, most + gone)
            for key, number in connection.exec_driver_sql(query, told).cursor.fetchall():
                found[key].append(number)
        return {key: self._now(key, numbers)[-most:] for key, numbers in found.items()}

    def between(self, first: int, last: int, most: int) -> dict[int, list[int]] | None:
        """What stands under all keys between these, in its order; None: more pairs are stored."""
        connection = self._bound()
        query = Marks(connection).asking_between(self.table)
        stored = connection.exec_driver_sql(query, (first, last, most + 1)).cursor.fetchall()
        if len(stored) > most:
            return None
        found: defaultdict[int, list[int]] = defaultdict(list)
        for key, number in stored:
            found[key].append(number)
        changed = [key for key in {*self._new, *self._gone} if first <= key <= last]
        return dict(found) | {key: self._now(key, found[key]) for key in changed}

    def _now(self, key: int, stored: list[int]) -> list[int]:
        """What stands under a key, given what is stored."""
        if key in self._new or key in self._gone:
            return sorted({*stored, *self._new.get(key, ())} - self._gone.get(key, set()))
        return sorted(stored)

    def write(self, connection: sa.Connection) -> None:
        """Bring the database to what stands here, in the caller's transaction."""
        marks = Marks(connection)
        table = marks.quoted(self.table.name)
        key, number = marks.quoted(self._key), marks.quoted(self._number)
        gone = f"DELETE FROM {table} WHERE {key} = {marks.place} AND {number} = {marks.place}"  # noqa: S608 - names of our own
        execute(connection, gone, _in_order(self._gone))
        insert(connection, self.table, _in_order(self._new))

    def written(self) -> None:
        """Take what was written for what is stored: the transaction was committed."""
        self._new.clear()
        self._gone.clear()

    def _bound(self) -> sa.Connection:
        if self._connection is None:
            raise RuntimeError(f"{self.table.name} is bound to no connection")
        return self._connection


def _in_order(numbers: Mapping[int, set[int]]) -> list[Pair]:
    # by key: what lies together is written together
    return sorted([(key, number) for key, its in numbers.items() for number in its])
