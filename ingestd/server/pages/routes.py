"""All pages."""

from fastapi import APIRouter

from ingestd.server.pages import articles, deals, entities, log, rejected, sources, stories

router = APIRouter()
for part in (deals, articles, stories, entities, sources, rejected, log):
    router.include_router(part.router)
