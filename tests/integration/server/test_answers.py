"""What holds for every answer: safe headers, tags, HEAD."""

import httpx2
import pytest

EVERY_KIND = ["/", "/v1/deals", "/assets/ingestd.css", "/nothing", "/v1/nothing", "/healthz"]


@pytest.mark.parametrize("path", EVERY_KIND)
def test_no_answer_may_run_a_script_or_be_framed(client: httpx2.Client, path: str) -> None:
    headers = client.get(path).headers

    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/", "/v1/deals", "/v1/status", "/deals", "/openapi.json"])
def test_head_tells_what_get_would_without_the_body(client: httpx2.Client, path: str) -> None:
    whole, head = client.get(path), client.head(path)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize("path", ["/", "/v1/deals", "/assets/ingestd.css"])
def test_what_is_known_already_is_not_sent_again(client: httpx2.Client, path: str) -> None:
    tag = client.get(path).headers["etag"]

    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag


def test_any_tag_is_known_to_whoever_says_so(client: httpx2.Client) -> None:
    assert client.get("/v1/deals", headers={"If-None-Match": "*"}).status_code == 304


def test_another_tag_brings_the_body(client: httpx2.Client) -> None:
    answer = client.get("/v1/deals", headers={"If-None-Match": 'W/"other"'})

    assert answer.status_code == 200
    assert answer.json()["items"]


def test_a_problem_is_never_said_to_be_known(client: httpx2.Client) -> None:
    assert client.get("/nothing", headers={"If-None-Match": "*"}).status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/assets/ingestd.css", "text/css"), ("/assets/favicon.svg", "image/svg+xml")],
)
def test_assets_are_of_their_kind(client: httpx2.Client, path: str, kind: str) -> None:
    assert client.get(path).headers["content-type"].startswith(kind)


@pytest.mark.parametrize(
    "path", ["/assets/", "/assets/../application.py", "/assets/%2e%2e/guard.py"]
)
def test_nothing_but_assets_is_among_them(client: httpx2.Client, path: str) -> None:
    assert client.get(path).status_code == 404
