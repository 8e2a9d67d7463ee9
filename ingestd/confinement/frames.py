"""Messages between a parent and its child: a length, then so many bytes."""

import socket
import struct
import time

_LENGTH = struct.Struct(">Q")
_MOST = 2**20


def send(connection: socket.socket, message: bytes, *, deadline: float | None = None) -> None:
    """Send one message; raises TimeoutError at the deadline (of the monotonic clock)."""
    connection.settimeout(_left(deadline))
    connection.sendall(_LENGTH.pack(len(message)) + message)


def receive(
    connection: socket.socket, *, deadline: float | None = None, limit: int | None = None
) -> bytes | None:
    """One message; None where the other side is gone. Raises TimeoutError at the deadline.

    A message over `limit` bytes is taken for the other side's end.
    """
    head = _exactly(connection, _LENGTH.size, deadline)
    if head is None:
        return None
    (size,) = _LENGTH.unpack(head)
    if limit is not None and size > limit:
        return None
    return _exactly(connection, size, deadline)


def _exactly(connection: socket.socket, size: int, deadline: float | None) -> bytes | None:
    got = bytearray()
    while len(got) < size:
        connection.settimeout(_left(deadline))
        try:
            piece = connection.recv(min(size - len(got), _MOST))
        except ConnectionError:
            return None
        if not piece:
            return None
        got += piece
    return bytes(got)


def _left(deadline: float | None) -> float | None:
    return None if deadline is None else max(deadline - time.monotonic(), 0.001)
