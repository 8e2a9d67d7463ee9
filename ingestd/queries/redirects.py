"""Ids that are no more: merged into another, or given up by newer code; each leads on."""

import sqlalchemy as sa

from ingestd.queries.knowledge_views import ENTITY_REDIRECTS, REDIRECTS


def living(connection: sa.Connection, view: sa.TableClause, identity: str) -> str:
    """Return the id in the view to which an id leads; itself where it lives, or leads nowhere."""
    seen = [identity]
    while not _lives(connection, view, seen[-1]):
        led = _next(connection, seen[-1])
        if led is None or led in seen:
            return identity
        seen.append(led)
    return seen[-1]


def _lives(connection: sa.Connection, view: sa.TableClause, identity: str) -> bool:
    query = sa.select(view.c.id).where(view.c.id == identity)
    return connection.execute(query).first() is not None


def _next(connection: sa.Connection, identity: str) -> str | None:
    merged = sa.select(ENTITY_REDIRECTS.c.entity).where(ENTITY_REDIRECTS.c.old == identity)
    given_up = sa.select(REDIRECTS.c.new).where(REDIRECTS.c.old == identity)
    for query in (merged, given_up):
        found: str | None = connection.execute(query).scalar()
        if found is not None:
            return found
    return None
