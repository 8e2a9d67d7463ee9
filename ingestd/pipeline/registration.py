"""Compares the sources of the configuration with those the log knows; differences are facts."""

from collections.abc import Iterable, Iterator, Mapping

import sqlalchemy as sa

from ingestd.events import (
    Draft,
    Event,
    SourceChanged,
    SourceRegistered,
    SourceRemoved,
    SourceResumed,
)
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Source
from ingestd.store import due, origins
from ingestd.store.event_log import EventLog

ACTOR = "registration@1"
Registration = SourceRegistered | SourceChanged
TYPES: tuple[type[Event], ...] = (SourceRegistered, SourceChanged, SourceRemoved)


def register(sources: Iterable[Source], *, tools: Tools) -> int:
    """Record what the configuration added, changed or removed; return how many facts.

    What is new or other than it was is due now; the rest, when it was due anyway.
    """
    sources = tuple(sources)
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        head = EventLog.head(connection)
        page = tools.log.page(connection, after=0, limit=head, types=TYPES)
        history = [recorded.event for recorded in page.events]
        facts = list(decide_registration(sources, history))
        facts += _pace(connection, facts, _known(history), now=tools.log.now())
        for fact in facts:
            if isinstance(fact, SourceRemoved):
                origins.release(connection, fact.source)
        due.enrol(connection, {source.name for source in sources}, tools.log.now())
        tools.log.append(connection, [Draft(event=fact, actor=ACTOR) for fact in facts])
    return len(facts)


def resume(name: str, *, tools: Tools) -> bool:
    """Have a stopped source asked again; say whether it was stopped."""
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        was_stopped = due.resume(connection, name, tools.log.now())
        if was_stopped:
            draft = Draft(event=SourceResumed(source=name), actor=ACTOR)
            tools.log.append(connection, [draft])
    return was_stopped


def _pace(
    connection: sa.Connection,
    facts: Iterable[Event],
    before: Mapping[str, Registration],
    *,
    now: str,
) -> list[Event]:
    """Let those that are told otherwise begin anew; say which were stopped and are no more."""
    told = [fact for fact in facts if isinstance(fact, Registration)]
    elsewhere = {
        fact.source
        for fact in told
        if fact.source not in before or before[fact.source].address != fact.address
    }
    stopped = due.readdress(connection, elsewhere)
    due.restart(connection, {fact.source for fact in told}, now)
    return [SourceResumed(source=name) for name in stopped]


def decide_registration(sources: Iterable[Source], history: Iterable[Event]) -> Iterator[Event]:
    """Say what changed between the registered sources and the configured ones; touch nothing."""
    known = _known(history)
    for source in sources:
        before = known.pop(source.name, None)
        told = {"kind": source.kind, "address": source.address, "options": source.options}
        if before is None:
            yield SourceRegistered(source=source.name, **told)
        elif (before.kind, before.address, before.options) != tuple(told.values()):
            yield SourceChanged(source=source.name, **told)
    for name in known:
        yield SourceRemoved(source=name)


def _known(history: Iterable[Event]) -> dict[str, Registration]:
    known: dict[str, Registration] = {}
    for event in history:
        if isinstance(event, SourceRemoved):
            known.pop(event.source, None)
        elif isinstance(event, SourceRegistered | SourceChanged):
            known[event.source] = event
    return known
