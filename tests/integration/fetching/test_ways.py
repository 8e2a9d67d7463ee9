"""What is sent where, by which connection, and what is said of the way."""

from contextlib import closing
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_network
from socket import SHUT_RDWR
from threading import Event

import httpcore2
import pytest

from ingestd.errors import FetchError, PrivateHostError, RefusedError, UnreachableError
from ingestd.fetching.guard import plain_connection
from ingestd.fetching.http import USER_AGENT, GuardedWeb
from ingestd.fetching.limits import Limits
from ingestd.fetching.lookup import Lookup
from ingestd.fetching.web import Reply
from tests.fixtures.site import Site
from tests.fixtures.wires import PAPER, PUBLIC, Wires

PUBLIC_ONLY = Limits(max_bytes=10_000, seconds=30.0)
LOOPBACK = Limits(max_bytes=10_000, seconds=30.0, networks=(ip_network("127.0.0.0/8"),))


def get(web: GuardedWeb, url: str = f"{PAPER}/a", **headers: str) -> Reply:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return web.get(url, limits=PUBLIC_ONLY, headers=told)


def leads(wires: Wires, *way: tuple[int, str]) -> None:
    """/0 leads to /1, that to /2, and so on; each by its status, to the host named."""
    for step, (status, host) in enumerate(way):
        wires.names[host] = [[PUBLIC]]
        wires.site.gives(f"/{step}", status=status, Location=f"http://{host}/{step + 1}")
    wires.site.gives(f"/{len(way)}", b"text", ETag='"1"')


# ------------------------------------------------------------------------------ moves


@pytest.mark.parametrize(
    ("way", "moved"),
    [
        ([301], 301),
        ([308], 308),
        ([301, 308, 301], 301),
        ([308, 301], 308),
        ([302], None),
        ([303], None),
        ([307], None),
        ([301, 302], None),
        ([302, 301], None),
        ([301, 307, 301], None),
    ],
)
def test_only_a_way_that_is_for_good_all_along_is_a_move(
    wires: Wires, way: list[int], moved: int | None
) -> None:
    leads(wires, *[(status, "paper.example") for status in way])

    reply = get(wires.web(), f"{PAPER}/0")

    end = f"{PAPER}/{len(way)}"
    assert reply.url == end
    assert reply.moved == (None if moved is None else (end, moved))


def test_what_has_moved_and_has_not_changed_has_moved(wires: Wires) -> None:
    wires.site.gives("/a", status=301, Location="/b")
    wires.site.gives("/b", status=304)

    reply = get(wires.web(), if_none_match='"1"')

    assert (reply.status, reply.moved) == (304, (f"{PAPER}/b", 301))


def test_an_address_is_told_without_what_a_server_wrote_into_it(wires: Wires) -> None:
    wires.site.gives("/a", status=301, Location=f"{PAPER.replace('//', '//user:canary@')}/b")
    wires.site.gives("/b", b"text")

    reply = get(wires.web())

    assert reply.moved == (f"{PAPER}/b", 301)
    assert [headers["authorization"] for _, headers in wires.site.asked] == [None, None]


def test_to_go_on_encrypted_is_followed(wires: Wires) -> None:
    wires.site.gives("/a", status=301, Location="https://paper.example/b")
    wires.site.gives("/b", b"text")

    assert get(wires.web()).moved == ("https://paper.example/b", 301)
    assert wires.dialled == [(PUBLIC, 80), (PUBLIC, 443)]


# ------------------------------------------------------------------------------ secrets


@pytest.mark.parametrize(
    ("begin", "target", "goes_along"),
    [
        (PAPER, f"{PAPER}/b", True),
        (PAPER, f"{PAPER}:80/b", True),
        (PAPER, "https://paper.example/b", True),
        (PAPER, "//paper.example:8080/b", False),
        (PAPER, "https://paper.example:8443/b", False),
        (PAPER, "http://www.paper.example/b", False),
        ("https://paper.example", "https://www.paper.example/b", False),
    ],
)
def test_a_login_goes_to_the_host_it_was_given_for(
    wires: Wires, begin: str, target: str, *, goes_along: bool
) -> None:
    wires.names["www.paper.example"] = [[PUBLIC]]
    wires.site.gives("/a", status=302, Location=target)
    wires.site.gives("/b", b"text")

    get(wires.web(), f"{begin.replace('//', '//us%65r:c%40nary@')}/a", cookie="a=b")

    sent = [headers["authorization"] for _, headers in wires.site.asked]
    assert sent == ["Basic dXNlcjpjQG5hcnk=", "Basic dXNlcjpjQG5hcnk=" if goes_along else None]
    cookies = [headers["cookie"] for _, headers in wires.site.asked]
    assert cookies == ["a=b", "a=b" if goes_along else None]


def test_a_cookie_is_not_brought_back(wires: Wires) -> None:
    web = wires.web()
    wires.site.gives("/a", status=302, Location="/b", Set_Cookie="a=b; Path=/")
    wires.site.gives("/b", b"text", Set_Cookie="c=d; Path=/")

    get(web)
    get(web)

    assert [headers["cookie"] for _, headers in wires.site.asked] == [None] * 4


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (None, "ingestd/0.1.0 (news corpus ingestion daemon)"),
        (
            "https://host/us",
            "ingestd/0.1.0 (news corpus ingestion daemon; https://host/us)",
        ),
    ],
)
def test_a_server_is_told_who_asks_and_whom_to_write_to(
    site: Site, contact: str | None, told: str
) -> None:
    GuardedWeb(contact=contact).get(site.gives("/a"), limits=LOOPBACK)

    [(_, headers)] = site.asked
    assert headers["user-agent"] == told.replace("0.1.0", USER_AGENT.split("/")[1].split()[0])


# ------------------------------------------------------------------------------ forms


def test_a_form_is_sent(wires: Wires) -> None:
    wires.site.gives("/a", b"accepted", 202)

    reply = wires.web().post(
        f"{PAPER}/a", fields={"hub.mode": "subscribe", "topic": "ж&="}, limits=PUBLIC_ONLY
    )

    assert (reply.status, reply.content) == (202, b"accepted")
    assert wires.site.sent == [b"hub.mode=subscribe&topic=%D0%B6%26%3D"]
    [(_, headers)] = wires.site.asked
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert headers["user-agent"].startswith("ingestd/")


@pytest.mark.parametrize("status", [200, 201, 204])
def test_any_success_is_an_answer_to_a_form(wires: Wires, status: int) -> None:
    wires.site.gives("/a", status=status)

    reply = wires.web().post(f"{PAPER}/a", fields={}, limits=PUBLIC_ONLY)

    assert (reply.status, reply.content) == (status, b"")


@pytest.mark.parametrize(("status", "sent"), [(307, 2), (308, 2)])
def test_a_form_is_sent_again_where_that_is_asked_for(
    wires: Wires, status: int, sent: int
) -> None:
    wires.site.gives("/a", status=status, Location="/b")
    wires.site.gives("/b", status=202)

    reply = wires.web().post(f"{PAPER}/a", fields={"a": "b"}, limits=PUBLIC_ONLY)

    assert reply.url == f"{PAPER}/b"
    assert wires.site.sent == [b"a=b"] * 2


@pytest.mark.parametrize("status", [301, 302, 303, 304, 400, 410, 500])
def test_a_form_that_was_not_taken_is_refused(wires: Wires, status: int) -> None:
    wires.site.gives("/a", status=status, Location="/b")

    with pytest.raises(RefusedError) as caught:
        wires.web().post(f"{PAPER}/a", fields={"a": "b"}, limits=PUBLIC_ONLY)

    assert caught.value.status == status
    assert wires.site.paths == ["/a"]


def test_a_form_goes_to_no_private_address(wires: Wires) -> None:
    wires.site.gives("/a", status=307, Location="http://10.0.0.1/")

    with pytest.raises(PrivateHostError):
        wires.web().post(f"{PAPER}/a", fields={"a": "b"}, limits=PUBLIC_ONLY)
    assert wires.dialled == [(PUBLIC, 80)]


# ------------------------------------------------------------------------------ connections


def test_a_connection_is_used_again(wires: Wires) -> None:
    wires.site.keeps_alive = True
    wires.site.gives("/a", b"text")
    wires.site.gives("/b", status=304)
    wires.site.gives("/c", status=302, Location="/a")
    web = wires.web()

    get(web)
    get(web, f"{PAPER}/b", if_none_match='"1"')
    get(web, f"{PAPER}/c")
    web.post(f"{PAPER}/a", fields={}, limits=PUBLIC_ONLY)

    assert wires.dialled == [(PUBLIC, 80)]
    web.close()
    get(web)
    assert wires.dialled == [(PUBLIC, 80)] * 2


def test_a_connection_that_one_may_use_is_not_for_those_who_may_not(site: Site) -> None:
    site.keeps_alive = True
    url = site.gives("/a", b"text")

    with closing(GuardedWeb()) as web:
        web.get(url, limits=LOOPBACK)
        with pytest.raises(PrivateHostError):
            web.get(url, limits=PUBLIC_ONLY)


def test_a_name_that_flips_is_checked_at_every_connection(wires: Wires) -> None:
    wires.names["paper.example"] = [[PUBLIC], ["127.0.0.1"]]
    wires.site.gives("/a", b"text")
    web = wires.web()

    get(web)
    with pytest.raises(PrivateHostError, match=r"paper.example is at 127.0.0.1"):
        get(web)
    assert wires.dialled == [(PUBLIC, 80)]


def test_an_idle_connection_that_was_closed_is_replaced(wires: Wires) -> None:
    wires.site.keeps_alive = True
    web = wires.web()

    def answer(request: BaseHTTPRequestHandler) -> None:
        # it says that it goes on, and does not
        if "second" in request.headers:
            request.close_connection = True
            request.rfile.close()
        else:
            request.send_response(200)
            request.send_header("content-length", "4")
            request.end_headers()
            request.wfile.write(b"text")

    wires.site.does("/a", answer)
    get(web)

    with pytest.raises(FetchError, match="the connection broke"):
        get(web, second="1")
    # once by the connection that was there, once by one of its own
    assert wires.site.paths == ["/a"] * 3
    assert len(wires.dialled) == 2


def test_a_form_is_not_sent_twice_where_an_idle_connection_was_closed(wires: Wires) -> None:
    wires.site.keeps_alive = True
    wires.site.gives("/a", b"text")
    web = wires.web()
    get(web)

    def hang_up(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True

    wires.site.does("/a", hang_up)
    with pytest.raises(FetchError, match="the connection broke"):
        web.post(f"{PAPER}/a", fields={"a": "b"}, limits=PUBLIC_ONLY)

    assert wires.site.sent == [b"a=b"]


def test_the_next_address_of_a_name_is_tried(wires: Wires) -> None:
    wires.names["paper.example"] = [["192.0.9.1", PUBLIC]]
    wires.site.gives("/a", b"text")

    def connect(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
        if address != PUBLIC:
            raise httpcore2.ConnectError("nobody there")
        return wires.connect(address, port, seconds)

    web = GuardedWeb(lookup=Lookup(wires.resolve), connect=connect)

    assert get(web).content == b"text"


def test_an_address_that_nobody_answers_at_leaves_time_for_the_next(wires: Wires) -> None:
    wires.names["paper.example"] = [["192.0.9.1", "192.0.9.2", PUBLIC]]
    wires.site.gives("/a", b"text")
    shares: list[float] = []

    def connect(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
        shares.append(seconds)
        if address != PUBLIC:
            raise httpcore2.ConnectTimeout
        return wires.connect(address, port, seconds)

    with closing(GuardedWeb(lookup=Lookup(wires.resolve), connect=connect)) as web:
        get(web)

    assert shares[0] < 10.0 < shares[1] < 15.0 < shares[2] < 30.0


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (TimeoutError(), "nobody answered there within 30 s"),
        (OSError(101, "Network is unreachable"), "network is unreachable"),
        (OSError(113, "No route to host"), "no route to host"),
    ],
)
def test_where_there_is_no_way_it_may_be_our_own_network(
    wires: Wires, failure: OSError, told: str
) -> None:
    def connect(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
        try:
            raise failure
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout from error
        except OSError as error:
            raise httpcore2.ConnectError from error

    web = GuardedWeb(lookup=Lookup(wires.resolve), connect=connect)

    with pytest.raises(UnreachableError, match=told):
        get(web)


def test_a_resolver_that_does_not_answer_takes_no_more_time_than_there_is() -> None:
    lost = Event()

    def resolve(name: str, port: int) -> list[str]:
        lost.wait()
        return []

    web = GuardedWeb(lookup=Lookup(resolve), connect=plain_connection)
    with pytest.raises(UnreachableError, match=r"nobody told in time where paper.example is"):
        web.get(f"{PAPER}/a", limits=Limits(max_bytes=1, seconds=0.05))
    lost.set()


def test_a_form_goes_over_a_new_connection_where_the_idle_one_has_just_ended(
    wires: Wires,
) -> None:
    wires.site.keeps_alive = True
    ended = Event()

    def hang_up(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("content-length", "4")
        request.end_headers()
        request.wfile.write(b"text")
        request.wfile.flush()
        request.connection.shutdown(SHUT_RDWR)
        request.close_connection = True
        ended.set()

    web = wires.web()
    wires.site.gives("/a", b"text")
    get(web)
    wires.site.does("/a", hang_up)
    get(web)  # over the same, which was well a moment ago
    assert ended.wait(30)
    wires.site.gives("/a", b"text")

    web.post(f"{PAPER}/a", fields={"a": "b"}, limits=PUBLIC_ONLY)

    assert wires.site.sent == [b"a=b"]
    assert len(wires.dialled) == 2
