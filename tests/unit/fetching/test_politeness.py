from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta

import pytest

from ingestd.errors import BusyHostError
from ingestd.fetching.domains import domain_of
from ingestd.fetching.hosts import Hold, RememberedHosts
from ingestd.fetching.politeness import WHILE_BUSY, Politeness, Visit
from tests.fixtures.stores import BEGINNING

PAGE = "http://news.example.org/a"


class Time:
    """A monotonic clock that stands still unless it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def hosts() -> RememberedHosts:
    return RememberedHosts()


@pytest.fixture
def polite(time: Time, hosts: RememberedHosts) -> Politeness:
    return Politeness(delay=10.0, hosts=hosts, clock=lambda: BEGINNING, now=time)


@contextmanager
def at(polite: Politeness, url: str = PAGE) -> Iterator[Visit]:
    with polite.visit("http://origin.example/") as visit:
        visit.go_to(url)
        yield visit


def busy(polite: Politeness, url: str = PAGE) -> BusyHostError:
    with pytest.raises(BusyHostError) as caught, at(polite, url):
        pass
    return caught.value


def test_between_two_starts_at_a_domain_lies_the_delay(polite: Politeness, time: Time) -> None:
    with at(polite):
        time.now += 4.0

    error = busy(polite, "https://www.example.org/b")
    assert error.until == 6.0
    assert str(error) == "could not fetch http://origin.example/: example.org has its pause"
    time.now += 6.0
    with at(polite):
        pass


def test_another_domain_does_not_wait(polite: Politeness) -> None:
    with at(polite), at(polite, "http://paper.test/"), at(polite, "http://127.0.0.1/"):
        busy(polite)


def test_a_refused_turn_does_not_push_the_next_one_away(polite: Politeness, time: Time) -> None:
    with at(polite):
        pass

    assert [busy(polite).until for _ in range(3)] == [10.0, 10.0, 10.0]


def test_at_most_two_are_under_way(hosts: RememberedHosts) -> None:
    polite = Politeness(delay=0.0, hosts=hosts, clock=lambda: BEGINNING, patience=0.0)

    with at(polite), at(polite):
        error = busy(polite)
    with at(polite), at(polite):
        pass

    assert error.until == WHILE_BUSY
    assert "example.org is still answering others" in str(error)


def test_at_a_slow_host_nobody_queues(hosts: RememberedHosts, time: Time) -> None:
    polite = Politeness(delay=0.0, hosts=hosts, clock=lambda: BEGINNING, now=time)
    for seconds in (4.0, 20.0):  # the last one counts for a quarter
        with at(polite):
            time.now += seconds

    with at(polite):
        with at(polite):
            # a queue of none is half an answer long: two are answered side by side
            assert busy(polite).until == 4.0
        with at(polite):
            pass


def test_at_a_quick_host_many_queue(hosts: RememberedHosts, time: Time) -> None:
    # no time passes while it answers, however long this machine has others to attend to
    polite = Politeness(
        delay=0.0, hosts=hosts, clock=lambda: BEGINNING, now=time, patience=60.0
    )

    def go(_: int) -> None:
        with at(polite):
            pass

    with ThreadPoolExecutor(16) as threads:
        assert len(list(threads.map(go, range(500)))) == 500


def test_before_a_turn_there_is_nothing_to_pause_or_hold(hosts: RememberedHosts) -> None:
    polite = Politeness(delay=0.0, hosts=hosts, clock=lambda: BEGINNING)

    with polite.visit("") as visit:
        visit.pause(900.0)
        visit.hold(900.0, "by 429")
        visit.go_to(PAGE)

    assert hosts.hold_of("") is None
    assert list(polite._domains) == ["example.org"]


def test_who_waits_for_a_turn_gets_it_when_it_is_given_back(
    hosts: RememberedHosts, time: Time
) -> None:
    polite = Politeness(
        delay=0.0, hosts=hosts, clock=lambda: BEGINNING, now=time, patience=60.0
    )
    came: list[str] = []

    def go(name: str) -> None:
        with at(polite):
            came.append(name)

    with ThreadPoolExecutor(3) as threads:
        with ExitStack() as both:
            both.enter_context(at(polite))
            both.enter_context(at(polite))
            waiting = [threads.submit(go, name) for name in "abc"]
            before = list(came)
        for one in waiting:
            one.result()

    assert before == []
    assert sorted(came) == ["a", "b", "c"]


def test_who_can_have_a_turn_soon_waits_for_it(hosts: RememberedHosts) -> None:
    polite = Politeness(delay=0.05, hosts=hosts, clock=lambda: BEGINNING)

    polite.take_turn("example.org", "")
    opens = polite._domains["example.org"].next_start
    second = polite.take_turn("example.org", "")

    assert second.began >= opens


def test_turns_are_given_in_the_order_of_asking(hosts: RememberedHosts, time: Time) -> None:
    # nobody waits in this test: whoever has a turn in time takes it when it has come
    polite = Politeness(delay=1.0, hosts=hosts, clock=lambda: BEGINNING, now=time, patience=3.0)

    with at(polite), ThreadPoolExecutor(3) as threads:
        for number in (1, 2, 3):
            threads.submit(polite.take_turn, "example.org", "")
            while polite._domains["example.org"].next_start < 1_001.0 + number:
                pass
        assert busy(polite).until == 4.0
        polite.hold("example.org", 900.0, "by 429")  # they go away


def test_who_waits_while_the_host_wants_to_be_left_alone_goes_away(
    hosts: RememberedHosts,
) -> None:
    polite = Politeness(delay=0.0, hosts=hosts, clock=lambda: BEGINNING, patience=60.0)

    with at(polite) as visit, at(polite), ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(polite.take_turn, "example.org", "")
        while not polite._domains["example.org"].waiting:
            pass
        visit.hold(900.0, "by 429")
        with pytest.raises(BusyHostError, match="by 429"):
            waiting.result()


def test_going_on_within_a_domain_takes_no_new_turn(polite: Politeness) -> None:
    with at(polite) as visit:
        visit.go_to("https://example.org/b")  # else it would be refused: it has its pause
        busy(polite)


def test_going_on_to_another_domain_gives_the_turn_back(hosts: RememberedHosts) -> None:
    polite = Politeness(delay=0.0, hosts=hosts, clock=lambda: BEGINNING, patience=0.0)

    with at(polite), at(polite) as visit:
        visit.go_to("http://other.test/")
        with at(polite):
            pass


def test_a_longer_pause_of_the_site_is_kept(polite: Politeness, time: Time) -> None:
    with at(polite) as visit:
        visit.pause(30.0)
        visit.pause(2.0)

    time.now += 12.0
    assert busy(polite).until == 18.0


def test_a_host_that_asks_for_it_is_left_alone(
    polite: Politeness, time: Time, hosts: RememberedHosts
) -> None:
    with at(polite) as visit:
        visit.hold(90.0, "its host asked to be left alone, by 429")

    error = busy(polite, "https://example.org/")
    assert error.until == 90.0
    assert "its host asked to be left alone, by 429" in str(error)
    assert hosts.hold_of("example.org") == Hold(
        BEGINNING + timedelta(seconds=90), "its host asked to be left alone, by 429"
    )
    time.now += 90.0
    with at(polite):
        pass


@pytest.mark.parametrize(
    ("ahead", "until"),
    [
        (timedelta(seconds=90), 90.0),
        (timedelta(days=400), 86_400.0),  # written by a clock that was wrong
    ],
)
def test_what_was_asked_before_the_start_counts(
    polite: Politeness, hosts: RememberedHosts, ahead: timedelta, until: float
) -> None:
    hosts.hold("example.org", Hold(BEGINNING + ahead, "by 503"))

    assert busy(polite).until == until


def test_what_is_over_does_not_count(polite: Politeness, hosts: RememberedHosts) -> None:
    hosts.hold("example.org", Hold(BEGINNING - timedelta(seconds=1), "by 503"))

    with at(polite):
        pass


def test_what_another_process_was_told_counts_within_half_a_minute(
    polite: Politeness, hosts: RememberedHosts, time: Time
) -> None:
    with at(polite):
        pass
    hosts.hold("example.org", Hold(BEGINNING + timedelta(seconds=90), "by 503"))

    time.now += 29.0
    with at(polite):
        pass
    time.now += 10.0
    assert busy(polite).until == 90.0


def test_our_own_hold_does_not_depend_on_the_clock_of_the_wall(
    time: Time, hosts: RememberedHosts
) -> None:
    now = [BEGINNING]
    polite = Politeness(delay=0.0, hosts=hosts, clock=lambda: now[0], now=time)
    with at(polite) as visit:
        visit.hold(90.0, "by 429")

    now[0] -= timedelta(days=1)
    time.now += 60.0
    assert busy(polite).until == 30.0
    time.now += 30.0
    now[0] += timedelta(days=2)
    with at(polite):
        pass


def test_of_too_many_domains_those_at_rest_are_forgotten(
    hosts: RememberedHosts, time: Time
) -> None:
    polite = Politeness(
        delay=10.0, hosts=hosts, clock=lambda: BEGINNING, now=time, most_domains=3
    )
    with at(polite, "http://a.test/") as visit:
        visit.hold(900.0, "by 429")
    with at(polite, "http://b.test/"):
        with at(polite, "http://c.test/"):
            pass
        time.now += 10.0
        with at(polite, "http://d.test/"), at(polite, "http://e.test/"):
            assert set(polite._domains) == {"a.test", "b.test", "d.test", "e.test"}


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.bbc.co.uk/a", "bbc.co.uk"),
        ("http://user:pass@WWW.Example.ORG:8080/", "example.org"),
        ("https://name.github.io/", "github.io"),
        ("https://www.xn--e1aybc.xn--p1ai/", "xn--e1aybc.xn--p1ai"),
        ("http://example.org./", "example.org"),
        ("http://www.тест.рф/", "xn--e1aybc.xn--p1ai"),
        ("http://localhost:8000/", "localhost"),
        ("http://news.intranet/", "news.intranet"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("http://co.uk/", "co.uk"),
        ("not an address", ""),
    ],
)
def test_a_domain_is_what_somebody_could_register(url: str, domain: str) -> None:
    assert domain_of(url) == domain
