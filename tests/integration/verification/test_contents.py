"""Every blob that a log names is read; those that nobody names are counted."""

import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingestd.clock import system_clock
from ingestd.events import DocumentErased
from ingestd.events.ids import digest
from ingestd.pipeline.erasing import erase
from ingestd.pipeline.step import Tools
from ingestd.store.blobs import Blobs
from ingestd.store.database import Database
from ingestd.verification.findings import Finding
from ingestd.verification.verifying import Verified, verify, verify_log
from tests.fixtures.building import document, received, registered
from tests.fixtures.stores import Given
from tests.integration.verification import tampering
from tests.integration.verification.conftest import TEXTS

A, B = (digest(content) for content in TEXTS.values())


def tomorrow() -> datetime:
    return system_clock() + timedelta(days=1)


def looked(database: Database, blobs: Blobs) -> Verified:
    # what was written a moment ago counts as well
    return verify(database, blobs, clock=tomorrow)


def found(database: Database, blobs: Blobs) -> list[Finding]:
    return looked(database, blobs).findings.kept


def file_of(name: str, tmp_path: Path) -> Path:
    return tmp_path / "blobs" / name[:2] / name


@pytest.mark.usefixtures("story")
def test_blobs_that_are_there_are_counted_once_each(database: Database, blobs: Blobs) -> None:
    verified = looked(database, blobs)

    assert list(verified.findings) == []
    assert (verified.events, verified.blobs) == (10, 2)
    assert verified.orphans is not None
    assert (verified.orphans.count, verified.orphans.size) == (0, 0)


@pytest.mark.usefixtures("story")
def test_a_missing_blob_is_named_with_the_first_event_that_names_it(
    database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    file_of(B, tmp_path).unlink()

    [finding] = found(database, blobs)

    assert (finding.position, finding.kind, finding.subject) == (4, "blob_missing", B)


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    "content", [b"", b"no zlib", zlib.compress(b"Words of another.")], ids=repr
)
def test_an_altered_blob_is_named(
    database: Database, blobs: Blobs, tmp_path: Path, content: bytes
) -> None:
    file_of(A, tmp_path).write_bytes(content)

    [finding] = found(database, blobs)

    assert (finding.position, finding.kind, finding.subject) == (3, "blob_damaged", A)


@pytest.mark.usefixtures("story")
def test_the_log_alone_can_be_looked_at(database: Database, tmp_path: Path) -> None:
    file_of(A, tmp_path).unlink()

    verified = verify_log(database)

    assert list(verified.findings) == []
    assert (verified.blobs, verified.orphans) == (None, None)


@pytest.mark.usefixtures("story")
def test_blobs_that_no_event_names_are_counted_with_their_size(
    database: Database, blobs: Blobs, tmp_path: Path
) -> None:
    names = [blobs.put(content) for content in (b"left behind", b"and another")]

    verified = looked(database, blobs)

    assert list(verified.findings) == []
    assert verified.orphans is not None
    assert verified.orphans.count == 2
    assert verified.orphans.size == sum(file_of(n, tmp_path).stat().st_size for n in names)


@pytest.mark.usefixtures("story")
def test_what_is_written_while_the_log_is_walked_is_no_orphan_yet(
    database: Database, blobs: Blobs
) -> None:
    blobs.put(b"its event is on its way")

    verified = verify(database, blobs, clock=lambda: datetime(2021, 1, 1, tzinfo=UTC))

    assert verified.orphans is not None
    assert verified.orphans.count == 0


@pytest.mark.usefixtures("story")
def test_an_erased_document_names_nothing_any_more(
    database: Database, blobs: Blobs, tools: Tools
) -> None:
    erase(document("a"), reason="asked to", who="tests", tools=tools)
    blobs.remove(A)

    verified = looked(database, blobs)

    assert list(verified.findings) == []
    assert verified.blobs == 1


def test_a_blob_that_was_erased_while_others_were_read_is_not_missed(
    database: Database, blobs: Blobs, given: Given
) -> None:
    names = [blobs.put(content) for content in TEXTS.values()]
    given(*(received(name, blob=blob) for name, blob in zip(TEXTS, names, strict=True)))
    erased = list[int]()

    def erase_meanwhile(_done: int, _whole: int) -> None:
        if not erased:
            erased.extend(
                given(*(DocumentErased(document=document(n), reason="now") for n in TEXTS))
            )
            for name in names:
                blobs.remove(name)

    verified = verify(
        database, blobs, clock=tomorrow, progress_of=lambda _what: erase_meanwhile
    )

    assert list(verified.findings) == []
    assert verified.blobs == 2


def test_data_that_names_no_blob_as_it_should_is_told(
    database: Database, blobs: Blobs, given: Given
) -> None:
    given(registered(), received("a", blob=blobs.put(b"words")))
    every = tampering.rows(database)
    every[1] |= {"data": b'{"blob": 7}', "digest": digest(b'{"blob": 7}')}
    tampering.rehash(database, every)

    [finding] = found(database, blobs)

    assert (finding.position, finding.kind) == (2, "unreadable")
