"""All of /v1, with the problems that any of it may answer with."""

from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.openapi.utils import get_openapi

from ingestd.server.api import (
    articles,
    deals,
    entities,
    events,
    rejected,
    sources,
    status,
    stories,
)
from ingestd.server.api.asking import refuse_unknown
from ingestd.server.problems import MEDIA_TYPE, Problem

PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "What was asked cannot be asked so."},
    404: {"model": Problem, "description": "There is no such thing."},
    422: {"model": Problem, "description": "A parameter cannot be used."},
    503: {"model": Problem, "description": "The store does not answer."},
}

router = APIRouter(prefix="/v1", dependencies=[Depends(refuse_unknown)], responses=PROBLEMS)
for part in (articles, deals, entities, events, rejected, sources, status, stories):
    router.include_router(part.router)


def describe(application: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document; problems have a media type of their own in it."""
    if application.openapi_schema is None:
        document = get_openapi(
            title=application.title,
            version=application.version,
            description=application.description,
            routes=application.routes,
        )
        for path in document["paths"].values():
            for answers in (operation["responses"] for operation in path.values()):
                _name_problems(answers)
        application.openapi_schema = document
    return application.openapi_schema


def _name_problems(answers: dict[str, Any]) -> None:
    for status_code, answer in answers.items():
        if status_code >= "400" and "content" in answer:
            answer["content"] = {MEDIA_TYPE: answer["content"].pop("application/json")}
