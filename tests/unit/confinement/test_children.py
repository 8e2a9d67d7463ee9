"""Tasks run in children; what goes wrong there stays there."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from ingestd.confinement.children import Children
from ingestd.confinement.task import Bounds, StoppedError, Task
from ingestd.errors import UnreadableError
from tests.unit.confinement import readers
from tests.unit.confinement.readers import Answered, Asked


@pytest.fixture
def children() -> Iterator[Children]:
    children = Children(2, Bounds(seconds=20))
    yield children
    children.close()


def task(function: Callable[[Asked], Any]) -> Task[Asked, Answered]:
    return Task(f"{readers.__name__}:{function.__name__}", Asked, Answered)


def test_a_child_answers_with_what_its_function_says(children: Children) -> None:
    answered = children.run(task(readers.well), Asked(word="yes", content=b"x" * 3_000_000))

    assert (answered.word, answered.size) == ("YES", 3_000_000)


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

    with pytest.raises(StoppedError):
        children.run(task(readers.for_ever), Asked(word="on"))
    assert children.run(task(readers.well), Asked(word="good")).word == "GOOD"
    children.close()
