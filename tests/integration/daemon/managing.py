"""A service manager of the tests' own: the socket that systemd would hand over."""

import select
import socket
from pathlib import Path

from tests.integration.daemon.parts import PATIENCE


class Manager:
    """Listens at a path, or at an abstract name (which begins with @)."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.settimeout(PATIENCE)
        self._socket.bind(f"\0{address[1:]}" if address.startswith("@") else address)

    def hear(self) -> str:
        return self._socket.recv(4096).decode()

    def hear_but(self, unwanted: str) -> str:
        """The next word that is not this one."""
        while (word := self.hear()) == unwanted:
            pass
        return word

    @property
    def silent(self) -> bool:
        readable, _, _ = select.select([self._socket], [], [], 0)
        return not readable

    def close(self) -> None:
        self._socket.close()
        if not self.address.startswith("@"):
            Path(self.address).unlink()
