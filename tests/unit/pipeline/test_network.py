"""Whose fault it is that a host can't be reached."""

import pytest

from ingestd.errors import (
    BusyHostError,
    FetchError,
    MalformedFeedError,
    RefusedError,
    SourceError,
    UnreachableError,
)
from ingestd.events import NetworkFound, NetworkLost
from ingestd.pipeline.network import Judgement, Network

BLAMED, EXCUSED = Judgement(), Judgement(is_blamed=False)
SINCE = "2026-11-22T12:00:00.000000Z"


class Neighbourhood:
    """A network, of which one hears at times that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.network = Network(lambda: self.now, patience=180.0)

    def hear(
        self,
        host: str,
        failure: SourceError | None = None,
        *,
        was_well: bool = True,
        lost_since: str | None = None,
    ) -> Judgement:
        return self.network.judge(host, failure, was_well=was_well, lost_since=lost_since)

    def miss(self, host: str, *, was_well: bool = True) -> Judgement:
        return self.hear(host, unreachable(host), was_well=was_well)


@pytest.fixture
def around() -> Neighbourhood:
    return Neighbourhood()


def unreachable(host: str) -> UnreachableError:
    return UnreachableError(f"https://{host}/", "no route to host")


def test_a_host_is_to_blame_once_another_answered_after_it_did_not(
    around: Neighbourhood,
) -> None:
    around.hear("a")
    first = around.miss("b")
    around.hear("a")

    assert [first, around.miss("b"), around.miss("b")] == [EXCUSED, BLAMED, BLAMED]
    assert around.network.unclear == frozenset()


def test_an_answer_of_its_own_makes_up_for_it(around: Neighbourhood) -> None:
    around.miss("b")
    around.hear("a")
    around.hear("b")

    assert around.miss("b") == EXCUSED


def test_three_hosts_that_were_well_are_no_chance(around: Neighbourhood) -> None:
    around.hear("z")

    assert [around.miss("a"), around.miss("b")] == [EXCUSED, EXCUSED]
    assert around.network.unclear == {"a", "b"}
    lost = around.miss("c")

    [fact] = lost.facts
    assert isinstance(fact, NetworkLost)
    assert fact.reason == (
        "3 hosts in a row, no other answered; "
        "last: could not fetch https://c/: no route to host"
    )
    assert (lost.is_blamed, around.network.unclear) == (False, frozenset())


def test_several_sources_of_one_host_are_one_host(around: Neighbourhood) -> None:
    assert [around.miss("a") for _ in range(3)] == [EXCUSED] * 3


def test_an_answer_in_between_says_that_it_is_the_hosts(around: Neighbourhood) -> None:
    around.miss("a")
    around.miss("b")
    around.hear("c")

    assert [around.miss("a"), around.miss("b"), around.miss("d")] == [BLAMED, BLAMED, EXCUSED]


def test_a_host_that_stays_away_alone_is_blamed_in_the_end(around: Neighbourhood) -> None:
    assert around.miss("a") == EXCUSED
    around.now += 179
    assert around.miss("a") == EXCUSED
    around.now += 1
    assert around.miss("a") == BLAMED
    assert around.network.unclear == frozenset()
    assert around.miss("a", was_well=False) == BLAMED


def test_who_has_no_time_to_learn_more_blames_at_once(around: Neighbourhood) -> None:
    around.network.patience = 0.0

    assert [around.miss("a"), around.miss("b")] == [BLAMED, BLAMED]
    assert len(around.miss("c").facts) == 1


def test_of_a_host_that_was_down_before_nothing_is_learned(around: Neighbourhood) -> None:
    for host in ("a", "b", "c", "d"):
        assert around.miss(host, was_well=False) == BLAMED
    assert around.network.unclear == frozenset()


def test_nor_is_it_blamed_while_others_are_in_doubt(around: Neighbourhood) -> None:
    around.miss("a")

    assert around.miss("b", was_well=False) == EXCUSED
    assert around.network.unclear == {"a"}


@pytest.mark.parametrize(
    "failure",
    [
        unreachable("a"),
        FetchError("https://a/", "no complete answer within 30 s"),
        BusyHostError("https://a/", "later", until=5.0),
    ],
)
def test_while_the_network_is_lost_nobody_is_to_blame(
    around: Neighbourhood, failure: SourceError
) -> None:
    assert around.hear("a", failure, lost_since=SINCE) == EXCUSED


@pytest.mark.parametrize(
    "answer",
    [
        None,
        RefusedError("https://a/", "the server answered 404", status=404),
        MalformedFeedError("it is no feed"),
    ],
)
def test_any_answer_finds_it_again(around: Neighbourhood, answer: SourceError | None) -> None:
    judged = around.hear("a", answer, lost_since=SINCE)

    assert judged == Judgement(facts=(NetworkFound(since=SINCE),), found=True)


def test_who_was_silent_in_an_outage_is_not_to_blame_for_it(around: Neighbourhood) -> None:
    for host in ("a", "b", "c"):
        around.miss(host)
    around.hear("d", lost_since=SINCE)

    assert around.miss("a") == EXCUSED


def test_a_host_that_is_slow_proves_nothing(around: Neighbourhood) -> None:
    slow = FetchError("https://a/", "no complete answer within 30 s")

    assert around.hear("a", slow) == BLAMED
    assert around.miss("b") == EXCUSED
