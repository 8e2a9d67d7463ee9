"""Tasks run in children; what goes wrong there stays there."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from ingestd.confinement.children import Children
from ingestd.confinement.task import Bounds, Patience, StoppedError, Task
from ingestd.errors import UnreadableError
from tests.unit.confinement import readers
from tests.unit.confinement.readers import Answered, Asked

ASKED = Asked(word="word")
PATIENCE = 60.0


@pytest.fixture
def children() -> Iterator[Children]:
    children = Children(2, Bounds(seconds=PATIENCE))
    yield children
    children.close()


def task(function: Callable[[Asked], Any]) -> Task[Asked, Answered]:
    return Task(f"{readers.__name__}:{function.__name__}", Asked, Answered)


def test_a_child_answers_with_what_its_function_says(children: Children) -> None:
    answered = children.run(task(readers.well), Asked(word="yes", content=b"x" * 3_000_000))

    assert (answered.word, answered.size) == ("YES", 3_000_000)


def test_a_child_is_told_no_password_of_ours(
    children: Children, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INGESTD_STORE__URL", "postgresql://anna:secret@localhost/news")
    monkeypatch.setenv("PYTHONUTF8", "1")

    assert (
        children.run(task(readers.knowing), Asked(word="INGESTD_STORE__URL")).word == "unknown"
    )
    assert children.run(task(readers.knowing), Asked(word="PYTHONUTF8")).word == "1"


def test_a_child_ends_with_its_parent_and_not_when_all_are_told_to(children: Children) -> None:
    assert children.run(task(readers.told_to_end), Asked(word="yes")).word == "YES"


def test_a_child_is_used_again(children: Children) -> None:
    processes = {children.run(task(readers.well), Asked(word="a")).process for _ in range(3)}

    assert len(processes) == 1


def test_no_more_children_are_begun_than_may_be(children: Children) -> None:
    def ask(word: str) -> int:
        return children.run(task(readers.well), Asked(word=word)).process

    with ThreadPoolExecutor(8) as pool:
        processes = set(pool.map(ask, "abcdefghijkl"))

    assert len(processes) <= 2


def test_a_document_that_cannot_be_read_says_why(children: Children) -> None:
    with pytest.raises(UnreadableError, match="spam is no news") as caught:
        children.run(task(readers.refusing), Asked(word="spam"))

    assert caught.value.hint == "write some"


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (readers.greedy, "more memory"),
        (readers.stumbling, "KeyError"),
        (readers.dying, "died"),
        (readers.too_deep, "nested deeper"),
        (readers.lying, "answer is none"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_reader_that_fails_leaves_the_next_one_well(
    children: Children, function: Callable[[Asked], Any], reason: str
) -> None:
    with pytest.raises(StoppedError, match=reason):
        children.run(task(function), Asked(word="bad"))

    assert children.run(task(readers.well), Asked(word="good")).word == "GOOD"


@pytest.mark.parametrize(
    "bounds", [Bounds(seconds=1.5, work=60), Bounds(seconds=30, work=1)], ids=["clock", "work"]
)
def test_a_reader_that_never_ends_is_ended(bounds: Bounds) -> None:
    children = Children(1, bounds)
    children.warm(f"{readers.__name__}:{readers.load.__name__}")  # no time is lost by it

    with pytest.raises(StoppedError):
        children.run(task(readers.for_ever), Asked(word="on"))
    assert children.run(task(readers.well), Asked(word="good")).word == "GOOD"
    children.close()


def test_what_was_loaded_once_is_there_in_every_child(children: Children) -> None:
    children.warm(f"{readers.__name__}:{readers.load.__name__}")

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: children.run(task(readers.loaded_by), ASKED), "ab"))

    assert len({answered.process for answered in answers}) == 1
    assert {answered.process for answered in answers} == {answers[0].size}


def test_another_nursery_is_begun_where_one_is_gone_and_loads_the_same() -> None:
    with closing(Children(1)) as children:
        children.warm(f"{readers.__name__}:{readers.load.__name__}")
        first = children.run(task(readers.loaded_by), ASKED).process
        os.kill(first, signal.SIGKILL)
        with pytest.raises(StoppedError):
            children.run(task(readers.dying), ASKED)

        assert children.run(task(readers.loaded_by), ASKED).process != first


def test_children_end_with_who_asks_them() -> None:
    children = Children(1)
    child = children.run(task(readers.well), ASKED).process
    children.close()

    # one whose nursery had no time to end it ends by itself
    assert has_ended(child)


def has_ended(process: int) -> bool:
    """Wait until it has; one that nobody has asked about since has ended, too."""
    for _ in range(int(PATIENCE / 0.01)):
        try:
            status = Path(f"/proc/{process}/stat").read_text("ascii")
        except (FileNotFoundError, ProcessLookupError):
            return True
        if status.rpartition(")")[2].split()[0] == "Z":
            return True
        Event().wait(0.01)
    return False


def test_without_a_task_there_is_nothing_to_end() -> None:
    Children(1).close()


def test_what_cannot_be_loaded_hurts_nobody_else(children: Children) -> None:
    children.warm(f"{readers.__name__}:{readers.load_in_vain.__name__}")

    assert children.run(task(readers.well), Asked(word="yes")).word == "YES"


def test_a_task_has_its_own_patience(children: Children) -> None:
    patient = task(readers.for_ever)
    hasty = Task(patient.place, patient.asks, patient.answers, Patience(seconds=0.5))

    with pytest.raises(StoppedError, match=r"over 0\.5 s"):
        children.run(hasty, ASKED)
