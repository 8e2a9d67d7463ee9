"""The log over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from ingestd.queries import events
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, Limit
from ingestd.server.reading import Given

router = APIRouter(tags=["events"])
LAST_POSITION = 2**63 - 1


class Event(Shape):
    """A fact at its place in the log."""

    position: int = Field(description="Dense, from 1.")
    id: str = Field(description="UUIDv7.")
    stream: str = Field(examples=["document:art_aaaaaaaaaaaaaaaa"])
    version: int = Field(description="Its number within the stream, from 1.")
    type: str = Field(examples=["document.received"])
    schema_: int = Field(alias="schema", description="The version of its shape.")
    time: str = Field(description="When it happened; RFC 3339, UTC.")
    recorded_at: str
    actor: str
    causation: str | None = Field(description="The event that it answers.")
    correlation: str = Field(description="The event that began it all.")
    data: dict[str, object]
    hash: str = Field(description="SHA-256 over the hash before, the envelope, the data.")


@router.get("/events", response_model=PageOf[Event])
def list_events(
    given: Given,
    *,
    after: Annotated[
        int, Query(ge=0, le=LAST_POSITION, description="Begin behind this position.")
    ] = 0,
    type: Annotated[str | None, Query(description="Only of this type.")] = None,  # noqa: A002 - the contract's word
    stream: Annotated[
        str | None, Query(description="Only of this subject; an article's id will do.")
    ] = None,
    limit: Limit = USUAL_LIMIT,
) -> Answer:
    """Read the log from its beginning, or from behind a position."""
    with given.database.reading() as connection:
        rows = events.list_events(
            connection, after=after, type=type, stream=stream, limit=limit + 1
        )
    shown = rows[:limit]
    following = str(shown[-1]["position"]) if len(rows) > limit else None
    return Answer({"items": shown, "next": following})
