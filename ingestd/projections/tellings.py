"""Tellings of entities: one entity of one extraction, kept with everything it said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

import msgspec

from ingestd.events import DocumentExtracted, ExtractedEntity, Recorded
from ingestd.events.briefs import BriefMention, DealsExtracted, ToldEntity
from ingestd.events.facts import EntityType, Quote
from ingestd.resolution import Naming, naming
from ingestd.store.rows import Row

NOBODY = ""
"""The entity of a telling that is not taken for anybody yet."""


Extracted = DocumentExtracted | DealsExtracted
"""An extraction as pages of the log bring it, or as it is read there again."""
Mention = tuple[int, int, str]
"""Start, end, and the words between."""

_START: Callable[[Mention], int] = itemgetter(0)
_PLACE: Callable[[Mention], tuple[int, int]] = itemgetter(0, 1)
_WORDS: Callable[[Mention], str] = itemgetter(2)
_SPOT: Callable[[Quote | BriefMention], Mention] = attrgetter("start", "end", "text")


class Told(msgspec.Struct, array_like=True, gc=False):
    """What was told of an entity, and who that is; views know the fields by their places.

    `mentions` holds each place once.
    """

    entity: str
    score: float | None
    reason: str | None
    name: str
    type: EntityType
    country: str | None
    reference: str | None
    aliases: tuple[str, ...]
    role: str | None
    affiliation: str | None
    mentions: list[Mention]

    @property
    def naming(self) -> Naming:
        """What follows from the names."""
        return _naming(self, set(map(_WORDS, self.mentions)))

    def release(self) -> None:
        """Be nobody's."""
        self.entity, self.score, self.reason = NOBODY, None, None


@dataclass(slots=True, kw_only=True, eq=False)
class Account:
    """All that one extraction tells. Times are RFC 3339; `first_at` is the article's first.

    `who` holds the entities that some telling is taken for.
    """

    position: int
    article: str
    extractor: str
    revision: int
    version: str
    language: str | None
    first_at: str
    last_at: str
    tellings: list[Told]
    who: set[str] = field(default_factory=set)

    def row(self) -> Row:
        """Return its columns, but for the tellings."""
        return {
            "position": self.position,
            "article": self.article,
            "extractor": self.extractor,
            "revision": self.revision,
            "version": self.version,
            "language": self.language,
            "first_at": self.first_at,
            "last_at": self.last_at,
        }

    @property
    def written(self) -> str:
        """The tellings as JSON."""
        return _ENCODER.encode(self.tellings).decode()


_ENCODER = msgspec.json.Encoder()
_TELLINGS = msgspec.json.Decoder(list[Told])


def account_of_row(row: Row) -> Account:
    """Return what was written as this row."""
    tellings = _TELLINGS.decode(row["tellings"])
    return Account(
        position=row["position"],
        article=row["article"],
        extractor=row["extractor"],
        revision=row["revision"],
        version=row["version"],
        language=row["language"],
        first_at=row["first_at"],
        last_at=row["last_at"],
        tellings=tellings,
        who={told.entity for told in tellings},
    )


def naming_of(entity: ExtractedEntity | ToldEntity) -> Naming:
    """Return what follows from the names of what an extraction tells of."""
    said = {quote.text for quote in entity.mentions}
    return _naming(entity, said)


def _naming(told: Told | ExtractedEntity | ToldEntity, said: set[str]) -> Naming:
    worded = tuple(said if len(said) == 1 else sorted(said))
    return naming(told.name, told.type, told.aliases, worded, told.country, told.reference)


def account_of(recorded: Recorded[Extracted], *, first_at: str) -> Account:
    """Return what an extraction tells, of nobody yet; its article was first told of then."""
    event = recorded.event
    return Account(
        position=recorded.position,
        article=event.document,
        extractor=event.extractor,
        revision=event.revision,
        version=event.version,
        language=event.language,
        first_at=first_at,
        last_at=recorded.recorded_at,
        tellings=[_told(entity) for entity in event.extraction.entities],
    )


def _told(entity: ExtractedEntity | ToldEntity) -> Told:
    spots = list(map(_SPOT, entity.mentions))
    if len(spots) > 1 and len(set(map(_START, spots))) < len(spots):  # mostly not
        spots = list(dict(zip(map(_PLACE, spots), spots, strict=True)).values())
    return Told(
        NOBODY,
        None,
        None,
        entity.name,
        entity.type,
        entity.country,
        entity.reference,
        entity.aliases,
        entity.role,
        entity.affiliation,
        spots,
    )


def articles_of(accounts: Iterable[Account]) -> set[str]:
    """Return the articles that these extractions are of."""
    return {account.article for account in accounts}
