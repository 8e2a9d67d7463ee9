"""One look at a source: everything it shows goes through the door, and the look is accounted for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as altered

import sqlalchemy as sa
import structlog
from msgspec.structs import replace

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
    with tools.database.glancing() as connection:
        state = source_state.read(connection, source.name)
    if state.stopped is not None:
        current.failure = StoppedSourceError(source.name, state.stopped)
        return
    visit = Visit(source=source.name, address=source.address, rules=rules_of(source.options))
    ending = _Ending(current, visit, state.validators, tools, clock)
    try:
        asking = Asking(
            web=tools.web,
            confinement=tools.confinement,
            validators=state.validators,
            address=address_to_ask(state),
        )
        ending.collected = source.collect(asking)
        for outcome in _taken_in(ending.collected, visit, tools, ending):
            current.counts[_counted(outcome)] += 1
            yield outcome
    except SourceError as error:
        current.failure = error
    ending.record()
    _tell(current)


def _counted(outcome: Outcome) -> str:
    # a rejection that was recorded before is nothing new either
    return outcome.kind if outcome.news else "unchanged"


def _taken_in(
    collected: Collected, visit: Visit, tools: Tools, ending: "_Ending"
) -> Iterator[Outcome]:
    door = Door(visit, tools)
    if not collected.complete:
        yield from door.take(collected.items, closing=ending.with_the_last)
        return
    # known before the first is taken in: what is elsewhere now has moved
    items = list(collected.items)
    visit.is_complete = True
    visit.shown.update(sound(item.origin) for item in items)
    bundles = (item.origin for item in items if isinstance(item, Bundle))
    visit.unseen.update(map(sound, (*collected.unseen, *bundles)))
    yield from door.take(items)
    depart(visit, tools)


@dataclass(slots=True)
class _Ending:
    """The end of a look: recorded with the last of what is new, or by itself."""

    current: Look
    visit: Visit
    validators: Mapping[str, str]
    tools: Tools
    clock: Clock
    collected: Collected | None = None
    facts: list[Event] | None = None

    def with_the_last(
        self, connection: sa.Connection, outcomes: Sequence[Outcome]
    ) -> list[Draft]:
        """Record it with what became of the last items; to be appended with what they are."""
        self.facts = self._finished(connection, Counter(map(_counted, outcomes)))
        return _drafts(self.facts)

    def record(self) -> None:
        """Record it, if that was not done, and tell what follows from it."""
        if self.facts is None:
            # a look is soon over where nothing is new: many share one transaction
            self.facts = self.tools.database.together(self._alone)
        # these two are told with every look
        tell(
            *(fact for fact in self.facts if not isinstance(fact, SourcePolled | SourceFailed))
        )

    def _alone(self, connection: sa.Connection) -> list[Event]:
        self.tools.log.hold(connection)  # nobody sets the times of sources meanwhile
        facts = self._finished(connection, Counter())
        self.tools.log.append(connection, _drafts(facts))
        return facts

    def _finished(self, connection: sa.Connection, last: Counter[str]) -> list[Event]:
        current, source = self.current, self.current.source
        counts = current.counts + last
        collected = self._collected()
        if collected is not None:
            current.again_after = collected.again_after
        before = source_state.read(connection, source.name)
        state = replace(before, looks=before.looks + 1)
        if collected is not None:
            # only now: had an item failed to be kept, the next look must see it again
            validators = dict(collected.validators)
            state = replace(state, hub=_hub(collected, before), validators=validators)
        looked = _looked(current, counts, self.collected)
        now = self.clock()
        after, facts = weigh(connection, state, looked, source, tools=self.tools, now=now)
        if counts.total() > counts["unchanged"]:
            facts.insert(0, _polled(current, counts))
        # all others were counted when they were recorded
        unchanged = {"unchanged": counts["unchanged"]}
        source_state.write(connection, source.name, after, counts=unchanged, looks=1)
        return facts

    def _collected(self) -> Collected | None:
        """What the look brought, as it is to be remembered; nothing, where it failed."""
        collected, visit = self.collected, self.visit
        if collected is None or self.current.failure is not None:
            return None
        if not visit.is_left:
            return collected
        # asked for again as before: else its server may say that nothing has changed
        again_after = collected.again_after or visit.again_after
        return altered(collected, validators=self.validators, again_after=again_after)


def _drafts(facts: Sequence[Event]) -> list[Draft]:
    return [Draft(event=fact, actor=ACTOR) for fact in facts]


def _hub(collected: Collected, before: SourceState) -> Mapping[str, str]:
    """The hub that is offered; where nothing was read anew, the one of before."""
    if collected.hub is not None:
        return {"url": collected.hub.url, "topic": collected.hub.topic}
    return before.hub if collected.validators == before.validators else {}


def _looked(current: Look, counts: Counter[str], collected: Collected | None) -> Looked:
    return Looked(
        seen=counts.total(),
        news=counts.total() - counts["unchanged"],
        brought=counts["accepted"] + counts["revised"] + counts["duplicate"],
        failure=current.failure,
        fresh_for=collected.fresh_for if collected else None,
        moved_to=collected.moved_to if collected else None,
        again_after=current.again_after,
    )


def _polled(current: Look, counts: Counter[str]) -> SourcePolled:
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
