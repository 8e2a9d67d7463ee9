"""Connections between two questions: a few are kept, each for whoever asks its host next."""

import time
from collections import deque
from threading import Lock
from typing import Generic, Protocol, TypeVar

MOST = 20
SECONDS = 15.0
"""How long one is kept: most servers close theirs after a minute, the hasty ones after five."""


Place = tuple[bytes, bytes, int | None]
"""Scheme, host and port that a connection leads to."""


class Reusable(Protocol):
    """A connection, as far as it is known here."""

    def is_idle(self) -> bool:
        """Whether it can be used again."""

    def has_expired(self) -> bool:
        """Whether it had better not be."""

    def close(self) -> None:
        """End it."""


C = TypeVar("C", bound=Reusable)


class IdleConnections(Generic[C]):
    """Any thread may take one, and bring it back; nobody else has it meanwhile."""

    def __init__(self) -> None:
        self._lock = Lock()
        # who waits longest is first
        self._kept: deque[tuple[float, Place, C]] = deque()
        self._is_closed = False

    def take(self, place: Place) -> C | None:
        """The one of this place that was used last, if it is still good."""
        while (connection := self._taken(place)) is not None:
            if not connection.has_expired():
                return connection
            connection.close()
        return None

    def keep(self, connection: C, place: Place) -> None:
        """Bring one back; one that cannot be used again is closed."""
        if not connection.is_idle():
            connection.close()
            return
        now = time.monotonic()
        with self._lock:
            self._kept.append((now, place, connection))
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

    def _taken(self, place: Place) -> C | None:
        with self._lock:
            for at in range(len(self._kept) - 1, -1, -1):
                if self._kept[at][1] == place:
                    connection = self._kept[at][2]
                    del self._kept[at]
                    return connection
        return None

    def _all(self) -> list[C]:
        connections = [connection for _, _, connection in self._kept]
        self._kept.clear()
        return connections
