"""Connections between two questions: a few are kept, each for whoever asks its host next."""

import time
from collections import deque
from threading import Lock

import httpcore2

MOST = 20
SECONDS = 15.0
"""How long one is kept: most servers close theirs after a minute, the hasty ones after five."""


class IdleConnections:
    """Any thread may take one, and bring it back; nobody else has it meanwhile."""

    def __init__(self) -> None:
        self._lock = Lock()
        # who waits longest is first
        self._kept: deque[tuple[float, httpcore2.Origin, httpcore2.HTTPConnection]] = deque()
        self._is_closed = False

    def take(self, origin: httpcore2.Origin) -> httpcore2.HTTPConnection | None:
        """The one of this origin that was used last, if it is still good."""
        while (connection := self._taken(origin)) is not None:
            if not connection.has_expired():
                return connection
            connection.close()
        return None

    def keep(self, connection: httpcore2.HTTPConnection, origin: httpcore2.Origin) -> None:
        """Bring one back; one that cannot be used again is closed."""
        if not connection.is_idle():
            connection.close()
            return
        now = time.monotonic()
        with self._lock:
            self._kept.append((now, origin, connection))
            surplus = [] if not self._is_closed else self._all()
            while self._kept and (len(self._kept) > MOST or self._kept[0][0] < now - SECONDS):
                surplus.append(self._kept.popleft()[2])
        for one in surplus:
            one.close()

    def close(self) -> None:
        """Close those that are here, and whatever is brought back from now on."""
        with self._lock:
            self._is_closed = True
            connections = self._all()
        for connection in connections:
            connection.close()

    def _taken(self, origin: httpcore2.Origin) -> httpcore2.HTTPConnection | None:
        with self._lock:
            for place in range(len(self._kept) - 1, -1, -1):
                if self._kept[place][1] == origin:
                    connection = self._kept[place][2]
                    del self._kept[place]
                    return connection
        return None

    def _all(self) -> list[httpcore2.HTTPConnection]:
        connections = [connection for _, _, connection in self._kept]
        self._kept.clear()
        return connections
