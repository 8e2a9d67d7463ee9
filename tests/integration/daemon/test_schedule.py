"""Who is looked at, and when: by the times in the database, whatever the machine's clock does."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from structlog.typing import EventDict

from ingestd.app import App
from ingestd.clock import rfc3339
from ingestd.daemon.rounds import Rounds
from ingestd.daemon.schedule import Schedule, choose, neighbours
from ingestd.daemon.steady import SteadyClock
from ingestd.errors import StoreError, StoreUnavailableError, UnreachableError
from ingestd.events import NetworkFound, NetworkLost, SourceFailed
from ingestd.pipeline.network import PATIENCE
from ingestd.pipeline.registration import register
from ingestd.sources.found import Pace
from ingestd.store import source_state
from tests.fixtures.stores import told
from tests.integration.daemon.parts import Ears, GatedShelf, opened

DAY = 86_400.0
LONG = 60.0
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Hands:
    """The hands of a clock, and the time that passes: turned by the test alone."""

    def __init__(self) -> None:
        self.wall, self.passed = NOON, 0.0

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.passed += seconds

    def set_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def bugs() -> Ears:
    return Ears()


class Desk:
    """A schedule over shelves, ticking when it is told to."""

    def __init__(self, app: App, hands: Hands, bugs: Ears, *shelves: GatedShelf) -> None:
        self.app, self.hands = app, hands
        self.shelves = {shelf.name: opened(shelf) for shelf in shelves}
        clock = SteadyClock(lambda: hands.wall, lambda: hands.passed)
        self.rounds = Rounds(
            app, self.shelves, on_news=Ears(), on_bug=bugs, clock=clock, pause=0
        )
        self.schedule = Schedule(
            app, self.shelves.values(), self.rounds, clock=clock, calm=Ears(), on_bug=bugs
        )
        app.log._clock = lambda: hands.wall
        register(self.shelves.values(), tools=app.tools)

    def tick(self, after: float = 0.0) -> list[str]:
        """Let time pass; say who was looked at then, once all looks have ended."""
        self.hands.pass_by(after)
        self.schedule._tick()
        self.ended()
        asked = []
        for shelf in self.shelves.values():
            while not shelf.looked.silent:
                shelf.looked.hear()
                asked.append(shelf.name)
        return asked

    def ended(self) -> None:
        """Wait until nobody is looked at."""
        while self.rounds.in_hand:
            self.rounds._stopping.wait(0.001)

    def due_in(self, name: str) -> float:
        with self.app.database.reading() as connection:
            at = source_state.read(connection, name).next_due_at
        assert at is not None
        return (datetime.fromisoformat(at) - self.hands.wall).total_seconds()

    def failures(self) -> dict[str, int]:
        with self.app.database.reading() as connection:
            return {name: source_state.read(connection, name).failures for name in self.shelves}

    def let(self, name: str, **changes: object) -> None:
        with self.app.database.writing() as connection:
            state = source_state.read(connection, name)
            source_state.write(connection, name, replace(state, **changes))


Sit = Callable[..., Desk]


@pytest.fixture
def sit(app: App, hands: Hands, bugs: Ears) -> Iterator[Sit]:
    desks = []

    def begin(*shelves: GatedShelf) -> Desk:
        desks.append(Desk(app, hands, bugs, *shelves))
        return desks[-1]

    yield begin
    for desk in desks:
        desk.rounds.stop()


def web(name: str, host: str | None = None, *, every: float = 100.0) -> GatedShelf:
    address = f"https://{host or name}.example/feed"
    return GatedShelf(name=name, address=address, pace=Pace.steady(every))


def test_who_is_new_is_looked_at_now_and_then_when_its_time_has_come(sit: Sit) -> None:
    desk = sit(web("a"), web("b", every=1_000.0))

    assert sorted(desk.tick()) == ["a", "b"]
    assert desk.tick(94.0) == []
    assert desk.tick(11.0) == ["a"]
    assert 895.0 - 50.0 <= desk.due_in("b") <= 895.0 + 50.0


@pytest.mark.parametrize("step", [DAY, -DAY, 90.0, -90.0])
def test_a_clock_that_is_set_neither_delays_nor_repeats_a_look(
    sit: Sit, hands: Hands, step: float, lines: list[EventDict]
) -> None:
    desk = sit(web("a"))
    desk.tick()
    left = desk.due_in("a")
    hands.set_by(step)

    asked = [desk.tick(), desk.tick(left - 1.0), desk.tick(2.0), desk.tick(1.0)]

    assert asked == [[], [], ["a"], []]
    [jumped] = [line for line in lines if line["event"] == "clock.jumped"]
    assert jumped["seconds"] == step


def test_a_clock_that_is_being_corrected_is_followed_without_a_word(
    sit: Sit, hands: Hands, lines: list[EventDict]
) -> None:
    desk = sit(web("a"))
    desk.tick()
    left = desk.due_in("a")

    for _ in range(4):
        hands.set_by(1.5)
        assert desk.tick() == []

    assert desk.due_in("a") == pytest.approx(left - 6.0)
    assert [line for line in lines if line["event"] == "clock.jumped"] == []


def test_a_look_that_ends_after_the_clock_was_set_is_due_as_any_other(
    sit: Sit, hands: Hands
) -> None:
    shelf = web("a")
    desk = sit(shelf)
    shelf.gate.clear()
    desk.schedule._tick()
    shelf.looked.hear()
    hands.set_by(DAY)
    shelf.gate.set()

    desk.tick()

    assert 90.0 <= desk.due_in("a") <= 110.0


def test_a_start_asks_nobody_before_its_time(sit: Sit, app: App, hands: Hands) -> None:
    desk = sit(web("a"))
    desk.tick()
    hands.pass_by(50.0)
    again = sit(web("a"))

    assert again.tick() == []
    assert again.tick(60.0) == ["a"]


def test_a_start_after_the_clock_was_set_back_asks_at_once(sit: Sit, hands: Hands) -> None:
    desk = sit(web("a"), web("b"))
    desk.tick()
    hands.set_by(-DAY)
    desk.let("b", last_look_at=rfc3339(hands.wall))
    again = sit(web("a"), web("b"))
    again.schedule.start()
    again.schedule.stop()

    assert again.tick() == ["a"]


def test_the_ticker_goes_on_by_itself(sit: Sit, hands: Hands) -> None:
    shelf = web("a", every=1.0)
    desk = sit(shelf)
    desk.schedule.start()
    for _ in range(3):
        shelf.looked.hear()
        desk.ended()
        hands.pass_by(2.0)
    desk.schedule.stop()

    assert desk.schedule.idle_for < LONG


def test_a_store_that_fails_is_asked_again_at_the_next_tick(
    sit: Sit, app: App, bugs: Ears, lines: list[EventDict]
) -> None:
    desk = sit(web("a"))
    failures: list[Exception] = [StoreUnavailableError("no way to the store")]
    reading = app.database.reading

    class Failing:
        def __call__(self) -> object:
            if failures:
                raise failures.pop()
            return reading()

    app.database.reading = Failing()  # type: ignore[method-assign, assignment]  # one failure

    assert desk.tick() == []
    assert desk.tick() == ["a"]
    assert bugs.silent
    assert [line["event"] for line in lines if line["event"] == "store.failed"]


@pytest.mark.parametrize("bug", [ZeroDivisionError("of ours"), StoreError("for good")])
def test_what_waiting_does_not_mend_is_handed_on(
    sit: Sit, hands: Hands, bugs: Ears, bug: Exception
) -> None:
    desk = sit(web("a"))

    def broken() -> None:
        raise bug

    desk.schedule._guarded(broken)

    assert bugs.hear() is bug


def test_many_sources_of_one_host_leave_room_for_others(sit: Sit) -> None:
    crowd = [web(f"crowd-{number:03}", "crowd") for number in range(40)]
    desk = sit(*crowd, web("zebra"))

    asked = desk.tick()
    while more := desk.tick():
        asked += more

    assert sorted(asked) == sorted([*(shelf.name for shelf in crowd), "zebra"])


def test_room_that_is_made_is_used_without_waiting_for_a_tick(sit: Sit) -> None:
    crowd = [web(f"crowd-{number}", "crowd") for number in range(6)]
    desk = sit(*crowd)

    desk.schedule._tick()

    for shelf in crowd:
        shelf.looked.hear()


def test_nobody_is_chosen_that_is_not_configured_or_is_looked_at_already() -> None:
    domains = {"a": "x.example", "b": "y.example"}

    assert choose(["gone", "a", "b"], domains, busy=["a"], room=5) == (["b"], False)


def test_of_one_domain_only_its_share_is_chosen_and_who_is_here_has_none() -> None:
    domains = {"a": "x", "b": "x", "c": "x", "d": "y", "e": None, "f": None, "g": None}

    assert choose("abcdefg", domains, busy=[], room=9) == (["a", "b", "d", "e", "f", "g"], True)
    assert choose("abcdefg", domains, busy=["a"], room=2) == (["b", "d"], True)
    assert choose("abcdefg", domains, busy=[], room=0) == ([], True)


def test_neighbours_are_one_of_each_other_domain() -> None:
    domains = {"a": "x", "b": "x", "c": "y", "d": None, "e": "z"}

    found = list(neighbours(["a", "b", "c", "d", "e", "gone"], domains, besides={"z"}))

    assert found == [("a", "x"), ("c", "y")]


def test_where_one_host_cannot_be_reached_its_neighbours_are_asked(sit: Sit) -> None:
    names = ("a", "b", "c", "d")
    desk = sit(*(web(name, every=10_000.0) for name in names))
    desk.app.tools.network.patience = PATIENCE
    assert sorted(desk.tick()) == list(names)
    desk.let("a", next_due_at=rfc3339(desk.hands.wall))
    desk.shelves["a"].bug = UnreachableError("https://a.example/feed", "no route to host")

    asked = desk.tick() + desk.tick()

    assert "a" in asked
    assert len(set(asked)) == len(asked) == 3
    assert desk.failures() == dict.fromkeys(names, 0)
    assert desk.tick(61.0) == ["a"]
    assert desk.failures() == dict.fromkeys(names, 0) | {"a": 1}


def test_an_outage_of_all_hosts_is_nobodys_failure(sit: Sit) -> None:
    names = ("a", "b", "c", "d")
    desk = sit(*(web(name, every=1_000.0) for name in names))
    desk.app.tools.network.patience = PATIENCE
    desk.tick()
    for name, shelf in desk.shelves.items():
        shelf.bug = UnreachableError(f"https://{name}.example/feed", "no route to host")
    for _ in range(30):
        desk.tick(61.0)
    failures = desk.failures()
    # of all: three that went on failing behind the first that answers were an outage again
    for shelf in desk.shelves.values():
        shelf.bug = None
    desk.tick(61.0)

    assert failures == dict.fromkeys(names, 0)
    kinds = {NetworkLost, NetworkFound, SourceFailed}
    facts = [type(fact).__name__ for fact in told(desk.app.database, desk.app.log)]
    assert [name for name in facts if name in {kind.__name__ for kind in kinds}] == [
        "NetworkLost",
        "NetworkFound",
    ]
