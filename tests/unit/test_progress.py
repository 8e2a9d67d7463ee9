"""Programs hear twice a second at most how far a rebuild is."""

import json
from datetime import datetime, timedelta

import pytest

from ingestd.cli.progress import Lines, shown
from ingestd.replay import silent
from tests.fixtures.stores import BEGINNING


class Stopwatch:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def test_a_line_tells_place_rate_and_remaining_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    watch = Stopwatch()
    lines = Lines("articles", watch)
    lines(100, 1000)
    watch.turn(2)

    lines(500, 1000)

    said = capsys.readouterr()
    assert json.loads(said.err) == {
        "projection": "articles",
        "position": 500,
        "head": 1000,
        "rate": 200,
        "remaining": 2.5,
    }
    assert said.out == ""


def test_no_two_lines_in_half_a_second_and_none_for_what_takes_no_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    watch = Stopwatch()
    lines = Lines("articles", watch)
    for done in range(0, 100, 10):
        lines(done, 100)
        watch.turn(0.1)

    positions = [json.loads(line)["position"] for line in capsys.readouterr().err.splitlines()]

    assert positions == [50]


def test_where_nothing_moves_nobody_can_say_when_it_ends(
    capsys: pytest.CaptureFixture[str],
) -> None:
    watch = Stopwatch()
    lines = Lines("articles", watch)
    lines(7, 9)
    watch.turn(1)

    lines(7, 9)

    line = json.loads(capsys.readouterr().err)
    assert (line["rate"], line["remaining"]) == (0, None)


def test_a_pipe_that_asked_for_nothing_is_told_nothing() -> None:
    with shown(as_json=False, clock=Stopwatch()) as progress_of:
        assert progress_of("articles") is silent
