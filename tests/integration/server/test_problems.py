"""What cannot be answered is told plainly: to programs as RFC 9457, to people as a page."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ingestd.app import App
from ingestd.config.settings import Settings
from ingestd.errors import AlreadyRunningError
from ingestd.server.application import build
from ingestd.server.guard import Guard
from ingestd.server.problems import problem_of
from ingestd.server.reading import Reading
from ingestd.server.serving import WebServer
from ingestd.store.blobs import Blobs
from tests.integration.server.newsroom import Newsroom, Stories
from tests.integration.server.serving import client_of


@pytest.mark.parametrize(
    ("path", "status", "name", "detail"),
    [
        ("/v1/deals/deal_no", 404, "not-found", "there is no deal deal_no"),
        ("/v1/deals/deal_no/explain", 404, "not-found", "there is no deal deal_no"),
        ("/v1/entities/ent_no", 404, "not-found", "there is no entity ent_no"),
        ("/v1/entities/ent_no/explain", 404, "not-found", "there is no entity ent_no"),
        ("/v1/articles/art_no", 404, "not-found", "there is no article art_no"),
        ("/v1/sources/no", 404, "not-found", "there is no source no"),
        ("/v1/nothing", 404, "not-found", "there is nothing at this address"),
        ("/v1/deals?after=nonsense", 400, "usage", "'nonsense' is no cursor"),
        ("/v1/deals?q=%00", 400, "usage", "there is a zero character in the address"),
        ("/v1/deals/%00", 400, "usage", "there is a zero character in the address"),
        ("/v1/deals?limit=0", 422, "parameters", "limit: input should be greater than"),
        ("/v1/deals?type=mous", 422, "parameters", "type: input should be 'mou'"),
        ("/v1/deals?since=soon", 422, "parameters", "since: should be a date"),
        (
            "/v1/deals?since=0001-01-01T00:00:00%2B14:00",
            422,
            "parameters",
            "since: lies outside",
        ),
        ("/v1/deals?statos=signed", 422, "parameters", "statos: is not known here"),
        ("/v1/status?all=1", 422, "parameters", "all: is not known here"),
        ("/v1/events?after=99999999999999999999", 422, "parameters", "after: input should be"),
    ],
)
def test_a_program_is_told_what_is_wrong(
    client: httpx2.Client, path: str, status: int, name: str, detail: str
) -> None:
    answer = client.get(path)

    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"urn:ingestd:problem:{name}"
    assert problem["detail"].startswith(detail)
    assert problem["title"]


def test_a_parameter_with_a_slip_of_the_pen_is_told_which_was_meant(
    client: httpx2.Client,
) -> None:
    problem = client.get("/v1/deals", params={"statos": "signed", "lmit": "3"}).json()

    assert problem["errors"] == [
        {
            "parameter": "lmit",
            "message": "is not known here",
            "hint": "did you mean 'limit'?",
        },
        {
            "parameter": "statos",
            "message": "is not known here",
            "hint": "did you mean 'status'?",
        },
    ]


def test_an_unknown_thing_is_told_where_the_known_ones_are(client: httpx2.Client) -> None:
    assert client.get("/v1/deals/no").json()["hint"] == "/v1/deals lists them"


def test_what_only_answers_to_get_says_so(client: httpx2.Client) -> None:
    answer = client.post("/v1/deals")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["detail"] == "this address answers to GET only"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "there is nothing at this address"),
        ("/deals/deal_no", 404, "there is no deal deal_no"),
        ("/articles/art_no", 404, "there is no article art_no"),
        ("/entities/ent_no", 404, "there is no entity ent_no"),
        ("/log/999", 404, "there is no event 999"),
        ("/log/0", 404, "there is no event 0"),
        ("/log/one", 422, "position: input should be a valid integer"),
        ("/deals?after=x", 400, "is no cursor"),
        ("/deals?type=mous", 400, "did you mean &#39;mou&#39;?"),
    ],
)
def test_a_person_is_shown_what_is_wrong_on_a_page(
    client: httpx2.Client, path: str, status: int, words: str
) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert words in answer.text


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[httpx2.Client]:
    """A server whose store was taken away under it."""
    with App(Settings(data_dir=tmp_path)).opened() as app:
        reading = Reading(database=app.database, blobs=app.blobs, version="1.2.3")
        app.database.close()
        for file in tmp_path.glob("ingestd.db*"):
            file.unlink()
        (tmp_path / "ingestd.db").mkdir()
        server = WebServer(build(reading), "127.0.0.1", 0)
        server.start()
        with client_of(server.address) as client:
            yield client
        server.stop()


def test_without_its_store_the_server_is_alive_but_not_ready(broken: httpx2.Client) -> None:
    ready = broken.get("/readyz")

    assert broken.get("/healthz").status_code == 200
    assert (ready.status_code, ready.headers["retry-after"]) == (503, "5")
    assert ready.json()["type"] == "urn:ingestd:problem:store"
    assert "ingestd.db" in ready.json()["detail"]


def test_without_its_store_a_page_says_so(broken: httpx2.Client) -> None:
    answer = broken.get("/")

    assert answer.status_code == 503
    assert "Service Unavailable" in answer.text


@pytest.mark.parametrize("path", ["/v1/articles/", "/articles/"])
def test_a_bug_is_answered_safely_and_the_next_question_too(
    room: Newsroom, stories: Stories, path: str
) -> None:
    nothing: Blobs = None  # type: ignore[assignment]  # a bug, made to order
    reading = Reading(database=room.app.database, blobs=nothing, version="1.2.3")
    server = WebServer(build(reading), "127.0.0.1", 0)
    server.start()
    with client_of(server.address) as client:
        answer = client.get(f"{path}{stories.english}")
        after = client.get("/healthz")
    server.stop()

    assert (answer.status_code, after.status_code) == (500, 200)
    assert "this should not have happened" in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def breaks_off(_scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"content-length", b"10")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"half", "more_body": True})
    raise ValueError("a bug in the middle")


async def tell(_request: Request, error: Exception) -> Response:
    return Response(str(error), status_code=500)


def test_an_answer_that_breaks_off_is_not_taken_for_whole() -> None:
    server = WebServer(Guard(breaks_off, tell), "127.0.0.1", 0)
    server.start()
    with client_of(server.address) as client, pytest.raises(httpx2.RemoteProtocolError):
        client.get("/")
    server.stop()


def test_a_failure_without_a_place_of_its_own_is_told_in_its_words() -> None:
    problem = problem_of(AlreadyRunningError("somebody is at it", hint="wait"))

    assert (problem.status, problem.detail, problem.hint) == (500, "somebody is at it", "wait")


def test_what_the_framework_refuses_is_told_in_its_words() -> None:
    problem = problem_of(HTTPException(413, "too much at once"))

    assert (problem.status, problem.detail) == (413, "too much at once")


def test_a_bug_tells_nothing_of_itself() -> None:
    problem = problem_of(ValueError("password=hunter2"))

    assert (problem.status, problem.type) == (500, "urn:ingestd:problem:bug")
    assert "hunter2" not in problem.model_dump_json()
