from datetime import datetime, timedelta

import pytest

from ingestd.errors import (
    BusyHostError,
    FetchError,
    ForbiddenError,
    PrivateHostError,
    RefusedError,
    UnreachableError,
)
from ingestd.fetching.hosts import RememberedHosts, Rules
from ingestd.fetching.robots import WEIGHT, Robots, said_to_us
from ingestd.fetching.web import Reply
from tests.fixtures.stores import BEGINNING

SITE = "https://www.example.org"
PAGE = f"{SITE}/news/a.html"


class Wall:
    """A clock that stands still unless it is moved."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now


class Server:
    """Answers with a robots.txt, or fails as it is told to."""

    def __init__(self, says: str | Exception = "") -> None:
        self.says = says
        self.asked: list[str] = []

    def __call__(self, url: str) -> Reply:
        self.asked.append(url)
        if isinstance(self.says, Exception):
            raise self.says
        return Reply(url=url, status=200, content=self.says.encode())


def refused(status: int, *, retry_after: float | None = None) -> RefusedError:
    return RefusedError(SITE, f"{status}", status=status, retry_after=retry_after)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def hosts() -> RememberedHosts:
    return RememberedHosts()


@pytest.fixture
def robots(wall: Wall, hosts: RememberedHosts) -> Robots:
    return Robots(hosts, wall)


def may(robots: Robots, server: Server, url: str = PAGE) -> bool:
    try:
        robots.check(url, server)
    except ForbiddenError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<html>nothing of this kind", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("user-agent:*\r\ndisallow:/news # ours", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/a", True),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: other\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nUser-agent: other\nDisallow: /", False),
        ("User-agent: *\nSitemap: /s.xml\nUser-agent: other\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nUser-agent: Ingestd\nAllow: /", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: ingestd/1.0\nDisallow: /", False),
        ("User-agent: ingestd-images\nDisallow: /", True),
        ("User-agent: ing\nDisallow: /", True),
        ("Disallow: /", True),
        (
            "User-agent: ingestd\nDisallow: /x\nUser-agent: a\nDisallow: /\nUser-agent: ingestd\nDisallow: /news",
            False,
        ),
    ],
)
def test_a_site_is_understood(robots: Robots, text: str, *, allowed: bool) -> None:
    assert may(robots, Server(text)) is allowed


def test_it_is_asked_for_where_it_lies(robots: Robots) -> None:
    server = Server()

    robots.check("https://user:canary@WWW.example.org:8443/a?b#c", server)

    assert server.asked == ["https://www.example.org:8443/robots.txt"]


def test_each_site_of_a_domain_is_asked_for_itself(robots: Robots) -> None:
    assert not may(robots, Server("User-agent: *\nDisallow: /"))
    assert may(robots, Server(), "http://www.example.org/news/a.html")
    assert may(robots, Server(), "https://example.org/news/a.html")


def test_it_is_believed_for_a_day(robots: Robots, wall: Wall) -> None:
    first, second = Server("User-agent: *\nDisallow: /"), Server()

    assert not may(robots, first)
    wall.now += timedelta(hours=23, minutes=59)
    assert not may(robots, second)
    wall.now += timedelta(minutes=2)
    assert may(robots, second)
    assert [len(first.asked), len(second.asked)] == [1, 1]


def test_it_is_believed_over_a_restart(wall: Wall, hosts: RememberedHosts) -> None:
    server = Server("User-agent: *\nDisallow: /")

    assert not may(Robots(hosts, wall), server)
    assert not may(Robots(hosts, wall), Server())


def test_what_a_wrong_clock_wrote_is_not_believed(
    robots: Robots, hosts: RememberedHosts
) -> None:
    far = BEGINNING + timedelta(days=400)
    hosts.keep_rules("example.org", SITE, Rules(far, "User-agent: *\nDisallow: /"))

    assert may(robots, Server())


@pytest.mark.parametrize("status", [302, 401, 403, 404, 410])
def test_where_there_is_none_nothing_is_forbidden(robots: Robots, status: int) -> None:
    server = Server(refused(status))

    assert may(robots, server)
    assert may(robots, server)
    assert len(server.asked) == 1


@pytest.mark.parametrize("failure", [refused(500), refused(503), FetchError(SITE, "too slow")])
def test_while_it_cannot_be_read_nothing_is_asked_for(
    robots: Robots, wall: Wall, failure: FetchError
) -> None:
    server = Server(failure)

    for _ in range(2):
        with pytest.raises(FetchError, match=f"{SITE}/robots.txt could not be read") as caught:
            robots.check(PAGE, server)
        assert caught.value.retryable
    assert len(server.asked) == 1
    wall.now += timedelta(hours=1)
    assert may(robots, Server())


def test_while_it_cannot_be_read_what_it_said_last_counts(robots: Robots, wall: Wall) -> None:
    robots.check(PAGE, Server("User-agent: *\nDisallow: /private"))
    wall.now += timedelta(days=1)
    server = Server(refused(500))

    assert may(robots, server)
    assert not may(robots, server, f"{SITE}/private")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "failure",
    [
        UnreachableError(SITE, "no network"),
        BusyHostError(SITE, "busy", until=5.0),
        PrivateHostError(SITE, host="www.example.org", address="10.0.0.1"),
        refused(429),
        refused(503, retry_after=60.0),
    ],
)
def test_what_is_wrong_with_the_host_is_told_and_not_kept(
    robots: Robots, failure: FetchError
) -> None:
    with pytest.raises(type(failure)):
        robots.check(PAGE, Server(failure))

    assert may(robots, Server())


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: 900", 30.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: other\nCrawl-delay: 9", 0.0),
        ("", 0.0),
    ],
)
def test_the_delay_a_site_asks_for_is_told(robots: Robots, text: str, delay: float) -> None:
    assert robots.check(PAGE, Server(text)) == delay


def test_of_a_long_one_only_what_is_said_to_us_is_kept() -> None:
    others = "".join(f"User-agent: bot{n}\nDisallow: /{n}\n" for n in range(10_000))

    kept = said_to_us(others + "User-agent: *\nDisallow: /private\n" + others)

    assert kept == "user-agent: *\nDisallow: /private"


def test_the_names_of_others_are_not_kept() -> None:
    # each rule would be kept for each name: 15,000 times 15,000
    names = "User-agent: bot\n" * 15_000
    rules = "".join(f"Disallow: /{n}\n" for n in range(15_000))

    kept = said_to_us(f"{names}User-agent: *\n{rules}").splitlines()

    assert (kept[0], len(kept)) == ("user-agent: *", 15_001)


def test_of_too_many_sites_those_asked_longest_ago_are_asked_again(wall: Wall) -> None:
    robots = Robots(RememberedHosts(), wall, most_kept=2 * WEIGHT)
    for name in "abac":
        robots.check(f"http://{name}.example.org/", Server())

    assert list(robots._read) == ["http://a.example.org", "http://c.example.org"]


def test_long_rules_take_the_place_of_many(wall: Wall) -> None:
    robots = Robots(RememberedHosts(), wall, most_kept=10 * WEIGHT)
    for name in "abc":
        robots.check(f"http://{name}.example.org/", Server())
    long = "".join(f"Disallow: /{number:09}\n" for number in range(1_000))
    robots.check("http://d.example.org/", Server(f"User-agent: *\n{long}"))

    assert list(robots._read) == ["http://d.example.org"]
