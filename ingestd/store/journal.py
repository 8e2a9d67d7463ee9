"""SQLite's write-ahead log: what was written and stands not yet in the database's file.

SQLite copies it back as it grows, but begins it anew only where nobody reads what stands in
it. Two rebuilds at once hardly ever leave such a moment.
"""

from pathlib import Path

from ingestd.store.database import BUSY_SECONDS, Database

LONG = 512 * 2**20
"""Bytes from which on somebody is waited for."""
PATIENCE = 5.0
"""Seconds for which writers wait for those who read; a part of a rebuild takes less."""


def empty(database: Database, *, patience: float) -> bool:
    """Let the file hold what is there now, and its journal nothing; False where readers stay.

    Nobody writes while they are waited for, so many seconds at most.
    """
    with database.bare() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        try:
            found = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    return not found[0]


def keep_short(database: Database, *, long: int = LONG, patience: float = PATIENCE) -> None:
    """Empty a journal that has grown long, if those who read leave; else the next one tries."""
    journal = _of(database)
    if journal is not None and journal.exists() and journal.stat().st_size > long:
        empty(database, patience=patience)


def _of(database: Database) -> Path | None:
    return None if database.file is None else Path(f"{database.file}-wal")
