"""Forgetting a document: the fact, what it takes out of the log, and the blobs that go after it.

The fact and the replaced data are one transaction. What follows (blobs, views, the files'
old bytes) is done by whoever comes first, and again until it was done to its end: the
checkpoint of the reader `erasing` says up to which erasure that is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from ingestd.errors import UsageError
from ingestd.events import (
    DocumentErased,
    DocumentFoundAgain,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Draft,
    Event,
    Recorded,
)
from ingestd.events.subjects import document_stream, place_id, place_stream
from ingestd.pipeline.accounts import outcome_of
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.store import (
    checkpoints,
    erasure,
    identities,
    origins,
    refusals,
    source_state,
)
from ingestd.store.refusals import Refusal

ACTOR = "erase@1"
READER = "erasing"
ORIGINALS = (DocumentReceived, DocumentFoundAgain, DocumentRejected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What was erased, when and why; `events` were replaced, None where that was done before."""

    document: str
    erased_at: str
    reason: str
    events: int | None = None


def erase(document: str, *, reason: str, who: str, tools: Tools) -> Erasure:
    """Record the erasure and take out of the log what can be read of the document.

    A document that was erased before stays as it is. Raises UsageError for an unknown one,
    StoreUnavailableError where this user of the database may not.
    """
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        story = list(tools.log.stream(connection, document_stream(document)))
        before = _erasure_in(story)
        if before is not None:
            return before
        if not story:
            raise UsageError(
                f"there is no article {document}", hint="ids are listed by 'ingestd articles'"
            )
        erasure.check_owner(connection)
        places = origins.of_document(connection, document)
        fact = decide_erasure(document, story, reason, [place.origin for place in places])
        facts = [fact, *_in_places(connection, fact)]
        actor = f"{ACTOR}/{who}"
        first, *_ = tools.log.append(connection, [Draft(event=f, actor=actor) for f in facts])
        streams = {f.stream for f in facts}
        gone = [told for stream in streams for told in tools.log.stream(connection, stream)]
        events = erasure.tombstone(connection, streams, before=first)
        names = identities.of_document(connection, document)
        identities.forget(connection, document)
        origins.forget(connection, document)
        _uncount(connection, (told.event for told in gone))
        [*_, recorded] = tools.log.stream(connection, document_stream(document))
        marks = (place_id(place.origin) for place in places if place.began_here)
        refusal = Refusal(document=document, reason=reason, refused_at=recorded.recorded_at)
        refusals.refuse(
            connection, [*fact.originals, *marks, *map(refusals.mark_of, names)], refusal
        )
    for told in facts:
        tell(told)
    return Erasure(
        document=document, erased_at=recorded.recorded_at, reason=reason, events=events
    )


def decide_erasure(
    document: str, story: Iterable[Recorded[Event]], reason: str, places: Iterable[str]
) -> DocumentErased:
    """Say what has to be kept of a document to do without it; touch nothing."""
    facts = [recorded.event for recorded in story]
    kept = (fact.blob for fact in facts if isinstance(fact, ORIGINALS))
    originals = {blob for blob in kept if blob is not None}
    texts = {fact.text for fact in facts if isinstance(fact, DocumentParsed)}
    return DocumentErased(
        document=document,
        reason=reason,
        originals=tuple(sorted(originals)),
        texts=tuple(sorted(texts)),
        places=tuple(sorted({place_id(place) for place in places})),
    )


def due(tools: Tools) -> int:
    """The position of the last erasure that was not done to its end; 0 where there is none."""
    with tools.database.reading() as connection:
        last = erasure.last(connection)
        return last if last > checkpoints.position_of(connection, READER) else 0


def clear_blobs(tools: Tools, *, until: int) -> int:
    """Remove the blobs of due erasures up to a position that nothing else names; count them."""
    with tools.database.writing() as connection:
        tools.log.hold(connection)  # nobody records that a blob is his while it is taken away
        floor = checkpoints.position_of(connection, READER)
        page = tools.log.page(
            connection, after=floor, limit=until - floor, types=[DocumentErased]
        )
        digests = {name for recorded in page.events for name in _blobs_of(recorded.event)}
        return _remove(connection, digests, tools)


def finished(tools: Tools, *, position: int) -> None:
    """Say that every erasure up to a position is done to its end."""
    with tools.database.writing() as connection:
        floor = checkpoints.position_of(connection, READER, lock=True)
        checkpoints.move(connection, READER, floor=floor, ceiling=max(floor, position))


def overtaken(connection: sa.Connection, drafts: Sequence[Draft], tools: Tools) -> None:
    """Take back the texts of documents that were erased while they were read."""
    streams = {draft.event.stream for draft in drafts}
    gone = erasure.erased(connection, streams)
    parsed = (draft.event for draft in drafts if draft.event.stream in gone)
    texts = {fact.text for fact in parsed if isinstance(fact, DocumentParsed)}
    _remove(connection, texts, tools)


def take_back(connection: sa.Connection, blob: str, tools: Tools) -> None:
    """Remove an original that was kept before it turned out to be erased."""
    _remove(connection, {blob}, tools)


def _remove(connection: sa.Connection, digests: Collection[str], tools: Tools) -> int:
    unnamed = set(digests) - erasure.named(connection, digests) if digests else set()
    there = sum(tools.blobs.has(name) for name in unnamed)
    # also those that are gone: one who was killed may have deleted, but not made it last
    for name in sorted(unnamed):
        tools.blobs.remove(name)
    return there


def _blobs_of(fact: Event) -> tuple[str, ...]:
    return (*fact.originals, *fact.texts) if isinstance(fact, DocumentErased) else ()


def _uncount(connection: sa.Connection, facts: Iterable[Event]) -> None:
    """What was erased is counted no more: neither by us nor by whoever reads the log."""
    gone: dict[str, Counter[str]] = {}
    for fact in facts:
        if (counted := outcome_of(fact)) is not None:
            source, kind = counted
            gone.setdefault(source, Counter())[kind] -= 1
    for source, counts in gone.items():
        source_state.count(connection, source, counts)


def _erasure_in(story: Iterable[Recorded[Event]]) -> Erasure | None:
    for recorded in story:
        if isinstance(fact := recorded.event, DocumentErased):
            return Erasure(
                document=fact.document, erased_at=recorded.recorded_at, reason=fact.reason
            )
    return None


def _in_places(connection: sa.Connection, fact: DocumentErased) -> Iterator[DocumentErased]:
    """Say it where a place was told of that could not be read: that quotes its address."""
    told = erasure.with_events(connection, {place_stream(place) for place in fact.places})
    for place in fact.places:
        if place_stream(place) in told:
            yield DocumentErased(document=fact.document, reason=fact.reason, place=place)
