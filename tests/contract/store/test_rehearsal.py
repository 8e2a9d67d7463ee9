"""What is rehearsed is seen by what is rehearsed next, and leaves nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingestd.errors import LostBlobError
from ingestd.events.ids import digest
from ingestd.store import source_state
from ingestd.store.blobs_folder import FolderBlobs
from ingestd.store.database import Database
from ingestd.store.rehearsal import MOST, RehearsedBlobs, RehearsedDatabase


def seen(connection: sa.Connection) -> int:
    return source_state.read(connection, "wire").seen


def count(connection: sa.Connection) -> int:
    source_state.count(connection, "wire", {"accepted": 1})
    return seen(connection)


def test_what_was_written_before_is_seen_and_nothing_stays(database: Database) -> None:
    rehearsed = RehearsedDatabase(database)

    told = [rehearsed.together(count) for _ in range(3)]
    with rehearsed.writing() as connection:
        count(connection)
    rehearsed.close()

    assert told == [1, 2, 3]
    with rehearsed.reading() as connection, rehearsed.glancing() as other:
        assert seen(connection) == seen(other) == 0
    assert rehearsed.is_sqlite == database.is_sqlite


def test_only_so_much_is_written_again(database: Database) -> None:
    rehearsed = RehearsedDatabase(database)

    told = [rehearsed.together(count) for _ in range(MOST + 3)]

    assert told[-4:] == [MOST, MOST + 1, MOST + 1, MOST + 1]


def test_what_fails_is_told_and_not_seen_again(database: Database) -> None:
    rehearsed = RehearsedDatabase(database)

    def fail(connection: sa.Connection) -> int:
        count(connection)
        raise ValueError("of ours")

    with pytest.raises(ValueError, match="of ours"):
        rehearsed.together(fail)

    assert rehearsed.together(count) == 1


def test_no_blob_comes_and_none_goes(tmp_path: Path) -> None:
    real = FolderBlobs(tmp_path)
    kept = real.put(b"words")
    rehearsed = RehearsedBlobs(real)

    assert rehearsed.put(b"other words") == digest(b"other words")
    rehearsed._write(digest(b"more"), b"packed")
    rehearsed.remove(kept)

    assert rehearsed.sweep(datetime(2999, 1, 1, tzinfo=UTC)) == 0
    assert [piece.name for piece in rehearsed.names()] == [kept]
    assert (rehearsed.has(kept), rehearsed.get(kept)) == (True, b"words")
    assert rehearsed._read(kept) == real._read(kept)
    with pytest.raises(LostBlobError, match=str(tmp_path)):
        raise rehearsed._lost(kept, "is missing")
