"""One look at a source: everything it shows goes through the door, and the look is accounted for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import sqlalchemy as sa
import structlog

from ingestd.clock import Clock
from ingestd.errors import BusyHostError, SourceError, StoppedSourceError
from ingestd.events import Draft, Event, SourceFailed, SourcePolled
from ingestd.events.text import sound
from ingestd.pipeline.accounts import OUTCOMES
from ingestd.pipeline.disappearing import depart
from ingestd.pipeline.intake import Door
from ingestd.pipeline.pacing import Looked, address_to_ask
from ingestd.pipeline.recording import Outcome
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.pipeline.visit import Visit
from ingestd.pipeline.weighing import weigh
from ingestd.sources.found import Asking, Bundle, Collected, Source
from ingestd.sources.rules import rules_of
from ingestd.store import source_state
from ingestd.store.source_state import SourceState

log = structlog.get_logger()
ACTOR = "look@1"


@dataclass(slots=True, kw_only=True)
class Look:
    """A look in progress: read `outcomes` to its end, then `finish` has recorded it."""

    source: Source
    counts: Counter[str] = field(default_factory=Counter)
    again_after: float | None = None
    failure: SourceError | None = None


def look(source: Source, *, tools: Tools, clock: Clock) -> tuple[Look, list[Outcome]]:
    """Look once. A source that fails becomes a recorded failure, not an exception."""
    current = Look(source=source)
    outcomes = list(outcomes_of(current, tools=tools, clock=clock))
    return current, outcomes


def outcomes_of(current: Look, *, tools: Tools, clock: Clock) -> Iterator[Outcome]:
    """Take in one item after the other; at the end record the round. Raises StoreError."""
    source = current.source
    with tools.database.reading() as connection:
        state = source_state.read(connection, source.name)
    if state.stopped is not None:
        current.failure = StoppedSourceError(source.name, state.stopped)
        return
    collected: Collected | None = None
    visit = Visit(source=source.name, address=source.address, rules=rules_of(source.options))
    try:
        asking = Asking(
            web=tools.web,
            confinement=tools.confinement,
            validators=state.validators,
            address=address_to_ask(state),
        )
        collected = source.collect(asking)
        for outcome in _taken_in(collected, visit, tools):
            # a rejection that was recorded before is nothing new either
            current.counts[outcome.kind if outcome.news else "unchanged"] += 1
            yield outcome
    except SourceError as error:
        current.failure = error
    if collected is not None and visit.is_left:
        # asked for again as before: else its server may say that nothing has changed
        again_after = collected.again_after or visit.again_after
        collected = replace(collected, validators=state.validators, again_after=again_after)
    _finish(current, collected, tools=tools, clock=clock)


def _taken_in(collected: Collected, visit: Visit, tools: Tools) -> Iterator[Outcome]:
    items = collected.items
    if collected.complete:
        # known before the first is taken in: what is elsewhere now has moved
        items = list(items)
        visit.is_complete = True
        visit.shown.update(sound(item.origin) for item in items)
        bundles = (item.origin for item in items if isinstance(item, Bundle))
        visit.unseen.update(map(sound, (*collected.unseen, *bundles)))
    yield from Door(visit, tools).take(items)
    if collected.complete:
        depart(visit, tools)


def _finish(current: Look, collected: Collected | None, *, tools: Tools, clock: Clock) -> None:
    if collected is not None and current.failure is None:
        current.again_after = collected.again_after
    # a look is soon over where nothing is new: many share one transaction
    facts = tools.database.together(
        lambda connection: _finished(connection, current, collected, tools=tools, clock=clock)
    )
    # these two are told with every look
    tell(*(fact for fact in facts if not isinstance(fact, SourcePolled | SourceFailed)))
    _tell(current)


def _finished(
    connection: sa.Connection,
    current: Look,
    collected: Collected | None,
    *,
    tools: Tools,
    clock: Clock,
) -> list[Event]:
    counts, source = current.counts, current.source
    tools.log.hold(connection)  # nobody sets the times of sources meanwhile
    # all others were counted when they were recorded
    source_state.count(connection, source.name, {"unchanged": counts["unchanged"]}, looks=1)
    state = source_state.read(connection, source.name)
    if collected is not None and current.failure is None:
        # only now: had an item failed to be kept, the next look must see it again
        state = replace(
            state, hub=_hub(collected, state), validators=dict(collected.validators)
        )
    looked = _looked(current, collected)
    after, facts = weigh(connection, state, looked, source, tools=tools, now=clock())
    if counts.total() > counts["unchanged"]:
        facts.insert(0, _polled(current))
    source_state.write(connection, source.name, after)
    tools.log.append(connection, [Draft(event=fact, actor=ACTOR) for fact in facts])
    return facts


def _hub(collected: Collected, before: SourceState) -> Mapping[str, str]:
    """The hub that is offered; where nothing was read anew, the one of before."""
    if collected.hub is not None:
        return {"url": collected.hub.url, "topic": collected.hub.topic}
    return before.hub if collected.validators == before.validators else {}


def _looked(current: Look, collected: Collected | None) -> Looked:
    counts = current.counts
    return Looked(
        seen=counts.total(),
        news=counts.total() - counts["unchanged"],
        brought=counts["accepted"] + counts["revised"] + counts["duplicate"],
        failure=current.failure,
        fresh_for=collected.fresh_for if collected else None,
        moved_to=collected.moved_to if collected else None,
        again_after=current.again_after,
    )


def _polled(current: Look) -> SourcePolled:
    counts = current.counts
    return SourcePolled(
        source=current.source.name,
        seen=counts.total(),
        **{kind: counts[kind] for kind in OUTCOMES},
    )


def _tell(current: Look) -> None:
    counts, failure = current.counts, current.failure
    told = {"source": current.source.name, **counts}
    if isinstance(failure, BusyHostError):
        seconds = round(failure.until)
        log.info("source.postponed", **told, reason=str(failure), seconds=seconds)
    elif failure is not None:
        log.warning("source.failed", **told, reason=str(failure), hint=failure.hint)
    elif counts.total() > counts["unchanged"]:
        log.info("source.polled", **told)
    else:
        log.debug("source.unchanged", **told)
