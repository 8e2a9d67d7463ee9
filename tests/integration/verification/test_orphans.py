"""Old blobs that nobody names are deleted; whatever an event names, or soon may, is kept."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from ingestd.clock import system_clock
from ingestd.errors import DamagedStoreError, MalformedEventError, StoreError, UnknownEventError
from ingestd.events import DocumentErased
from ingestd.events.ids import digest
from ingestd.store.blobs import Blobs, Kept
from ingestd.store.blobs_folder import FolderBlobs
from ingestd.store.database import Database
from ingestd.verification.orphans import collect
from tests.fixtures.building import document, received
from tests.fixtures.stores import Given
from tests.integration.verification import tampering

OLD = datetime(2021, 1, 1, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("story")


def make_old(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (OLD.timestamp(), OLD.timestamp()))


def names(blobs: Blobs) -> set[str]:
    return {kept.name for kept in blobs.names()}


def test_old_ones_go_and_young_ones_and_named_ones_stay(
    database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    named, old = names(blobs), blobs.put(b"left behind")
    size = next(kept.size for kept in blobs.names() if kept.name == old)
    make_old(tmp_path / "blobs")
    young = blobs.put(b"its event is on its way")

    gone = collect(database, blobs, clock=system_clock)

    assert (gone.count, gone.size) == (1, size)
    assert names(blobs) == named | {young}


def test_what_is_put_again_is_young_again(
    database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    again = blobs.put(b"left behind")
    make_old(tmp_path / "blobs")
    blobs.put(b"left behind")

    assert collect(database, blobs, clock=system_clock).count == 0
    assert again in names(blobs)


def test_what_an_erased_document_left_goes(
    database: Database, blobs: Blobs, given: Given, tmp_path: Path
) -> None:
    name = blobs.put(b"of an erased one")
    given(received("c", blob=name), DocumentErased(document=document("c"), reason="asked"))
    make_old(tmp_path / "blobs")

    assert collect(database, blobs, clock=system_clock).count == 1
    assert name not in names(blobs)


class SlowlyListed(FolderBlobs):
    """A folder in whose listing something happens."""

    def __init__(self, folder: Path, given: Given) -> None:
        super().__init__(folder)
        self._given = given

    def names(self) -> Iterator[Kept]:
        listed = list(super().names())
        yield from listed
        late = digest(b"named late")
        if any(kept.name == late for kept in listed):
            self._given(received("late", blob=late))


def test_what_is_named_while_blobs_are_listed_stays(
    database: Database, blobs: Blobs, given: Given, tmp_path: Path
) -> None:
    late = blobs.put(b"named late")
    make_old(tmp_path / "blobs")

    gone = collect(database, SlowlyListed(tmp_path / "blobs", given), clock=system_clock)

    assert gone.count == 0
    assert late in names(blobs)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"type": "document.shelved"}, UnknownEventError),
        ({"schema": 9}, UnknownEventError),
        ({"data": b"no JSON"}, MalformedEventError),
    ],
    ids=["later event", "later version", "no JSON"],
)
def test_nothing_goes_where_an_event_cannot_be_read(
    database: Database,
    blobs: Blobs,
    tmp_path: Path,
    values: dict[str, object],
    error: type[Exception],
) -> None:
    """It might name any blob."""
    orphan = blobs.put(b"left behind")
    make_old(tmp_path / "blobs")
    tampering.change(database, 5, **values)

    with pytest.raises(error, match="event 5 "):
        collect(database, blobs, clock=lambda: system_clock() + timedelta(days=400))

    assert orphan in names(blobs)


def test_nothing_goes_where_most_are_named_by_no_event(
    database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    """They will be those of another log."""
    others = {blobs.put(b"of another log, %d" % number) for number in range(101)}
    make_old(tmp_path / "blobs")

    with pytest.raises(StoreError, match="101 of 103 blobs are named by no event"):
        collect(database, blobs, clock=system_clock)

    assert others <= names(blobs)


def test_nothing_goes_once_it_is_told_to_stop(
    database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    orphan, stopping = blobs.put(b"left behind"), Event()
    make_old(tmp_path / "blobs")
    stopping.set()

    gone = collect(database, blobs, clock=system_clock, stopping=stopping)

    assert gone.count == 0
    assert orphan in names(blobs)


def test_nothing_goes_where_the_database_is_damaged(
    sqlite: Database, blobs: Blobs, tmp_path: Path
) -> None:
    orphan = blobs.put(b"left behind")
    make_old(tmp_path / "blobs")
    sqlite.close()
    path = Path(sqlite.where.removeprefix("sqlite:///"))
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096] = 0
    path.write_bytes(bytes(content))

    with pytest.raises(DamagedStoreError):
        collect(sqlite, blobs, clock=system_clock)

    assert orphan in names(blobs)
