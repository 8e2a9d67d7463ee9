"""Entities and deals, folded together: deals point to entities, and both stand at one place.

A document counts with its latest revision, as each extractor last saw it; what it told
before is taken back first.
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ingestd.events import (
    DocumentErased,
    DocumentExtracted,
    DocumentParsed,
    IdsRedirected,
    Recorded,
)
from ingestd.projections import (
    deal_claims,
    deal_tables,
    deals,
    entities,
    entity_tables,
    redirects,
)
from ingestd.projections.projection import Projection
from ingestd.projections.tellings import tellings_of
from ingestd.store.rows import Tables

EXTRACTIONS = sa.Table(
    "extractions__gen",
    entity_tables.METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("first_at", sa.Text, nullable=False),
    sa.Column("last_at", sa.Text, nullable=False),
)

PUBLISHED = sa.Table(
    "article_dates__gen",
    entity_tables.METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("published", sa.Text),
)

knowledge = Projection(
    "knowledge",
    version=1,
    tables=[
        EXTRACTIONS,
        PUBLISHED,
        *entity_tables.TABLES,
        *deal_tables.TABLES,
        redirects.REDIRECTS,
    ],
    views=[
        ("extractions", sa.select(EXTRACTIONS)),
        *entity_tables.VIEWS,
        *deal_tables.VIEWS,
        redirects.VIEW,
    ],
    asks=True,
)


knowledge.on(IdsRedirected)(redirects.lead_on)


@knowledge.on(DocumentParsed)
def keep_date(tables: Tables, recorded: Recorded[DocumentParsed]) -> None:
    """Remember when an article was published: tellings far apart are of different deals."""
    db, event = tables.connection, recorded.event
    row = (PUBLISHED.c.article == event.document, PUBLISHED.c.revision == event.revision)
    db.execute(PUBLISHED.delete().where(*row))
    db.execute(
        PUBLISHED.insert().values(
            article=event.document, revision=event.revision, published=event.published
        )
    )


@knowledge.on(DocumentExtracted)
def learn(tables: Tables, recorded: Recorded[DocumentExtracted]) -> None:
    """Replace what this document told before by what it tells now."""
    db, event, at = tables.connection, recorded.event, recorded.recorded_at
    before = _extractions(db, event.document)
    if any(row.revision > event.revision for row in before):
        return  # an older revision, extracted late, tells nothing any more
    first_at = min([row.first_at for row in before], default=at)
    for row in before:
        if row.extractor == event.extractor or row.revision < event.revision:
            _withdraw(db, event.document, row.extractor, at=at)
    _enter_extraction(db, recorded, first_at)
    moved: set[str] = set()
    for telling in tellings_of(recorded, first_at=first_at):
        moved |= entities.tell(db, telling)
    _reconsider(db, moved, at=at)
    published = _published(db, event)
    for claim in deal_claims.claims_of(recorded, published=published, first_at=first_at):
        deals.claim(db, claim, at=at)


@knowledge.on(DocumentErased)
def forget(tables: Tables, recorded: Recorded[DocumentErased]) -> None:
    """Take back what an erased document told; a rebuild follows, and gives other ids."""
    db, event = tables.connection, recorded.event
    for row in _extractions(db, event.document):
        _withdraw(db, event.document, row.extractor, at=recorded.recorded_at)
    db.execute(PUBLISHED.delete().where(PUBLISHED.c.article == event.document))


def _withdraw(db: sa.Connection, article: str, extractor: str, *, at: str) -> None:
    deals.withdraw(db, article, extractor, at=at)
    moved = entities.withdraw(db, article, extractor)
    _reconsider(db, moved, at=at)
    mine = (EXTRACTIONS.c.article == article, EXTRACTIONS.c.extractor == extractor)
    db.execute(EXTRACTIONS.delete().where(*mine))


def _reconsider(db: sa.Connection, articles: Iterable[str], *, at: str) -> None:
    deals.reconsider(db, deal_claims.deals_told_in(db, articles), at=at)


def _extractions(db: sa.Connection, article: str) -> list[sa.Row[Any]]:
    query = sa.select(EXTRACTIONS).where(EXTRACTIONS.c.article == article)
    return list(db.execute(query.order_by(EXTRACTIONS.c.extractor)).all())


def _enter_extraction(
    db: sa.Connection, recorded: Recorded[DocumentExtracted], first_at: str
) -> None:
    event = recorded.event
    db.execute(
        EXTRACTIONS.insert().values(
            article=event.document,
            extractor=event.extractor,
            revision=event.revision,
            version=event.version,
            position=recorded.position,
            first_at=first_at,
            last_at=recorded.recorded_at,
        )
    )


def _published(db: sa.Connection, event: DocumentExtracted) -> str | None:
    query = sa.select(PUBLISHED.c.published).where(
        PUBLISHED.c.article == event.document, PUBLISHED.c.revision == event.revision
    )
    published: str | None = db.execute(query).scalar()
    return published
