"""A connection that waits only where nothing is there yet.

httpcore2's tells its socket before every step how long it may take, and asks whether it is ready
even where it is: three calls of the system for each, and as often another thread may come first.
"""

import select
import socket
from ssl import SSLContext
from typing import cast

import httpcore2


class Wire(httpcore2.NetworkStream):
    """A stream of httpcore2's over a socket that does not block; encrypted, it is that itself."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream
        self._socket = cast("socket.socket", stream.get_extra_info("socket"))
        self._socket.setblocking(False)  # noqa: FBT003 - the socket's own
        self._arrival = select.poll()
        self._arrival.register(self._socket, select.POLLIN)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Wait for what comes; raises ReadTimeout, ReadError."""
        while True:
            # first: an answer is seldom there when it is asked for
            if not self._arrival.poll(_milliseconds(timeout)):
                raise httpcore2.ReadTimeout("timed out")
            try:
                return self._socket.recv(max_bytes)
            except BlockingIOError:
                continue  # it was told of, and is not there
            except OSError as error:
                raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it; raises WriteTimeout, WriteError."""
        left = memoryview(buffer)
        while left:
            try:
                left = left[self._socket.send(left) :]
            except BlockingIOError:
                self._wait_for_room(timeout)
            except OSError as error:
                raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Go on encrypted, as httpcore2 does."""
        return self._stream.start_tls(ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> object:
        """What the socket knows of itself."""
        return self._stream.get_extra_info(info)

    def _wait_for_room(self, timeout: float | None) -> None:
        room = select.poll()
        room.register(self._socket, select.POLLOUT)
        if not room.poll(_milliseconds(timeout)):
            raise httpcore2.WriteTimeout("timed out")


def _milliseconds(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1_000
