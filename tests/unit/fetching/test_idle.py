import httpcore2
import pytest

from ingestd.fetching import idle
from ingestd.fetching.idle import IdleConnections, Place

Idle = IdleConnections[httpcore2.HTTPConnection]
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


class Wire(httpcore2.NetworkStream):
    """A connection that has brought something, and has no word of its end."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._content

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        pass

    def close(self) -> None:
        pass

    def get_extra_info(self, info: str) -> object:
        return None


class Wires(httpcore2.NetworkBackend):
    def __init__(self, content: bytes) -> None:
        self._content = content

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: object = None,
    ) -> httpcore2.NetworkStream:
        return Wire(self._content)


def place(host: str = "paper") -> Place:
    return b"http", host.encode(), 80


def used(host: str = "paper", *, keepalive: float = 60.0) -> httpcore2.HTTPConnection:
    """A connection that has brought one answer."""
    connection = httpcore2.HTTPConnection(
        httpcore2.Origin(b"http", host.encode(), 80),
        keepalive_expiry=keepalive,
        network_backend=Wires(ANSWER),
    )
    request = httpcore2.Request("GET", f"http://{host}/", headers=[(b"Host", host.encode())])
    response = connection.handle_request(request)
    response.read()
    response.close()
    return connection


def test_a_connection_is_for_its_own_host_and_for_one_at_a_time() -> None:
    kept, connection = Idle(), used()
    kept.keep(connection, place())

    assert kept.take(place("other")) is None
    assert kept.take(place()) is connection
    assert kept.take(place()) is None


def test_the_one_that_was_used_last_is_taken_first() -> None:
    kept, connections = Idle(), [used(), used()]
    for connection in connections:
        kept.keep(connection, place())

    assert kept.take(place()) is connections[1]
    assert kept.take(place()) is connections[0]


def test_of_many_those_go_that_nobody_wanted_for_longest() -> None:
    kept = Idle()
    connections = [used(f"h{number}") for number in range(idle.MOST + 1)]
    for number, connection in enumerate(connections):
        kept.keep(connection, place(f"h{number}"))

    assert [connection.is_closed() for connection in connections] == [True] + [False] * 20


def test_one_that_waited_too_long_is_not_used_again() -> None:
    kept, connection = Idle(), used(keepalive=-1.0)
    kept.keep(connection, place())

    assert kept.take(place()) is None
    assert connection.is_closed()


def test_one_that_is_still_answering_is_closed() -> None:
    kept = Idle()
    connection = httpcore2.HTTPConnection(
        httpcore2.Origin(b"http", b"paper", 80),
        network_backend=Wires(ANSWER.replace(b"Length: 0", b"Length: 9")),
    )
    request = httpcore2.Request("GET", "http://paper/", headers=[(b"Host", b"paper")])
    connection.handle_request(request)

    kept.keep(connection, place())

    assert connection.is_closed()
    assert kept.take(place()) is None


@pytest.mark.parametrize("is_back", [True, False])
def test_after_the_end_none_is_kept(*, is_back: bool) -> None:
    kept, connection = Idle(), used()
    if is_back:
        kept.keep(connection, place())
    kept.close()
    if not is_back:
        kept.keep(connection, place())

    assert connection.is_closed()
    assert kept.take(place()) is None
