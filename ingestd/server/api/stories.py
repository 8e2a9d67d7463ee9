"""Stories over HTTP."""

from fastapi import APIRouter
from pydantic import Field

from ingestd.queries import stories
from ingestd.server.api.answers import Answer, PageOf, Shape
from ingestd.server.api.asking import USUAL_LIMIT, After, Limit, Since, Words
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given

router = APIRouter(tags=["stories"])


class Kin(Shape):
    """The article to which one is linked most surely, and why."""

    article: str
    score: float
    reason: str


class OneArticle(Shape):
    """An article of a story."""

    id: str = Field(examples=["art_aaaaaaaaaaaaaaaa"])
    title: str | None
    language: str | None = Field(description="ISO 639-1.")
    source: str
    origin: str
    url: str | None
    published_at: str | None
    first_seen_at: str
    joined: Kin | None = Field(description="null: others are linked to it.")


class Story(Shape):
    """Two or more articles that tell the same."""

    id: str = Field(examples=["story_aaaaaaaaaaaaaaaa"])
    title: str | None = Field(description="That of its first article.")
    languages: list[str]
    articles: list[OneArticle]
    first_seen_at: str
    updated_at: str


@router.get("/stories", response_model=PageOf[Story])
def list_stories(
    given: Given,
    *,
    words: Words = None,
    since: Since = None,
    limit: Limit = USUAL_LIMIT,
    after: After = None,
) -> Answer:
    """List stories, last changed first."""
    with given.database.reading() as connection:
        page = stories.list_stories(
            connection, query=words, since=since, limit=limit, after=after
        )
    return Answer({"items": page.rows, "next": page.next})


@router.get("/stories/{id}", response_model=Story)
def get_story(given: Given, id: str) -> Answer:  # noqa: A002 - the contract's word
    """Return one story, also under an id that became a part of it."""
    with given.database.reading() as connection:
        row = stories.get_story(connection, id)
    if row is None:
        raise NotFoundError(f"there is no story {id}", hint="/v1/stories lists them")
    return Answer(row)
