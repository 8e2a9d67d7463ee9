import time
from collections.abc import Iterator
from contextlib import contextmanager
from ssl import SSLContext, create_default_context

import httpcore2
import pytest

from ingestd.errors import FetchError
from ingestd.fetching.allowance import BESIDE_THE_BODY, Allowance
from ingestd.fetching.guard import _CURRENT, _Metered
from ingestd.fetching.limits import Limits


class Wire(httpcore2.NetworkStream):
    """A connection that always brings as much as is asked for."""

    def __init__(self) -> None:
        self.timeouts: list[float | None] = []
        self.encrypted_for: list[str | None] = []

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.timeouts.append(timeout)
        return b"x" * max_bytes

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        self.timeouts.append(timeout)
        self.encrypted_for.append(server_hostname)
        return self


@contextmanager
def used_for(*, seconds: float = 60.0) -> Iterator[None]:
    limits = Limits(max_bytes=1_000, seconds=seconds)
    allowance = Allowance("https://host/a", time.monotonic() + seconds, limits)
    allowance.read()
    token = _CURRENT.set(allowance)
    yield
    _CURRENT.reset(token)


def test_encryption_does_not_take_the_guard_away() -> None:
    wire = Wire()

    with used_for():
        stream = _Metered(wire).start_tls(create_default_context(), "host")
        stream.read(BESIDE_THE_BODY)
        with pytest.raises(FetchError, match="over the limit of 1,000 bytes"):
            stream.read(1_001)

    assert wire.encrypted_for == ["host"]


def test_whoever_uses_a_connection_next_has_an_allowance_of_their_own() -> None:
    stream = _Metered(Wire())

    for _ in range(3):
        with used_for():
            assert len(stream.read(BESIDE_THE_BODY)) == BESIDE_THE_BODY


def test_every_step_has_only_the_time_that_is_left() -> None:
    wire = Wire()

    with used_for(seconds=10.0):
        stream = _Metered(wire)
        stream.read(1, 3.0)
        stream.read(1, 30.0)
        stream.read(1)
        stream.start_tls(create_default_context(), "host", 30.0)

    short, *rest = wire.timeouts
    assert short == 3.0
    assert all(timeout is not None and 0 < timeout <= 10 for timeout in rest)


def test_after_the_deadline_nothing_is_read_even_if_it_is_there() -> None:
    wire = Wire()

    with used_for(seconds=-5.0), pytest.raises(FetchError, match="no complete answer within"):
        _Metered(wire).read(1, 30.0)

    assert wire.timeouts == []
