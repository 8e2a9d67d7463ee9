"""All pages."""

from fastapi import APIRouter

from ingestd.server.pages import articles, deals, entities, log, rejected, sources

router = APIRouter()
for part in (deals, articles, entities, sources, rejected, log):
    router.include_router(part.router)
