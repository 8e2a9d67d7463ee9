"""The main thread hears of everything, in order, whoever was woken by it."""

import signal
from collections.abc import Iterator
from threading import Event, Thread, get_ident

import pytest

from ingestd.daemon.messages import AWAKE, Message, Messages


@pytest.fixture
def messages() -> Iterator[Messages]:
    """Told of a signal that means nothing to anybody else."""
    made = Messages()
    before = signal.signal(signal.SIGUSR1, lambda number, _: made.put(signal.Signals(number)))
    yield made
    signal.signal(signal.SIGUSR1, before)


def test_messages_are_heard_in_order(messages: Messages) -> None:
    told: list[Message] = [signal.SIGHUP, ValueError("a bug"), signal.SIGTERM]
    for message in told:
        messages.put(message)

    assert [messages.wait(None) for _ in told] == told


def test_who_is_told_nothing_goes_on(messages: Messages) -> None:
    assert messages.wait(0.01) is None
    assert messages.wait(AWAKE + 0.01) is None


def test_a_signal_that_another_thread_is_given_is_heard_all_the_same(
    messages: Messages,
) -> None:
    heard = Event()

    def be_given() -> None:
        heard.wait(AWAKE / 4)  # the main thread sleeps by now
        signal.pthread_kill(get_ident(), signal.SIGUSR1)
        if not heard.wait(20 * AWAKE):
            messages.put(TimeoutError())

    other = Thread(target=be_given)
    other.start()
    message = messages.wait(None)
    heard.set()
    other.join()

    assert message == signal.SIGUSR1
