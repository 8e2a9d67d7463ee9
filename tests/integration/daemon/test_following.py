"""The thread that moves everything forward: rung, woken anyway, patient, honest about bugs."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from structlog.typing import EventDict

from ingestd.config.settings import Settings
from ingestd.daemon.following import Following
from ingestd.errors import DeviceFailedError
from tests.integration.daemon.parts import BROKEN, Ears, Turning

NEVER = 3600.0


@pytest.fixture
def bugs() -> Ears:
    return Ears()


@contextmanager
def running(
    app: Turning, bugs: Ears, *, look_anyway: float = NEVER, pause: float = 0
) -> Iterator[Following]:
    stopping = Event()
    following = Following(
        app, stopping=stopping, on_bug=bugs, look_anyway=look_anyway, pause=pause
    )
    following.start()
    yield following
    stopping.set()
    following.join()


def broken() -> int:
    raise BROKEN


def test_it_goes_on_at_once_as_long_as_something_follows(
    settings: Settings, bugs: Ears
) -> None:
    app = Turning(settings, lambda: 5, lambda: 1)

    with running(app, bugs):
        for _ in ("five", "one", "none"):
            app.turned.hear()

    assert bugs.silent


def test_a_ring_wakes_it(settings: Settings, bugs: Ears) -> None:
    app = Turning(settings)

    with running(app, bugs) as following:
        app.turned.hear()
        following.ring()
        app.turned.hear()

    assert bugs.silent


def test_it_looks_anyway_should_a_ring_be_lost(settings: Settings, bugs: Ears) -> None:
    app = Turning(settings)

    with running(app, bugs, look_anyway=0.01):
        for _ in range(3):
            app.turned.hear()

    assert bugs.silent


def test_a_store_that_fails_is_told_and_tried_again(
    settings: Settings, bugs: Ears, lines: list[EventDict]
) -> None:
    app = Turning(settings, broken)

    with running(app, bugs):
        for _ in range(2):
            app.turned.hear()

    assert bugs.silent
    assert lines == [
        {
            "event": "store.failed",
            "log_level": "error",
            "reason": "the store went away",
            "hint": "wait",
        }
    ]


def test_a_device_that_fails_is_not_tried_again(settings: Settings, bugs: Ears) -> None:
    failure = DeviceFailedError("ingestd.db", "disk I/O error")

    def fail() -> int:
        raise failure

    app = Turning(settings, fail)

    with running(app, bugs) as following:
        assert bugs.hear() is failure
        following.join()

    app.turned.hear()
    assert app.turned.silent


def test_the_pause_of_a_failing_store_ends_when_the_daemon_does(
    settings: Settings, bugs: Ears
) -> None:
    app = Turning(settings, broken)

    with running(app, bugs, pause=NEVER):
        app.turned.hear()

    assert app.turned.silent


def test_a_bug_is_handed_on_and_ends_the_thread(settings: Settings, bugs: Ears) -> None:
    app = Turning(settings, lambda: 1 // 0)

    with running(app, bugs) as following:
        assert isinstance(bugs.hear(), ZeroDivisionError)
        following.join()

    app.turned.hear()
    assert app.turned.silent


def test_a_turn_that_does_not_end_is_seen_as_idleness(settings: Settings, bugs: Ears) -> None:
    stuck, gate = Ears(), Event()

    def wait() -> int:
        stuck()
        gate.wait()
        return 0

    with running(Turning(settings, wait), bugs) as following:
        stuck.hear()
        earlier, later = following.idle_for, following.idle_for
        gate.set()

    assert later > earlier
