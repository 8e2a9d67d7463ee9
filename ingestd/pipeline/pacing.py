"""When a source is looked at again, and what that says of its health; touches nothing.

The interval follows Common Crawl's news crawler, which waits half as long again where nothing
changed and a fifth less where something did; it grows more slowly here, because what leaves a
feed unseen is lost. Where two thirds of what is shown are new (the threshold of Media Cloud's
rss-fetcher), the feed turns over as fast as it is read: half the interval. Weights of failures
and a delay that grows with their number, up to a day, are rss-fetcher's too. Nothing is given up.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from http import HTTPStatus
from statistics import median

import msgspec
from msgspec.structs import replace

from ingestd.clock import rfc3339
from ingestd.errors import BusyHostError, FetchError, MalformedFeedError, RefusedError
from ingestd.errors import SourceError as Failure
from ingestd.events import (
    Event,
    SourceFailed,
    SourceFellSilent,
    SourceMoved,
    SourceRecovered,
    SourceStopped,
)
from ingestd.sources.found import BY_HAND, Moved, Pace
from ingestd.store.source_state import SourceState

LONGER, SHORTER, MUCH_SHORTER = 1.2, 0.8, 0.5
TURNED_OVER = 2 / 3
JITTER = 0.05
NETWORK_ROUND = 60.0
"""Seconds after which a source is looked at again while our own network is down."""
HARD, SOFT = 1.0, 0.5
PASSING = {HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT}
GAPS, ENOUGH_GAPS = 20, 5
SILENT_AFTER = 3
"""Times the median gap."""
SAME_ARRIVAL = 0.9  # of the shortest interval: what comes within it came at once


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a look came to.

    Of `seen` items, `news` were anything but unchanged, and `brought` were documents.
    `is_blamed` is False for a failure that may be our own network's. `fresh_for` is for how
    long its server says that nothing is new, in seconds; `moved_to` where it says that it is.
    `again_after` is when to look for what was not ready, or whose turn did not come.
    """

    seen: int = 0
    news: int = 0
    brought: int = 0
    failure: Failure | None = None
    is_blamed: bool = True
    fresh_for: float | None = None
    moved_to: Moved | None = None
    again_after: float | None = None


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Who was looked at, and how often that may be; `address` is as configured."""

    source: str
    address: str
    pace: Pace


def decide_pace(
    before: SourceState, looked: Looked, asked: Asked, now: datetime
) -> tuple[SourceState, list[Event]]:
    """Say when the source is due again, how it does, and what is to be recorded of it."""
    failure = looked.failure
    if asked.pace == BY_HAND:
        return _by_hand(before, failure, asked, now)
    if (wait := _put_off(looked)) is not None:
        return _due(before, now, wait), []
    seen = replace(before, last_look_at=rfc3339(now))
    if failure is None:
        return _answered(seen, looked, asked, now)
    if isinstance(failure, RefusedError) and failure.status == HTTPStatus.GONE:
        return _stopped(seen, failure, asked)
    return _failed(seen, failure, asked, now)


def address_to_ask(state: SourceState) -> str | None:
    """Where a source is asked, if not where it is configured.

    One that fails where it moved to is asked in turn at both addresses.
    """
    return None if state.failures % 2 else state.moved_to


def _put_off(looked: Looked) -> float | None:
    """For how long, if nothing was learned of the source."""
    if isinstance(looked.failure, BusyHostError):
        return max(looked.failure.until, 1.0)
    return NETWORK_ROUND if looked.failure is not None and not looked.is_blamed else None


def _by_hand(
    before: SourceState, failure: Failure | None, asked: Asked, now: datetime
) -> tuple[SourceState, list[Event]]:
    """Remember nothing but whether it answered: the next look may be at another place."""
    after, facts = replace(before, failing=None, failures=0), _recovered(before, asked)
    if failure is not None:
        after, facts = _failed(before, failure, asked, now)
    return replace(after, last_look_at=rfc3339(now), next_due_at=None), facts


def _recovered(before: SourceState, asked: Asked) -> list[Event]:
    return [] if before.failing is None else [SourceRecovered(source=asked.source)]


def _answered(
    before: SourceState, looked: Looked, asked: Asked, now: datetime
) -> tuple[SourceState, list[Event]]:
    interval = _interval(before, looked, asked.pace)
    wait = max(interval, min(looked.fresh_for or 0.0, asked.pace.longest))
    wait *= _jitter(before, asked.source)
    if looked.again_after is not None:
        wait = min(wait, looked.again_after)
    moved, facts = _moved(before, looked.moved_to, asked)
    heard, silence = _heard(moved, looked, asked, now)
    after = replace(heard, failing=None, failures=0, interval=interval)
    return _due(after, now, wait), _recovered(before, asked) + facts + silence


def _interval(before: SourceState, looked: Looked, pace: Pace) -> float:
    if before.interval is None:
        return pace.start  # at a first look everything is new
    if looked.again_after is not None:
        factor = 1.0  # this look is not over
    elif not looked.news:
        factor = LONGER
    elif looked.news >= TURNED_OVER * looked.seen:
        factor = MUCH_SHORTER
    else:
        factor = SHORTER
    return min(max(before.interval * factor, pace.shortest), pace.longest)


def _moved(
    before: SourceState, moved_to: Moved | None, asked: Asked
) -> tuple[SourceState, list[Event]]:
    was_asked = address_to_ask(before) or asked.address
    now_at = moved_to.address if moved_to else was_asked
    believed = before.moved_to or asked.address
    if now_at == believed:
        return before, []
    # a source that moved can be found where it was, which is no redirect
    status = moved_to.status if moved_to else HTTPStatus.OK
    fact = SourceMoved(source=asked.source, before=believed, address=now_at, status=int(status))
    return replace(before, moved_to=None if now_at == asked.address else now_at), [fact]


def _heard(
    before: SourceState, looked: Looked, asked: Asked, now: datetime
) -> tuple[SourceState, list[Event]]:
    """Remember when it brought something; tell, once, that it has fallen silent."""
    last = before.last_new_at
    gap = 0.0 if last is None else (now - datetime.fromisoformat(last)).total_seconds()
    if looked.brought:
        counts = last is not None and gap >= asked.pace.shortest * SAME_ARRIVAL
        gaps = [*before.gaps, gap][-GAPS:] if counts else before.gaps
        return replace(before, gaps=gaps, last_new_at=rfc3339(now), silent_since=None), []
    if last is None or before.silent_since or len(before.gaps) < ENOUGH_GAPS:
        return before, []
    usual = median(before.gaps)
    if gap <= SILENT_AFTER * usual:
        return before, []
    fact = SourceFellSilent(source=asked.source, since=last, median_gap=usual)
    return replace(before, silent_since=last), [fact]


def _failed(
    before: SourceState, failure: Failure, asked: Asked, now: datetime
) -> tuple[SourceState, list[Event]]:
    failures = before.failures + 1
    base = before.interval or asked.pace.start
    wait = max(base * _weight(failure) * failures, asked.pace.shortest)
    wait = min(wait * _jitter(before, asked.source), asked.pace.patience)
    if isinstance(failure, RefusedError):
        wait = max(wait, failure.retry_after or 0.0)
    reason = str(failure)
    facts: list[Event] = []
    if reason != before.failing:
        facts.append(
            SourceFailed(
                source=asked.source,
                reason=reason,
                hint=failure.hint,
                retryable=failure.retryable,
            )
        )
    return _due(replace(before, failing=reason, failures=failures), now, wait), facts


def _stopped(
    before: SourceState, failure: Failure, asked: Asked
) -> tuple[SourceState, list[Event]]:
    reason = str(failure)
    after = replace(before, stopped=reason, next_due_at=None)
    return after, [SourceStopped(source=asked.source, reason=reason)]


def _weight(failure: Failure) -> float:
    """How much a failure counts: one that passes by itself half as much as another."""
    if isinstance(failure, RefusedError):
        passes = failure.status in PASSING or failure.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    else:
        passes = isinstance(failure, FetchError | MalformedFeedError)
    return SOFT if passes else HARD


def _jitter(state: SourceState, source: str) -> float:
    """A factor within 5 % of 1: the same for the same round of the same source."""
    drawn = sha256(f"{source}:{state.looks}".encode()).digest()
    return 1 + JITTER * (int.from_bytes(drawn[:4], "big") / 2**31 - 1)


def _due(state: SourceState, now: datetime, wait: float) -> SourceState:
    return replace(state, next_due_at=rfc3339(now + timedelta(seconds=wait)))
