"""A store that stays as it is, whatever is written to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from ingestd.events.ids import Digest
from ingestd.store.blobs import Blobs, Kept
from ingestd.store.database import Database

T = TypeVar("T")
MOST = 64
"""Pieces of work that later ones see; what comes after those is seen by itself alone."""


class _UndoneError(Exception):
    """Ends a transaction without a trace."""


class RehearsedDatabase(Database):
    """The real database; whatever is written is undone, and seen by what is written next.

    No transaction is open for longer than a real one would be: what was written before is
    written once more in each.
    """

    def __init__(self, real: Database) -> None:
        self._real = real
        self._works: list[Callable[[sa.Connection], Any]] = []
        self.where = real.where

    @property
    def is_sqlite(self) -> bool:
        """See Database."""
        return self._real.is_sqlite

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One moment of the store, without what is rehearsed."""
        with self._real.reading() as connection:
            yield connection

    @contextmanager
    def glancing(self) -> Iterator[sa.Connection]:
        """See Database; without what is rehearsed."""
        with self._real.glancing() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Nothing of it stays."""
        with suppress(_UndoneError), self._real.writing() as connection:
            yield connection
            raise _UndoneError

    def together(self, work: Callable[[sa.Connection], T]) -> T:
        """Do it after all that was done before, and undo everything."""
        results: list[T] = []
        with self.writing() as connection:
            for earlier in self._works:
                earlier(connection)
            results.append(work(connection))
        if len(self._works) < MOST:
            self._works.append(work)
        return results[0]

    def close(self) -> None:
        """The real one stays open."""


class RehearsedBlobs(Blobs):
    """The real blobs, to which none is added, and of which none goes."""

    def __init__(self, real: Blobs) -> None:
        self._real = real

    def has(self, name: Digest) -> bool:
        """See Blobs."""
        return self._real.has(name)

    def names(self) -> Iterator[Kept]:
        """See Blobs."""
        return self._real.names()

    def get(self, name: Digest) -> bytes:
        """See Blobs."""
        return self._real.get(name)

    def remove(self, name: Digest) -> None:
        """Leave it there."""

    def sweep(self, _before: datetime) -> int:
        """Leave everything there."""
        return 0

    def _renew(self, _name: Digest) -> bool:
        return True

    def _read(self, name: Digest) -> bytes | None:
        return self._real._read(name)  # noqa: SLF001 - as one of its kind

    def _write(self, name: Digest, packed: bytes) -> None:
        """Keep nothing."""

    def _place(self, name: Digest) -> str:
        return self._real._place(name)  # noqa: SLF001 - as one of its kind
