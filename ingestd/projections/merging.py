"""Two entities that an article equates become one; which, because of what, can be undone."""

from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.projections import entity_counts, tellings
from ingestd.projections.entity_tables import ENTITIES, REDIRECTS, TELLINGS
from ingestd.projections.tellings import Telling
from ingestd.resolution import Link


def oldest(db: sa.Connection, entities: Sequence[str]) -> str:
    """Return the entity into which the others go: one with a reference, else the first told."""
    if len(entities) == 1:
        return entities[0]
    query = (
        sa.select(ENTITIES.c.id)
        .where(ENTITIES.c.id.in_(entities))
        .order_by(ENTITIES.c.reference.is_(None), ENTITIES.c.position, ENTITIES.c.id)
        .limit(1)
    )
    found: str = db.execute(query).scalar_one()
    return found


def merge(db: sa.Connection, link: Link, *, into: str, because: Telling) -> set[str]:
    """Let an entity be another from now on; return the articles in which it was told of."""
    told = sa.select(TELLINGS.c.article).where(TELLINGS.c.entity == link.id).distinct()
    articles = set(db.execute(told).scalars())
    tellings.move(db, link.id, into)
    entity_counts.move(db, link.id, into)
    db.execute(REDIRECTS.update().where(REDIRECTS.c.entity == link.id).values(entity=into))
    db.execute(
        REDIRECTS.insert().values(
            old=link.id,
            entity=into,
            article=because.article,
            position=because.position,
            score=link.score,
            reason=link.reason,
        )
    )
    db.execute(ENTITIES.delete().where(ENTITIES.c.id == link.id))
    entity_counts.refresh(db, into)
    return articles


def undo(db: sa.Connection, article: str) -> list[str]:
    """Forget the merges that stood on an article; return the entities to be told anew."""
    mine = REDIRECTS.c.article == article
    query = sa.select(REDIRECTS.c.entity).where(mine).distinct().order_by(REDIRECTS.c.entity)
    entities = list(db.execute(query).scalars())
    db.execute(REDIRECTS.delete().where(mine))
    return entities
