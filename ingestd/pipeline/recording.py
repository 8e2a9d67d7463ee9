"""What came through the door at once, recorded in one transaction with the accounts of it."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Literal

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from ingestd.clock import rfc3339
from ingestd.errors import IngestdError
from ingestd.events import (
    DocumentFiltered,
    DocumentFoundAgain,
    DocumentMoved,
    DocumentReceived,
    DocumentRejected,
    Draft,
    Event,
)
from ingestd.events.text import sound
from ingestd.fetching.web_address import is_web_address
from ingestd.pipeline import erasing, refusing
from ingestd.pipeline.corpus import Corpus
from ingestd.pipeline.decide import Fact, Shown, Verdict, decide_intake, fingerprint_of
from ingestd.pipeline.identity import keys_of
from ingestd.pipeline.refusing import Refusals
from ingestd.pipeline.step import Tools
from ingestd.pipeline.visit import Visit
from ingestd.sources.found import Body, Bundle, Found
from ingestd.sources.naming import Key, content_key
from ingestd.store import source_state
from ingestd.store.origins import Origin
from ingestd.store.refusals import Refusal

ACTOR = "intake@1"
OutcomeKind = Literal["accepted", "revised", "duplicate", "unchanged", "rejected", "filtered"]
HOUR = timedelta(hours=1)
PAUSES = (1, 2, 4, 8, 16, 17)
"""Hours after which the whole is asked for again, where there is a summary: two days in all."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What became of one thing that was found; `news` is False where the log knew it already."""

    origin: str
    kind: OutcomeKind
    news: bool = True
    document: str | None = None
    revision: int | None = None
    reason: str | None = None
    hint: str | None = None


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of what was found, by what they are known, and what was read of them.

    `is_kept` where it is known already that they are among the blobs.
    """

    found: Found
    body: Body
    fingerprint: str
    content: Key
    names: tuple[Key, ...]
    words: str | None = None
    is_kept: bool = False

    @classmethod
    def of(cls, found: Found, body: Body, *, feed: str) -> "Loaded":
        """Work out all names; `feed` is the address of the source."""
        fingerprint = fingerprint_of(body)
        return cls(
            found=found,
            body=body,
            fingerprint=fingerprint,
            content=content_key(fingerprint),
            names=keys_of(found, body, feed=feed),
        )


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing could be read of what was found; told again where the reason `is_news`."""

    found: Found | Bundle
    error: IngestdError
    is_news: bool = False


class Filtered(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of its source keeps it out."""

    found: Found
    rule: str
    title: str | None


Item = Loaded | Failed | Filtered


Closing = Callable[[sa.Connection, Sequence[Outcome]], list[Draft]]
"""What else is to be done where these are the last outcomes; gives what else is recorded."""


def record(
    items: Sequence[Item], *, visit: Visit, tools: Tools, closing: Closing | None = None
) -> tuple[list[Outcome], list[Event]]:
    """Record what is news, with the count of its outcomes; give the outcomes, and the facts."""
    return tools.database.together(
        lambda connection: _recorded(connection, items, visit, tools, closing=closing)
    )


def _recorded(
    connection: sa.Connection,
    items: Sequence[Item],
    visit: Visit,
    tools: Tools,
    *,
    closing: Closing | None,
) -> tuple[list[Outcome], list[Event]]:
    tools.log.hold(connection)  # another process may be taking in the same
    recorder = _Recorder(connection, items, visit, tools)
    outcomes = [recorder.outcome(item) for item in items]
    recorder.corpus.write()
    counts: Counter[str] = Counter(
        one.kind for one in outcomes if one.news and one.kind != "unchanged"
    )
    source_state.count(connection, visit.source, counts)
    drafts = [Draft(event=fact, actor=ACTOR) for fact in recorder.facts]
    if closing is not None:
        drafts += closing(connection, outcomes)
    tools.log.append(connection, drafts)
    return outcomes, recorder.facts


class _Recorder:
    """Decides one item after the other; each sees what became of those before."""

    def __init__(
        self, connection: sa.Connection, items: Sequence[Item], visit: Visit, tools: Tools
    ) -> None:
        loaded = [item for item in items if isinstance(item, Loaded)]
        names = {key.text for item in loaded for key in item.names}
        names |= {item.content.text for item in loaded}
        places = {item.found.origin for item in items}
        self.corpus = Corpus(connection, places, names)
        self.facts: list[Event] = []
        self._connection = connection
        self._refusals = refused_of(connection, items)
        self._visit = visit
        self._tools = tools
        self._now = datetime.fromisoformat(tools.log.now())

    def outcome(self, item: Item) -> Outcome:
        """Decide, remember, and say what became of it."""
        own = self.corpus.own(item.found.origin, self._visit.source)
        if isinstance(item, Loaded):
            return self._keep(item, own)
        if (refusal := self._refusals.closed(item.found.origin)) is not None:
            return refused(item.found, refusal)
        base = own or Origin(origin=item.found.origin, source=self._visit.source)
        if isinstance(item, Failed):
            return self._reject(item, base)
        return self._filter(item, base)

    def _keep(self, item: Loaded, own: Origin | None) -> Outcome:
        found, body = item.found, item.body
        is_known = self.corpus.has(item.content) or (
            own is not None and own.fingerprint == item.fingerprint
        )
        if refusal := self._refusals.refused(found.origin, body, item.names, is_known=is_known):
            erasing.take_back(self._connection, body.digest, self._tools)
            return refused(found, refusal)
        shared = self.corpus.shared(found.origin) if body.kind == "file" else None
        truth = shared or own
        verdict = self._decide(item, truth, own)
        self.corpus.claim(verdict.document, [item.content, *item.names])
        now = self._remember(item, verdict, truth=truth, own=own)
        if verdict.fact is not None:
            self.facts.append(verdict.fact)
        if body.shortfall is not None and now.again_at is None and _had_hope(own):
            return self._give_up(item, now)
        return Outcome(
            origin=found.origin,
            kind=_kind(verdict.fact),
            news=verdict.fact is not None,
            document=verdict.document,
            revision=verdict.revision,
        )

    def _decide(self, item: Loaded, truth: Origin | None, own: Origin | None) -> Verdict:
        found = item.found
        here = self.corpus.place(truth, own, item.words) if truth else None
        shown = Shown(
            origin=found.origin,
            source=self._visit.source,
            body=item.body,
            fingerprint=item.fingerprint,
            guid=found.guid,
        )
        same = None
        if here is None or (here.fingerprint != item.fingerprint and not here.holds):
            same = self.corpus.same(found.origin, item.content, item.names, visit=self._visit)
            if here is not None and same is not None:
                same = replace(same, before=None)
        return decide_intake(shown, here=here, same=same)

    def _remember(
        self, item: Loaded, verdict: Verdict, *, truth: Origin | None, own: Origin | None
    ) -> Origin:
        fact, found = verdict.fact, item.found
        if isinstance(fact, DocumentMoved):
            truth = self.corpus.move(fact.before, self._visit.source)
            verdict = replace(verdict, holds=truth.began_here)
        if isinstance(fact, DocumentReceived):
            self._let_go(verdict.document, found.origin)
        base = truth or Origin(origin=found.origin, source=self._visit.source)
        now = replace(
            base,
            document=verdict.document,
            began_here=verdict.holds,
            revision=verdict.revision,
            fingerprint=item.fingerprint if verdict.keeps else base.fingerprint,
            whole=item.body.whole if verdict.keeps else base.whole,
            rejection=None,
            filtered=None,
            gone_at=None,
            words=item.words or base.words,
            churn=base.churn + verdict.churned,
        )
        return self._mark(now, item, own, keeps=verdict.keeps)

    def _mark(self, now: Origin, item: Loaded, own: Origin | None, *, keeps: bool) -> Origin:
        """Let all who look at this place know what it shows, each with a mark of its own."""
        found, source = item.found, self._visit.source
        failed = item.body.shortfall is not None
        tries, again_at = self._next_try(own, failed=failed)
        mine = replace(
            now,
            origin=found.origin,
            source=source,
            tries=tries,
            again_at=again_at,
            mark=found.mark if keeps or again_at else None,
        )
        if now.origin == found.origin and now.source != source:
            self.corpus.remember(now)
            mine = replace(mine, began_here=False)
        self.corpus.remember(mine)
        return mine

    def _next_try(self, own: Origin | None, *, failed: bool) -> tuple[int, str | None]:
        """How often a page was asked for in vain, and when it is asked for again."""
        tries = own.tries if own and failed else 0
        if not failed or tries >= len(PAUSES):
            return tries, None
        return tries + 1, rfc3339(self._now + PAUSES[tries] * HOUR)

    def _let_go(self, document: str, origin: str) -> None:
        """No other place goes on making revisions."""
        for row in self.corpus.places(document):
            if row.began_here and row.origin != origin:
                self.corpus.remember(replace(row, began_here=False))

    def _give_up(self, item: Loaded, now: Origin) -> Outcome:
        reason = f"only a summary could be had in two days: {item.body.shortfall}"
        hint = "'ingestd rejected retry' asks for the page once more"
        return self._rejected(item.found, now, reason, hint)

    def _reject(self, item: Failed, base: Origin) -> Outcome:
        """Record why nothing could be read here; the same reason again is no news."""
        found, error, reason = item.found, item.error, _reason(item.error)
        # what a retry may mend is looked at again next time, pages after a while
        mark, tries, again_at = found.mark, 0, None
        if error.retryable and is_web_address(found.origin):
            tries, again_at = self._next_try(base, failed=True)
        elif error.retryable:
            mark = None
        told = (row.rejection for row in self.corpus.rows(found.origin))
        is_news = item.is_news or (reason != base.rejection and reason not in told)
        self.corpus.remember(
            replace(base, mark=mark, rejection=reason, tries=tries, again_at=again_at)
        )
        if is_news:
            return self._rejected(found, base, reason, error.hint)
        return Outcome(
            origin=found.origin,
            kind="rejected",
            news=False,
            document=base.document,
            reason=reason,
            hint=error.hint,
        )

    def _rejected(
        self, found: Found | Bundle, place: Origin, reason: str, hint: str | None
    ) -> Outcome:
        self.facts.append(
            DocumentRejected(
                source=self._visit.source,
                origin=found.origin,
                stage="intake",
                reason=reason,
                hint=hint,
            )
        )
        return Outcome(
            origin=found.origin,
            kind="rejected",
            document=place.document,
            reason=reason,
            hint=hint,
        )

    def _filter(self, item: Filtered, base: Origin) -> Outcome:
        """Record which rule keeps it out, once; what was here before stays."""
        found, rule = item.found, item.rule
        news = base.filtered != rule
        self.corpus.remember(
            replace(base, mark=found.mark, filtered=rule, rejection=None, again_at=None)
        )
        if news:
            self.facts.append(
                DocumentFiltered(
                    source=self._visit.source,
                    origin=found.origin,
                    rule=rule,
                    title=item.title and sound(item.title),
                    document=base.document,
                )
            )
        return Outcome(
            origin=found.origin,
            kind="filtered",
            news=news,
            document=base.document,
            reason=rule,
        )


def refused_of(connection: sa.Connection, items: Sequence[Item]) -> Refusals:
    """What may be refused of these."""
    return refusing.of_items(
        connection,
        [
            (item.found.origin, item.body, item.names)
            if isinstance(item, Loaded)
            else (item.found.origin, None, ())
            for item in items
        ],
    )


def refused(found: Found | Bundle, refusal: Refusal) -> Outcome:
    """It was erased."""
    return Outcome(
        origin=found.origin,
        kind="rejected",
        news=False,
        document=refusal.document,
        reason=refusing.why(refusal),
        hint=refusing.HINT,
    )


def _kind(fact: Fact | None) -> OutcomeKind:
    if isinstance(fact, DocumentReceived):
        return "accepted" if fact.revision == 1 else "revised"
    is_copy = isinstance(fact, DocumentFoundAgain) and not fact.again
    return "duplicate" if is_copy else "unchanged"


def _reason(error: IngestdError) -> str:
    return sound(str(error))


def _had_hope(own: Origin | None) -> bool:
    return own is not None and own.again_at is not None
