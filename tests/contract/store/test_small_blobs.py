"""Small blobs that are put many at a time stand in one file, and are kept as all others are."""

import random
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingestd.clock import system_clock
from ingestd.errors import DamagedStoreError, LostBlobError, StoreUnavailableError
from ingestd.events.ids import digest
from ingestd.store.blobs_folder import FEW, FolderBlobs
from ingestd.store.small_blobs import FILE, LARGEST, SmallBlobs

PIECES = [f"piece {number}".encode() for number in range(FEW)]
NAMES = sorted(map(digest, PIECES))
LONG_AGO = datetime(2021, 11, 11, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "blobs"


@pytest.fixture
def blobs(folder: Path) -> FolderBlobs:
    kept = FolderBlobs(folder)
    kept.put_all(PIECES)
    return kept


@contextmanager
def inside(folder: Path) -> Iterator[sqlite3.Connection]:
    """The way there past the blobs."""
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        yield connection


def damage(folder: Path) -> None:
    with inside(folder) as connection:
        connection.execute("UPDATE contents SET packed = x'00'")


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def listed(blobs: FolderBlobs) -> list[str]:
    return [kept.name for kept in blobs.names()]


def test_what_was_packed_elsewhere_is_kept_as_it_is_unless_it_is_of_something_else(
    folder: Path,
) -> None:
    kept = FolderBlobs(folder)
    others = {digest(piece): zlib.compress(piece, 0) for piece in PIECES[1:]}
    wrong = {digest(PIECES[0]): zlib.compress(PIECES[1])}

    kept.put_all(PIECES, packed=others | wrong)

    assert [kept.get(digest(piece)) for piece in PIECES] == PIECES
    sizes = {one.name: one.size for one in kept.names()}
    assert all(sizes[name] == len(packed) for name, packed in others.items())


def test_many_small_ones_are_no_files_and_come_back(blobs: FolderBlobs, folder: Path) -> None:
    assert {path.name.partition("-")[0] for path in folder.iterdir()} == {FILE}
    assert [blobs.get(digest(piece)) for piece in PIECES] == PIECES
    assert all(map(blobs.has, NAMES))
    assert not blobs.has(digest(b"another"))


def test_few_small_ones_and_large_ones_are_files(folder: Path) -> None:
    large = random.Random(1).randbytes(LARGEST)
    blobs = FolderBlobs(folder)

    blobs.put_all(PIECES[1:])
    blobs.put_all([large, *(b"other " + piece for piece in PIECES)])

    files = {path.name for path in folder.glob("??/*")}
    assert files == {digest(large), *map(digest, PIECES[1:])}


def test_who_opens_the_folder_next_finds_them(blobs: FolderBlobs, folder: Path) -> None:
    other = FolderBlobs(folder)

    assert listed(other) == NAMES
    other.put_all([b"more " + piece for piece in PIECES])
    assert blobs.get(digest(b"more piece 1")) == b"more piece 1"


def test_they_are_listed_in_order_with_the_files_each_once(
    blobs: FolderBlobs, folder: Path
) -> None:
    single = blobs.put(b"single")
    damage(folder)
    blobs.put(PIECES[0])

    assert listed(blobs) == sorted([single, *NAMES])
    assert all(
        abs(kept.written - system_clock()) < timedelta(hours=1) for kept in blobs.names()
    )


def test_more_than_are_asked_for_at_once_are_listed(folder: Path) -> None:
    many = [str(number).encode() for number in range(2_100)]
    blobs = FolderBlobs(folder)

    blobs.put_all(many)

    assert listed(blobs) == sorted(map(digest, many))
    sizes = {kept.name: kept.size for kept in blobs.names()}
    assert sizes == {digest(piece): len(zlib.compress(piece)) for piece in many}


@pytest.mark.parametrize("again", [PIECES, PIECES[:1]], ids=["many", "one"])
def test_what_is_put_again_counts_as_written_now(
    blobs: FolderBlobs, folder: Path, again: list[bytes]
) -> None:
    with inside(folder) as connection:
        connection.execute("UPDATE names SET written = ?", (LONG_AGO.timestamp(),))

    blobs.put_all(again)

    new = {kept.name for kept in blobs.names() if kept.written != LONG_AGO}
    assert new == set(map(digest, again))
    assert [path for path in folder.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("again", [PIECES, PIECES[:1]], ids=["many", "one"])
def test_a_damaged_one_is_told_and_made_whole_by_the_next_put(
    blobs: FolderBlobs, folder: Path, again: list[bytes]
) -> None:
    damage(folder)

    with pytest.raises(LostBlobError, match=f"{NAMES[0][:2]}/{NAMES[0]} is damaged"):
        blobs.get(NAMES[0])
    assert blobs.has(NAMES[0])
    blobs.put_all(again)

    assert [blobs.get(digest(piece)) for piece in again] == again
    assert listed(blobs) == NAMES


def test_what_several_put_at_once_is_there_once(folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: FolderBlobs(folder).put_all(PIECES), range(8)))

    blobs = FolderBlobs(folder)
    assert listed(blobs) == NAMES
    blobs.remove(digest(PIECES[0]))
    assert zlib.compress(PIECES[0]) not in bytes_of(folder)
    assert zlib.compress(PIECES[1]) in bytes_of(folder)


def test_of_a_removed_one_no_byte_stays_and_the_others_do(folder: Path) -> None:
    chance = random.Random(2)
    lengths = (40, 200, 700, 1_500, 3_000, 12_000)
    every = [chance.randbytes(chance.choice(lengths)) for _ in range(600)]
    blobs = FolderBlobs(folder)
    for start in range(0, len(every), 30):
        blobs.put_all(every[start : start + 30])
    gone, kept = every[::7], [piece for place, piece in enumerate(every) if place % 7]

    for piece in gone:
        blobs.remove(digest(piece))

    left = bytes_of(folder)
    parts = [zlib.compress(piece)[at : at + 16] for piece in gone for at in (8, 20)]
    assert [part for part in parts if part in left] == []
    assert listed(blobs) == sorted(map(digest, kept))
    assert [blobs.get(digest(piece)) for piece in kept] == kept
    assert not blobs.has(digest(gone[0]))


def test_what_was_removed_twice_or_never_there_is_gone(blobs: FolderBlobs) -> None:
    for name in (NAMES[0], NAMES[0], digest(b"never there")):
        blobs.remove(name)

    assert listed(blobs) == NAMES[1:]


def test_somebody_who_reads_for_long_is_told_of_by_who_removes(
    blobs: FolderBlobs, folder: Path
) -> None:
    with inside(folder) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM names").fetchall()
        blobs.put_all([b"later " + piece for piece in PIECES])

        with pytest.raises(StoreUnavailableError, match="somebody reads a moment from before"):
            SmallBlobs(folder, patience=0.1).remove(digest(PIECES[0]))
        reader.execute("ROLLBACK")

    SmallBlobs(folder).remove(digest(PIECES[0]))
    assert zlib.compress(PIECES[0]) not in bytes_of(folder)


def test_a_folder_that_was_taken_away_is_made_again(blobs: FolderBlobs, folder: Path) -> None:
    shutil.rmtree(folder)
    assert listed(blobs) == []

    blobs.put_all(PIECES)

    assert listed(FolderBlobs(folder)) == NAMES


def test_nothing_is_made_by_who_only_asks(folder: Path) -> None:
    small = SmallBlobs(folder)
    small.put({})

    assert small.read(NAMES[0]) is None
    assert small.renew(NAMES) == set()
    assert list(small.names()) == []
    small.remove(NAMES[0])
    assert not folder.exists()


def test_a_file_that_was_only_begun_is_gone_on_with(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).touch()

    assert not FolderBlobs(folder).has(NAMES[0])


def test_a_file_that_is_none_of_ours_is_told(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"something else entirely" * 1_000)

    with pytest.raises(DamagedStoreError, match=FILE):
        FolderBlobs(folder).put_all(PIECES)


def test_a_file_where_the_folder_should_be_is_told(folder: Path) -> None:
    folder.touch()

    with pytest.raises(StoreUnavailableError, match="Not a directory"):
        FolderBlobs(folder).put_all(PIECES)


def test_spread_they_are_files_as_all_others(blobs: FolderBlobs, folder: Path) -> None:
    single = blobs.put(b"single")

    assert [blobs.spread(), blobs.spread()] == [len(PIECES), 0]

    files = {path.name: path.read_bytes() for path in folder.glob("??/*")}
    assert files == {digest(piece): zlib.compress(piece) for piece in [*PIECES, b"single"]}
    assert listed(blobs) == sorted([single, *NAMES])
