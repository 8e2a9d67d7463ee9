"""Compares the sources of the configuration with those the log knows; differences are facts."""

from collections.abc import Iterable, Iterator

from ingestd.events import (
    Draft,
    Event,
    SourceChanged,
    SourceRegistered,
    SourceRemoved,
)
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Source
from ingestd.store.event_log import EventLog

ACTOR = "registration@1"
Registration = SourceRegistered | SourceChanged
TYPES: tuple[type[Event], ...] = (SourceRegistered, SourceChanged, SourceRemoved)


def register(sources: Iterable[Source], *, tools: Tools) -> int:
    """Record what the configuration added, changed or removed; return how many facts."""
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        head = EventLog.head(connection)
        page = tools.log.page(connection, after=0, limit=head, types=TYPES)
        facts = list(decide_registration(sources, (recorded.event for recorded in page.events)))
        tools.log.append(connection, [Draft(event=fact, actor=ACTOR) for fact in facts])
    return len(facts)


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
