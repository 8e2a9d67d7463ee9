"""Work in processes of its own: what it comes to, what it tells, and how it ends."""

import os
import signal
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Event

import pytest

from ingestd.errors import StorageFullError
from ingestd.replay import silent
from ingestd.replay.children import ChildError, _work, at_once
from ingestd.replay.outcomes import Progress


def add(one: int, other: int, progress: Progress) -> int:
    for done in (1, 2):
        progress(done, 2)
    return one + other


def find_no_room(where: str, _progress: Progress) -> int:
    raise StorageFullError(where)


def trip(_progress: Progress) -> int:
    raise ZeroDivisionError("tripped")


def vanish(_progress: Progress) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def stay(mark: Path, progress: Progress) -> int:
    """Until it is ended; say who it is first."""
    mark.write_text(str(os.getpid()), "utf-8")
    while True:
        Event().wait(0.01)
        progress(1, 2)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("most", [1, 3])
def test_each_comes_to_its_own_in_the_order_of_the_asking(most: int) -> None:
    told: list[tuple[str, int, int]] = []

    def note(name: str) -> Progress:
        return lambda done, head: told.append((name, done, head))

    jobs = [partial(add, number, 10) for number in range(3)]

    found = at_once(jobs, [note(name) for name in "abc"], most=most)

    assert found == [10, 11, 12]
    assert sorted(told) == [(name, done, 2) for name in "abc" for done in (1, 2)]


def test_a_foreseen_error_is_raised_as_it_was() -> None:
    with pytest.raises(StorageFullError) as raised:
        at_once([partial(find_no_room, "here")], [silent], most=1)

    assert str(raised.value) == str(StorageFullError("here"))
    assert (raised.value.hint, raised.value.exit_code) == (StorageFullError("").hint, 74)


@pytest.mark.parametrize(
    ("job", "reason"), [(trip, "ZeroDivisionError: tripped"), (vanish, "ended with -9")]
)
def test_a_bug_and_a_kill_are_told(job: Callable[[Progress], int], reason: str) -> None:
    with pytest.raises(ChildError, match=reason):
        at_once([job], [silent], most=1)


def test_a_child_to_whom_nobody_listens_any_more_ends_quietly(
    capfd: pytest.CaptureFixture[str],
) -> None:
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    receiver.close()  # as when its parent was killed
    child = context.Process(target=_work, args=(partial(add, 1, 2), sender))
    child.start()
    sender.close()

    child.join()

    assert (child.exitcode, capfd.readouterr().err) == (0, "")


def test_an_error_of_one_ends_the_others(tmp_path: Path) -> None:
    mark = tmp_path / "process"

    def fail_once_it_runs(_done: int, _head: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        at_once([partial(stay, mark)], [fail_once_it_runs], most=2)

    assert not is_alive(int(mark.read_text("utf-8")))
