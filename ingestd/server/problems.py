"""What goes wrong, told as RFC 9457 says: to programs as JSON; the pages tell it to people."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ingestd.errors import IngestdError, StoreError, UsageError
from ingestd.queries.paging import Row

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "5"


class Mistake(BaseModel):
    """One parameter that cannot be used."""

    parameter: str
    message: str
    hint: str | None = None


class Problem(BaseModel):
    """Why there is no answer, and what helps."""

    type: str = Field(description="A name for this kind of problem that does not change.")
    title: str
    status: int
    detail: str
    hint: str | None = Field(default=None, description="The remedy, where one is known.")
    errors: list[Mistake] | None = Field(
        default=None, description="Each parameter that cannot be used."
    )


class UnknownParametersError(UsageError):
    """A request asks by parameters that there are none of."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("there is no such parameter", hint=mistakes[0].hint)
        self.mistakes = list(mistakes)


class NotFoundError(UsageError):
    """Nothing has this name."""


class ErasedError(NotFoundError):
    """What had this name was erased."""

    def __init__(self, row: Row) -> None:
        super().__init__(f"{row['id']} was erased at {row['erased_at']}: {row['reason']}")


def problem_of(error: Exception) -> Problem:
    """Say what an error means to the one who asked."""
    if isinstance(error, RequestValidationError | UnknownParametersError):
        return _of_parameters(error)
    if isinstance(error, HTTPException):
        name = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
        return _problem(error.status_code, name, _explained(error))
    if isinstance(error, IngestdError):
        status, name = next(
            (status, name) for kind, status, name in _OURS if isinstance(error, kind)
        )
        return _problem(status, name, str(error), hint=error.hint)
    # what a bug says of itself may say too much
    return _problem(500, "bug", "this should not have happened; the log says more")


# the first that fits
_OURS: tuple[tuple[type[IngestdError], int, str], ...] = (
    (ErasedError, 410, "erased"),
    (NotFoundError, 404, "not-found"),
    (UsageError, 400, "usage"),
    (StoreError, 503, "store"),
    (IngestdError, 500, "failed"),
)


def problem_response(request: Request, error: Exception) -> Response:
    """Answer with the problem, as JSON."""
    problem = problem_of(error)
    shown = problem.model_dump(exclude_none=True, exclude={"errors"})
    if problem.errors:
        shown["errors"] = [mistake.model_dump(exclude_none=True) for mistake in problem.errors]
    body = json.dumps(shown | {"instance": request.url.path}, ensure_ascii=False)
    return Response(
        body.encode("utf-8", "replace"),
        status_code=problem.status,
        headers=headers_of(error),
        media_type=MEDIA_TYPE,
    )


def headers_of(error: Exception) -> dict[str, str]:
    """Return what else a client should be told: what is allowed, when to come back."""
    told = dict(getattr(error, "headers", None) or {})
    if isinstance(error, StoreError) and error.retryable:
        told["retry-after"] = RETRY_SECONDS
    return {"cache-control": "no-store"} | told


def _problem(
    status: int,
    name: str,
    detail: str,
    *,
    hint: str | None = None,
    errors: list[Mistake] | None = None,
) -> Problem:
    return Problem(
        type=f"urn:ingestd:problem:{name}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        hint=hint,
        errors=errors,
    )


def _of_parameters(error: RequestValidationError | UnknownParametersError) -> Problem:
    if isinstance(error, UnknownParametersError):
        mistakes, hint = error.mistakes, error.hint
    else:
        mistakes, hint = [_mistake(found) for found in error.errors()], None
    return _problem(422, "parameters", _listed(mistakes), hint=hint, errors=mistakes)


def _explained(error: HTTPException) -> str:
    if error.status_code == HTTPStatus.NOT_FOUND:
        return "there is nothing at this address"
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = (error.headers or {}).get("Allow", "GET")
        return f"this address answers to {allowed} only"
    return str(error.detail)


def _mistake(found: dict[str, object]) -> Mistake:
    where = found["loc"]
    name = str(where[-1]) if isinstance(where, tuple) and where else "?"
    message = str(found["msg"]).removeprefix("Value error, ")
    return Mistake(parameter=name, message=message[:1].lower() + message[1:])


def _listed(mistakes: Sequence[Mistake]) -> str:
    return "; ".join(f"{mistake.parameter}: {mistake.message}" for mistake in mistakes)
