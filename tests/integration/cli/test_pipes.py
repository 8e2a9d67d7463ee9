"""A command among other programs: readers that leave, disks that are full, a follower."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingestd.clock import system_clock
from ingestd.config.environment import environment
from ingestd.events import Draft, SourceRecovered
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.daemons import PATIENCE
from tests.integration.cli.desk import Desk

FULL = Path("/dev/full")
# one by one and at the end: where output is kept back, it is the last that fails
BUFFERS = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["kept back", "at once"])


def arguments(desk: Desk, *others: str) -> list[str]:
    return [sys.executable, "-m", "ingestd", *desk.options, *others]


def started(desk: Desk, *others: str, unbuffered: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        arguments(desk, *others),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment(), "PYTHONUNBUFFERED": unbuffered},
    )


@BUFFERS
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["table", "json"])
def test_a_reader_that_leaves_is_not_complained_about(
    form: list[str], unbuffered: str, kept: Desk
) -> None:
    with started(kept, "events", *form, unbuffered=unbuffered) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (1, "")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@BUFFERS
def test_output_that_finds_no_room_is_told_plainly(unbuffered: str, kept: Desk) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            arguments(kept, "events", "--json"),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**environment(), "PYTHONUNBUFFERED": unbuffered},
        )

    assert done.returncode == 74
    assert done.stderr == "ingestd: the output cannot be written: No space left on device\n"


@pytest.fixture
def following(desk: Desk) -> Iterator[subprocess.Popen[str]]:
    # what a shell runs in the background ignores interrupts, and so does what that starts
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with started(desk, "events", "--follow", "--after", "1", "--json") as running:
        signal.signal(signal.SIGINT, before)
        yield running
        running.kill()


def read(running: subprocess.Popen[str]) -> dict[str, object]:
    assert running.stdout is not None
    event: dict[str, object] = json.loads(running.stdout.readline())
    return event


def record(desk: Desk, source: str) -> None:
    database = Database.in_folder(desk.data)
    with database.writing() as connection:
        fact = SourceRecovered(source=source)
        EventLog(system_clock).append(connection, [Draft(event=fact, actor="test@1")])
    database.close()


def test_a_follower_sees_what_another_program_records_until_it_is_interrupted(
    desk: Desk, following: subprocess.Popen[str]
) -> None:
    known = len(desk.rows("events"))
    before = [read(following)["position"] for _ in range(known - 1)]

    record(desk, "gone")
    news = read(following)
    following.send_signal(signal.SIGINT)

    assert before == list(range(2, known + 1))
    assert (news["position"], news["type"]) == (known + 1, "source.recovered")
    assert following.stderr is not None
    assert (following.wait(PATIENCE), following.stderr.read()) == (130, "")
