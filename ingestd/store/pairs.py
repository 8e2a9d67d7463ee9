"""Tables that say what belongs to what, and nothing more: pairs of values, as a page will leave them.

What `rows.py` is for rows, with a fraction of the memory and of the work.
"""

from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import sqlalchemy as sa

from ingestd.store.absence import Absence
from ingestd.store.statements import Marks, execute, insert

Second = TypeVar("Second", str, int)

FEW = 8
"""Pairs that are looked at for the last of them, at first."""
ASKED = 400
"""Values in one question: both databases take that many, and more are no faster."""


class Pairs(Generic[Second]):
    """One table of a generation that has two columns, both of them its key; the first is text.

    What stands beside so many first values is `kept` from page to page, at least.
    """

    def __init__(self, table: sa.Table, *, kept: int, expected: int | None = None) -> None:
        self.table = table
        self._columns = list(table.columns)
        self._kept = kept
        # all that stands beside a first value, in order: asked for lately, and before
        self._known: dict[str, list[Second]] = {}
        self._older: dict[str, list[Second]] = {}
        # what is not written yet
        self._new: dict[str, set[Second]] = {}
        self._gone: dict[str, set[Second]] = {}
        # of an empty table: beside which first values nothing was written
        self._absent = None if expected is None else Absence(expected)
        self._connection: sa.Connection | None = None

    def bind(self, connection: sa.Connection) -> None:
        """Read through this connection from now on."""
        self._connection = connection

    def load(self, firsts: Iterable[str]) -> None:
        """Ask for what stands beside many at once; `of` then asks no more."""
        known = self._known
        missing = [first for first in firsts if first not in known]
        if missing:
            self._learn([each for each in dict.fromkeys(missing) if not self._is_at_hand(each)])

    def expect_none(self, firsts: Iterable[str]) -> None:
        """Be told that nothing is stored beside these, unless it is known better: ask for none."""
        for first in firsts:
            if not self._is_at_hand(first):
                self._known[first] = sorted(self._new.get(first, ()))

    def of(self, first: str) -> Sequence[Second]:
        """Return what stands beside a first value now, in order; it moves with what is told."""
        if first not in self._known:
            self.load([first])
        return self._known[first]

    def among(self, firsts: Collection[str]) -> set[Second]:
        """Return what stands beside any of these now."""
        self.load(firsts)
        known = self._known
        return {second for first in firsts for second in known[first]}

    def last(self, first: str) -> Second | None:
        """Return the last of what stands beside a first value now, or None."""
        left = self._known[first] if self._is_at_hand(first) else self._ends(first)
        return max(left) if left else None

    def add(self, first: str, second: Second) -> None:
        """Put two together that are not; writing it fails where they are."""
        if first in self._gone and second in self._gone[first]:
            self._gone[first].remove(second)
        elif first in self._new:
            self._new[first].add(second)
        else:
            self._new[first] = {second}
        if self._is_at_hand(first):
            insort(self._known[first], second)

    def remove(self, first: str, second: Second) -> None:
        """Part two that are together: that is not looked at."""
        if first in self._new and second in self._new[first]:
            self._new[first].remove(second)
        else:
            self._gone.setdefault(first, set()).add(second)
        if self._is_at_hand(first):
            self._known[first].remove(second)

    def write(self, connection: sa.Connection) -> None:
        """Bring the database to what stands here, in the caller's transaction."""
        marks = Marks(connection)
        table, place = marks.quoted(self.table.name), marks.place
        one, other = (marks.quoted(column.name) for column in self._columns)
        delete = f"DELETE FROM {table} WHERE {one} = {place} AND {other} = {place}"  # noqa: S608 - names of our own
        execute(connection, delete, list(_in_order(self._gone)))
        if self._absent is not None:
            self._absent.note(self._new)
        insert(connection, self.table, list(_in_order(self._new)))

    def written(self) -> None:
        """Take what was written for what is stored: the transaction was committed."""
        self._new.clear()
        self._gone.clear()

    def rest(self) -> None:
        """Let go what was not asked for lately, where much is kept; what is not written stays."""
        if len(self._known) > self._kept:
            self._older, self._known = (self._known if self._kept else {}), {}

    def _is_at_hand(self, first: str) -> bool:
        if first in self._known:
            return True
        if first in self._older:
            self._known[first] = self._older.pop(first)
            return True
        return False

    def _learn(self, firsts: list[str]) -> None:
        found: dict[str, set[Second]] = {first: set() for first in firsts}
        for first, second in self._stored(firsts):
            found[first].add(second)
        for first, stored in found.items():
            now = stored - self._gone.get(first, set()) | self._new.get(first, set())
            self._known[first] = sorted(now)

    def _stored(self, firsts: Sequence[str]) -> Iterator[tuple[str, Second]]:
        asked = firsts if self._absent is None else self._absent.sifted(firsts)
        for start in range(0, len(asked), ASKED):
            connection = self._bound()
            some = [(first,) for first in asked[start : start + ASKED]]
            query, told = Marks(connection).asking(self.table, self._columns[:1], some)
            yield from connection.exec_driver_sql(query, told).cursor.fetchall()

    def _ends(self, first: str) -> list[Second]:
        """What is new beside a first value, and the last that is stored, of what still stands."""
        connection, few = self._bound(), FEW
        query = Marks(connection).asking_last(self.table, self._columns)
        gone, new = self._gone.get(first, set()), [*self._new.get(first, ())]
        while True:
            found = connection.exec_driver_sql(query, (first, few)).cursor.fetchall()
            left = [second for _, second in found if second not in gone]
            if left or len(found) < few:
                return new + left[:1]
            few *= FEW  # so many were parted from it in this page

    def _bound(self) -> sa.Connection:
        if self._connection is None:
            raise RuntimeError(f"{self.table.name} is bound to no connection")
        return self._connection


def _in_order(pairs: dict[str, set[Second]]) -> Iterator[tuple[str, Second]]:
    """What is written in the order of the key stays near together in the database's memory."""
    for first in sorted(pairs):
        seconds = pairs[first]
        for second in sorted(seconds) if len(seconds) > 1 else seconds:
            yield first, second
