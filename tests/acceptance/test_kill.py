"""kill -9 at any moment and a restart lose and double nothing."""

import random
import signal
from collections import Counter
from threading import Event

import pytest

from tests.fixtures.daemons import Program

ROUNDS = 30
PER_ROUND = 3
TEXT = (
    "HANOI - Northwind Energy and Blue River Steel signed a memorandum of understanding in "
    "Hanoi on {day} March 2024 to build wind farm number {number}.\n"
)


def article(number: int) -> str:
    return TEXT.format(day=number % 28 + 1, number=number)


@pytest.mark.slow
def test_thirty_kills_lose_nothing_and_double_nothing(program: Program) -> None:
    chance = random.Random(20240311)
    number = 0
    for _ in range(ROUNDS):
        program.start()
        for _ in range(PER_ROUND):
            program.put(f"{number:03}.txt", article(number))
            number += 1
            Event().wait(chance.uniform(0.0, 0.6))
        assert program.stop(signal.SIGKILL) == -signal.SIGKILL, program.said()
    program.start()
    program.wait_for("/v1/articles?limit=1000", number)
    program.wait_until_level()
    assert program.stop() == 0

    events = program.rows("events", "--limit", "100000")
    assert [event["position"] for event in events] == list(range(1, len(events) + 1))
    kinds = Counter(event["type"] for event in events)
    assert kinds["document.received"] == number
    assert kinds["document.parsed"] == number
    assert kinds["document.extracted"] == number
    assert kinds["document.rejected"] == 0
    assert program.run("replay", "--verify").code == 0
