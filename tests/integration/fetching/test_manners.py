"""How servers are treated: seen at the server."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_network
from threading import Lock
from time import monotonic

import pytest

from ingestd.errors import BusyHostError, FetchError, RefusedError
from ingestd.fetching.hosts import Hold, RememberedHosts
from ingestd.fetching.http import GuardedWeb
from ingestd.fetching.limits import Limits
from ingestd.fetching.web import Reply
from tests.fixtures.site import Site
from tests.fixtures.stores import BEGINNING, HandClock
from tests.fixtures.wires import PAPER, PUBLIC, Wires

LIMITS = Limits(max_bytes=1_000, seconds=30.0, networks=(ip_network("127.0.0.0/8"),))


def get(web: GuardedWeb, url: str, *, as_robot: bool = False, **headers: str) -> Reply:
    return web.get(url, limits=LIMITS, headers=headers, as_robot=as_robot)


def test_at_most_two_are_asked_of_a_server_at_once(site: Site) -> None:
    web, lock = GuardedWeb(), Lock()
    running = [0]
    seen: list[int] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        with lock:
            running[0] += 1
            seen.append(running[0])
        site.closing.wait(0.01)
        with lock:
            running[0] -= 1
        request.send_response(200)
        request.end_headers()

    url = site.does("/a", answer)
    # more than one in the queue would be sent away where this machine takes long to answer
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: get(web, url), range(20)))

    assert (len(seen), max(seen)) == (20, 2)


def test_between_two_starts_lies_the_delay(site: Site) -> None:
    web = GuardedWeb(delay=0.05)
    starts: list[float] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        starts.append(monotonic())
        request.send_response(200)
        request.end_headers()

    url = site.does("/a", answer)
    for _ in range(4):
        get(web, url)

    # the first may be seen late, but not after the second was begun
    assert starts[-1] - starts[0] >= 0.1


def test_who_would_have_to_wait_long_is_not_asked(wires: Wires) -> None:
    web = wires.web(delay=60.0)
    wires.site.gives("/a", b"text")
    get(web, f"{PAPER}/a")

    with pytest.raises(BusyHostError) as caught:
        get(web, f"{PAPER}/a")

    assert 50.0 < caught.value.until <= 60.0
    assert wires.site.paths == ["/a"]


def test_to_wait_for_a_turn_takes_nothing_from_the_time_there_is(site: Site) -> None:
    web = GuardedWeb(delay=0.6)
    url = site.gives("/a", b"text")
    hasty = Limits(max_bytes=1_000, seconds=0.5, networks=LIMITS.networks)

    get(web, url)

    assert web.get(url, limits=hasty).content == b"text"


@pytest.mark.parametrize(
    ("status", "header", "retry_after", "held"),
    [
        (429, "120", 120.0, 120.0),
        (503, "120", 120.0, 120.0),
        (429, "Thu, 11 Nov 2021 10:00:00 GMT", 3_599.0, 3_599.0),
        (503, "Thu, 11 Nov 2021 10:00:00 GMT", 3_599.0, 3_599.0),
        (429, None, None, 60.0),
        (503, None, None, None),
        (500, "120", 120.0, None),
        (403, None, None, None),
    ],
)
def test_a_host_that_asks_for_it_is_left_alone(
    wires: Wires, status: int, header: str | None, retry_after: float | None, held: float | None
) -> None:
    hosts = RememberedHosts()
    web = wires.web(hosts=hosts)
    headers = {} if header is None else {"Retry_After": header}
    wires.site.gives("/a", b"", status, **headers)
    wires.site.gives("/b", b"text")

    with pytest.raises(RefusedError) as refused:
        get(web, f"{PAPER}/a")

    assert (refused.value.status, refused.value.retry_after) == (status, retry_after)
    hold = hosts.hold_of("paper.example")
    if held is None:
        assert hold is None
        assert get(web, f"{PAPER}/b").content == b"text"
    else:
        assert hold is not None
        assert abs((hold.until - BEGINNING).total_seconds() - held) < 5
        with pytest.raises(BusyHostError, match=f"asked to be left alone, by {status}"):
            get(web, f"{PAPER}/b")
        with pytest.raises(BusyHostError):
            get(wires.web(hosts=hosts), f"{PAPER}/b")  # after a restart, too
        assert wires.site.paths == ["/a"]


def test_it_is_the_host_that_said_so_that_is_left_alone(wires: Wires) -> None:
    wires.names["other.example"] = [[PUBLIC]]
    web = wires.web()
    wires.site.gives("/a", status=302, Location="http://other.example/b")
    wires.site.gives("/b", status=429)
    wires.site.gives("/c", b"text")
    with pytest.raises(RefusedError):
        get(web, f"{PAPER}/a")

    assert get(web, f"{PAPER}/c").content == b"text"
    with pytest.raises(BusyHostError):
        get(web, "http://other.example/c")


def test_a_robots_txt_that_may_not_be_asked_for_again_holds_the_host(wires: Wires) -> None:
    web = wires.web()
    wires.site.gives("/robots.txt", status=429, Retry_After="900")

    with pytest.raises(RefusedError):
        get(web, f"{PAPER}/a", as_robot=True)
    with pytest.raises(BusyHostError) as caught:
        get(web, f"{PAPER}/b")

    assert 800.0 < caught.value.until <= 900.0


def test_the_delay_that_robots_txt_asks_for_is_kept(wires: Wires) -> None:
    web = wires.web()
    wires.site.gives("/robots.txt", b"User-agent: *\nCrawl-delay: 20")
    wires.site.gives("/a", b"text")
    get(web, f"{PAPER}/a", as_robot=True)

    with pytest.raises(BusyHostError) as caught:
        get(web, f"{PAPER}/a", as_robot=True)

    assert 15.0 < caught.value.until <= 20.0
    assert wires.site.paths == ["/robots.txt", "/a"]


def test_robots_txt_is_asked_for_once_a_day(wires: Wires) -> None:
    clock = HandClock()
    web = wires.web(clock=clock)
    wires.site.gives("/robots.txt", b"User-agent: *\nAllow: /")
    wires.site.gives("/a", b"text")

    for _ in range(3):
        get(web, f"{PAPER}/a", as_robot=True)
    clock.now += timedelta(days=1)
    get(web, f"{PAPER}/a", as_robot=True)

    assert wires.site.paths == ["/robots.txt", "/a", "/a", "/a", "/robots.txt", "/a"]


def test_robots_txt_counts_where_a_redirect_leads(wires: Wires) -> None:
    wires.names["other.example"] = [[PUBLIC]]
    web = wires.web()

    def answer(request: BaseHTTPRequestHandler) -> None:
        forbids = request.headers["host"] == "other.example"
        request.send_response(200)
        request.end_headers()
        request.wfile.write(b"User-agent: *\nDisallow: /b" if forbids else b"")

    wires.site.does("/robots.txt", answer)
    wires.site.gives("/a", status=302, Location="http://other.example/b")

    with pytest.raises(FetchError, match=r"http://other.example/b: the robots.txt of its site"):
        get(web, f"{PAPER}/a", as_robot=True)
    assert wires.site.paths == ["/robots.txt", "/a", "/robots.txt"]


@pytest.mark.parametrize("host", ["\0", "a\0b", "[::1", "\u2028", "-\u00e4" * 40])
def test_what_is_no_name_of_a_host_is_not_looked_up(wires: Wires, host: str) -> None:
    class Forgetful(RememberedHosts):
        def hold_of(self, domain: str) -> Hold | None:
            raise AssertionError(domain)

    with pytest.raises(FetchError, match="this is no address of a page"):
        get(wires.web(hosts=Forgetful()), f"http://{host}/")
