"""Sources over weeks: failing, back again, moved, gone, silent; and an outage of our own.

The pace and the database are the real ones; the clock is a hand's, and nobody waits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from ingestd.clock import rfc3339
from ingestd.daemon.schedule import neighbours
from ingestd.errors import (
    BusyHostError,
    RefusedError,
    SourceError,
    StoppedSourceError,
    UnreachableError,
)
from ingestd.events import (
    Event,
    NetworkFound,
    NetworkLost,
    SourceFailed,
    SourceFellSilent,
    SourceMoved,
    SourcePolled,
    SourceRecovered,
    SourceResumed,
    SourceStopped,
)
from ingestd.events.subjects import NETWORK_STREAM
from ingestd.pipeline.looking import Look, look
from ingestd.pipeline.network import NEEDED, PATIENCE, Network
from ingestd.pipeline.registration import register, resume
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Asking, Collected, Found, Moved, Pace
from ingestd.store import due, source_state
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from ingestd.store.source_state import SourceState
from tests.fixtures.shelves import found
from tests.fixtures.stores import BEGINNING, told

HOUR, DAY = 3_600.0, 86_400.0
OUTAGE: list[type[Event]] = [NetworkLost, NetworkFound]
QUICK = Pace(start=600.0, shortest=300.0, longest=600.0)
PACE = Pace(start=1_800.0, shortest=450.0, longest=4 * HOUR)


class Hands:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now

    def moment(self) -> float:
        return self.now.timestamp()


@dataclass(kw_only=True)
class Feed:
    """A source on the web: fails as it was told to, and shows what it was given."""

    name: str
    failure: SourceError | None = None
    items: list[Found] = field(default_factory=list)
    moved_to: Moved | None = None
    asked_at: list[str | None] = field(default_factory=list)
    kind: str = "feed"
    options: str = "{}"
    pace: Pace = PACE
    watched: None = None
    host: str = ""

    @property
    def address(self) -> str:
        return f"https://{self.host or self.name}.example/feed"

    def collect(self, asking: Asking) -> Collected:
        self.asked_at.append(asking.address)
        if self.failure is not None:
            raise self.failure
        return Collected(items=self.items, moved_to=self.moved_to, validators={"etag": "1"})


class World:
    """Feeds that are looked at when they are due, and only then."""

    def __init__(self, tools: Tools, hands: Hands) -> None:
        self.tools, self.hands = tools, hands
        self.feeds: dict[str, Feed] = {}
        self.looks: list[tuple[str, datetime]] = []
        self.probed: set[str] = set()

    def configure(self, *feeds: Feed) -> None:
        self.feeds = {feed.name: feed for feed in feeds}
        register(feeds, tools=self.tools)

    def look(self, name: str) -> Look:
        self.looks.append((name, self.hands.now))
        current, _ = look(self.feeds[name], tools=self.tools, clock=self.hands)
        return current

    def live(self, seconds: float) -> None:
        """Let time pass, from one time that somebody is due to the next."""
        end = self.hands.now + timedelta(seconds=seconds)
        while (at := self._next()) is not None and at <= end:
            self.hands.now = max(self.hands.now, at)
            with self.tools.database.reading() as connection:
                names = list(due.due(connection, rfc3339(self.hands.now)))
            for name in names:
                self.look(name)
            self._ask_neighbours()
        self.hands.now = end

    def _ask_neighbours(self) -> None:
        """As the daemon's schedule does, a second later."""
        unclear = self.tools.network.unclear
        self.probed = self.probed | unclear if unclear else set()
        domains = {name: f"{name}.example" for name in self.feeds}
        with self.tools.database.reading() as connection:
            well = list(due.soonest(connection))
        for name, domain in neighbours(well, domains, besides=self.probed):
            if unclear and len(self.probed) < NEEDED:
                self.probed.add(domain)
                self.look(name)

    def _next(self) -> datetime | None:
        times = [self.state(name).next_due_at for name in self.feeds]
        return min((datetime.fromisoformat(at) for at in times if at), default=None)

    def state(self, name: str) -> SourceState:
        with self.tools.database.reading() as connection:
            return source_state.read(connection, name)

    def facts(self, *streams: str) -> list[Event]:
        every = told(self.tools.database, self.tools.log)
        return [fact for fact in every if fact.stream in streams]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def log(hands: Hands) -> EventLog:
    return EventLog(hands)


@pytest.fixture
def database(sqlite: Database) -> Database:
    return sqlite


@pytest.fixture
def world(tools: Tools, hands: Hands) -> World:
    moment = Network(hands.moment, patience=PATIENCE)
    object.__setattr__(tools, "network", moment)  # its minutes are those of the hand
    return World(tools, hands)


def down(name: str) -> UnreachableError:
    return UnreachableError(f"https://{name}.example/feed", "no route to host")


def refused(status: int, retry_after: float | None = None) -> RefusedError:
    return RefusedError(
        "https://a.example/feed", f"{status}", status=status, retry_after=retry_after
    )


def kinds(facts: Iterable[Event]) -> list[type[Event]]:
    return [type(fact) for fact in facts]


def test_thirty_days_of_failure_end_within_one_interval_at_the_cap(world: World) -> None:
    dead, well = Feed(name="dead"), Feed(name="well")
    world.configure(dead, well)
    world.live(DAY)
    before = world.state("dead").interval

    dead.failure = refused(500)
    world.live(30 * DAY)
    failing = world.state("dead")
    asked = [at for name, at in world.looks if name == "dead"]
    dead.failure, dead.items = None, [found("new")]
    back = world.hands.now
    world.live(DAY)

    assert 20 <= failing.failures <= 300
    assert failing.stopped is None
    assert max(b - a for a, b in pairwise(asked)) <= timedelta(days=1)
    [first, *_] = [at for name, at in world.looks if name == "dead" and at >= back]
    assert first - back <= timedelta(days=1)
    assert world.state("dead").failures == 0
    assert world.state("dead").accepted == 1
    assert world.state("dead").interval == pytest.approx(before, rel=0.5)
    story = kinds(world.facts("source:dead"))[1:]
    assert story == [SourceFailed, SourcePolled, SourceRecovered]


def test_after_a_recovery_the_old_pace_counts_at_once(world: World) -> None:
    feed = Feed(name="a")
    world.configure(feed)
    world.live(HOUR)
    feed.failure = refused(500)
    world.live(10 * DAY)
    feed.failure = None
    world.live(DAY)
    looks = [at for _, at in world.looks][-2:]

    assert (looks[1] - looks[0]).total_seconds() <= PACE.longest * 1.05


def test_an_outage_of_our_own_adds_no_failure_and_ends_with_the_first_answer(
    world: World,
) -> None:
    feeds = [Feed(name=name, pace=QUICK) for name in ("a", "b", "c", "d", "e")]
    world.configure(*feeds)
    world.live(HOUR)

    for feed in feeds:
        feed.failure = down(feed.name)
    world.live(HOUR)
    failures = [world.state(feed.name).failures for feed in feeds]
    failing = [world.state(feed.name).failing for feed in feeds]
    for feed in feeds:
        feed.failure = None
    found_at = world.hands.now
    world.live(61.0)

    assert (failures, failing) == ([0] * 5, [None] * 5)
    assert kinds(world.facts(NETWORK_STREAM)) == OUTAGE
    assert {name for name, at in world.looks if at > found_at} == set("abcde")
    assert not [f for f in world.facts("source:a") if isinstance(f, SourceFailed)]


def test_a_dead_host_among_living_ones_is_its_own_fault(world: World) -> None:
    feeds = [Feed(name=name) for name in ("a", "b", "c", "d")]
    world.configure(*feeds)
    world.live(DAY)
    feeds[0].failure = down("a")
    world.live(3 * DAY)

    assert world.state("a").failures > 5
    assert world.facts(NETWORK_STREAM) == []


def test_an_outage_that_lasts_over_a_restart_is_told_once(world: World) -> None:
    feeds = [Feed(name=name, pace=QUICK) for name in ("a", "b", "c", "d")]
    world.configure(*feeds)
    world.live(HOUR)
    for feed in feeds:
        feed.failure = down(feed.name)
    world.live(HOUR)
    again = Network(world.hands.moment, patience=PATIENCE)
    object.__setattr__(world.tools, "network", again)
    world.live(HOUR)
    for feed in feeds:
        feed.failure = None
    world.live(HOUR)

    assert kinds(world.facts(NETWORK_STREAM)) == OUTAGE


def test_a_source_that_says_when_to_come_back_is_left_alone_until_then(world: World) -> None:
    feed = Feed(name="a", failure=refused(429, 5 * HOUR))
    world.configure(feed)

    world.live(4.9 * HOUR)
    assert len(world.looks) == 1
    feed.failure = None
    world.live(0.2 * HOUR)

    assert len(world.looks) == 2


def test_a_busy_host_puts_a_look_off_and_nothing_else(world: World) -> None:
    feed = Feed(name="a")
    world.configure(feed)
    world.live(HOUR)
    before, facts = world.state("a"), world.facts("source:a")
    feed.failure = BusyHostError(feed.address, "its turn comes later", until=90.0)

    current = world.look("a")

    after = world.state("a")
    assert current.failure is feed.failure
    assert (after.failures, after.failing, after.interval) == (0, None, before.interval)
    assert after.next_due_at == rfc3339(world.hands.now + timedelta(seconds=90))
    assert world.facts("source:a") == facts


def test_a_source_that_moved_is_asked_where_it_is(world: World) -> None:
    feed = Feed(name="a", moved_to=Moved(address="https://new.example/feed", status=301))
    world.configure(feed)
    world.look("a")
    feed.moved_to = None
    world.look("a")

    assert feed.asked_at == [None, "https://new.example/feed"]
    assert kinds(world.facts("source:a"))[1:] == [SourceMoved]

    world.configure(Feed(name="a", host="other"))
    assert world.state("a").moved_to is None
    assert world.state("a").validators == {}


def test_a_source_that_is_gone_is_asked_no_more_until_somebody_says_so(world: World) -> None:
    feed = Feed(name="a", failure=refused(410))
    world.configure(feed)
    world.live(30 * DAY)
    assert len(world.looks) == 1
    current = world.look("a")
    assert isinstance(current.failure, StoppedSourceError)
    assert len(feed.asked_at) == 1

    feed.failure = None
    assert resume("a", tools=world.tools)
    assert not resume("a", tools=world.tools)
    world.live(60.0)

    assert len(feed.asked_at) == 2
    assert kinds(world.facts("source:a"))[1:] == [SourceStopped, SourceResumed]


def test_a_source_that_is_gone_stays_so_over_a_start_but_not_at_another_address(
    world: World,
) -> None:
    world.configure(Feed(name="a", failure=refused(410)))
    world.live(60.0)
    world.configure(Feed(name="a"))
    world.live(DAY)
    assert len(world.looks) == 1

    world.configure(Feed(name="a", host="other"))
    world.live(60.0)

    assert len(world.looks) == 2
    assert SourceResumed(source="a") in world.facts("source:a")


def test_a_source_that_falls_silent_is_told_of_once_and_speaks_again(world: World) -> None:
    feed = Feed(name="a")
    world.configure(feed)
    for number in range(8):
        feed.items = [found(f"new-{number}")]
        world.live(5 * HOUR)
    feed.items = []
    world.live(3 * DAY)
    silent = world.state("a").silent_since
    feed.items = [found("at last")]
    world.live(5 * HOUR)

    assert silent is not None
    assert world.state("a").silent_since is None
    [fact] = [f for f in world.facts("source:a") if isinstance(f, SourceFellSilent)]
    assert 4 * HOUR <= fact.median_gap <= 6 * HOUR


def test_options_that_change_let_a_source_be_looked_at_anew(world: World) -> None:
    feed = Feed(name="a")
    world.configure(feed)
    world.live(10 * HOUR)
    changed: Any = Feed(name="a", options='{"every":60.0}')
    world.configure(changed)

    state = world.state("a")
    assert (state.interval, state.validators) == (None, {})
    assert state.next_due_at == rfc3339(world.hands.now)
