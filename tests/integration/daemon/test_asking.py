"""The thread that asks over a network: it waits out failures, and says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from structlog.typing import EventDict

from ingestd.daemon.asking import Asking
from ingestd.errors import DamagedStoreError, UnavailableError
from ingestd.pipeline.remote import RemoteStep
from ingestd.pipeline.step import Tools
from tests.fixtures.shelves import FirstWord
from tests.integration.daemon.parts import BROKEN, Ears

AWAY = UnavailableError("nobody is there", hint="wait")


class Scripted(RemoteStep):
    """A step that does what is on its list."""

    def __init__(self, tools: Tools, *todo: int | Exception) -> None:
        super().__init__(FirstWord(name="oracle"), tools)
        self.turned = Ears()
        self._todo = list(todo)

    def advance(self) -> int:
        try:
            done = self._todo.pop(0) if self._todo else 0
            if isinstance(done, Exception):
                raise done
            return done
        finally:
            self.turned()

    def pause(self, error: UnavailableError) -> float:
        return 0.0


@contextmanager
def running(step: Scripted, *, rung: Ears, bugs: Ears) -> Iterator[None]:
    stopping = Event()
    asking = Asking(step, stopping=stopping, ring=rung, on_bug=bugs, look_anyway=0.01)
    asking.start()
    yield
    stopping.set()
    asking.join()


def test_each_document_rings_for_the_views_and_it_looks_anyway(tools: Tools) -> None:
    step, rung, bugs = Scripted(tools, 3, 1), Ears(), Ears()

    with running(step, rung=rung, bugs=bugs):
        for _ in range(4):
            step.turned.hear()
        for _ in range(2):
            rung.hear()

    assert (rung.silent, bugs.silent) == (True, True)


def test_who_is_away_is_told_and_asked_again(tools: Tools, lines: list[EventDict]) -> None:
    step, rung, bugs = Scripted(tools, AWAY, 1), Ears(), Ears()

    with running(step, rung=rung, bugs=bugs):
        rung.hear()

    (line,) = [line for line in lines if line["event"] == "extractor.unavailable"]
    assert (line["extractor"], line["reason"], line["hint"]) == (
        "oracle",
        "nobody is there",
        "wait",
    )
    assert bugs.silent


def test_a_bug_is_handed_on(tools: Tools) -> None:
    bug = ZeroDivisionError()
    bugs = Ears()

    with running(Scripted(tools, bug), rung=Ears(), bugs=bugs):
        assert bugs.hear() is bug


def test_a_store_of_which_another_try_is_no_use_is_handed_on(tools: Tools) -> None:
    damaged = DamagedStoreError("log", "it says nothing")
    bugs = Ears()

    with running(Scripted(tools, damaged), rung=Ears(), bugs=bugs):
        assert bugs.hear() is damaged


def test_a_store_that_went_away_is_told_and_waited_for(
    tools: Tools, lines: list[EventDict]
) -> None:
    step, bugs = Scripted(tools, BROKEN), Ears()

    with running(step, rung=Ears(), bugs=bugs):
        step.turned.hear()

    assert [line["reason"] for line in lines if line["event"] == "store.failed"] == [
        "the store went away"
    ]
    assert bugs.silent
