"""Looks that were asked for: gathered, side by side, tried again, ended in order."""

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest
from structlog.typing import EventDict

from ingestd.app import App
from ingestd.daemon.rounds import Rounds
from ingestd.errors import DeviceFailedError
from ingestd.events import DocumentReceived
from ingestd.pipeline.intake import MOST
from ingestd.sources.found import Body, Found
from tests.fixtures.shelves import body, found
from tests.fixtures.stores import told
from tests.integration.daemon.parts import (
    BROKEN,
    PATIENCE,
    Ears,
    GatedShelf,
    happened,
    opened,
)

Begin = Callable[..., Rounds]


@pytest.fixture
def bugs() -> Ears:
    return Ears()


@pytest.fixture
def news() -> Ears:
    return Ears()


@pytest.fixture
def begin(app: App, bugs: Ears, news: Ears) -> Iterator[Begin]:
    """Rounds over these shelves, stopped at the end."""
    begun = []

    def make(*shelves: GatedShelf) -> Rounds:
        sources = {shelf.name: shelf for shelf in shelves}
        rounds = Rounds(app, sources, on_news=news, on_bug=bugs, pause=0)
        begun.append((rounds, shelves))
        return rounds

    yield make
    for rounds, shelves in begun:
        for shelf in shelves:
            shelf.gate.set()
        rounds.stop()
    assert bugs.silent, bugs.hear()


def in_the_end(rounds: Rounds) -> None:
    """Wait until nothing is asked for any more, without ending it."""
    for pool in (rounds._near, rounds._far):
        pool.shutdown(wait=True)


def received(app: App) -> list[str]:
    facts = told(app.database, app.log)
    return [fact.origin for fact in facts if isinstance(fact, DocumentReceived)]


def test_asks_that_come_during_a_look_cause_exactly_one_more(begin: Begin) -> None:
    shelf = GatedShelf()
    rounds = begin(shelf)
    rounds.ask(shelf.name)
    shelf.looked.hear()
    for _ in range(3):
        rounds.ask(shelf.name)
    assert shelf.looked.silent

    shelf.gate.set()
    in_the_end(rounds)

    shelf.looked.hear()
    assert shelf.looked.silent


def test_two_sources_are_looked_at_side_by_side(begin: Begin) -> None:
    one, other = GatedShelf(name="one"), GatedShelf(name="other")
    rounds = begin(one, other)

    for shelf in (one, other):
        rounds.ask(shelf.name)

    one.looked.hear()
    other.looked.hear()
    assert one.looked.silent


def test_each_document_is_recorded_and_rings(begin: Begin, app: App, news: Ears) -> None:
    shelf = opened(GatedShelf(items=[found("a"), found("b")]))
    rounds = begin(shelf)

    rounds.ask(shelf.name)
    in_the_end(rounds)

    assert received(app) == ["file:///wire/a.txt", "file:///wire/b.txt"]
    for _ in ("a", "b", "the end of the look"):
        news.hear()
    assert news.silent


def test_a_source_that_had_not_settled_is_looked_at_again(begin: Begin) -> None:
    shelf = opened(GatedShelf(again_after=0.01))
    rounds = begin(shelf)

    rounds.ask(shelf.name)
    in_the_end(rounds)

    for _ in range(2):
        shelf.looked.hear()
    assert shelf.looked.silent


def test_who_asks_need_not_wait_until_something_else_has_settled(
    begin: Begin, news: Ears
) -> None:
    shelf = opened(GatedShelf(again_after=3600))
    rounds = begin(shelf)
    rounds.ask(shelf.name)
    news.hear()

    rounds.ask(shelf.name)

    for _ in range(2):
        shelf.looked.hear()


def failing_once(found_later: Found) -> Found:
    failures = [BROKEN]

    def load() -> Body:
        if failures:
            raise failures.pop()
        return found_later.load()

    return Found(origin=found_later.origin, mark=None, load=load)


def test_what_a_failing_store_kept_out_is_found_again(
    begin: Begin, app: App, lines: list[EventDict]
) -> None:
    shelf = opened(GatedShelf(items=[found("a"), failing_once(found("b")), found("c")]))
    rounds = begin(shelf)

    rounds.ask(shelf.name)
    in_the_end(rounds)

    assert received(app) == [f"file:///wire/{name}.txt" for name in "abc"]
    [failed] = [line for line in lines if line["event"] == "store.failed"]
    assert (failed["source"], failed["reason"], failed["hint"]) == (
        "wire", "the store went away", "wait",
    )  # fmt: skip


def test_a_bug_in_a_source_is_handed_on(begin: Begin, bugs: Ears) -> None:
    bug = ZeroDivisionError("of a source")
    shelf = opened(GatedShelf(bug=bug))

    begin(shelf).ask(shelf.name)

    assert bugs.hear() is bug


def stopped(rounds: Rounds) -> Thread:
    thread = Thread(target=rounds.stop)
    thread.start()
    assert happened(rounds._stopping)
    return thread


def test_stopping_does_not_wait_for_a_source_to_settle(begin: Begin, news: Ears) -> None:
    shelf = opened(GatedShelf(again_after=3600))
    rounds = begin(shelf)
    rounds.ask(shelf.name)
    news.hear()

    stopping = stopped(rounds)
    stopping.join(PATIENCE)

    assert not stopping.is_alive()
    shelf.looked.hear()
    assert shelf.looked.silent


def test_a_device_that_fails_is_not_tried_again(
    begin: Begin, app: App, bugs: Ears, news: Ears
) -> None:
    failure = DeviceFailedError("blobs/ab", "input/output error")
    shelf = opened(GatedShelf(items=[found("a", failure), found("b")]))
    rounds = begin(shelf)

    rounds.ask(shelf.name)

    assert bugs.hear() is failure
    assert news.silent
    assert received(app) == []


def test_stopping_does_not_wait_for_a_store_that_never_answers(
    begin: Begin, news: Ears
) -> None:
    shelf = opened(GatedShelf(items=[found("a", BROKEN)]))
    rounds = begin(shelf)
    rounds.ask(shelf.name)
    for _ in range(3):
        news.hear()

    stopping = stopped(rounds)
    stopping.join(PATIENCE)

    assert not stopping.is_alive()


def test_stopping_ends_a_look_after_the_documents_in_hand(begin: Begin, app: App) -> None:
    in_hand, let_go = Event(), Event()

    def load() -> Body:
        in_hand.set()
        assert happened(let_go)
        return body("Words that were in hand.")

    slow = Found(origin="file:///wire/slow.txt", mark=None, load=load)
    others = [found(f"{number:03}") for number in range(2 * MOST)]
    shelf = opened(GatedShelf(items=[slow, *others]))
    rounds = begin(shelf)
    rounds.ask(shelf.name)
    assert happened(in_hand)

    stopping = stopped(rounds)
    let_go.set()
    stopping.join(PATIENCE)

    kept = received(app)
    assert slow.origin in kept
    assert len(kept) <= MOST


def test_who_asks_after_the_end_is_not_answered(begin: Begin) -> None:
    shelf = GatedShelf()
    rounds = begin(shelf)
    rounds.stop()

    rounds.ask(shelf.name)

    assert shelf.looked.silent
