"""A watched folder and a real daemon: growing files, moves, copies, edits, deletions, mounts."""

import shutil
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from tests.fixtures.commands import Row
from tests.fixtures.daemons import PATIENCE, PAUSE, Program

PARTS = 50
TEXT = (
    "HANOI - Northwind Energy and Blue River Steel signed a memorandum of understanding in "
    "Hanoi on 3 March 2024 to build wind farm number {number}.\n"
)


def article(number: int) -> str:
    return TEXT.format(number=number)


def told(program: Program, kind: str) -> list[Row]:
    return [row["data"] for row in program.rows("events", "--type", kind, "--limit", "100")]


def wait_until_told(program: Program, kind: str, count: int) -> list[Row]:
    """The events of this type, once there are so many."""
    until = monotonic() + PATIENCE
    while len(found := told(program, kind)) < count:
        assert monotonic() < until, f"{len(found)} of {count} {kind}: {program.said()}"
        PAUSE.wait(0.2)
    return found


def started(program: Program, count: int = 0) -> None:
    program.start()
    program.wait_for("/v1/sources", 1)
    program.wait_for("/v1/articles?limit=100", count)


def write_slowly(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(PARTS):
            file.write(article(number))
            file.flush()
            PAUSE.wait(0.1)


@pytest.mark.slow
@pytest.mark.parametrize("before", [True, False])
def test_a_file_that_grows_is_taken_in_once_with_its_last_bytes(
    program: Program, before: bool
) -> None:
    if not before:
        started(program)
    writer = Thread(target=write_slowly, args=(program.drop / "growing.txt",))
    writer.start()
    if before:
        started(program)
    writer.join()
    program.wait_for("/v1/articles?limit=100", 1)
    program.wait_until_level()
    assert program.stop() == 0

    [received] = told(program, "document.received")
    assert received["size"] == sum(len(article(number)) for number in range(PARTS))


@pytest.mark.slow
def test_a_file_that_is_moved_copied_edited_and_deleted_is_one_article_all_its_life(
    program: Program,
) -> None:
    first = program.put("first.txt", article(1))
    edited = program.put("edited.txt", article(2))
    started(program, 2)

    (program.drop / "inner").mkdir()
    moved = first.rename(program.drop / "inner" / "moved.txt")
    [move] = wait_until_told(program, "document.moved", 1)
    copy = program.drop / "copy.txt"
    shutil.copy(moved, copy)
    [again] = wait_until_told(program, "document.found_again", 1)
    edited.write_text(article(3), "utf-8")
    received = wait_until_told(program, "document.received", 3)
    copy.unlink()
    moved.unlink()
    gone = wait_until_told(program, "document.disappeared", 2)
    program.wait_until_level()
    articles = program.get("/v1/articles?limit=100")
    assert program.stop() == 0

    document = move["document"]
    assert (again["document"], again["origin"]) == (document, copy.as_uri())
    assert {row["document"] for row in gone} == {document}
    assert [row["revision"] for row in received] == [1, 1, 2]
    assert articles is not None
    assert len(articles["items"]) == 2


@pytest.mark.slow
def test_a_folder_whose_disk_is_away_has_lost_nothing(program: Program) -> None:
    for number in range(3):
        program.put(f"{number}.txt", article(number))
    started(program, 3)
    away = program.drop.rename(program.home / "away")
    program.drop.mkdir()
    assert program.stop() == 0

    polled = program.run("poll")
    program.drop.rmdir()
    away.rename(program.drop)
    back = program.run("poll")

    assert polled.code == 75
    assert "it is empty, and not the folder that it was" in polled.out
    assert back.code == 0
    assert told(program, "document.disappeared") == []
    assert len(told(program, "document.received")) == 3
