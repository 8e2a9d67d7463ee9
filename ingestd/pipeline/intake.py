"""The door: keeps the original of what is news, then records that it came.

What need not be read is told from what is remembered of its place; the rest is loaded, and
recorded many at a time. An event never names a blob that is not there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

import msgspec
from msgspec.structs import replace

from ingestd.errors import (
    BusyHostError,
    DocumentError,
    FetchError,
    SourceError,
    UnreadableError,
    VanishedError,
)
from ingestd.events.text import sound
from ingestd.parsing.parsed import Parsed
from ingestd.pipeline import refusing
from ingestd.pipeline.reading import read, words_of
from ingestd.pipeline.recording import (
    Closing,
    Failed,
    Filtered,
    Item,
    Loaded,
    OutcomeKind,
    record,
    refused,
    refused_of,
)
from ingestd.pipeline.recording import Outcome as Outcome
from ingestd.pipeline.refusing import Refusals
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.pipeline.visit import Visit
from ingestd.sources.found import Body, Bundle, Found
from ingestd.sources.rules import Told
from ingestd.store import origins
from ingestd.store.origins import Origin
from ingestd.store.refusals import Refusal

AHEAD = 256
"""Items whose places are asked for at once."""
MOST, MOST_BYTES, LONGEST = 256, 8 * 2**20, 0.5
"""What one transaction takes: items, bytes of them, seconds since the first was loaded."""


@dataclass(slots=True)
class _Batch:
    """What is told of in one go, in the order in which it was found."""

    items: list[Outcome | Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)
    size: int = 0
    until: float = 0.0

    def add(self, item: Outcome | Item) -> None:
        self.items.append(item)
        if isinstance(item, Outcome):
            return
        if not self.waiting:
            self.until = monotonic() + LONGEST
        self.waiting.append(item)
        if isinstance(item, Loaded):
            self.size += len(item.body.content)

    @property
    def is_full(self) -> bool:
        """Whether it is time to record what waits."""
        return bool(self.waiting) and (
            len(self.waiting) >= MOST or self.size >= MOST_BYTES or monotonic() > self.until
        )


class Door:
    """Takes in what one look at a source shows."""

    def __init__(self, visit: Visit, tools: Tools) -> None:
        self._visit = visit
        self._tools = tools
        self._refuses = True
        self._filters = visit.rules.are_any

    def take(
        self,
        items: Iterable[Found | Bundle],
        *,
        ahead: int = AHEAD,
        closing: Closing | None = None,
    ) -> Iterator[Outcome]:
        """Say what became of each item; what has vanished, or has to wait, is passed over.

        `closing` is recorded with the last items, if any of those has to be, and told of them.
        Raises SourceError or DocumentError where the items break off, after those before;
        StoreError where something cannot be kept: then it is found again.
        """
        batch = _Batch()
        for some, broken in _gathered(items, ahead):
            for item, known in self._with_places(some):
                if isinstance(item, Bundle):
                    yield from self._settle(batch)
                    batch = _Batch()
                    yield from self._unpack(item, known)
                elif (considered := self._consider(item, known)) is not None:
                    batch.add(considered)
                if batch.is_full:
                    yield from self._settle(batch)
                    batch = _Batch()
            if broken is not None:
                yield from self._settle(batch)
                raise broken
        yield from self._settle(batch, closing)

    def _with_places(
        self, items: Sequence[Found | Bundle]
    ) -> Iterator[tuple[Found | Bundle, "_Known"]]:
        if not items:
            return
        items = [_with_sound_origin(item) for item in items]
        places = [item.origin for item in items]
        self._visit.shown.update(places)
        # in two moments: whoever records them asks once more
        with self._tools.database.glancing() as connection:
            known = origins.at(connection, places)
            shut = refusing.of_places(connection, places)
        self._refuses = shut.are_any
        for item in items:
            yield item, _Known.of(item, known, shut, self._visit)

    def _consider(self, found: Found, known: "_Known") -> Outcome | Item | None:
        """What became of something that need not be read for it; else what was read."""
        if known.refusal is not None:
            return refused(found, known.refusal)
        own = known.own
        if own is not None and self._is_as_before(found, own):
            self._visit.is_left |= own.again_at is not None
            return _as_before(own)
        is_new = own is None or own.document is None
        if self._filters:
            told = Told(title=found.title, published=found.published)
            if (rule := self._broken(told, is_new=is_new)) is not None:
                return Filtered(found=found, rule=rule, title=found.title)
        return self._load(found, known)

    def _is_as_before(self, found: Found, own: Origin) -> bool:
        if found.mark is None or own.mark != found.mark or own.gone_at is not None:
            return False
        if own.filtered is not None and own.filtered not in self._visit.rules.names:
            return False
        return own.again_at is None or self._tools.log.now() < own.again_at

    def _load(self, found: Found, known: "_Known") -> Outcome | Item | None:
        try:
            body = found.load()
            _refuse_nothing(body)
        except VanishedError:
            return None
        except BusyHostError as error:
            self._visit.postpone(error.until)
            return None
        except (DocumentError, FetchError) as error:
            self._visit.is_left |= error.retryable
            return Failed(found=found, error=error)
        self._visit.is_left |= body.shortfall is not None
        return self._compared(found, body, known)

    def _compared(self, found: Found, body: Body, known: "_Known") -> Outcome | Item:
        """Read no further where it is what it was."""
        own = known.own
        loaded = Loaded.of(found, body, feed=self._visit.address)
        if own is None or own.fingerprint != loaded.fingerprint or _was_lost(own):
            return self._judged(loaded, own)
        looks_so = own.mark == found.mark and own.whole == body.whole
        if known.is_alone and looks_so and body.shortfall is None and own.again_at is None:
            return _as_before(own)
        return replace(loaded, is_kept=own.began_here)

    def _judged(self, loaded: Loaded, own: Origin | None) -> Item:
        """Read it where that is needed to say whether a rule keeps it out, or words changed."""
        body, rules = loaded.body, self._visit.rules
        is_new = own is None or own.document is None
        if is_new and not self._filters:
            return loaded
        told = Told(title=body.title, published=body.published)
        needs_date = is_new and rules.max_age and body.published is None
        compares = not is_new and body.kind != "file"
        parsed = None
        if rules.need_text or needs_date or compares:
            parsed = read(body, self._tools)
        if parsed is not None:
            told = _told(parsed)
        if (rule := self._broken(told, is_new=is_new)) is not None:
            return Filtered(found=loaded.found, rule=rule, title=told.title)
        return replace(loaded, words=words_of(parsed)) if parsed and compares else loaded

    def _broken(self, told: Told, *, is_new: bool) -> str | None:
        if not self._filters:
            return None
        now = datetime.fromisoformat(self._tools.log.now())
        return self._visit.rules.broken(told, now=now, is_new=is_new)

    def _settle(self, batch: _Batch, closing: Closing | None = None) -> Iterator[Outcome]:
        known = [item for item in batch.items if isinstance(item, Outcome)]
        closes = closing and (lambda at, outcomes: closing(at, [*known, *outcomes]))
        recorded = iter(self._recorded(batch.waiting, closes))
        for item in batch.items:
            yield item if isinstance(item, Outcome) else next(recorded)

    def _recorded(self, items: Sequence[Item], closing: Closing | None = None) -> list[Outcome]:
        if not items:
            return []
        # before the events: one never names a blob that is not there
        bodies = [item.body for item in self._to_keep(items)]
        packed = {body.digest: body.packed for body in bodies if body.packed is not None}
        self._tools.blobs.put_all((body.content for body in bodies), packed=packed)
        outcomes, facts = record(items, visit=self._visit, tools=self._tools, closing=closing)
        tell(*facts)
        return outcomes

    def _to_keep(self, items: Sequence[Item]) -> list[Loaded]:
        loaded = [item for item in items if isinstance(item, Loaded) and not item.is_kept]
        if not self._refuses:  # whoever records them asks once more
            return loaded
        with self._tools.database.reading() as connection:
            refusals = refused_of(connection, items)
        return [item for item in loaded if not _is_refused(item, refusals)]

    def _unpack(self, bundle: Bundle, known: "_Known") -> Iterator[Outcome]:
        """Take in what a bundle holds, unless it looks as it did when all of it was taken in."""
        if known.refusal is not None:
            return
        own = known.own
        if own is not None and bundle.mark is not None and own.mark == bundle.mark:
            self._visit.unseen.add(bundle.origin)
            yield _as_before(own)
            return
        yield from self._open(bundle)

    def _open(self, bundle: Bundle) -> Iterator[Outcome]:
        visit = self._visit
        was_left, visit.is_left = visit.is_left, False
        visit.unseen.add(bundle.origin)
        is_news = False
        try:
            # one after the other: a member may hold its bytes
            for outcome in self.take(bundle.open(), ahead=1):
                is_news |= outcome.news
                yield outcome
        except VanishedError:
            visit.is_left = True
        except BusyHostError as error:
            visit.postpone(error.until)
        except (DocumentError, FetchError) as error:
            visit.is_left |= error.retryable
            # what was news in it has lifted what was told of it before
            yield from self._recorded([Failed(found=bundle, error=error, is_news=is_news)])
        else:
            visit.unseen.discard(bundle.origin)
            if not visit.is_left:
                self._close(bundle)
        visit.is_left |= was_left

    def _close(self, bundle: Bundle) -> None:
        """All that is in it is kept: while its mark stays the same it need not be opened."""
        row = Origin(origin=bundle.origin, source=self._visit.source, mark=bundle.mark)
        self._tools.database.together(lambda connection: origins.remember(connection, row))


class _Known(msgspec.Struct, frozen=True, gc=False):
    """What is remembered of a place by the source that is looked at, and whether it is shut.

    `is_alone` where no other source knows the place.
    """

    own: Origin | None
    is_alone: bool
    refusal: Refusal | None

    @classmethod
    def of(
        cls,
        item: Found | Bundle,
        known: Mapping[str, Sequence[Origin]],
        shut: Refusals,
        visit: Visit,
    ) -> "_Known":
        rows = known.get(item.origin, ())
        own = next((row for row in rows if row.source == visit.source), None) if rows else None
        return cls(own, len(rows) == 1, shut.closed(item.origin))


def _gathered(
    items: Iterable[Found | Bundle], most: int
) -> Iterator[tuple[list[Found | Bundle], SourceError | DocumentError | None]]:
    """Give the items in handfuls, and with the last one what they broke off with."""
    some: list[Found | Bundle] = []
    broken = None
    try:
        for item in items:
            some.append(item)
            if len(some) == most:
                yield some, None
                some = []
    except (SourceError, DocumentError) as error:
        broken = error
    yield some, broken


def _with_sound_origin(item: Found | Bundle) -> Found | Bundle:
    origin = sound(item.origin)
    return item if origin == item.origin else replace(item, origin=origin)


def _refuse_nothing(body: Body) -> None:
    # no document may begin with these bytes: all empty files would be the same one
    if not body.content.strip():
        raise UnreadableError(
            "the document is empty", hint="fill the file; it is taken in when it changes"
        )


def _told(parsed: Parsed) -> Told:
    return Told(
        title=parsed.title,
        published=parsed.published,
        text=parsed.text,
        language=parsed.language,
    )


def _as_before(known: Origin) -> Outcome:
    kind: OutcomeKind = "unchanged"
    if known.rejection is not None:
        kind = "rejected"
    elif known.filtered is not None:
        kind = "filtered"
    return Outcome(
        origin=known.origin,
        kind=kind,
        news=False,
        document=known.document,
        revision=known.revision,
        reason=known.rejection or known.filtered,
    )


def _was_lost(place: Origin) -> bool:
    return bool(place.rejection or place.filtered or place.gone_at)


def _is_refused(item: Loaded, refusals: Refusals) -> bool:
    found = refusals.refused(item.found.origin, item.body, item.names, is_known=False)
    return found is not None
