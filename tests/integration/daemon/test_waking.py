"""When to look: the folder changed, the time has come, a folder is there at last."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from structlog.typing import EventDict
from watchdog.observers.inotify import InotifyEmitter

from ingestd.daemon.wake import Watcher
from tests.fixtures.shelves import Shelf
from tests.integration.daemon.parts import Ears

Watch = Callable[..., Watcher]
ROOM = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text("ascii"))


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


@dataclass(kw_only=True)
class WatchfulShelf(Shelf):
    """Remembers what it was told of its files."""

    told: Ears = field(default_factory=Ears)

    def heard(self, path: str, *, renamed: bool) -> None:
        self.told((path, renamed))


def test_a_file_that_is_closed_after_writing_is_told(watch: Watch, folder: Path) -> None:
    shelf = WatchfulShelf(watched=folder)
    watch(shelf)

    write(folder)

    assert shelf.told.hear() == (str(folder / "new.txt"), False)


@pytest.mark.parametrize("outside", [True, False])
def test_a_file_that_is_renamed_into_place_is_told_by_its_new_name(
    watch: Watch, folder: Path, outside: bool
) -> None:
    shelf = WatchfulShelf(watched=folder)
    unfinished = (folder.parent if outside else folder) / "unfinished"
    unfinished.write_text("Words.", "utf-8")
    watch(shelf)

    unfinished.rename(folder / "new.txt")

    assert shelf.told.hear() == (str(folder / "new.txt"), True)


def test_a_file_that_is_moved_away_wakes_and_is_told_by_no_name(
    watch: Watch, folder: Path, woken: Ears
) -> None:
    write(folder)
    shelf = WatchfulShelf(watched=folder)
    watch(shelf)

    (folder / "new.txt").rename(folder.parent / "away.txt")

    assert woken.hear() == "wire"
    assert shelf.told.silent


def test_reading_a_file_wakes_nobody(watch: Watch, folder: Path, woken: Ears) -> None:
    write(folder)
    (folder.parent / "last.txt").write_text("Words.", "utf-8")
    shelf = WatchfulShelf(watched=folder)
    watch(shelf)

    (folder / "new.txt").read_text("utf-8")
    assert len(list(folder.iterdir())) == 1
    (folder.parent / "last.txt").rename(folder / "last.txt")

    shelf.told.hear()
    woken.hear()
    assert woken.silent


def test_changes_that_the_kernel_had_no_room_to_tell_wake_every_folder(
    watch: Watch, folder: Path, tmp_path: Path, woken: Ears, lines: list[EventDict]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(folder)
    watcher = watch(Shelf(watched=folder), Shelf(name="other", watched=other))

    with stalled(watcher):
        for _ in range(ROOM // 2):
            (folder / "new.txt").rename(folder / "newer.txt")
            (folder / "newer.txt").rename(folder / "new.txt")

    while woken.hear() != "other":
        pass
    assert [line["event"] for line in lines] == ["changes.overflowed"]


@contextmanager
def stalled(watcher: Watcher) -> Iterator[None]:
    """Whoever reads the kernel's queue has no time."""
    emitter = next(iter(watcher._observer.emitters))
    assert isinstance(emitter, InotifyEmitter)
    with emitter._inotify_fd._lock:
        yield


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
