"""The guard in the socket layer: who is spoken to, for how long, and how much is taken.

It sits below names, redirects and TLS, so that nothing above can go around it: a name is
resolved once, every answer is checked, and the connection goes to a checked address.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from ssl import SSLContext

import httpcore2

from ingestd.errors import PrivateHostError, UnreachableError
from ingestd.fetching.addresses import may_be_reached
from ingestd.fetching.allowance import Allowance
from ingestd.fetching.answer import Answer
from ingestd.fetching.exchange import Connection
from ingestd.fetching.idle import IdleConnections, Place
from ingestd.fetching.lookup import Lookup
from ingestd.fetching.wire import Wire

MOMENT = 1.0  # seconds for which an idle connection is taken for what it was
NEVER = float("-inf")

Connect = Callable[[str, int, float], httpcore2.NetworkStream]
"""Opens a connection to a numeric address and a port, within so many seconds."""


# a connection outlives the fetch it was opened for: whose turn it is stands here
_CURRENT: ContextVar[Allowance] = ContextVar("allowance")


def plain_connection(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
    """Open a connection to this very address."""
    return Wire(httpcore2.SyncBackend().connect_tcp(address, port, seconds))


class GuardedTransport:
    """Speaks HTTP/1.1 through the guard, without proxies; keeps a few idle connections.

    For fetches that may all reach the same networks: a connection is checked when it is
    opened, and used by whoever comes next.
    """

    def __init__(self, lookup: Lookup, connect: Connect = plain_connection) -> None:
        self._guard = _Guard(lookup, connect)
        self._idle: IdleConnections[Connection] = IdleConnections()

    @contextmanager
    def asked(self, request: httpcore2.Request, allowance: Allowance) -> Iterator[Answer]:
        """The answer, its body still to be read; raises httpcore2's errors, FetchError."""
        token = _CURRENT.set(allowance)
        try:
            allowance.is_repeatable = request.method == b"GET"
            allowance.ask()
            url = request.url
            # three plain values: to compare origins takes longer
            place = (url.scheme, url.host, url.port)
            connection, answer = self._answer(request, place, allowance)
            try:
                allowance.read()
                yield answer
                _read_to_its_end(answer)
            finally:
                connection.finish()
                self._idle.keep(connection, place)
        finally:
            _CURRENT.reset(token)

    def close(self) -> None:
        """Give every connection back."""
        self._idle.close()

    def _answer(
        self, request: httpcore2.Request, place: Place, allowance: Allowance
    ) -> tuple[Connection, Answer]:
        while True:
            allowance.connected = False
            connection = self._idle.take(place) or self._new(request.url.origin)
            try:
                return connection, connection.ask(request)
            except BaseException as error:
                connection.close()
                is_broken = isinstance(
                    error, httpcore2.NetworkError | httpcore2.RemoteProtocolError
                )
                # an idle connection may be closed by its server in the moment it is used
                if not is_broken or allowance.connected or not allowance.is_repeatable:
                    raise

    def _new(self, origin: httpcore2.Origin) -> Connection:
        return Connection(origin, partial(self._connected, origin))

    def _connected(self, origin: httpcore2.Origin) -> httpcore2.NetworkStream:
        host = origin.host.decode("ascii")
        stream = self._guard.connect_tcp(host, origin.port)
        if origin.scheme != b"https":
            return stream
        trusted = _trusted()
        trusted.set_alpn_protocols(["http/1.1"])
        return stream.start_tls(trusted, host)


def _read_to_its_end(answer: Answer) -> None:
    """Let an answer without a body end, so that its connection can be used again."""
    if answer.status in {204, 304} or answer.headers.get("content-length") == "0":
        deque(answer.pieces, maxlen=0)


@cache
def _trusted() -> SSLContext:
    # a quarter of a second: only for those who ask by https
    import httpx2  # noqa: PLC0415

    return httpx2.create_ssl_context(trust_env=False)


class _Guard(httpcore2.NetworkBackend):
    def __init__(self, lookup: Lookup, connect: Connect) -> None:
        self._lookup = lookup
        self._connect = connect

    def connect_tcp(  # noqa: PLR0917 - the signature is httpcore2's
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of `host` that answers, if all may be reached."""
        allowance = _CURRENT.get()
        allowance.connected = True
        refusal: Exception = _unknown(host, allowance)
        addresses = self._checked(host, port, allowance)
        for number, address in enumerate(addresses):
            # an address that nobody answers at leaves the others their share of the time
            share = allowance.remaining(timeout) / (len(addresses) - number)
            try:
                stream = self._connect(address, port, share)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                refusal = error
            else:
                return _Metered(stream)
        raise refusal

    def _checked(self, host: str, port: int, allowance: Allowance) -> Sequence[str]:
        addresses = self._addresses(host, port, allowance)
        for address in addresses:
            if not may_be_reached(address, allowance.limits.networks):
                raise PrivateHostError(allowance.origin, host=host, address=address)
        return addresses

    def _addresses(self, host: str, port: int, allowance: Allowance) -> Sequence[str]:
        try:
            return self._lookup.addresses(host, port, allowance.remaining())
        except TimeoutError as error:
            reason = f"nobody told in time where {host} is"
            hint = "see whether this machine's name server answers"
            raise UnreachableError(allowance.origin, reason, hint=hint) from error
        except (OSError, UnicodeError) as error:
            raise _unknown(host, allowance) from error


def _unknown(host: str, allowance: Allowance) -> UnreachableError:
    hint = "correct the name, or see whether this machine has a network"
    return UnreachableError(allowance.origin, f"the name {host} is not found", hint=hint)


class _Metered(httpcore2.NetworkStream):
    """A stream that ends at the deadline of whoever uses it, and when it has brought too much."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream
        self._looked_at = NEVER
        self._has_word = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there; a time-out of the fetch is a time-out of the read."""
        allowance = _CURRENT.get()
        brought = self._stream.read(max_bytes, allowance.remaining(timeout))
        allowance.take(len(brought))
        return brought

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, _CURRENT.get().remaining(timeout))

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
        left = _CURRENT.get().remaining(timeout)
        return _Metered(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> object:
        """What the socket knows of itself; whether it has word of its end, a moment ago."""
        if info != "is_readable":
            return self._stream.get_extra_info(info)
        # asked of every idle connection, whomever the next question is for; one that has
        # ended since is noticed when it is used, and the question asked again
        now, asker = time.monotonic(), _CURRENT.get(None)
        is_careful = asker is not None and not asker.is_repeatable
        if is_careful or now - self._looked_at >= MOMENT:
            self._looked_at = now
            self._has_word = bool(self._stream.get_extra_info(info))
        return self._has_word
