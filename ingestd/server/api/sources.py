"""Sources over HTTP."""

from fastapi import APIRouter
from pydantic import Field

from ingestd.queries import sources
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given

router = APIRouter(tags=["sources"])


class Counted(Shape):
    """What became of all items seen, as counted where it happened."""

    accepted: int
    revised: int
    duplicate: int
    unchanged: int
    rejected: int
    filtered: int


class Hub(Shape):
    """A WebSub hub that is asked to tell of news."""

    url: str
    until: str | None = Field(description="Until when it does; null before it agreed to.")
    reason: str | None = Field(description="Why it does not.")


class Source(Shape):
    """A registered source, its health, and what became of all it showed."""

    name: str
    kind: str = Field(examples=["folder", "feed"])
    address: str = Field(description="The folder or the URL, without any secret.")
    state: str = Field(examples=["ok", "failing", "silent", "stopped", "removed"])
    reason: str | None = Field(description="Why it fails.")
    hint: str | None = Field(description="What helps.")
    failing_since: str | None
    stopped_at: str | None = Field(description="When its server said that it is gone for good.")
    silent_since: str | None = Field(
        description="When it brought something last, if that is unusually long ago."
    )
    moved_to: str | None = Field(description="Where it is asked, if not at its address.")
    registered_at: str
    last_news_at: str | None
    last_look_at: str | None
    next_due_at: str | None = Field(description="When it is looked at next, if at all.")
    interval: float | None = Field(description="Seconds between two looks, as things are.")
    failures: int = Field(description="How often in a row it failed.")
    last_new_at: str | None = Field(description="When it brought a document or a revision.")
    hub: Hub | None
    looks: int
    seen: int
    accepted: int
    revised: int
    duplicate: int
    unchanged: int
    rejected: int
    filtered: int
    counted: Counted
    balanced: bool = Field(
        description="Whether the outcomes add up to what was seen, and the log tells the same."
    )


@router.get("/sources", response_model=PageOf[Source])
def list_sources(given: Given) -> Answer:
    """List every source by name, in use or removed."""
    with given.database.reading() as connection:
        rows = sources.list_sources(connection)
    return Answer({"items": rows, "next": None})


@router.get("/sources/{name}", response_model=Source)
def get_source(given: Given, name: str) -> Answer:
    """Return one source."""
    with given.database.reading() as connection:
        row = sources.get_source(connection, name)
    if row is None:
        raise NotFoundError(f"there is no source {name}", hint="/v1/sources lists them")
    return Answer(row)
