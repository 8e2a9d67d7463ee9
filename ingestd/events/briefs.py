"""Events as they are told to readers who need little of them: the same facts, fewer fields.

What is passed over is hardly looked at: reading an extraction whole takes ten times as long
as reading whose it is.
"""

import msgspec

from ingestd.events.catalogue import Event, brief
from ingestd.events.documents import DocumentExtracted, DocumentParsed
from ingestd.events.facts import EntityType, ExtractedDeal


class BriefQuote(msgspec.Struct, frozen=True, gc=False):
    """What stands in the text, and where it begins."""

    start: int
    text: str


class BriefEntity(msgspec.Struct, frozen=True, gc=False):
    """Whom or what a text names, and where; see ExtractedEntity."""

    name: str
    type: EntityType
    mentions: tuple[BriefQuote, ...]
    aliases: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None


class BriefExtraction(msgspec.Struct, frozen=True, gc=False):
    """Whom and what one extractor says that a text names."""

    entities: tuple[BriefEntity, ...] = ()


@brief(DocumentExtracted)
class NamesExtracted(msgspec.Struct, Event, frozen=True, gc=False):
    """Whom and what an extractor found named in a revision."""

    document: str
    revision: int
    extractor: str
    extraction: BriefExtraction


@brief(DocumentExtracted)
class RevisionExtracted(msgspec.Struct, Event, frozen=True, gc=False):
    """An extractor read a revision, whatever it found."""

    document: str
    revision: int
    extractor: str


class BriefMention(msgspec.Struct, frozen=True, gc=False):
    """A place in the text and what stands there; see Quote."""

    start: int
    end: int
    text: str


class ToldEntity(msgspec.Struct, frozen=True, gc=False):
    """Whom or what a text names, and where, but not why it was taken for that; see ExtractedEntity."""

    name: str
    type: EntityType
    mentions: tuple[BriefMention, ...]
    aliases: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    role: str | None = None
    affiliation: str | None = None


class ToldExtraction(msgspec.Struct, frozen=True, gc=False):
    """Whom and what one extractor says that a text names, and the deals that it tells."""

    entities: tuple[ToldEntity, ...] = ()
    deals: tuple[ExtractedDeal, ...] = ()


@brief(DocumentExtracted)
class DealsExtracted(msgspec.Struct, Event, frozen=True, gc=False):
    """Whom, what and which deals an extractor found in a revision."""

    document: str
    revision: int
    language: str | None
    extractor: str
    version: str
    extraction: ToldExtraction


@brief(DocumentParsed)
class DateParsed(msgspec.Struct, Event, frozen=True, gc=False):
    """When a revision says that it was published."""

    document: str
    revision: int
    published: str | None
