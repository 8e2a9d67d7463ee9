"""Articles over HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from ingestd.queries import articles, revisions
from ingestd.queries.erasures import get_erasure
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, After, Limit, Since, Words
from ingestd.server.problems import ErasedError, NotFoundError
from ingestd.server.reading import Given

router = APIRouter(tags=["articles"])
LATEST_REVISION = 1_000_000


class Article(Shape):
    """One article, as of its latest revision."""

    id: str = Field(examples=["art_aaaaaaaaaaaaaaaa"])
    source: str
    origin: str = Field(description="Where it was first found: a file or an address.")
    url: str | None
    title: str | None
    language: str | None = Field(description="ISO 639-1.")
    published_at: str | None = Field(description="ISO 8601, possibly only YYYY or YYYY-MM.")
    first_seen_at: str = Field(description="RFC 3339, UTC.")
    revision: int
    words: int
    story: str | None


class Origin(Shape):
    """A place where an article was found."""

    origin: str
    source: str
    found_at: str
    gone_at: str | None = Field(description="Since when it is not there any more.")


class Revision(Shape):
    """One revision of an article, without its text."""

    revision: int
    cause: str | None = Field(description="null: the first.")
    title: str | None
    language: str | None
    published_at: str | None
    author: str | None
    words: int
    received_at: str
    position: int = Field(description="The event that says so.")


class Values(Shape):
    """What was said before, and what is said now."""

    before: str | None
    after: str | None


class Part(Shape):
    """A stretch of text that is in both, or in one only."""

    op: Literal["same", "removed", "added"]
    text: str


class Changed(Shape):
    """What became of the reading before."""

    fields: dict[str, Values]
    removed: int = Field(description="Words.")
    added: int = Field(description="Words.")
    parts: list[Part]


class Reading(Shape):
    """What was read of a revision."""

    revision: int
    cause: str | None = Field(
        description="null: the first; file_edit, feed_edit, page_edit, fuller, reparse."
    )
    at: str
    title: str | None
    language: str | None
    published_at: str | None
    author: str | None
    words: int
    parser: str
    position: int = Field(description="The event that says so.")
    changed: Changed | None = Field(default=None, description="With diff only.")


class Readings(Shape):
    """All of an article, the oldest first."""

    items: list[Reading]


class WholeArticle(Article):
    """One article with its text; spans of evidence and mentions point into it."""

    text: str
    origins: list[Origin]
    revisions: list[Revision]


@router.get("/articles", response_model=PageOf[Article])
def list_articles(  # noqa: PLR0913 - each is a filter of its own
    given: Given,
    *,
    words: Words = None,
    source: str | None = None,
    language: Annotated[str | None, Query(description="ISO 639-1.")] = None,
    since: Since = None,
    limit: Limit = USUAL_LIMIT,
    after: After = None,
) -> Answer:
    """List articles, newest first."""
    with given.database.reading() as connection:
        page = articles.list_articles(
            connection,
            query=words,
            source=source,
            language=language,
            since=since,
            limit=limit,
            after=after,
        )
    return Answer({"items": page.rows, "next": page.next})


@router.get("/articles/{id}", response_model=WholeArticle)
def get_article(
    given: Given,
    id: str,  # noqa: A002 - the contract's word
    *,
    revision: Annotated[
        int | None, Query(ge=1, le=LATEST_REVISION, description="As it was then.")
    ] = None,
) -> Answer:
    """Return one article with its text."""
    with given.database.reading() as connection:
        row = articles.get_article(connection, id, given.blobs, revision=revision)
        erased = None if row else get_erasure(connection, id)
    if erased is not None:
        raise ErasedError(erased)
    if row is None:
        raise _unknown(id)
    return Answer(row)


@router.get("/articles/{id}/revisions", response_model=Readings)
def list_revisions(
    given: Given,
    id: str,  # noqa: A002 - the contract's word
    *,
    diff: Annotated[bool, Query(description="And what changed each time.")] = False,
) -> Answer:
    """List what was read of an article, and why anew."""
    with given.database.reading() as connection:
        rows = revisions.list_revisions(connection, id, given.blobs, diff=diff)
        erased = None if rows else get_erasure(connection, id)
    if erased is not None:
        raise ErasedError(erased)
    if rows is None:
        raise _unknown(id)
    return Answer({"items": rows})


def _unknown(identity: str) -> NotFoundError:
    return NotFoundError(f"there is no article {identity}", hint="/v1/articles lists them")
