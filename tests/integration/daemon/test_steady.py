"""A clock that goes on evenly while the machine's is set."""

from datetime import UTC, datetime, timedelta

import pytest

from ingestd.clock import system_clock
from ingestd.daemon.steady import SteadyClock, elapsed
from ingestd.daemon.ticking import Ticker
from tests.integration.daemon.parts import Ears

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Machine:
    wall, passed = NOON, 100.0

    def clock(self) -> SteadyClock:
        return SteadyClock(lambda: self.wall, lambda: self.passed)


def test_it_goes_on_where_the_machine_jumps_until_it_is_told_to_agree() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.passed += 5.0
    machine.wall += timedelta(hours=1, seconds=5)

    assert (clock(), clock.step) == (NOON + timedelta(seconds=5), 3_600.0)
    clock.agree()
    assert (clock(), clock.step) == (machine.wall, 0.0)


@pytest.mark.parametrize("drift", [2.0, -2.0])
def test_a_small_difference_is_no_step(drift: float) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.wall += timedelta(seconds=drift)

    assert clock.step == 0.0


def test_what_fails_leaves_the_step_to_be_followed_again() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.wall -= timedelta(days=1)

    def follow_in_vain() -> None:
        with clock.reverting():
            clock.agree()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        follow_in_vain()
    assert clock.step == -86_400.0

    with clock.reverting():
        clock.agree()
    assert clock.step == 0.0


def test_on_a_real_machine_time_passes_and_nothing_jumps() -> None:
    clock, before = SteadyClock(system_clock), elapsed()

    first, second = clock(), clock()

    assert first <= second
    assert before <= elapsed()
    assert clock.step == 0.0


def test_a_ticker_does_all_it_was_given_until_it_is_stopped() -> None:
    often, too, seldom = Ears(), Ears(), Ears()
    ticker = Ticker()
    ticker.every(0.01, often)
    ticker.every(0.01, too)
    ticker.every(3_600.0, seldom)
    ticker.start()
    for ears in (often, too, often, too):
        ears.hear()
    ticker.stop()

    often.forget()
    assert often.silent
    assert seldom.silent


def test_a_ticker_without_work_can_be_started_and_stopped() -> None:
    ticker = Ticker()

    ticker.start()
    ticker.stop()
