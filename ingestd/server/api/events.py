"""The log over HTTP."""

import json
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.datastructures import URL
from starlette.responses import Response

from ingestd.events.cloudevents import BATCH_MEDIA_TYPE, as_cloudevent
from ingestd.queries import events
from ingestd.queries.paging import Row
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, Limit
from ingestd.server.reading import Given
from ingestd.server.tagged import TaggedResponse

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


class CloudEvents(TaggedResponse):
    """A batch of CloudEvents; a header says where the next one begins."""

    media_type = BATCH_MEDIA_TYPE

    def __init__(self, content: Sequence[Row], *, following: URL | None) -> None:
        link = {"link": f'<{following}>; rel="next"'} if following else {}
        super().__init__(content, headers=link | {"vary": "accept"})

    def render(self, content: object) -> bytes:
        """Write a compact JSON array."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


@router.get(
    "/events",
    response_model=PageOf[Event],
    responses={200: {"content": {BATCH_MEDIA_TYPE: {"schema": {"type": "array"}}}}},
)
def list_events(
    given: Given,
    request: Request,
    *,
    after: Annotated[
        int, Query(ge=0, le=LAST_POSITION, description="Begin behind this position.")
    ] = 0,
    type: Annotated[str | None, Query(description="Only of this type.")] = None,  # noqa: A002 - the contract's word
    stream: Annotated[
        str | None, Query(description="Only of this subject; an article's id will do.")
    ] = None,
    limit: Limit = USUAL_LIMIT,
) -> Response:
    """Read the log from its beginning, or from behind a position."""
    with given.database.reading() as connection:
        rows = events.list_events(
            connection, after=after, type=type, stream=stream, limit=limit + 1
        )
        log_id = events.log_id(connection)
    shown = rows[:limit]
    following = str(shown[-1]["position"]) if len(rows) > limit else None
    if BATCH_MEDIA_TYPE in request.headers.get("accept", ""):
        return CloudEvents(
            [as_cloudevent(row, log_id=log_id) for row in shown],
            following=request.url.include_query_params(after=following) if following else None,
        )
    answer = Answer({"items": shown, "next": following})
    answer.headers["vary"] = "accept"
    return answer
