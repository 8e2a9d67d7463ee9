"""The page of sources."""

from fastapi import APIRouter

from ingestd.queries.sources import list_sources
from ingestd.server.pages.rendering import Page, page
from ingestd.server.reading import Given

router = APIRouter()


@router.get("/sources")
def sources_page(given: Given) -> Page:
    """Every source, its health, and what became of all it showed."""
    with given.database.reading() as connection:
        rows = list_sources(connection)
    return page("sources.html", {"part": "sources", "version": given.version, "sources": rows})
