"""Pages of stories."""

from fastapi import APIRouter

from ingestd.queries.headings import headings
from ingestd.queries.stories import get_story, list_stories
from ingestd.server.pages.asking import AT_ONCE, After, Words
from ingestd.server.pages.emptiness import why_empty
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given

router = APIRouter()


@router.get("/stories")
def stories_page(given: Given, *, q: Words = "", after: After = None) -> Page:
    """Stories, last changed first."""
    with given.database.reading() as connection:
        found = list_stories(connection, query=q, limit=AT_ONCE, after=after)
        told = (article["id"] for story in found.rows for article in story["articles"])
        cited = headings(connection, told, given.blobs)
    asked = {"q": q}
    return page(
        "stories.html",
        {
            "part": "stories",
            "version": given.version,
            "stories": found.rows,
            "cited": cited,
            "asked": asked,
            "first": address("/stories", **asked) if after else None,
            "following": address("/stories", **asked, after=found.next) if found.next else None,
            "empty": why_empty(given, found.rows),
        },
    )


@router.get("/stories/{id}")
def story_page(given: Given, id: str) -> Page:  # noqa: A002 - the contract's word
    """One story: who tells it, where, and why they are taken for one."""
    with given.database.reading() as connection:
        story = get_story(connection, id)
        told = story["articles"] if story else ()
        cited = headings(connection, (article["id"] for article in told), given.blobs)
    if story is None:
        raise NotFoundError(f"there is no story {id}", hint="all that there are: /stories")
    return page(
        "story.html",
        {"part": "stories", "version": given.version, "story": story, "cited": cited},
    )
