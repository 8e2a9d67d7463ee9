"""The guard in the socket layer: who is spoken to, for how long, and how much is taken.

It sits below names, redirects and TLS, so that nothing above can go around it: a name is
resolved once, every answer is checked, and the connection goes to a checked address.
"""

import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext

import httpcore2
import httpx2

from ingestd.errors import FetchError, UnreachableError
from ingestd.fetching.addresses import may_be_reached
from ingestd.fetching.limits import Limits, too_large

# for headers and the framing of chunks
BESIDE_THE_BODY = 2**20


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one fetch may use; `deadline` is on the monotonic clock, `origin` for messages."""

    origin: str
    deadline: float
    limits: Limits

    def remaining(self, timeout: float | None) -> float:
        """Seconds left, at most `timeout`; never nothing, so that a socket still times out."""
        left = max(self.deadline - time.monotonic(), 0.001)
        return left if timeout is None else min(left, timeout)


class GuardedTransport(httpx2.HTTPTransport):
    """Speaks HTTP through the guard, without proxies; for one fetch and its redirects."""

    def __init__(self, allowance: Allowance) -> None:
        context = _trusted()
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context, network_backend=_Guard(allowance)
        )


@cache
def _trusted() -> SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


class _Guard(httpcore2.NetworkBackend):
    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(  # noqa: PLR0917 - the signature is httpcore2's
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of `host` that answers, if all may be reached."""
        refusal: Exception = self._unknown(host)
        for address in self._checked(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address,
                    port,
                    self._allowance.remaining(timeout),
                    local_address,
                    socket_options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                refusal = error
            else:
                return _Metered(stream, self._allowance)
        raise refusal

    def _checked(self, host: str, port: int) -> list[str]:
        addresses = self._resolve(host, port)
        for address in addresses:
            if not may_be_reached(address, self._allowance.limits.networks):
                raise FetchError(
                    self._allowance.origin,
                    f"{host} is at {address}, which is not on the public internet",
                    hint="if that is meant, add its network to 'allow_networks' of the source",
                )
        return addresses

    def _resolve(self, host: str, port: int) -> list[str]:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise self._unknown(host) from error
        # a dict keeps the resolver's order
        return list(dict.fromkeys(str(answer[4][0]) for answer in answers))

    def _unknown(self, host: str) -> UnreachableError:
        hint = "correct the name, or see whether this machine has a network"
        return UnreachableError(
            self._allowance.origin, f"the name {host} is not found", hint=hint
        )


class _Metered(httpcore2.NetworkStream):
    """A stream that ends at the deadline, and when it has brought too much."""

    def __init__(self, stream: httpcore2.NetworkStream, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance
        self._brought = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there; a time-out of the fetch is a time-out of the read."""
        brought = self._stream.read(max_bytes, self._allowance.remaining(timeout))
        self._brought += len(brought)
        if self._brought > self._allowance.limits.max_bytes + BESIDE_THE_BODY:
            raise too_large(self._allowance.origin, self._allowance.limits)
        return brought

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, self._allowance.remaining(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Go on encrypted, under the same guard."""
        stream = self._stream.start_tls(
            ssl_context, server_hostname, self._allowance.remaining(timeout)
        )
        return _Metered(stream, self._allowance)

    def get_extra_info(self, info: str) -> object:
        """What the socket knows of itself."""
        return self._stream.get_extra_info(info)
