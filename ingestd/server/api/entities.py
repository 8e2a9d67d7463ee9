"""Entities over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from ingestd.events.facts import EntityType
from ingestd.queries import entities
from ingestd.queries.explain import explain_entity
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, After, Limit, Since, Words
from ingestd.server.api.explained import Joined, Judged, Origin, Span
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given

router = APIRouter(tags=["entities"])


class Name(Shape):
    """A name that an entity goes by."""

    name: str
    language: str | None = Field(description="ISO 639-1.")


class Role(Shape):
    """What a person is, and where."""

    title: str
    at: str | None


class Entity(Shape):
    """Somebody or something that articles name: one row across languages and spellings."""

    id: str = Field(examples=["ent_aaaaaaaaaaaaaaaa"])
    type: EntityType
    name: str
    names: list[Name]
    country: str | None = Field(description="ISO 3166-1 alpha-2.")
    articles: int
    mentions: int
    roles: list[Role]
    first_seen_at: str
    last_seen_at: str


class EntityTelling(Origin):
    """What one article says of an entity, and why it is taken for this one."""

    name: str
    type: EntityType
    country: str | None
    joined: Joined | None = Field(description="null: the first that was told of it.")
    mentions: list[Span]


class Merged(Shape):
    """Another entity that turned out to be this one."""

    id: str
    article: str
    position: int
    score: float
    reason: str


class ExplainedEntity(Entity):
    """An entity with all that it was made of."""

    tellings: list[EntityTelling]
    merged: list[Merged]
    judgements: list[Judged]


@router.get("/entities", response_model=PageOf[Entity])
def list_entities(  # noqa: PLR0913 - each is a filter of its own
    given: Given,
    *,
    words: Words = None,
    type: EntityType | None = None,  # noqa: A002 - the contract's word
    country: Annotated[str | None, Query(description="ISO 3166-1 alpha-2.")] = None,
    since: Since = None,
    limit: Limit = USUAL_LIMIT,
    after: After = None,
) -> Answer:
    """List entities, last seen first."""
    with given.database.reading() as connection:
        page = entities.list_entities(
            connection,
            query=words,
            type=type,
            country=country,
            since=since,
            limit=limit,
            after=after,
        )
    return Answer({"items": page.rows, "next": page.next})


@router.get("/entities/{id}", response_model=Entity)
def get_entity(given: Given, id: str) -> Answer:  # noqa: A002 - the contract's word
    """Return one entity; under the id of one that became a part of it, too."""
    with given.database.reading() as connection:
        row = entities.get_entity(connection, id)
    if row is None:
        raise _unknown(id)
    return Answer(row)


@router.get("/entities/{id}/explain", response_model=ExplainedEntity)
def explain(given: Given, id: str) -> Answer:  # noqa: A002 - the contract's word
    """Say where an entity is told of, and why these tellings are taken for one."""
    with given.database.reading() as connection:
        row = explain_entity(connection, id)
    if row is None:
        raise _unknown(id)
    return Answer(row)


def _unknown(identity: str) -> NotFoundError:
    return NotFoundError(f"there is no entity {identity}", hint="/v1/entities lists them")
