import gzip
import socket
import zlib
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_network
from ssl import SSLCertVerificationError

import brotli  # type: ignore[import-untyped] # ships none
import pytest

from ingestd.errors import FetchError, UnreachableError
from ingestd.fetching.addresses import Network
from ingestd.fetching.http import USER_AGENT, GuardedWeb
from ingestd.fetching.limits import Limits
from ingestd.fetching.refusals import plainly
from ingestd.fetching.web import Reply
from tests.fixtures.site import Site

LOOPBACK: tuple[Network, ...] = (ip_network("127.0.0.0/8"),)


def get(
    url: str,
    *,
    max_bytes: int = 1_000,
    seconds: float = 30.0,
    networks: tuple[Network, ...] = LOOPBACK,
    **headers: str,
) -> Reply:
    limits = Limits(max_bytes=max_bytes, seconds=seconds, networks=networks)
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return GuardedWeb().get(url, limits=limits, headers=told)


def refused(url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **options)  # type: ignore[arg-type] # the options of get
    return caught.value


def test_a_page_comes_with_its_type_and_final_address(site: Site) -> None:
    url = site.gives("/a", b"text", Content_Type="Text/HTML; charset=utf-8", ETag='"1"')

    reply = get(url)

    assert (reply.status, reply.url, reply.content) == (200, url, b"text")
    assert (reply.media_type, reply.headers["etag"]) == ("text/html", '"1"')
    assert reply.content_type == "Text/HTML; charset=utf-8"


def test_the_server_is_told_who_asks(site: Site) -> None:
    get(site.gives("/a"), if_none_match='"1"')

    [(_, headers)] = site.asked
    assert headers["user-agent"] == USER_AGENT
    assert headers["accept-encoding"] == "br, gzip, deflate"


def test_a_login_is_sent_but_never_shown(site: Site) -> None:
    url = site.gives("/a", status=500).replace("//", "//user:canary@")

    error = refused(url)

    [(_, headers)] = site.asked
    assert headers["authorization"].startswith("Basic ")
    assert "canary" not in str(error)


def test_a_proxy_of_the_environment_is_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    assert get(site.gives("/a", b"text")).content == b"text"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site: Site, status: int) -> None:
    site.gives("/b", b"moved")
    url = site.gives("/a", status=status, Location="b")

    reply = get(url)

    assert (reply.url, reply.content) == (f"{site.url}/b", b"moved")


def test_five_redirects_are_followed_and_no_more(site: Site) -> None:
    for step in range(6):
        site.gives(f"/{step}", status=302, Location=f"/{step + 1}")
    site.gives("/6", b"end")

    assert get(f"{site.url}/1").content == b"end"
    assert str(refused(f"{site.url}/0")) == (
        f"could not fetch {site.url}/0: more than 5 redirects"
    )


def test_a_login_does_not_go_along_to_another_host(site: Site) -> None:
    site.gives("/b", b"text")
    there = site.url.replace("127.0.0.1", "localhost")
    url = site.gives("/a", status=302, Location=f"{there}/b").replace("//", "//user:canary@")

    reply = get(url, networks=(*LOOPBACK, ip_network("::1/128")))

    assert reply.url == f"{there}/b"
    assert [headers.get("authorization") is not None for _, headers in site.asked] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:1/",
        "http://[::ffff:10.0.0.1]/",
        "//192.168.0.1/",
    ],
)
def test_a_redirect_into_a_private_network_is_refused(site: Site, target: str) -> None:
    error = refused(site.gives("/a", status=302, Location=target))

    assert "which is not on the public internet" in str(error)
    assert error.hint is not None
    assert "allow_networks" in error.hint


@pytest.mark.parametrize(
    ("target", "scheme"),
    [("file:///etc/passwd", "file"), ("ftp://127.0.0.1/", "ftp"), ("gopher:x", "gopher")],
)
def test_a_redirect_to_anything_but_the_web_is_refused(
    site: Site, target: str, scheme: str
) -> None:
    error = refused(site.gives("/a", status=302, Location=target))

    assert f"it leads to {scheme}: addresses, which are not followed" in str(error)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "localhost", "[::1]", "0"]
)
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    error = refused(f"http://{host}:9/", networks=())

    assert "which is not on the public internet" in str(error)


@pytest.mark.parametrize(
    ("status", "told", "hint"),
    [
        (404, "the server answered 404 Not Found", "correct the address"),
        (410, "the server answered 410 Gone", "it is gone for good"),
        (401, "the server answered 401 Unauthorized", "it asks for a login"),
        (429, "the server answered 429 Too Many Requests", "ask less often"),
        (500, "the server answered 500 Internal Server Error", None),
        (204, "the server answered 204 No Content", None),
        (302, "the server answered 302 Found", None),
    ],
)
def test_an_answer_without_content_is_told_with_the_remedy(
    site: Site, status: int, told: str, hint: str | None
) -> None:
    error = refused(site.gives("/a", status=status))

    assert str(error) == f"could not fetch {site.url}/a: {told}"
    assert (error.hint or "").startswith(hint or "")
    assert error.retryable


def test_what_has_not_changed_is_a_reply_without_content(site: Site) -> None:
    reply = get(site.gives("/a", status=304), if_none_match='"1"')

    assert (reply.status, reply.content) == (304, b"")


def test_what_a_server_told_it_may_be_asked_for_in_any_letters(site: Site) -> None:
    told = get(site.gives("/a", b"text", ETag='"caf\xe9"')).headers["etag"]

    assert told == '"caf\xe9"'
    assert get(f"{site.url}/a", if_none_match=told).content == b"text"


def test_a_page_of_exactly_the_limit_is_read_and_one_byte_more_is_refused(site: Site) -> None:
    site.gives("/a", b"x" * 1_000)
    site.gives("/b", b"x" * 1_001)

    assert len(get(f"{site.url}/a").content) == 1_000
    error = refused(f"{site.url}/b")

    assert "the answer is over the limit of 1,000 bytes" in str(error)
    assert error.hint == "raise 'max_bytes' of the source"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"text")),
        ("X-GZIP", gzip.compress(b"te") + gzip.compress(b"xt")),
        ("deflate", zlib.compress(b"text")),
        ("br", brotli.compress(b"text")),
        ("identity", b"text"),
    ],
    ids=["gzip", "two of gzip", "deflate", "br", "identity"],  # gzip writes the time into it
)
def test_a_packed_page_is_unpacked(site: Site, encoding: str, packed: bytes) -> None:
    assert get(site.gives("/a", packed, Content_Encoding=encoding)).content == b"text"


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(site: Site) -> None:
    bomb = gzip.compress(bytes(50_000_000))

    error = refused(site.gives("/a", bomb, Content_Encoding="gzip"), max_bytes=100_000)

    assert len(bomb) < 100_000
    assert "over the limit of 100,000 bytes" in str(error)


def test_an_answer_that_is_all_packing_and_no_content_is_refused(site: Site) -> None:
    nothing = gzip.compress(b"") * 200_000

    error = refused(site.gives("/a", nothing, Content_Encoding="gzip"))

    assert "the compressed answer is damaged" in str(error)


def test_a_damaged_packing_is_told(site: Site) -> None:
    error = refused(site.gives("/a", b"not gzip", Content_Encoding="gzip"))

    assert "the compressed answer is damaged" in str(error)


def test_a_packing_that_was_not_asked_for_is_told(site: Site) -> None:
    error = refused(site.gives("/a", b"?", Content_Encoding="zstd"))

    assert "the answer is packed as 'zstd', not as was asked for" in str(error)


def test_a_server_that_says_nothing_is_given_up(site: Site) -> None:
    def silence(_: BaseHTTPRequestHandler) -> None:
        site.closing.wait()

    error = refused(site.does("/a", silence), seconds=0.3)

    assert "no complete answer within 0.3 s" in str(error)
    assert error.hint == "raise 'timeout' of the source"


def test_a_server_that_speaks_slowly_for_ever_is_given_up(site: Site) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while not site.closing.wait(0.02):
            request.wfile.write(b".")

    error = refused(site.does("/a", drip), seconds=0.5, max_bytes=1_000_000)

    assert "no complete answer within 0.5 s" in str(error)


def test_a_server_that_hangs_up_is_told(site: Site) -> None:
    def hang_up(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True

    assert "the connection broke: " in str(refused(site.does("/a", hang_up)))


def test_a_page_cut_short_is_told(site: Site) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("content-length", "100")
        request.end_headers()
        request.wfile.write(b"half")
        request.close_connection = True

    assert "the connection broke: " in str(refused(site.does("/a", cut)))


def test_a_port_that_nobody_listens_on_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    error = refused(f"http://127.0.0.1:{port}/")

    assert not isinstance(error, UnreachableError)  # its host is there
    assert str(error) == f"could not fetch http://127.0.0.1:{port}/: connection refused"


def test_a_server_without_encryption_is_not_spoken_to_as_if_it_had(site: Site) -> None:
    error = refused(site.gives("/a").replace("http:", "https:"))

    assert "encryption failed: wrong version number" in str(error)
    assert not isinstance(error, UnreachableError)  # somebody was there


def test_a_certificate_that_is_not_trusted_is_told_with_the_reason() -> None:
    cause = SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] (_ssl.c:1006)")
    cause.verify_message = "self-signed certificate"
    error = RuntimeError("connection failed")
    error.__cause__ = cause

    assert plainly(error) == "its certificate cannot be trusted: self-signed certificate"


def test_a_name_that_cannot_be_is_not_found() -> None:
    name = "a" * 64 + ".example"  # refused before anybody is asked: labels end at 63

    error = refused(f"http://{name}/")

    assert f"the name {name} is not found" in str(error)


@pytest.mark.parametrize("url", ["http://[::1/", "http://host:port/", "http://\x00/"])
def test_what_is_no_address_is_told(url: str) -> None:
    assert "this is no address of a page" in str(refused(url))
