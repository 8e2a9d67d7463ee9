"""Tellings of entities: one entity of one extraction, kept with everything it said."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from ingestd.events import DocumentExtracted, ExtractedEntity, Quote, Recorded
from ingestd.events.catalogue import canonical
from ingestd.projections.entity_tables import MENTIONS, ROLES, TELLINGS
from ingestd.resolution import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One entity of one extraction, and where in the log it was told."""

    article: str
    extractor: str
    place: int
    entity: ExtractedEntity
    language: str | None
    position: int
    version: str
    revision: int
    first_at: str
    last_at: str

    @property
    def spans(self) -> list[Quote]:
        """Its places in the text, each once."""
        return list(
            {(quote.start, quote.end): quote for quote in self.entity.mentions}.values()
        )


def tellings_of(recorded: Recorded[DocumentExtracted], *, first_at: str) -> Iterator[Telling]:
    """Yield what an extraction tells of entities; `first_at` is the article's first time."""
    event = recorded.event
    for place, entity in enumerate(event.extraction.entities):
        yield Telling(
            article=event.document,
            extractor=event.extractor,
            place=place,
            entity=entity,
            language=event.language,
            position=recorded.position,
            version=event.version,
            revision=event.revision,
            first_at=first_at,
            last_at=recorded.recorded_at,
        )


def enter(db: sa.Connection, telling: Telling, entity: str, link: Link | None) -> None:
    """Write a telling, its mentions and its role, as being of this entity."""
    told = telling.entity
    where = {
        "article": telling.article,
        "extractor": telling.extractor,
        "place": telling.place,
        "entity": entity,
    }
    db.execute(
        TELLINGS.insert().values(
            **where,
            name=told.name,
            type=told.type,
            country=told.country,
            reference=told.reference,
            language=telling.language,
            score=link.score if link else None,
            reason=link.reason if link else None,
            position=telling.position,
            version=telling.version,
            revision=telling.revision,
            first_at=telling.first_at,
            last_at=telling.last_at,
            told=canonical(asdict(told)).decode(),
        )
    )
    spot = {"revision": telling.revision, "position": telling.position}
    _insert(
        db,
        MENTIONS,
        (
            {**where, **spot, "span_start": q.start, "span_end": q.end, "surface": q.text}
            for q in telling.spans
        ),
    )
    if told.role:
        _insert(db, ROLES, [{**where, "title": told.role, "at": told.affiliation}])


def of_extraction(db: sa.Connection, article: str, extractor: str) -> list[tuple[str, Telling]]:
    """Return what one extraction told, each with the entity it is of."""
    return _read(db, sa.and_(TELLINGS.c.article == article, TELLINGS.c.extractor == extractor))


def of_entity(db: sa.Connection, entity: str) -> list[Telling]:
    """Return all that is told of an entity, in the order of the log."""
    return [telling for _, telling in _read(db, TELLINGS.c.entity == entity)]


def forget(db: sa.Connection, article: str, extractor: str) -> None:
    """Remove what one extraction told."""
    for table in (TELLINGS, MENTIONS, ROLES):
        mine = sa.and_(table.c.article == article, table.c.extractor == extractor)
        db.execute(table.delete().where(mine))


def forget_entity(db: sa.Connection, entity: str) -> None:
    """Remove all that is told of an entity."""
    for table in (TELLINGS, MENTIONS, ROLES):
        db.execute(table.delete().where(table.c.entity == entity))


def move(db: sa.Connection, entity: str, into: str) -> None:
    """Let everything told of one entity be told of another."""
    for table in (TELLINGS, MENTIONS, ROLES):
        db.execute(table.update().where(table.c.entity == entity).values(entity=into))


def _read(db: sa.Connection, where: sa.ColumnElement[bool]) -> list[tuple[str, Telling]]:
    order = (TELLINGS.c.position, TELLINGS.c.place)
    rows = db.execute(sa.select(TELLINGS).where(where).order_by(*order))
    return [(row.entity, _telling(row)) for row in rows]


def _telling(row: sa.Row[Any]) -> Telling:
    told = json.loads(row.told)
    told["mentions"] = tuple(Quote(**quote) for quote in told["mentions"])
    told["aliases"] = tuple(told["aliases"])
    told["reasons"] = tuple(told["reasons"])
    return Telling(
        article=row.article,
        extractor=row.extractor,
        place=row.place,
        entity=ExtractedEntity(**told),
        language=row.language,
        position=row.position,
        version=row.version,
        revision=row.revision,
        first_at=row.first_at,
        last_at=row.last_at,
    )


def _insert(db: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]]) -> None:
    found = list(rows)
    if found:
        db.execute(table.insert(), found)
