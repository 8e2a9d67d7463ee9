"""Rejected documents over HTTP."""

from fastapi import APIRouter
from pydantic import Field

from ingestd.queries import rejected
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, After, Limit
from ingestd.server.reading import Given

router = APIRouter(tags=["rejected"])


class Rejected(Shape):
    """A document that could not be taken in."""

    origin: str
    source: str
    stage: str = Field(examples=["intake", "parse", "extract"])
    reason: str
    hint: str | None = Field(description="What helps.")
    document: str | None = Field(description="The article's id, where there is one.")
    revision: int | None
    blob: str | None = Field(description="SHA-256 of the original, where it is kept.")
    rejected_at: str
    position: int = Field(description="The event that says so.")


@router.get("/rejected", response_model=PageOf[Rejected])
def list_rejected(
    given: Given,
    *,
    source: str | None = None,
    limit: Limit = USUAL_LIMIT,
    after: After = None,
) -> Answer:
    """List what could not be taken in, newest first."""
    with given.database.reading() as connection:
        page = rejected.list_rejected(connection, source=source, limit=limit, after=after)
    return Answer({"items": page.rows, "next": page.next})
