"""The door: keeps the original of what is news, then records that it came."""

from dataclasses import dataclass, replace
from typing import Literal

import sqlalchemy as sa

from ingestd.errors import (
    DocumentError,
    FetchError,
    IngestdError,
    UnreadableError,
    VanishedError,
)
from ingestd.events import DocumentFoundAgain, DocumentReceived, DocumentRejected, Draft
from ingestd.events.ids import digest, document_id
from ingestd.events.text import sound
from ingestd.pipeline import erasing, refusing
from ingestd.pipeline.decide import Fact, Known, decide_intake, fingerprint_of
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.sources.found import Body, Found
from ingestd.store import origins
from ingestd.store.origins import Origin
from ingestd.store.refusals import Refusal

ACTOR = "intake@1"
OutcomeKind = Literal["accepted", "revised", "duplicate", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one thing that was found; `news` is False where the log knew it already."""

    origin: str
    kind: OutcomeKind
    news: bool = True
    document: str | None = None
    revision: int | None = None
    reason: str | None = None
    hint: str | None = None


def take_in(found: Found, *, source: str, tools: Tools) -> Outcome | None:
    """Record what is new; None where it has vanished since it was found.

    Raises StoreError where it cannot be kept; then nothing was.
    """
    found = replace(found, origin=sound(found.origin))
    if (outcome := _unread(found, tools)) is not None:
        return outcome
    try:
        body = found.load()
        _refuse_nothing(body)
    except VanishedError:
        return None
    except (DocumentError, FetchError) as error:
        return _reject(found, error, source=source, tools=tools)
    return _keep(found, body, source=source, tools=tools)


def _unread(found: Found, tools: Tools) -> Outcome | None:
    """What becomes of something that need not be read for it."""
    with tools.database.reading() as connection:
        known = origins.find(connection, found.origin)
        refusal = refusing.closed(connection, found.origin)
    if refusal is not None:
        return _refused(found, refusal)
    if known is not None and found.mark is not None and known.mark == found.mark:
        return _as_before(known)
    return None


def _keep(found: Found, body: Body, *, source: str, tools: Tools) -> Outcome:
    with tools.database.reading() as connection:
        refusal = refusing.refused(connection, found.origin, body)
    if refusal is not None:
        return _refused(found, refusal)
    tools.blobs.put(body.content)  # before the event: it never names a blob that is not there
    return _record(found, body, source=source, tools=tools)


def _refuse_nothing(body: Body) -> None:
    # no document may begin with these bytes: all empty files would be the same one
    if not body.content.strip():
        raise UnreadableError(
            "the document is empty", hint="fill the file; it is taken in when it changes"
        )


def _record(found: Found, body: Body, *, source: str, tools: Tools) -> Outcome:
    outcome, fact = tools.database.together(
        lambda connection: _recorded(connection, found, body, source=source, tools=tools)
    )
    if fact is not None:
        tell(fact)
    return outcome


def _recorded(
    connection: sa.Connection, found: Found, body: Body, *, source: str, tools: Tools
) -> tuple[Outcome, Fact | None]:
    fingerprint = fingerprint_of(body)
    named = document_id(fingerprint)
    tools.log.hold(connection)  # another process may be taking in the same
    if refusal := refusing.refused(connection, found.origin, body):
        erasing.take_back(connection, digest(body.content), tools)
        return _refused(found, refusal), None
    before = origins.find(connection, found.origin)
    fact = decide_intake(
        found.origin,
        body,
        source=source,
        known=_known(connection, before),
        in_corpus=origins.latest_revision(connection, named) is not None,
    )
    now = _place(found, source, fact=fact, before=before)
    now = replace(now, fingerprint=fingerprint, mark=found.mark, rejection=None)
    if now != before:
        origins.remember(connection, now)
    if fact is not None:
        tools.log.append(connection, [Draft(event=fact, actor=ACTOR)])
    outcome = Outcome(
        origin=found.origin,
        kind=_kind(fact, before),
        news=fact is not None,
        document=now.document,
        revision=now.revision,
    )
    return outcome, fact


def _known(connection: sa.Connection, place: Origin | None) -> Known | None:
    if place is None or place.document is None or place.fingerprint is None:
        return None
    revision = origins.latest_revision(connection, place.document) or 1
    return Known(
        document=place.document,
        revision=revision,
        fingerprint=place.fingerprint,
        began_here=place.began_here,
        was_rejected=place.rejection is not None,
    )


def _place(found: Found, source: str, *, fact: Fact | None, before: Origin | None) -> Origin:
    if before is not None and _is_same(fact, before):
        return before
    document = fact.document if fact else None
    revision = fact.revision if isinstance(fact, DocumentReceived) else 1
    return Origin(
        origin=found.origin,
        source=source,
        document=document,
        began_here=isinstance(fact, DocumentReceived),
        revision=revision,
    )


def _is_same(fact: Fact | None, before: Origin) -> bool:
    """Whether the place shows what it showed, perhaps after it could not be read."""
    if isinstance(fact, DocumentFoundAgain):
        return fact.document == before.document
    return fact is None


def _kind(fact: Fact | None, before: Origin | None) -> OutcomeKind:
    if fact is None or (before is not None and _is_same(fact, before)):
        return "unchanged"
    if isinstance(fact, DocumentFoundAgain):
        return "duplicate"
    return "accepted" if fact.revision == 1 else "revised"


def _as_before(known: Origin) -> Outcome:
    return Outcome(
        origin=known.origin,
        kind="unchanged" if known.rejection is None else "rejected",
        news=False,
        document=known.document,
        revision=known.revision,
        reason=known.rejection,
    )


def _refused(found: Found, refusal: Refusal) -> Outcome:
    return Outcome(
        origin=found.origin,
        kind="rejected",
        news=False,
        document=refusal.document,
        reason=refusing.why(refusal),
        hint=refusing.HINT,
    )


def _reject(found: Found, error: IngestdError, *, source: str, tools: Tools) -> Outcome:
    """Record why nothing could be read here; the same reason again is no news."""
    reason = sound(str(error))
    # what a retry may mend is looked at again next time
    mark = None if error.retryable else found.mark
    rejected = DocumentRejected(
        source=source, origin=found.origin, stage="intake", reason=reason, hint=error.hint
    )
    outcome = tools.database.together(
        lambda connection: _rejected(connection, found, rejected, mark=mark, tools=tools)
    )
    if outcome.news:
        tell(rejected)
    return outcome


def _rejected(
    connection: sa.Connection,
    found: Found,
    rejected: DocumentRejected,
    *,
    mark: str | None,
    tools: Tools,
) -> Outcome:
    tools.log.hold(connection)
    if refusal := refusing.closed(connection, found.origin):
        return _refused(found, refusal)
    before = origins.find(connection, found.origin)
    base = before or Origin(origin=found.origin, source=rejected.source)
    origins.remember(connection, replace(base, mark=mark, rejection=rejected.reason))
    news = before is None or before.rejection != rejected.reason
    if news:
        tools.log.append(connection, [Draft(event=rejected, actor=ACTOR)])
    return Outcome(
        origin=found.origin,
        kind="rejected",
        news=news,
        document=base.document,
        reason=rejected.reason,
        hint=rejected.hint,
    )
