import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from ssl import SSLCertVerificationError, create_default_context

import httpcore2
import pytest

from ingestd.fetching.exchange import Connection
from ingestd.fetching.guard import plain_connection
from ingestd.fetching.wire import Wire
from tests.fixtures.answers import Serve, certificate_of

MORE_THAN_FITS = b"x" * 2**23


@dataclass
class Opened(httpcore2.NetworkStream):
    """A stream as httpcore2 opens it, as far as it is used here."""

    socket: socket.socket

    def get_extra_info(self, info: str) -> object:
        return self.socket if info == "socket" else None

    def close(self) -> None:
        self.socket.close()


@pytest.fixture
def pair() -> Iterator[tuple[Wire, socket.socket]]:
    ours, theirs = socket.socketpair()
    with closing(Wire(Opened(ours))) as wire, closing(theirs):
        yield wire, theirs


def all_from(there: socket.socket) -> bytes:
    return b"".join(iter(lambda: there.recv(2**20), b""))


def test_what_is_written_arrives_whole_however_slowly_it_is_read(
    pair: tuple[Wire, socket.socket],
) -> None:
    wire, there = pair
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(all_from, there)
        wire.write(MORE_THAN_FITS, 60.0)
        wire.write(b"")
        wire.close()

        assert read.result() == MORE_THAN_FITS


def test_what_comes_is_read_as_it_comes(pair: tuple[Wire, socket.socket]) -> None:
    wire, there = pair
    there.sendall(b"text")

    assert wire.read(3, 60.0) == b"tex"
    assert wire.read(3) == b"t"
    there.close()
    assert wire.read(3) == b""


def test_nobody_waits_longer_than_there_is_time(pair: tuple[Wire, socket.socket]) -> None:
    wire, _ = pair

    with pytest.raises(httpcore2.ReadTimeout):
        wire.read(1, 0.001)
    with pytest.raises(httpcore2.WriteTimeout):
        wire.write(MORE_THAN_FITS, 0.001)


def test_a_connection_that_breaks_is_told_of_as_httpcore2_does(
    pair: tuple[Wire, socket.socket],
) -> None:
    wire, there = pair
    wire.write(b"x")
    there.close()  # what it has not read is thrown away, which breaks the connection

    with pytest.raises(httpcore2.ReadError):
        wire.read(1, 60.0)
    with pytest.raises(httpcore2.WriteError):
        wire.write(b"y", 60.0)


def test_encrypted_answers_are_read_and_strangers_certificates_are_not_trusted(
    answering: Serve, tmp_path: Path
) -> None:
    certificate = certificate_of(tmp_path)
    server = answering((200, b"sealed"), certificate=certificate)
    asked = httpcore2.Request("GET", f"{server.endpoint}/", headers=[("host", "127.0.0.1")])

    def opened(trusted: Path | None) -> Connection:
        context = create_default_context(cafile=trusted)
        stream = plain_connection("127.0.0.1", server.port, 60.0)
        return Connection(asked.url.origin, lambda: stream.start_tls(context, "127.0.0.1"))

    connection = opened(certificate)
    answer = connection.ask(asked)
    body = b"".join(answer.pieces)
    connection.finish()
    connection.close()
    with pytest.raises(httpcore2.ConnectError) as refused:
        opened(None).ask(asked)

    assert (answer.status, body) == (200, b"sealed")
    assert isinstance(refused.value.__cause__, SSLCertVerificationError)
