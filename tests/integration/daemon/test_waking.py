"""When to look: the folder changed, the time has come, a folder is there at last."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from structlog.typing import EventDict
from watchdog.events import (
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from ingestd.daemon.schedule import Schedule
from ingestd.daemon.wake import Watcher, _Waker
from ingestd.sources.found import Pace
from tests.fixtures.shelves import Shelf
from tests.integration.daemon.parts import Ears

Watch = Callable[..., Watcher]
HELD = 10_000.0  # a time without jobs


@pytest.fixture
def woken() -> Ears:
    return Ears()


@pytest.fixture
def watch(woken: Ears) -> Iterator[Watch]:
    begun = []

    def begin(*shelves: Shelf) -> Watcher:
        watcher = Watcher(shelves, woken)
        begun.append(watcher)
        watcher.start()
        return watcher

    yield begin
    for watcher in begun:
        watcher.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drop"
    made.mkdir()
    return made


def write(folder: Path, name: str = "new.txt") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("Words.", "utf-8")


def test_a_new_file_wakes_every_source_of_its_folder(
    watch: Watch, folder: Path, woken: Ears
) -> None:
    watch(Shelf(name="one", watched=folder), Shelf(name="other", watched=folder))
    assert woken.silent

    write(folder)

    assert {woken.hear(), woken.hear()} == {"one", "other"}


def test_a_file_in_a_folder_inside_wakes_too(watch: Watch, folder: Path, woken: Ears) -> None:
    (folder / "inside").mkdir()
    watch(Shelf(watched=folder))

    write(folder / "inside")

    assert woken.hear() == "wire"


@pytest.mark.parametrize(
    ("event", "wakes"),
    [
        (FileCreatedEvent("a"), True),
        (FileModifiedEvent("a"), True),
        (FileMovedEvent("a", "b"), True),
        (FileDeletedEvent("a"), True),
        (FileClosedEvent("a"), True),
        (FileOpenedEvent("a"), False),
        (FileClosedNoWriteEvent("a"), False),
    ],
    ids=lambda value: getattr(value, "event_type", None),
)
def test_changes_wake_and_reading_does_not(event: FileSystemEvent, wakes: bool) -> None:
    woken = Ears()

    _Waker(woken).dispatch(event)

    assert woken.silent is not wakes


def test_a_folder_that_is_not_there_is_told_once_and_watched_when_it_comes(
    watch: Watch, tmp_path: Path, woken: Ears, lines: list[EventDict]
) -> None:
    later = tmp_path / "later"
    watcher = watch(Shelf(watched=later))
    watcher.watch_waiting()
    assert woken.silent
    later.mkdir()

    watcher.watch_waiting()

    assert woken.hear() == "wire"
    write(later)
    assert woken.hear() == "wire"
    assert [(line["event"], line["folder"]) for line in lines] == [
        ("folder.unwatched", str(later))
    ]


@pytest.mark.parametrize("gone", ["deleted", "moved away"])
def test_a_folder_that_was_put_in_the_place_of_another_is_watched(
    gone: str, watch: Watch, folder: Path, woken: Ears
) -> None:
    watcher = watch(Shelf(watched=folder))
    if gone == "deleted":
        shutil.rmtree(folder)
        woken.hear()
        for emitter in watcher._observer.emitters:
            emitter.join()
    else:
        folder.rename(folder.with_name("away"))
    watcher.watch_waiting()
    folder.mkdir()
    woken.forget()

    watcher.watch_waiting()

    assert woken.hear() == "wire"
    write(folder)
    assert woken.hear() == "wire"


def test_a_folder_that_is_watched_is_left_alone(
    watch: Watch, folder: Path, woken: Ears
) -> None:
    watcher = watch(Shelf(watched=folder), Shelf(name="feed"))

    watcher.watch_waiting()

    assert woken.silent


def test_each_source_is_asked_for_when_its_time_has_come() -> None:
    asked = Ears()
    often, seldom = (
        Shelf(name="often", pace=Pace.steady(0.01)),
        Shelf(name="seldom", pace=Pace.steady(HELD)),
    )
    schedule = Schedule([often, seldom], ask=asked, calm=asked)
    schedule.start()

    heard = [asked.hear() for _ in range(3)]
    schedule.stop()

    assert heard == ["often"] * 3
