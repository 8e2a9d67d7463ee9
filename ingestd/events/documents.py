"""The life of a document: received, parsed, extracted, or rejected on the way."""

from dataclasses import dataclass
from typing import Literal

from ingestd.events.catalogue import Event, event
from ingestd.events.facts import Block, Extraction
from ingestd.events.subjects import document_stream, origin_stream, place_stream

Stage = Literal["intake", "parse", "extract"]
Cause = Literal["file_edit", "feed_edit", "page_edit", "fuller"]
"""Why there is a further revision: what was edited, or that more than a summary was found."""

Sameness = Literal["content", "address", "guid"]
"""By what a document that was found was known to be one that is there."""


@event("document.received", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReceived(Event):
    """A source handed over bytes that this document did not have yet.

    `revision` counts from 1, and `cause` says why there is a second; `blob` is the SHA-256 of
    the original, kept whole. What the source itself says of title, date, author and address
    is kept beside it; `guid` is what a feed calls it. `whole` is False where a feed's summary
    stands for the article.
    """

    document: str
    revision: int
    source: str
    origin: str
    blob: str
    media_type: str
    size: int
    url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    guid: str | None = None
    cause: Cause | None = None
    whole: bool = True

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.found_again", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFoundAgain(Event):
    """A document that is known was found at one more place; `by` says how it was known.

    By content, it is byte for byte the same; by address or guid, the words may be others.
    `again` is True at its own place, after that could not be read, or did not show it, for a
    while.
    """

    document: str
    source: str
    origin: str
    blob: str
    by: Sameness = "content"
    again: bool = False

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.moved", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMoved(Event):
    """A document is at another place now, and no more where it was `before`."""

    document: str
    source: str
    origin: str
    before: str

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.disappeared", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDisappeared(Event):
    """A place no longer shows a document; the article stays.

    Unless `withdrawn`: its source was told to withdraw what it shows no more, and there is no
    other place that shows it. A later `document.found_again` brings it back.
    """

    document: str
    source: str
    origin: str
    withdrawn: bool = False

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.filtered", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFiltered(Event):
    """A source's rules keep a document out; `rule` names the one that did.

    Recorded once for a place, and again when another rule does. `document` is the one that
    this place showed before, if there is one: it stays as it was.
    """

    source: str
    origin: str
    rule: str
    title: str | None = None
    document: str | None = None

    @property
    def stream(self) -> str:
        """Its origin's stream."""
        return origin_stream(self.origin)


@event("document.rejected", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRejected(Event):
    """A document could not be taken in; `blob` names its original where there are bytes.

    `document` is None where rejection came before there was anything to name (an unreadable
    file); `revision` says which one failed, `extractor` who failed to extract. A later
    `document.received` of the same origin or a later success of the same stage, by the same
    extractor, lifts the rejection.
    """

    source: str
    origin: str
    stage: Stage
    reason: str
    hint: str | None = None
    document: str | None = None
    revision: int | None = None
    blob: str | None = None
    extractor: str | None = None

    @property
    def stream(self) -> str:
        """Its document's stream, or its origin's where there is no document."""
        return document_stream(self.document) if self.document else origin_stream(self.origin)


@event("document.retried", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRetried(Event):
    """Somebody asked that a rejected revision be tried once more, from its kept original."""

    document: str
    revision: int

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.parsed", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentParsed(Event):
    """The text of a revision was found, with what it says of itself.

    `text` is the SHA-256 of the text in UTF-8, kept as a blob; spans point into it.
    `published` is ISO 8601, possibly only YYYY or YYYY-MM. `sketch` stands for its wording (the
    least hashes of its runs of words, ascending), `figures` are its numbers and days (`--11-30`):
    by these its copies and translations are told, without its text.
    """

    document: str
    revision: int
    blob: str
    text: str
    language: str | None
    title: str | None
    published: str | None
    author: str | None
    words: int
    blocks: tuple[Block, ...]
    parser: str
    sketch: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.extracted", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentExtracted(Event):
    """What one extractor, in one version, said of the text of a revision."""

    document: str
    revision: int
    text: str
    language: str | None
    extractor: str
    version: str
    extraction: Extraction

    @property
    def stream(self) -> str:
        """Its document's stream."""
        return document_stream(self.document)


@event("document.erased", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentErased(Event):
    """Somebody had a document forgotten: what quoted it before this is gone from the log.

    It keeps what is needed to go on without it, and nothing that can be read: the SHA-256 of
    its `originals` and `texts`, the `places` (see `place_id`) where it was found. One more of
    these stands in the stream of each `place` that could not be read at times: that stream
    quoted the address. There the lists are empty.
    """

    document: str
    reason: str
    originals: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place: str | None = None

    @property
    def stream(self) -> str:
        """Its document's stream, or the place's."""
        return place_stream(self.place) if self.place else document_stream(self.document)
