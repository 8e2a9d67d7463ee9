"""Articles over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from ingestd.queries import articles
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
    title: str | None
    language: str | None
    published_at: str | None
    author: str | None
    words: int
    received_at: str
    position: int = Field(description="The event that says so.")


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
        raise NotFoundError(f"there is no article {id}", hint="/v1/articles lists them")
    return Answer(row)
