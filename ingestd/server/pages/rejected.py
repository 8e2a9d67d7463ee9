"""The page of what could not be taken in."""

from fastapi import APIRouter

from ingestd.queries.rejected import list_rejected
from ingestd.server.pages.asking import AT_ONCE, After, Words
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.reading import Given

router = APIRouter()


@router.get("/rejected")
def rejected_page(given: Given, *, source: Words = "", after: After = None) -> Page:
    """Documents that could not be taken in, newest first, with the reason and the remedy."""
    with given.database.reading() as connection:
        found = list_rejected(connection, source=source or None, limit=AT_ONCE, after=after)
    more = address("/rejected", source=source, after=found.next) if found.next else None
    return page(
        "rejected.html",
        {
            "part": "rejected",
            "version": given.version,
            "rejected": found.rows,
            "first": address("/rejected", source=source) if after else None,
            "following": more,
        },
    )
