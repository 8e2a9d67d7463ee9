"""Small blobs that came many at a time, in one file: to make a file for each takes far longer.

Contents are only ever added behind the last, and never moved from page to page, so that zeros
put in the place of one leave none of its bytes.
"""

import weakref
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
import sqlalchemy as sa

from ingestd.events.ids import Digest
from ingestd.store import durable_files, faults
from ingestd.store.blobs import Kept, unpacked
from ingestd.store.database import BUSY_SECONDS, Database
from ingestd.store.driving import driver_of
from ingestd.store.erasure import read_from_before
from ingestd.store.journal import empty

FILE = "small.db"
LARGEST = 16 * 2**10
"""Bytes, packed, up to which a blob is small."""
PAGE = 1_000
_TABLES = (
    "CREATE TABLE IF NOT EXISTS contents (number INTEGER PRIMARY KEY, packed BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY, number INTEGER NOT NULL, "
    "written INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID",
)
_COUNT_TABLES = "SELECT count(*) FROM sqlite_schema WHERE name = 'names'"
_NOW = "CAST(strftime('%s', 'now') AS INTEGER)"
_AMONG = "WHERE name IN (SELECT value FROM json_each(?))"
_NUMBER = "(SELECT number FROM names WHERE name = ?)"
# S608: all of these are our own words
_FIND = f"SELECT name, packed FROM names LEFT JOIN contents USING (number) {_AMONG}"  # noqa: S608
_READ = f"SELECT packed FROM contents WHERE number = {_NUMBER}"  # noqa: S608
_RENEW = f"UPDATE names SET written = {_NOW} {_AMONG} RETURNING name"  # noqa: S608
_LIST = "SELECT name, written, size FROM names WHERE name > ? ORDER BY name LIMIT ?"
_LAST = "SELECT coalesce(max(number), 0) FROM contents"
_ADD = "INSERT INTO contents (number, packed) VALUES (?, ?)"
_NAME = f"INSERT INTO names (name, number, size, written) VALUES (?, ?, ?, {_NOW})"  # noqa: S608
_ERASE = f"UPDATE contents SET packed = zeroblob(length(packed)) WHERE number = {_NUMBER}"  # noqa: S608


class SmallBlobs:
    """The small blobs of a folder, packed as the others are. Any thread may ask.

    Every method raises StoreError where there is no way to them. What is removed is waited for
    so many seconds where somebody reads it.
    """

    def __init__(self, folder: Path, *, patience: float = BUSY_SECONDS) -> None:
        self._folder = folder
        self._patience = patience
        self._path = folder / FILE
        self._lock = Lock()
        self._opened: Database | None = None
        self._inode = 0
        self._is_lasting = False

    def put(self, packed: Mapping[Digest, bytes]) -> None:
        """Keep them all, durably; what is here, and whole, counts as written now."""
        if not packed:
            return
        self._made().together(partial(_put, packed=packed))
        self._settle()

    def renew(self, names: Collection[Digest]) -> set[Digest]:
        """Let those of the names that are here, and whole, count as written now; give them."""
        database = self._there()
        if database is None or not names:
            return set()
        with database.reading() as connection, driver_of(connection) as driver:
            whole, _ = _sorted_out(driver, names)
        if not whole:
            return whole
        # whoever made the file may have been killed just before it did this
        self._settle()
        # some may just have been removed
        return database.together(partial(_renew, names=whole))

    def read(self, name: Digest) -> bytes | None:
        """What was written under this name; None where there is nothing."""
        database = self._there()
        if database is None:
            return None
        with database.reading() as connection:
            found = connection.exec_driver_sql(_READ, (name,)).first()
        return None if found is None else bytes(found[0])

    def names(self) -> Iterator[Kept]:
        """All of them, in the order of digests; others may be putting meanwhile."""
        after = ""
        while (database := self._there()) is not None:
            with database.reading() as connection:
                found = connection.exec_driver_sql(_LIST, (after, PAGE)).fetchall()
            for name, written, size in found:
                yield Kept(name, datetime.fromtimestamp(written, UTC), size)
                after = name
            if len(found) < PAGE:
                return

    def remove(self, name: Digest) -> None:
        """Put zeros in its place, and leave nothing of it anywhere, durably."""
        database = self._there()
        if database is None:
            return
        with database.writing() as connection, driver_of(connection) as driver:
            _remove(driver, name)
        # also of what is gone already: one who was killed may not have come this far
        if not empty(database, patience=self._patience):
            raise read_from_before(database)

    def _there(self) -> Database | None:
        """The file as it is now; None where none was ever made."""
        with self._lock:
            inode = self._inode_now()
            return self._current(inode) if inode else None

    def _made(self) -> Database:
        with self._lock:
            return self._current(self._inode_now())

    def _current(self, inode: int) -> Database:
        # a folder that was taken away took its file along
        if self._opened is None or self._inode != inode:
            self._opened = self._open()
            self._inode, self._is_lasting = self._inode_now(), False
        return self._opened

    def _open(self) -> Database:
        with _told(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        opened = Database(sa.URL.create("sqlite", database=str(self._path)))
        weakref.finalize(self, opened.close)
        with opened.reading() as connection:
            known = connection.exec_driver_sql(_COUNT_TABLES).scalar_one()
        if not known:
            with opened.writing() as connection:
                for table in _TABLES:
                    connection.exec_driver_sql(table)
        return opened

    def _settle(self) -> None:
        """Let the file outlive a crash, and the folders that may be new on the way to it; once."""
        if self._is_lasting:
            return
        with _told(self._folder):
            for folder in (self._folder, *self._folder.parents[:1]):
                durable_files.sync_folder(folder)
        self._is_lasting = True

    def _inode_now(self) -> int:
        """What tells this file from another at its place; 0 where there is none."""
        with _told(self._path):
            try:
                return self._path.stat().st_ino
            except FileNotFoundError:
                return 0


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.of_file(error, path) from error


def _put(connection: sa.Connection, packed: Mapping[Digest, bytes]) -> None:
    with driver_of(connection) as driver:
        whole, damaged = _sorted_out(driver, packed)
        for name in damaged:
            _remove(driver, name)
        if whole:
            driver.execute(_RENEW, (_listed(whole),)).fetchall()
        ((last,),) = driver.execute(_LAST).fetchall()
        new = ((name, content) for name, content in packed.items() if name not in whole)
        numbered = list(enumerate(new, start=last + 1))
        driver.executemany(_ADD, [(number, content) for number, (_, content) in numbered])
        driver.executemany(
            _NAME, [(name, number, len(content)) for number, (name, content) in numbered]
        )


def _sorted_out(driver: Any, names: Collection[Digest]) -> tuple[set[Digest], set[Digest]]:
    """Those of the names under which something whole is here, and something damaged."""
    found = dict(driver.execute(_FIND, (_listed(names),)).fetchall())
    whole = {
        name
        for name, packed in found.items()
        if packed is not None and unpacked(packed, name) is not None
    }
    return whole, found.keys() - whole


def _renew(connection: sa.Connection, names: Collection[Digest]) -> set[Digest]:
    with driver_of(connection) as driver:
        return {name for (name,) in driver.execute(_RENEW, (_listed(names),)).fetchall()}


def _remove(driver: Any, name: Digest) -> None:
    # a row that is deleted lets its neighbours be moved some day, which leaves their bytes behind
    driver.execute(_ERASE, (name,))
    driver.execute("DELETE FROM names WHERE name = ?", (name,))


def _listed(names: Collection[Digest]) -> str:
    return msgspec.json.encode(list(names)).decode()
