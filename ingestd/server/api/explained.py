"""Shapes that every explanation has: where something is told, and why it was joined."""

from pydantic import Field

from ingestd.server.api.answers import Shape


class Span(Shape):
    """A place in an article's text, in code points, and the words that stand there."""

    start: int
    end: int
    quote: str


class Joined(Shape):
    """Why a telling was taken for one of what was known."""

    score: float
    reason: str


class Judged(Shape):
    """What somebody decided; `counts` is false once it was undone."""

    position: int = Field(description="The event that says so.")
    type: str
    subject: str
    other: str | None
    by: str
    reason: str | None
    at: str
    counts: bool
    undone_by: str | None
    undone_at: str | None


class Origin(Shape):
    """Who says so."""

    article: str
    revision: int
    position: int = Field(description="The event that says so.")
    extractor: str
    version: str
