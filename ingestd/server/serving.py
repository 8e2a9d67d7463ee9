"""The web server: a thread of its own, on an address that only this machine reaches."""

import ipaddress
import socket
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from ingestd.errors import ConfigError, IngestdError, Problem

GRACE_SECONDS = 5
BACKLOG = 512


class ListeningError(IngestdError):
    """The address cannot be listened on."""

    exit_code = 74

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"cannot listen on {_shown(host, port)}: {reason}",
            hint="set 'listen' under [http] (or INGESTD_HTTP__LISTEN) to a free address,"
            " or end what holds this one",
        )


def refuse_open_listening(host: str) -> None:
    """Raise ConfigError where other machines could reach what nothing protects yet."""
    if _is_loopback(host):
        return
    raise ConfigError(
        [
            Problem(
                file="http.listen",
                line=None,
                message=f"{host or 'every address'} can be reached by other machines,"
                " and whoever reaches it may read everything",
                hint="listen on 127.0.0.1 and put a reverse proxy in front that asks who is"
                " there; see docs/deployment.md",
            )
        ]
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        # any other name may mean another address tomorrow
        return host == "localhost"


class WebServer:
    """Serves an application until it is stopped; port 0 lets the system choose one."""

    def __init__(self, application: ASGIApp, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._socket: socket.socket | None = None
        self._thread: Thread | None = None
        self._server = uvicorn.Server(
            uvicorn.Config(
                application,
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )

    @property
    def address(self) -> str:
        """Where it is, as a URL without a slash at its end."""
        return f"http://{_shown(self._host, self._port)}"

    @property
    def is_serving(self) -> bool:
        """Whether its thread is at work."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Listen, then serve; whoever connects from now on is answered. Raises ListeningError."""
        self._socket = _listening(self._host, self._port)
        self._port = self._socket.getsockname()[1]
        self._thread = Thread(
            target=self._server.run, name="web", args=[[self._socket]], daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Finish what was asked, at most for some seconds, and give the address back."""
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join(2 * GRACE_SECONDS)
        if self._socket is not None:
            # uvicorn closes it too, where it came so far
            self._socket.close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ListeningError(host, port, error.strerror or str(error)) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise ListeningError(host, port, error.strerror or str(error)) from error
    return listening


def _shown(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
