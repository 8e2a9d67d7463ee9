"""Once a day the daemon deletes what broken-off intakes have left, and says so."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from structlog.typing import EventDict

from ingestd.app import App
from ingestd.daemon.housekeeping import Housekeeping
from ingestd.errors import DeviceFailedError, IngestdError
from tests.integration.daemon.parts import BROKEN, PATIENCE, Ears

NEVER = 3600.0
LONG_AGO = 1_600_000_000


@contextmanager
def running(app: App, *, first: float = 0.0, every: float = NEVER) -> Iterator[Ears]:
    bugs, stopping = Ears(), Event()
    tidying = Housekeeping(app, stopping=stopping, on_bug=bugs, first=first, every=every)
    tidying.start()
    yield bugs
    stopping.set()
    tidying.join()


def told(lines: list[EventDict], event: str) -> EventDict:
    """The first line of this name; waits for it."""
    pause = Event()
    for _ in range(int(PATIENCE / 0.01)):
        for line in lines:
            if line["event"] == event:
                return line
        pause.wait(0.01)
    raise AssertionError(f"{event} was not told: {lines}")


def leave(app: App, content: bytes, folder: Path) -> Path:
    name = app.blobs.put(content)
    path = folder / "blobs" / name[:2] / name
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def test_old_orphans_and_unfinished_files_are_deleted(app: App, lines: list[EventDict]) -> None:
    folder = app.settings.data_dir
    orphan = leave(app, b"left behind", folder)
    unfinished = orphan.with_name(".unfinished-1")
    unfinished.write_bytes(b"half")
    os.utime(unfinished, (LONG_AGO, LONG_AGO))

    with running(app):
        line = told(lines, "blobs.collected")

    assert (line["blobs"], line["unfinished"]) == (1, 1)
    assert line["bytes"] > 0
    assert not orphan.exists()
    assert not unfinished.exists()


def test_nothing_is_done_before_its_time(app: App) -> None:
    orphan = leave(app, b"left behind", app.settings.data_dir)

    with running(app, first=NEVER):
        pass

    assert orphan.exists()


def test_a_store_that_fails_is_told_and_tried_again(app: App, lines: list[EventDict]) -> None:
    failures: list[IngestdError] = [BROKEN]
    clock = app.clock

    def failing_once() -> datetime:
        if failures:
            raise failures.pop()
        return clock()

    app.clock = failing_once
    with running(app, every=0.01) as bugs:
        told(lines, "store.failed")
        told(lines, "blobs.collected")

    assert bugs.silent


@pytest.mark.parametrize(
    "fault", [ZeroDivisionError(), DeviceFailedError("a blob", "it is broken")], ids=repr
)
def test_a_bug_and_a_broken_device_are_handed_on(app: App, fault: Exception) -> None:
    def failing() -> datetime:
        raise fault

    app.clock = failing
    with running(app) as bugs:
        assert bugs.hear() is fault
