"""Events as they are told to readers who need little of them: the same facts, fewer fields.

What is passed over is hardly looked at: reading an extraction whole takes ten times as long
as reading whose it is.
"""

import msgspec

from ingestd.events.catalogue import Event, brief
from ingestd.events.documents import DocumentExtracted
from ingestd.events.facts import EntityType


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
