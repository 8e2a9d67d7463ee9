"""What is read of an answer is what h11 reads of it, whichever of the two ways it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpcore2
import pytest

from ingestd.fetching.answer import headers_of
from ingestd.fetching.exchange import Connection

ORIGIN = httpcore2.Origin(b"http", b"paper", 80)
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nETag:  x \r\n\r\ntext"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\n\r\n"
ANSWERS = {
    "plain": PLAIN,
    "not modified": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
    "no reason": b"HTTP/1.1 204 \r\nX-\xc3\xa9: y\r\n\r\n",
    "in another alphabet": b"HTTP/1.1 200 OK\r\nX: \xe9\r\nContent-Length: 0\r\n\r\n",
    "refused": b"HTTP/1.1 503 Later\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\nno",
    "one header twice": b"HTTP/1.1 200 OK\r\nX: 1\r\nx: 2\r\nContent-Length: 0\r\n\r\n",
    "in chunks": CHUNKED,
    "until it ends": b"HTTP/1.1 200 OK\r\n\r\ntext",
    "the last one": PLAIN.replace(b"ETag:  x", b"Connection: close"),
    "of an old server": PLAIN.replace(b"1.1", b"1.0"),
    "after another": b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + PLAIN,
    "on two lines": PLAIN.replace(b"x \r\n", b"x\r\n y\r\n"),
    "two lengths": PLAIN.replace(b"ETag:  x", b"Content-Length: 5"),
    "the same length twice": PLAIN.replace(b"ETag:  x", b"Content-Length: 4"),
    "chunks and a length": CHUNKED.replace(b"\r\n\r\n4", b"\r\nContent-Length: 4\r\n\r\n4"),
    "a length of no number": PLAIN.replace(b" 4", b" +4"),
    "more than it says": PLAIN + b"HTTP/1.1 200 OK\r\n\r\n",
    "less than it says": PLAIN[:-1],
    "no end of a line": PLAIN.replace(b"OK\r", b"OK"),
    "a name with a blank": PLAIN.replace(b"ETag:", b"ETag :"),
    "no HTTP": b"SSH-2.0-x\r\n\r\n",
    "nothing": b"",
}


@dataclass
class Wire(httpcore2.NetworkStream):
    """A connection that brings these pieces, then nothing, and writes down what is sent."""

    pieces: list[bytes]
    sent: list[bytes] = field(default_factory=list)
    is_broken: bool = False
    is_closed: bool = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        piece = self.pieces.pop(0) if self.pieces else b""
        if piece[max_bytes:]:
            self.pieces.insert(0, piece[max_bytes:])
        return piece[:max_bytes]

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self.is_broken:
            raise httpcore2.WriteError
        self.sent.append(buffer)

    def close(self) -> None:
        self.is_closed = True

    def get_extra_info(self, info: str) -> object:
        return bool(self.pieces) if info == "is_readable" else None


def question(method: str = "GET", value: bytes = b"*/*") -> httpcore2.Request:
    content = b"form" if method == "POST" else None
    length = [(b"Content-Length", b"4")] if content else []
    headers = [(b"Host", b"paper"), (b"Accept", value), *length]
    return httpcore2.Request(method, "http://paper/a", headers=headers, content=content)


def connection(wire: Wire) -> Connection:
    return Connection(ORIGIN, lambda: wire)


def split(answer: bytes, at: int) -> list[bytes]:
    return [piece for piece in (answer[:at], answer[at:]) if piece]


Told = tuple[int, str, Mapping[str, str], bytes] | str


def in_full(wire: Wire) -> tuple[Told, bool]:
    """As httpcore2 has it."""
    full = httpcore2.HTTP11Connection(ORIGIN, wire)
    told: Told
    try:
        response = full.handle_request(question())
        reason = response.extensions["reason_phrase"].decode()
        told = (response.status, reason, headers_of(response.headers), response.read())
        response.close()
    except httpcore2.RemoteProtocolError as error:
        told = str(error)
    return told, full.is_idle()


def read(connected: Connection, asked: httpcore2.Request | None = None) -> Told:
    answer = connected.ask(asked or question())
    return answer.status, answer.reason, answer.headers, b"".join(answer.pieces)


def as_it_is(wire: Wire) -> tuple[Told, bool]:
    connected = connection(wire)
    try:
        told = read(connected)
    except httpcore2.RemoteProtocolError as error:
        told = str(error)
    connected.finish()
    return told, connected.is_idle() and not wire.is_closed


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_any_answer_in_any_pieces_is_what_h11_makes_of_it(answer: bytes) -> None:
    expected = in_full(Wire([answer] if answer else []))

    # at the end of the headers, and everywhere else
    for at in range(len(answer) + 1):
        assert as_it_is(Wire(split(answer, at))) == expected, at


def test_a_question_is_sent_in_one_piece() -> None:
    wire = Wire([PLAIN])

    read(connection(wire))

    assert wire.sent == [b"GET /a HTTP/1.1\r\nHost: paper\r\nAccept: */*\r\n\r\n"]


def test_a_connection_is_used_again_until_it_is_old_or_has_word_of_its_end() -> None:
    wire = Wire([PLAIN, PLAIN])
    connected = connection(wire)
    assert not connected.is_idle()
    assert connected.has_expired()

    first = read(connected)
    connected.finish()
    assert connected.is_idle()
    assert connected.has_expired()  # something came that nobody asked for
    assert read(connected) == first
    connected.finish()
    assert not connected.has_expired()
    connected.close()
    assert not connected.is_idle()


@pytest.mark.parametrize("before", [PLAIN, CHUNKED])
def test_what_is_not_plain_may_come_before_and_after_what_is(before: bytes) -> None:
    wire = Wire([before, CHUNKED, PLAIN])
    connected = connection(wire)
    told: list[Told] = []
    for _ in range(3):
        told.append(read(connected))
        connected.finish()

    assert [one[3] for one in told] == [b"text"] * 3
    assert len(wire.sent) >= 3
    assert connected.is_idle()


def test_an_answer_that_is_given_up_ends_its_connection() -> None:
    wire = Wire(split(PLAIN, -2))
    connected = connection(wire)

    connected.ask(question())
    connected.finish()

    assert wire.is_closed
    assert not connected.is_idle()


def test_a_form_is_sent_with_its_content() -> None:
    wire = Wire([PLAIN])

    read(connection(wire), question("POST"))

    assert b"".join(wire.sent).endswith(b"\r\n\r\nform")


@pytest.mark.parametrize("value", [b"a\r\nEvil: b", b"a\nb", b"a\0b"])
def test_no_value_brings_lines_of_its_own(value: bytes) -> None:
    wire = Wire([PLAIN])

    with pytest.raises(httpcore2.LocalProtocolError):
        connection(wire).ask(question(value=value))

    assert wire.sent == []


def test_a_server_may_answer_before_it_has_read_the_question() -> None:
    assert read(connection(Wire([PLAIN], is_broken=True)))[3] == b"text"


def test_a_long_answer_is_never_read_beyond_its_end() -> None:
    body = b"x" * 200_000
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n"
    wire = Wire([head, body + b"more"])
    connected = connection(wire)

    told = read(connected)

    assert told[3] == body
    assert wire.pieces == [b"more"]
