"""One connection, and what is asked over it: one question after the other.

Most answers are plain: their headers come in one piece and can mean but one thing, and say how
long the body is. Those are read here, in a fraction of the time that h11 takes; whatever may
mean something else is left to h11, from its first byte on.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import cast

import httpcore2

from ingestd.fetching.answer import Answer, headers_of
from ingestd.fetching.idle import SECONDS

PIECE = 2**16
_NAME = rb"[A-Za-z0-9!#$%&'*+.^_`|~-]+"
_VALUE = rb"[\t\x20-\x7e\x80-\xff]*"
_QUESTION = re.compile(
    rb"GET [\x21-\x7e]+ HTTP/1\.1\r\n(?:" + _NAME + rb": [\t\x20-\x7e]*\r\n)+"
)
_HEAD = re.compile(
    rb"HTTP/1\.1 ([2-5][0-9]{2}) ([\t\x20-\x7e]*)\r\n((?:"
    + _NAME
    + b":"
    + _VALUE
    + rb"\r\n)*)\r\n"
)
_LENGTH = re.compile(r"[0-9]{1,15}")
_WITHOUT_BODY = {204, 304}
_MEANING_MORE = {"transfer-encoding", "connection", "upgrade", "trailer"}


class Connection:
    """For one at a time; `connect` opens it when it is first used."""

    def __init__(
        self, origin: httpcore2.Origin, connect: Callable[[], httpcore2.NetworkStream]
    ) -> None:
        self._origin = origin
        self._connect = connect
        self._stream: httpcore2.NetworkStream | None = None
        self._full: httpcore2.HTTP11Connection | None = None
        self._response: httpcore2.Response | None = None
        self._left = 0
        self._until = 0.0
        self._is_closed = False

    def ask(self, request: httpcore2.Request) -> Answer:
        """The answer, its body still to come; raises httpcore2's errors."""
        stream = self._stream = self._stream or self._connect()
        if self._full is None:
            answer = self._plainly(stream, request)
            if answer is not None:
                return answer
        return self._in_full(request)

    def finish(self) -> None:
        """The answer was read, or is given up."""
        if self._response is not None:
            self._response.close()
            self._response = None
        elif self._left:
            self.close()
        self._until = time.monotonic() + SECONDS

    def is_idle(self) -> bool:
        """Whether it can be used again."""
        if self._full is not None:
            return self._full.is_idle()
        return not self._is_closed and self._stream is not None and not self._left

    def has_expired(self) -> bool:
        """Whether it was kept too long, or there is word of its end."""
        if time.monotonic() > self._until or self._stream is None:
            return True
        return bool(self._stream.get_extra_info("is_readable"))

    def close(self) -> None:
        """End it."""
        self._is_closed = True
        if self._stream is not None:
            self._stream.close()

    def _plainly(
        self, stream: httpcore2.NetworkStream, request: httpcore2.Request
    ) -> Answer | None:
        """What a plain question got for a plain answer; else all is left to `_full`."""
        told = _told(request)
        came = b""
        if told is not None:
            # a server may answer before it has read all of it
            with suppress(httpcore2.WriteError):
                stream.write(told)
            came = stream.read(PIECE)
            if (head := _HEAD.match(came)) and (answer := self._read(head, stream)) is not None:
                return answer
            stream = _Resumed(stream, came)
        self._full = httpcore2.HTTP11Connection(self._origin, stream, keepalive_expiry=SECONDS)
        return None

    def _read(self, head: re.Match[bytes], stream: httpcore2.NetworkStream) -> Answer | None:
        status, reason, lines = head.groups()
        raw = [_parted(line) for line in lines.split(b"\r\n")[:-1]]
        headers = headers_of(raw)
        length = _length(int(status), headers)
        came = head.string[head.end() :]
        if length is None or len(came) > length:
            return None
        self._left = length - len(came)
        return Answer(
            status=int(status),
            reason=reason.decode("ascii"),
            headers=headers,
            pieces=self._pieces(stream, came, length),
        )

    def _pieces(
        self, stream: httpcore2.NetworkStream, came: bytes, length: int
    ) -> Iterator[bytes]:
        if came:
            yield came
        while self._left:
            # no more than belongs to this answer: what comes after it is found by whoever is next
            piece = stream.read(min(self._left, PIECE))
            if not piece:
                raise httpcore2.RemoteProtocolError(
                    "peer closed connection without sending complete message body "
                    f"(received {length - self._left} bytes, expected {length})"
                )
            self._left -= len(piece)
            yield piece

    def _in_full(self, request: httpcore2.Request) -> Answer:
        full = cast("httpcore2.HTTP11Connection", self._full)
        response = self._response = full.handle_request(request)
        return Answer(
            status=response.status,
            reason=response.extensions["reason_phrase"].decode("ascii", "ignore"),
            headers=headers_of(response.headers),
            pieces=iter(cast("Iterable[bytes]", response.stream)),
        )


class _Resumed(httpcore2.NetworkStream):
    """A stream over which a question was asked already, and something came."""

    def __init__(self, stream: httpcore2.NetworkStream, came: bytes) -> None:
        self._stream = stream
        self._came: bytes | None = came

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what came, and then what comes."""
        came, self._came = self._came, None
        return self._stream.read(max_bytes, timeout) if came is None else came

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write, but for what was written before."""
        if self._came is None:
            self._stream.write(buffer, timeout)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def get_extra_info(self, info: str) -> object:
        """What the stream knows of itself."""
        return self._stream.get_extra_info(info)


def _told(request: httpcore2.Request) -> bytes | None:
    """The question as it is sent; None where it is more than a plain one."""
    if request.method != b"GET":
        return None
    lines = [b"%b: %b\r\n" % header for header in request.headers]
    told = b"GET %b HTTP/1.1\r\n%b" % (request.url.target, b"".join(lines))
    # no value has an end of a line in it
    if _QUESTION.fullmatch(told) is None or told.count(b"\n") != len(lines) + 1:
        return None
    return told + b"\r\n"


def _parted(line: bytes) -> tuple[bytes, bytes]:
    name, _, value = line.partition(b":")
    return name, value.strip(b" \t")


def _length(status: int, headers: Mapping[str, str]) -> int | None:
    """How many bytes the body has; None where there is more to it than a length."""
    if not _MEANING_MORE.isdisjoint(headers):
        return None
    if status in _WITHOUT_BODY:
        return 0
    told = headers.get("content-length", "")
    # several of them are parted by commas
    return int(told) if _LENGTH.fullmatch(told) else None
