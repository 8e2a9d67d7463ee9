"""The whole of what is served: the API, the pages, their style."""

from functools import partial
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from ingestd.errors import IngestdError
from ingestd.server.api import v1
from ingestd.server.api.asking import refuse_zeros
from ingestd.server.api.status import health
from ingestd.server.guard import Guard
from ingestd.server.pages import routes
from ingestd.server.pages.problem import problem_page
from ingestd.server.problems import problem_response
from ingestd.server.reading import Reading as Reading
from ingestd.server.websub import PATH, Callbacks
from ingestd.server.websub import router as websub

ASSETS = Path(__file__).parent / "assets"
FOR_PROGRAMS = ("/v1", "/openapi.json", "/healthz", "/readyz", PATH)
DESCRIPTION = "Articles, entities and deals from the news, with the words they come from."


def build(reading: Reading, callbacks: Callbacks | None = None) -> FastAPI:
    """Return the application; it only ever reads, and holds no connection between requests.

    Where `callbacks` are given, hubs may call.
    """
    application = FastAPI(
        title="ingestd",
        version=reading.version,
        description=DESCRIPTION,
        dependencies=[Depends(refuse_zeros)],
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    application.state.reading = reading
    application.include_router(v1.router)
    application.include_router(health, responses={503: v1.PROBLEMS[503]})
    application.include_router(routes.router, include_in_schema=False)
    if callbacks is not None:
        application.state.callbacks = callbacks
        application.include_router(websub, include_in_schema=False)
    application.mount("/assets", StaticFiles(directory=ASSETS))
    for kind in (IngestdError, RequestValidationError, HTTPException):
        application.add_exception_handler(kind, _tell)
    application.add_middleware(Guard, tell=_tell)
    application.openapi = partial(v1.describe, application)  # type: ignore[method-assign]  # FastAPI's own way to a document of one's own
    return application


async def _tell(request: Request, error: Exception) -> Response:
    for_programs = request.url.path.startswith(FOR_PROGRAMS)
    return (problem_response if for_programs else problem_page)(request, error)
