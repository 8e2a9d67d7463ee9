"""Tells the service manager how it goes (sd_notify(3)); silent where there is none."""

import contextlib
import socket
from collections.abc import Mapping

EXTENSION = 60


class ServiceManager:
    """The socket that systemd hands over in $NOTIFY_SOCKET."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        # a leading @ stands for the abstract namespace, whose names begin with a zero byte
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._watchdog = int(environment.get("WATCHDOG_USEC") or 0) / 1_000_000

    @property
    def ping_every(self) -> float | None:
        """Seconds between two signs of life, a third of what is allowed; None: none asked for."""
        return self._watchdog / 3 if self._watchdog else None

    def ready(self) -> None:
        """Everything is up."""
        self._send("READY=1")

    def alive(self) -> None:
        """A sign of life, to be given only when there is life."""
        self._send("WATCHDOG=1")

    def reloading(self) -> None:
        """A new configuration is being read; `ready` follows."""
        self._send("RELOADING=1")

    def busy(self) -> None:
        """At work that takes long: a minute more before anybody gives up on us."""
        self._send(f"EXTEND_TIMEOUT_USEC={EXTENSION * 1_000_000}")

    def stopping(self) -> None:
        """On the way down."""
        self._send("STOPPING=1")

    def status(self, line: str) -> None:
        """One line for `systemctl status`."""
        self._send(f"STATUS={line}")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        # a manager that does not listen must not end the service
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender,
        ):
            sender.connect(self._address)
            sender.sendall(message.encode())
