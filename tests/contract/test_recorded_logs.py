"""Logs that earlier releases wrote can be read, verified, folded and continued."""

import json
from pathlib import Path

import pytest

from ingestd import __version__
from ingestd.app import PROJECTIONS
from ingestd.events.catalogue import encode, entries, entry_of
from ingestd.events.envelope import TOMBSTONE
from ingestd.projections.projection import Projection
from ingestd.replay import rebuild
from ingestd.replay import verify as verify_views
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.verification.verifying import verify_log
from tests.fixtures import recording
from tests.fixtures.building import polled
from tests.fixtures.recording import LOGS, NAME
from tests.fixtures.stores import Given

RELEASES = sorted(path.name for path in LOGS.iterdir() if path.is_dir())
EVERY = pytest.mark.parametrize("release", RELEASES)


def lines_of(release: str) -> list[recording.Line]:
    return recording.read(LOGS / release / NAME)


def test_this_release_has_its_recording_with_every_event_there_is() -> None:
    ours = {entry.name for entry in entries() if entry.cls.__module__.startswith("ingestd.")}

    # else: python -m tests.fixtures.recording
    assert ours <= {line.get("type") for line in lines_of(__version__)}


def test_what_this_release_writes_is_what_was_recorded(tmp_path: Path) -> None:
    """A difference is a change of what stands in logs: is it meant, and can both be read?"""
    again = recording.recorded(tmp_path)

    assert again == lines_of(__version__)


@EVERY
def test_a_recorded_log_is_sound(release: str, database: Database) -> None:
    lines = lines_of(release)
    recording.load(lines, database)

    verified = verify_log(database)

    assert list(verified.findings) == []
    assert verified.events == len(lines) - 1


@EVERY
def test_every_event_of_it_is_read_as_a_fact_of_today(
    release: str, database: Database, log: EventLog
) -> None:
    lines = lines_of(release)[1:]
    recording.load(lines_of(release), database)

    with database.reading() as connection:
        page = log.page(connection, after=0, limit=len(lines))

    erased = [line for line in lines if line["data"].encode() == TOMBSTONE]
    assert erased
    assert len(page.events) == len(lines) - len(erased)
    told = {line["position"]: line["data"] for line in lines}
    for recorded in page.events:
        assert recorded.event.stream == recorded.stream
        if entry_of(type(recorded.event)).version == recorded.schema:
            before = json.loads(told[recorded.position])
            assert json.loads(encode(recorded.event)).items() >= before.items()


@EVERY
@pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda projection: projection.name)
def test_every_view_is_made_of_it_and_made_again_the_same(
    release: str, projection: Projection, database: Database, log: EventLog
) -> None:
    recording.load(lines_of(release), database)

    built = rebuild(database, log, projection)

    assert built.rows > 0
    assert verify_views(database, log, projection).differences == ()


@EVERY
def test_it_can_be_continued(release: str, database: Database, given: Given) -> None:
    lines = lines_of(release)
    recording.load(lines, database)

    positions = given(polled(accepted=1), polled(revised=1))

    assert positions == [len(lines), len(lines) + 1]
    assert list(verify_log(database).findings) == []
