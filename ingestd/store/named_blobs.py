"""A list, on disk while it is needed, of the blobs that a log names: it may be a long one."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from types import TracebackType

from ingestd.errors import StorageFullError
from ingestd.events.ids import Digest


class NamedBlobs:
    """Each blob once, with the first position that names it; gone when the block ends."""

    def __init__(self) -> None:
        # a file without a name, in the folder for temporary ones, that the system takes away
        self._list = sqlite3.connect("", isolation_level=None)
        self._list.execute("PRAGMA journal_mode = OFF")
        self._list.execute(
            "CREATE TABLE named (digest TEXT PRIMARY KEY, position INTEGER) WITHOUT ROWID"
        )

    def __enter__(self) -> "NamedBlobs":
        """Use it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Forget it."""
        self._list.close()

    def add(self, named: Iterable[tuple[Digest, int]]) -> None:
        """Note blobs and where they are named; what is known stays as it is."""
        # the same one is mostly named by events that follow one another
        first: dict[Digest, int] = {}
        for digest, position in named:
            first.setdefault(digest, position)
        try:
            self._list.execute("BEGIN")
            self._list.executemany(
                "INSERT OR IGNORE INTO named VALUES (?, ?)", sorted(first.items())
            )
            self._list.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise StorageFullError(
                "a list of blobs, in the folder for temporary files"
            ) from error

    def __contains__(self, digest: Digest) -> bool:
        """Whether some event names it."""
        query = "SELECT 1 FROM named WHERE digest = ?"
        return self._list.execute(query, [digest]).fetchone() is not None

    def __iter__(self) -> Iterator[tuple[Digest, int]]:
        """Every one with its position, in the order of digests."""
        with closing(self._list.execute("SELECT * FROM named ORDER BY digest")) as found:
            yield from found

    def __len__(self) -> int:
        """How many there are."""
        return int(self._list.execute("SELECT count(*) FROM named").fetchone()[0])
