"""What can be asked: parameters that several addresses share, and the refusal of others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Query, Request
from fastapi.dependencies.models import Dependant
from pydantic import AfterValidator

from ingestd.clock import rfc3339
from ingestd.config.did_you_mean import did_you_mean
from ingestd.errors import UsageError
from ingestd.queries.paging import LIMIT, MOST
from ingestd.server.problems import Mistake, UnknownParametersError

LONGEST = 200
"""Characters of a search; more words than that are no search."""


def _moment(text: str) -> str:
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            "should be a date (2026-11-22) or a time (2026-11-22T08:00:00Z)"
        ) from None
    try:
        return rfc3339(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))
    except OverflowError:
        raise ValueError("lies outside of all time") from None


Words = Annotated[
    str | None,
    Query(alias="q", max_length=LONGEST, description="Words to look for, accents or not."),
]
Since = Annotated[
    str | None,
    AfterValidator(lambda text: _moment(text) if text is not None else None),
    Query(description="First seen since then: a date, or a time by RFC 3339."),
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many items.")]
After = Annotated[
    str | None, Query(max_length=1000, description="The 'next' of the page before.")
]
USUAL_LIMIT = LIMIT


async def refuse_zeros(request: Request) -> None:
    """No name, word or cursor has a zero character in it, and PostgreSQL takes none."""
    asked = (*request.query_params.keys(), *request.query_params.values())
    if "\0" in request.url.path or any("\0" in text for text in asked):
        raise UsageError("there is a zero character in the address")


async def refuse_unknown(request: Request) -> None:
    """Say which parameter was probably meant, instead of answering another question."""
    known = sorted(_parameters(request.scope["route"].dependant))
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        raise UnknownParametersError(
            [
                Mistake(
                    parameter=name,
                    message="is not known here",
                    hint=did_you_mean(name, known) if known else "there are no parameters here",
                )
                for name in unknown
            ]
        )


def _parameters(dependant: Dependant) -> Iterator[str]:
    yield from (parameter.alias for parameter in dependant.query_params)
    for part in dependant.dependencies:
        yield from _parameters(part)
