"""One look at a source: everything it shows goes through the door, and the look is accounted for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import structlog

from ingestd.clock import Clock, rfc3339
from ingestd.errors import SourceError
from ingestd.events import Draft, Event, SourceFailed, SourcePolled, SourceRecovered
from ingestd.pipeline.intake import Outcome, take_in
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Asking, Bundle, Collected, Source
from ingestd.store import source_state
from ingestd.store.source_state import SourceState

log = structlog.get_logger()
ACTOR = "look@1"
OUTCOMES = ("accepted", "revised", "duplicate", "unchanged", "rejected", "filtered")


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
    collected: Collected | None = None
    try:
        asking = Asking(
            web=tools.web, confinement=tools.confinement, validators=state.validators
        )
        collected = source.collect(asking)
        for found in collected.items:
            if isinstance(found, Bundle):
                continue
            outcome = take_in(found, source=source.name, tools=tools)
            if outcome is None:
                continue
            # a rejection that was recorded before is nothing new either
            current.counts[outcome.kind if outcome.news else "unchanged"] += 1
            yield outcome
    except SourceError as error:
        current.failure = error
    _finish(current, collected, state, tools=tools, clock=clock)


def _finish(
    current: Look,
    collected: Collected | None,
    state: SourceState,
    *,
    tools: Tools,
    clock: Clock,
) -> None:
    counts, failure = current.counts, current.failure
    validators = state.validators
    if collected is not None and failure is None:
        # only now: had an item failed to be kept, the next look must see it again
        validators = collected.validators
        current.again_after = collected.again_after
    now = replace(
        state,
        validators=dict(validators),
        last_look_at=rfc3339(clock()),
        looks=state.looks + 1,
        seen=state.seen + counts.total(),
        **{kind: getattr(state, kind) + counts[kind] for kind in OUTCOMES},
        failing=str(failure) if failure else None,
    )
    facts = _facts(current, state)
    with tools.database.writing() as connection:
        source_state.write(connection, current.source.name, now)
        tools.log.append(connection, [Draft(event=fact, actor=ACTOR) for fact in facts])
    _tell(current)


def _facts(current: Look, before: SourceState) -> list[Event]:
    name, counts, failure = current.source.name, current.counts, current.failure
    facts: list[Event] = []
    if counts.total() > counts["unchanged"]:
        facts.append(
            SourcePolled(
                source=name,
                seen=counts.total(),
                **{kind: counts[kind] for kind in OUTCOMES},
            )
        )
    if failure is not None and str(failure) != before.failing:
        facts.append(
            SourceFailed(
                source=name,
                reason=str(failure),
                hint=failure.hint,
                retryable=failure.retryable,
            )
        )
    if failure is None and before.failing is not None:
        facts.append(SourceRecovered(source=name))
    return facts


def _tell(current: Look) -> None:
    bound = log.bind(source=current.source.name, **current.counts)
    if current.failure is not None:
        bound.warning("source.failed", reason=str(current.failure), hint=current.failure.hint)
    elif current.counts.total() > current.counts["unchanged"]:
        bound.info("source.polled")
    else:
        bound.debug("source.unchanged")
