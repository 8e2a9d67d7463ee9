"""A disk that is full, wherever that is met: told plainly, nothing half recorded, made up for.

A limit on the size of files stands for it: each write beyond it fails as on a full disk.
"""

import json
import random
import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from ingestd.store.lock import DirectoryLock
from tests.integration.cli.desk import Desk

WHOLE = ["document.received", "document.parsed", "document.extracted"]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def unfinished(desk: Desk) -> list[Path]:
    return list(desk.data.rglob(".unfinished-*"))


def steps(desk: Desk) -> Counter[str]:
    """How often each step of a document's way was recorded."""
    types = [event["type"] for event in desk.rows("events")]
    return Counter(name for name in types if name in WHOLE)


@pytest.mark.parametrize("size", [20_000, 200_000, 500_000])
def test_a_first_start_without_room_can_be_repeated(size: int, fresh: Desk) -> None:
    drop = str(fresh.home / "drop")
    with room_for(size):
        full = fresh("ingest", drop, "--json")

    again = fresh("ingest", drop, "--json")

    assert (full.code, full.out) == (69, "")
    assert full.err.startswith("ingestd: sqlite://")
    assert "with room left?" in full.err
    outcomes = [json.loads(line)["outcome"] for line in again.out.splitlines()]
    assert outcomes[2] == "rejected"
    assert set(outcomes[:2]) <= {"accepted", "unchanged"}
    assert steps(fresh) == dict.fromkeys(WHOLE, 2)
    assert len(fresh.rows("articles")) == 2
    assert fresh("replay", "--verify").code == 0


@pytest.mark.parametrize("size", [40_000, 60_000, 80_000])
def test_what_found_no_room_is_taken_in_when_there_is_some(size: int, desk: Desk) -> None:
    more = desk.data.with_name("more")
    more.mkdir()
    for name in ("one", "two", "three"):
        text = f"OSLO - {name.title()} Trust Ltd closed its harbour on Monday.\n" * 5
        (more / f"{name}.txt").write_text(text, "utf-8")
    before = desk.rows("events")
    with room_for(size):
        full = desk("ingest", str(more), "--json")

    recorded = desk.rows("events")
    again = desk("ingest", str(more), "--json")

    assert full.code in {69, 74}
    assert full.err.startswith("ingestd: ")
    assert "Traceback" not in full.err
    assert recorded[: len(before)] == before
    assert again.code == 0
    assert steps(desk) == dict.fromkeys(WHOLE, 5)
    assert unfinished(desk) == []
    assert len(desk.rows("articles", "--limit", "9")) == 5
    assert desk("replay", "--verify").code == 0


def test_an_original_that_finds_no_room_is_not_recorded(desk: Desk) -> None:
    letters = random.Random(7)
    words = ("".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(60_000))
    path = desk.home.with_name(f"{desk.data.parent.name}-large.txt")
    path.write_text(f"OSLO - {' '.join(words)}\n", "utf-8")
    before = desk.rows("events")
    with room_for(300_000):
        full = desk("ingest", str(path))

    assert full.code == 74
    assert "no room is left to write" in full.err
    assert "free some space" in full.err
    assert desk.rows("events") == before
    assert unfinished(desk) == []
    assert desk("ingest", str(path), "--json").row["outcome"] == "accepted"
    path.unlink()


def test_a_lock_holds_though_there_is_no_room_to_say_who_holds_it(desk: Desk) -> None:
    with ExitStack() as held:
        with room_for(0):
            held.enter_context(DirectoryLock(desk.data, "replay"))
        beside = desk("replay")

    assert beside.code == 75
    assert "in use by another 'replay' (process unknown)" in beside.err
