import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from ingestd.fetching.lookup import MOST_AT_ONCE, Lookup, resolve


class Slow:
    """A resolver that answers when it is let."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.may_answer = Event()

    def __call__(self, name: str, port: int) -> list[str]:
        self.asked.append((name, port))
        self.may_answer.wait()
        return [f"{name}'s"]


@pytest.fixture
def slow() -> Iterator[Slow]:
    resolver = Slow()
    yield resolver
    resolver.may_answer.set()


def test_a_number_is_its_own_address_and_nobody_is_asked(slow: Slow) -> None:
    lookup = Lookup(slow)

    assert lookup.addresses("192.0.2.1", 80, 0.0) == ["192.0.2.1"]
    assert lookup.addresses("2001:db8::1", 80, 0.0) == ["2001:db8::1"]
    assert slow.asked == []


def test_a_resolver_that_does_not_answer_is_left_behind(slow: Slow) -> None:
    before = set(threading.enumerate())

    with pytest.raises(TimeoutError):
        Lookup(slow).addresses("host", 80, 0.01)

    [left] = set(threading.enumerate()) - before
    assert left.daemon  # no program waits for it at its end


def test_who_asks_for_the_same_at_the_same_time_gets_the_same_answer(slow: Slow) -> None:
    lookup = Lookup(slow)

    with ThreadPoolExecutor(4) as threads:
        answers = [threads.submit(lookup.addresses, "host", 80, 60.0) for _ in range(4)]
        with pytest.raises(TimeoutError):
            lookup.addresses("host", 80, 0.0)  # the first of them has asked by now, or this one
        slow.may_answer.set()
        assert [answer.result() for answer in answers] == [["host's"]] * 4


def test_nothing_is_remembered(slow: Slow) -> None:
    lookup = Lookup(slow)
    slow.may_answer.set()

    for _ in range(2):
        lookup.addresses("host", 80, 60.0)

    assert slow.asked == [("host", 80)] * 2


def test_a_lost_resolver_does_not_get_ever_more_threads(slow: Slow) -> None:
    lookup = Lookup(slow)

    for number in range(MOST_AT_ONCE + 5):
        with pytest.raises(TimeoutError):
            lookup.addresses(f"host{number}", 80, 0.0)

    assert len(slow.asked) <= MOST_AT_ONCE


def test_what_the_resolver_raises_is_raised() -> None:
    def unknown(name: str, port: int) -> list[str]:
        raise OSError(name)

    lookup = Lookup(unknown)

    for _ in range(2):
        with pytest.raises(OSError, match="host"):
            lookup.addresses("host", 80, 60.0)


@pytest.mark.parametrize("name", ["127.1", "0x7f000001", "2130706433", "0177.0.0.1"])
def test_the_system_reads_numbers_as_it_connects_to_them(name: str) -> None:
    assert resolve(name, 80) == ["127.0.0.1"]
