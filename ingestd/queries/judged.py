"""What a judgement needs to know of what it is about."""

import sqlalchemy as sa

from ingestd.errors import UsageError
from ingestd.events.judgements import Claiming, Telling, name_key
from ingestd.pipeline.judging import Subject
from ingestd.queries.deals import get_deal
from ingestd.queries.entities import get_entity
from ingestd.queries.judgements import get_judgement
from ingestd.queries.knowledge_views import DEAL_CLAIMS, ENTITY_TELLINGS
from ingestd.queries.paging import Row
from ingestd.resolution import fold

ENOUGH = 8
"""Articles that a judgement on a whole entity or deal rests on; any one left will do."""


def subject(
    connection: sa.Connection, identity: str, *, articles: tuple[str, ...] = ()
) -> Subject:
    """What an id stands for, told by these articles (none: by any). Raises UsageError."""
    found = _entity(connection, identity, articles) or _deal(connection, identity, articles)
    if found is None:
        raise UsageError(
            f"there is no entity or deal {identity}",
            hint="ids are listed by 'ingestd entities' and 'ingestd deals'",
        )
    return found


def _entity(
    connection: sa.Connection, identity: str, articles: tuple[str, ...]
) -> Subject | None:
    row = get_entity(connection, identity) if identity.startswith("ent_") else None
    if row is None:
        return None
    told = ENTITY_TELLINGS.c
    query = sa.select(told.article, told.name).where(told.entity == row["id"])
    found = _of_articles(connection, query.order_by(told.position, told.place), articles)
    tellings = (Telling(article=each.article, name=name_key(fold(each.name))) for each in found)
    return Subject(id=row["id"], type=row["type"], tellings=tuple(dict.fromkeys(tellings)))


def _deal(
    connection: sa.Connection, identity: str, articles: tuple[str, ...]
) -> Subject | None:
    row = get_deal(connection, identity) if identity.startswith("deal_") else None
    if row is None:
        return None
    told = DEAL_CLAIMS.c
    query = sa.select(told.article, told.seed).where(told.deal == row["id"])
    found = _of_articles(connection, query.order_by(told.position, told.place), articles)
    claims = (Claiming(article=each.article, seed=each.seed) for each in found)
    return Subject(id=row["id"], type=row["type"], claims=tuple(dict.fromkeys(claims)))


def _of_articles(
    connection: sa.Connection, query: sa.Select[tuple[str, str]], articles: tuple[str, ...]
) -> list[sa.Row[tuple[str, str]]]:
    rows = list(connection.execute(query))
    missing = sorted(set(articles) - {row.article for row in rows})
    if missing:
        raise UsageError(
            f"{missing[0]} does not tell of it", hint="'ingestd explain ID' lists who does"
        )
    if articles:
        return [row for row in rows if row.article in articles]
    first = list(dict.fromkeys(row.article for row in rows))[:ENOUGH]
    return [row for row in rows if row.article in first]


class Standing:
    """The views as they stand, for whoever decides on what is in them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def subject(self, identity: str, *, articles: tuple[str, ...] = ()) -> Subject:
        """What an id stands for: see `subject`."""
        return subject(self._connection, identity, articles=articles)

    def judgement(self, position: int) -> Row:
        """The judgement recorded at this position, which counts. Raises UsageError."""
        told = get_judgement(self._connection, position)
        if not told["counts"]:
            raise UsageError(f"the judgement at {position} was undone by {told['undone_by']}")
        return told
