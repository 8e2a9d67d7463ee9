"""Turns are given in the order in which they were asked for."""

import signal
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread, main_thread
from types import FrameType

import pytest

from ingestd.store.turns import Turns


class RungError(Exception):
    """What the signal of these tests raises."""


def ring(_number: int, _frame: FrameType | None) -> None:
    raise RungError


def wait_for(turns: Turns, waiting: int) -> None:
    pause = Event()
    while len(turns._waiting) < waiting:
        pause.wait(0.001)


def test_who_asked_first_comes_first() -> None:
    turns = Turns()
    came: list[int] = []

    def take(number: int) -> None:
        with turns:
            came.append(number)

    with ThreadPoolExecutor(5) as pool, turns:
        for number in range(5):
            pool.submit(take, number)
            wait_for(turns, number + 1)
        came.append(-1)

    assert came == [-1, 0, 1, 2, 3, 4]


def test_an_error_gives_the_turn_on() -> None:
    turns = Turns()

    with pytest.raises(RungError), turns:
        raise RungError

    with turns:
        assert turns._taken
    assert not turns._taken


def test_who_is_called_away_while_waiting_leaves_the_queue() -> None:
    turns = Turns()
    held, done = Event(), Event()

    def hold() -> None:
        with turns:
            held.set()
            wait_for(turns, 1)
            number = main_thread().ident
            assert number is not None
            signal.pthread_kill(number, signal.SIGUSR1)
            done.wait()

    before = signal.signal(signal.SIGUSR1, ring)
    holder = Thread(target=hold)
    holder.start()
    held.wait()
    try:
        with pytest.raises(RungError), turns:
            pytest.fail("the turn was not free")
    finally:
        done.set()
        holder.join()
        signal.signal(signal.SIGUSR1, before)

    with turns:
        assert not turns._waiting


def test_a_turn_that_comes_to_somebody_who_has_left_is_passed_on() -> None:
    turns = Turns()
    turns.__enter__()

    turns._leave(Event())

    assert not turns._taken
