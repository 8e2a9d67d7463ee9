"""The page that says why there is no page."""

from fastapi import Request
from starlette.responses import Response

from ingestd.server.pages.rendering import page
from ingestd.server.problems import headers_of, problem_of


def problem_page(request: Request, error: Exception) -> Response:
    """Say what is wrong and what helps; needs no store."""
    problem = problem_of(error)
    version = request.app.state.reading.version
    shown = page(
        "problem.html",
        {"problem": problem, "version": version, "part": ""},
        status_code=problem.status,
    )
    shown.headers.update(headers_of(error))
    return shown
