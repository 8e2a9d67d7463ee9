"""The same table, played to a feed: what stands in the log after one look."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ingestd.events import (
    DocumentReceived,
    Event,
    SourceFailed,
    SourceMoved,
    SourcePolled,
    SourceStopped,
)
from ingestd.pipeline.looking import look
from ingestd.pipeline.registration import register
from ingestd.pipeline.step import Tools
from ingestd.sources.feed import FeedOptions, FeedSource
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.fixtures.stores import HandClock, told
from tests.fixtures.wires import PAPER, Wires
from tests.integration.fetching.cases import CASES, Case

FEED = b"""<rss version="2.0"><channel><title>News</title><item><title>One</title>
<link>http://paper.example/1</link><description>Some words of it.</description></item>
</channel></rss>"""
FOR_FEEDS = [case for case in CASES if not case.as_robot]


@pytest.fixture
def database(sqlite: Database) -> Database:
    return sqlite


@pytest.fixture
def world(wires: Wires, tools: Tools, clock: HandClock) -> "World":
    return World(wires, replace(tools, web=wires.web(clock=clock)), clock)


class World:
    """A feed that is looked at, and the log of it."""

    def __init__(self, wires: Wires, tools: Tools, clock: HandClock) -> None:
        self.wires, self.tools, self.clock = wires, tools, clock

    def look(self, url: str = f"{PAPER}/a", **options: object) -> Sequence[Event]:
        """What one look records."""
        given = {"url": url, "max_bytes": 2**20, "timeout": "30s"} | options
        source = FeedSource("news", FeedOptions.model_validate(given), self.clock)
        register([source], tools=self.tools)
        before = len(self.log)
        look(source, tools=self.tools, clock=self.clock)
        return self.log[before:]

    @property
    def log(self) -> list[Event]:
        return told(self.tools.database, EventLog(self.clock))


@pytest.mark.parametrize("case", FOR_FEEDS, ids=lambda case: case.name)
def test_each_case_is_recorded_with_its_reason(world: World, case: Case) -> None:
    case.play(world.wires)
    timeout = "500ms" if "within 0.5 s" in case.told else "30s"

    [fact] = world.look(case.url, timeout=timeout)

    assert isinstance(fact, SourceStopped if case.name == "410" else SourceFailed)
    reason = "no feed" if case.error is None else case.told
    assert reason in fact.reason


@pytest.mark.parametrize(
    ("status", "is_recorded"), [(301, True), (308, True), (302, False), (307, False)]
)
def test_a_feed_that_has_moved_for_good_is_recorded(
    world: World, status: int, *, is_recorded: bool
) -> None:
    world.wires.site.gives("/a", status=status, Location="/b")
    world.wires.site.gives("/b", FEED)

    facts = world.look()

    expected = [DocumentReceived, SourcePolled] + [SourceMoved] * is_recorded
    assert [type(fact) for fact in facts] == expected


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asked_to_be_left_alone_is_not_asked_and_that_is_no_failure(
    world: World, status: int
) -> None:
    world.wires.site.gives("/a", status=status, Retry_After="900")
    [failed] = world.look()

    again = world.look()

    assert isinstance(failed, SourceFailed)
    assert again == []
    assert world.wires.site.paths == ["/a"]
