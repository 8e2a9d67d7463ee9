"""When a source is looked at next, and what is recorded of how it does."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ingestd.clock import rfc3339
from ingestd.errors import (
    BusyHostError,
    FetchError,
    MalformedFeedError,
    RefusedError,
    SourceError,
    UnreachableError,
)
from ingestd.events import (
    Event,
    SourceFailed,
    SourceFellSilent,
    SourceMoved,
    SourceRecovered,
    SourceStopped,
)
from ingestd.pipeline.pacing import Asked, Looked, address_to_ask, decide_pace
from ingestd.sources.found import BY_HAND, Moved, Pace
from ingestd.store.source_state import SourceState

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR, DAY = 3_600.0, 86_400.0
PACE = Pace(start=1_000.0, shortest=250.0, longest=8_000.0)
ASKED = Asked(source="wire", address="https://wire.example/feed", pace=PACE)
KNOWN = SourceState(interval=1_000.0, looks=7)
DOWN = UnreachableError("https://wire.example/feed", "no route to host")


def after(
    before: SourceState = KNOWN, asked: Asked = ASKED, now: datetime = NOW, **looked: Any
) -> tuple[SourceState, list[Event]]:
    return decide_pace(before, Looked(**looked), asked, now)


def wait(state: SourceState, now: datetime = NOW) -> float:
    assert state.next_due_at is not None
    return (datetime.fromisoformat(state.next_due_at) - now).total_seconds()


def refused(status: int, retry_after: float | None = None) -> RefusedError:
    return RefusedError(
        ASKED.address, f"it answered {status}", status=status, retry_after=retry_after
    )


def about(seconds: float) -> Any:
    return pytest.approx(seconds, rel=0.0501)


def ago(seconds: float) -> str:
    return rfc3339(NOW - timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("seen", "news", "interval"),
    [(0, 0, 1_200.0), (30, 0, 1_200.0), (30, 1, 800.0), (30, 19, 800.0), (30, 20, 500.0)],
)
def test_the_interval_follows_how_much_is_new(seen: int, news: int, interval: float) -> None:
    state, facts = after(seen=seen, news=news)

    assert state.interval == pytest.approx(interval)
    assert wait(state) == about(interval)
    assert facts == []


def test_a_first_look_says_nothing_about_the_pace() -> None:
    state, _ = after(SourceState(), seen=30, news=30, brought=30)

    assert (state.interval, wait(state)) == (1_000.0, about(1_000.0))


@pytest.mark.parametrize(("news", "end"), [(0, 8_000.0), (3, 250.0)])
def test_the_interval_stays_within_its_bounds(news: int, end: float) -> None:
    state = KNOWN
    for _ in range(40):
        state, _ = after(state, seen=3, news=news)

    assert state.interval == end


def test_a_steady_pace_is_steady() -> None:
    asked = replace(ASKED, pace=Pace.steady(300.0))

    for news in (0, 3):
        state, _ = after(replace(KNOWN, interval=300.0), asked, seen=3, news=news)
        assert wait(state) == about(300.0)


@pytest.mark.parametrize(
    ("fresh_for", "expected"),
    [(None, 1_200.0), (60.0, 1_200.0), (5_000.0, 5_000.0), (DAY, 8_000.0)],
)
def test_freshness_is_believed_within_the_bounds(
    fresh_for: float | None, expected: float
) -> None:
    state, _ = after(fresh_for=fresh_for)

    assert wait(state) == about(expected)
    assert state.interval == pytest.approx(1_200.0)


def test_what_was_not_ready_is_looked_for_soon_and_leaves_the_pace_alone() -> None:
    state, _ = after(seen=3, again_after=4.0)

    assert (wait(state), state.interval) == (4.0, 1_000.0)


def test_jitter_spreads_sources_and_rounds_and_is_the_same_again() -> None:
    def drawn(source: str, looks: int) -> float:
        asked, before = replace(ASKED, source=source), replace(KNOWN, looks=looks)
        return wait(after(before, asked)[0])

    waits = {drawn(f"wire-{number}", looks) for number in range(10) for looks in range(10)}

    assert len(waits) == 100
    assert all(1_140.0 <= one <= 1_260.0 for one in waits)
    assert max(waits) - min(waits) > 100.0
    assert drawn("wire-1", 1) == drawn("wire-1", 1)


@pytest.mark.parametrize(
    ("failure", "base"),
    [
        (DOWN, 500.0),
        (FetchError(ASKED.address, "no complete answer within 30 s"), 500.0),
        (MalformedFeedError("it is no feed"), 500.0),
        (refused(404), 500.0),
        (refused(408), 500.0),
        (refused(429), 500.0),
        (refused(500), 500.0),
        (refused(403), 1_000.0),
        (SourceError("it cannot be asked so"), 1_000.0),
    ],
)
def test_failures_weigh_by_their_kind_and_add_up(failure: SourceError, base: float) -> None:
    state, waits = KNOWN, []
    for _ in range(3):
        state, _ = after(state, failure=failure)
        waits.append(wait(state))

    assert waits == [about(base), about(2 * base), about(3 * base)]
    assert (state.failures, state.interval) == (3, 1_000.0)


def test_back_off_grows_to_a_day_and_stays_there() -> None:
    state, waits = KNOWN, []
    for _ in range(1_000):
        state, _ = after(state, failure=DOWN)
        waits.append(wait(state))

    assert max(waits) == waits[-1] == DAY
    assert state.stopped is None


def test_a_source_that_costs_nothing_is_never_left_alone_for_long() -> None:
    asked = replace(ASKED, pace=Pace.steady(300.0))
    state = replace(KNOWN, interval=300.0)
    for _ in range(50):
        state, _ = after(state, asked, failure=DOWN)

    assert wait(state) == 300.0


@pytest.mark.parametrize("retry_after", [7_000.0, 2 * DAY])
def test_nobody_comes_back_before_he_was_told_to(retry_after: float) -> None:
    state, _ = after(failure=refused(429, retry_after))

    assert wait(state) == retry_after


def test_a_failure_is_told_when_it_begins_and_when_its_reason_changes() -> None:
    first = SourceFailed(source="wire", reason=str(DOWN), hint=None, retryable=True)
    state, told = after(failure=DOWN)
    again, nothing = after(state, failure=DOWN)
    _, other = after(again, failure=refused(500))

    assert (told, nothing) == ([first], [])
    assert [type(fact) for fact in other] == [SourceFailed]


def test_a_recovery_is_told_and_the_old_pace_taken_up_at_once() -> None:
    state = KNOWN
    for _ in range(50):
        state, _ = after(state, failure=DOWN)

    state, facts = after(state)

    assert facts == [SourceRecovered(source="wire")]
    assert (state.failing, state.failures, wait(state)) == (None, 0, about(1_200.0))


def test_a_busy_host_is_no_failure() -> None:
    busy = BusyHostError(ASKED.address, "its turn comes later", until=40.0)

    state, facts = after(failure=busy)

    assert (state, facts) == (replace(KNOWN, next_due_at=ago(-40.0)), [])
    soon = BusyHostError(ASKED.address, "its turn comes at once", until=0.0)
    assert wait(after(failure=soon)[0]) == 1.0


def test_an_outage_of_our_own_is_no_failure_and_is_looked_at_each_minute() -> None:
    state, facts = after(failure=DOWN, is_blamed=False)

    assert (state, facts) == (replace(KNOWN, next_due_at=ago(-60.0)), [])


def test_a_source_that_is_gone_is_stopped() -> None:
    gone = refused(410)

    state, facts = after(replace(KNOWN, next_due_at=ago(0)), failure=gone)

    assert (state.stopped, state.next_due_at, state.failures) == (str(gone), None, 0)
    assert facts == [SourceStopped(source="wire", reason=str(gone))]


def test_what_is_looked_at_by_hand_is_neither_due_nor_stopped_nor_moved() -> None:
    by_hand = replace(ASKED, pace=BY_HAND)
    fresh = SourceState(last_look_at=ago(0))

    failing, facts = after(SourceState(), by_hand, failure=refused(410))
    assert (failing.next_due_at, failing.stopped) == (None, None)
    assert [type(fact) for fact in facts] == [SourceFailed]

    well, facts = after(failing, by_hand, brought=1, moved_to=Moved(address="x", status=301))
    assert (well, facts) == (fresh, [SourceRecovered(source="wire")])
    assert after(well, by_hand) == (fresh, [])


ELSEWHERE = "https://new.example/feed"


def test_a_source_that_moved_is_asked_there_and_told_once() -> None:
    moved = Moved(address=ELSEWHERE, status=301)

    state, facts = after(moved_to=moved)
    again, nothing = after(state)

    assert facts == [
        SourceMoved(source="wire", before=ASKED.address, address=ELSEWHERE, status=301)
    ]
    assert (address_to_ask(state), again.moved_to, nothing) == (ELSEWHERE, ELSEWHERE, [])


def test_a_source_that_moves_on_is_asked_at_the_last_place() -> None:
    there = replace(KNOWN, moved_to=ELSEWHERE)
    last = "https://last.example/feed"

    state, facts = after(there, moved_to=Moved(address=last, status=308))

    assert state.moved_to == last
    assert facts == [SourceMoved(source="wire", before=ELSEWHERE, address=last, status=308)]


def test_a_source_that_moves_back_is_where_it_is_configured() -> None:
    there = replace(KNOWN, moved_to=ELSEWHERE)

    state, facts = after(there, moved_to=Moved(address=ASKED.address, status=301))

    assert (state.moved_to, len(facts)) == (None, 1)


def test_a_redirect_to_where_it_is_asked_already_is_no_news() -> None:
    state, facts = after(moved_to=Moved(address=ASKED.address, status=301))

    assert (state.moved_to, facts) == (None, [])


def test_a_source_that_fails_where_it_moved_is_asked_at_both_places_in_turn() -> None:
    state = replace(KNOWN, moved_to=ELSEWHERE)
    asked = []
    for _ in range(4):
        asked.append(address_to_ask(state))
        state, _ = after(state, failure=DOWN)

    assert asked == [ELSEWHERE, None, ELSEWHERE, None]


def test_a_source_that_answers_where_it_was_is_there_again() -> None:
    there = replace(KNOWN, moved_to=ELSEWHERE, failures=1, failing=str(DOWN))

    state, facts = after(there)

    assert state.moved_to is None
    assert facts == [
        SourceRecovered(source="wire"),
        SourceMoved(source="wire", before=ELSEWHERE, address=ASKED.address, status=200),
    ]


def test_gaps_between_arrivals_are_remembered_the_last_twenty() -> None:
    state, now = KNOWN, NOW
    for number in range(30):
        state, _ = after(state, now=now, seen=1, news=1, brought=1)
        now += timedelta(seconds=1_000 + number)

    assert state.gaps == [1_000.0 + number for number in range(9, 29)]


def test_what_comes_within_the_shortest_interval_is_one_arrival() -> None:
    before = replace(KNOWN, last_new_at=ago(200.0), gaps=[500.0])

    state, _ = after(before, brought=1)

    assert (state.gaps, state.last_new_at) == ([500.0], ago(0))


QUIET = replace(KNOWN, last_new_at=ago(3_001.0), gaps=[10.0, 900.0, 1_000.0, 5_000.0, 9_000.0])


def test_a_source_that_is_quiet_for_thrice_its_median_gap_is_told_of_once() -> None:
    state, facts = after(QUIET)
    _, nothing = after(state)

    assert facts == [SourceFellSilent(source="wire", since=ago(3_001.0), median_gap=1_000.0)]
    assert (state.silent_since, nothing) == (ago(3_001.0), [])


@pytest.mark.parametrize(
    "before",
    [
        replace(QUIET, last_new_at=ago(3_000.0)),
        replace(QUIET, gaps=[1_000.0] * 4),
        replace(QUIET, last_new_at=None),
    ],
    ids=["not long enough", "too few gaps", "never brought anything"],
)
def test_a_source_of_which_too_little_is_known_is_not_called_silent(
    before: SourceState,
) -> None:
    state, facts = after(before)

    assert (state.silent_since, facts) == (None, [])


def test_a_source_that_fails_is_not_called_silent() -> None:
    state, [fact] = after(QUIET, failure=DOWN)

    assert (state.silent_since, type(fact)) == (None, SourceFailed)


def test_the_next_document_ends_the_silence() -> None:
    state, facts = after(replace(QUIET, silent_since=ago(3_001.0)), brought=1)

    assert (state.silent_since, facts) == (None, [])
