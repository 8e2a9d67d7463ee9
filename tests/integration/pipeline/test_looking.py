"""One look at a source, and how it is accounted for."""

from typing import Any

import pytest

from ingestd.errors import (
    FetchError,
    MalformedFeedError,
    StoreUnavailableError,
    UnreadableError,
    VanishedError,
)
from ingestd.events import Event, SourceFailed, SourcePolled, SourceRecovered
from ingestd.pipeline.intake import AHEAD, Outcome
from ingestd.pipeline.looking import Look, look, outcomes_of
from ingestd.pipeline.step import Tools
from ingestd.store import source_state
from ingestd.store.source_state import SourceState
from tests.fixtures.building import SOURCE
from tests.fixtures.shelves import Shelf, body, found
from tests.fixtures.stores import HandClock, told

DOWN = FetchError("https://a.example", "timed out", hint="wait")


class Looker:
    """Looks at one shelf as often as it is told to."""

    def __init__(self, tools: Tools, clock: HandClock) -> None:
        self.shelf = Shelf()
        self.tools, self.clock = tools, clock

    def __call__(self, **changes: Any) -> tuple[Look, list[Outcome]]:
        for name, value in changes.items():
            setattr(self.shelf, name, value)
        return look(self.shelf, tools=self.tools, clock=self.clock)

    @property
    def state(self) -> SourceState:
        with self.tools.database.reading() as connection:
            return source_state.read(connection, SOURCE)

    @property
    def facts(self) -> list[Event]:
        """What was recorded of the source, its documents left out."""
        every = told(self.tools.database, self.tools.log)
        return [fact for fact in every if fact.stream == f"source:{SOURCE}"]


@pytest.fixture
def looks(tools: Tools, clock: HandClock) -> Looker:
    return Looker(tools, clock)


def test_a_look_takes_everything_in_and_adds_up(looks: Looker) -> None:
    looks(items=[found("old"), found("changed")])
    items = [
        found("old"),
        found("changed", body("other words")),
        found("new"),
        found("copy", body("Words of document new.")),
        found("bad", UnreadableError("it is no text")),
        found("gone", VanishedError("file:///gone", "gone")),
    ]

    current, outcomes = looks(items=items)

    kinds = ["unchanged", "revised", "accepted", "duplicate", "rejected"]
    assert [outcome.kind for outcome in outcomes] == kinds
    assert current.failure is None
    assert looks.facts[-1] == SourcePolled(
        source=SOURCE, seen=5, accepted=1, revised=1, duplicate=1, unchanged=1, rejected=1
    )
    assert (looks.state.looks, looks.state.seen, looks.state.unchanged) == (2, 7, 1)


def test_a_look_that_brings_nothing_new_is_counted_but_not_recorded(looks: Looker) -> None:
    bad = found("bad", UnreadableError("it is no text"))
    looks(items=[found("a"), bad])
    before = told(looks.tools.database, looks.tools.log)

    _, outcomes = looks()

    assert [(o.kind, o.news) for o in outcomes] == [("unchanged", False), ("rejected", False)]
    assert told(looks.tools.database, looks.tools.log) == before
    assert (looks.state.looks, looks.state.seen, looks.state.unchanged) == (2, 4, 2)
    assert looks.state.last_look_at is not None


def test_an_empty_look_is_a_look(looks: Looker) -> None:
    looks()

    assert (looks.facts, looks.state.looks, looks.state.seen) == ([], 1, 0)


def test_validators_are_handed_to_the_next_look(looks: Looker) -> None:
    looks(items=[found("a")], offered={"ETag": '"1"'})
    current, _ = looks(offered={"ETag": '"2"'})

    assert looks.shelf.handed == [{}, {"ETag": '"1"'}]
    assert looks.state.validators == {"ETag": '"2"'}
    assert current.again_after == 2.5


def test_validators_are_not_kept_before_every_item_is_recorded(looks: Looker) -> None:
    looks(offered={"ETag": '"1"'})
    unkeepable = found("a", StoreUnavailableError("no way to the store"))

    with pytest.raises(StoreUnavailableError):
        looks(items=[unkeepable], offered={"ETag": '"2"'})

    assert looks.state.validators == {"ETag": '"1"'}
    looks(items=[found("a")])
    assert looks.shelf.handed[-1] == {"ETag": '"1"'}


def test_validators_are_not_kept_where_the_source_breaks_off(looks: Looker) -> None:
    looks(offered={"ETag": '"1"'})

    current, outcomes = looks(items=[found("a")], breaks=DOWN, offered={"ETag": '"2"'})

    assert (current.failure, current.again_after) == (DOWN, None)
    assert [outcome.kind for outcome in outcomes] == ["accepted"]
    assert looks.state.validators == {"ETag": '"1"'}
    assert looks.facts == [
        SourcePolled(
            source=SOURCE, seen=1, accepted=1, revised=0, duplicate=0, unchanged=0, rejected=0
        ),
        SourceFailed(source=SOURCE, reason=str(DOWN), hint="wait", retryable=True),
    ]


def test_a_failure_is_recorded_once_until_the_reason_changes(looks: Looker) -> None:
    other = MalformedFeedError("it is no feed")
    for failure in (DOWN, DOWN, other, other, DOWN):
        current, outcomes = looks(failure=failure)
        assert (current.failure, outcomes) == (failure, [])

    assert looks.facts == [
        SourceFailed(source=SOURCE, reason=str(DOWN), hint="wait", retryable=True),
        SourceFailed(source=SOURCE, reason="it is no feed", hint=None, retryable=False),
        SourceFailed(source=SOURCE, reason=str(DOWN), hint="wait", retryable=True),
    ]
    assert (looks.state.looks, looks.state.failing) == (5, str(DOWN))


def test_a_recovery_is_recorded_once(looks: Looker) -> None:
    looks(failure=DOWN)
    looks(failure=None)
    looks()

    assert looks.facts[1:] == [SourceRecovered(source=SOURCE)]
    assert looks.state.failing is None


def test_a_failing_source_keeps_its_validators(looks: Looker) -> None:
    looks(offered={"ETag": '"1"'})
    looks(failure=DOWN)
    looks(failure=None)

    assert looks.shelf.handed[-1] == {"ETag": '"1"'}


def test_a_look_that_is_left_half_way_is_not_finished(looks: Looker) -> None:
    items = [found(f"{number}") for number in range(AHEAD + 1)]
    outcomes = outcomes_of(
        Look(source=Shelf(items=items)), tools=looks.tools, clock=looks.clock
    )

    assert next(outcomes).kind == "accepted"
    outcomes.close()  # type: ignore[attr-defined]  # a generator, to the caller an iterator

    assert (looks.facts, looks.state.looks) == ([], 0)


def test_a_look_ends_in_the_transaction_of_its_last_items(looks: Looker) -> None:
    outcomes = outcomes_of(
        Look(source=Shelf(items=[found("a"), found("b")])), tools=looks.tools, clock=looks.clock
    )

    assert next(outcomes).kind == "accepted"

    [polled] = looks.facts
    assert isinstance(polled, SourcePolled)
    assert (polled.seen, polled.accepted, looks.state.looks) == (2, 2, 1)
    assert [outcome.kind for outcome in outcomes] == ["accepted"]
    assert (len(looks.facts), looks.state.seen) == (1, 2)
