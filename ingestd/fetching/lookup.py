"""Asking for the addresses of a name, without waiting longer than there is time for."""

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTimeError
from ipaddress import ip_address
from threading import Lock, Thread

Resolve = Callable[[str, int], Sequence[str]]
MOST_AT_ONCE = 32


def resolve(name: str, port: int) -> list[str]:
    """The addresses of a name as the system has them, in its order. Raises OSError."""
    answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class Lookup:
    """Asks in threads of its own, which are left behind where the resolver takes too long.

    Those who ask for the same name at the same time share one answer; nothing is remembered.
    """

    def __init__(self, resolve: Resolve = resolve) -> None:
        self._resolve = resolve
        self._lock = Lock()
        self._asked: dict[tuple[str, int], Future[Sequence[str]]] = {}

    def addresses(self, name: str, port: int, seconds: float) -> Sequence[str]:
        """Raises OSError or UnicodeError for a name that is not known, TimeoutError."""
        if _is_address(name):
            return [name]
        try:
            return self._future(name, port).result(seconds)
        except NotInTimeError as error:
            raise TimeoutError from error

    def _future(self, name: str, port: int) -> "Future[Sequence[str]]":
        key = (name, port)
        with self._lock:
            if (asked := self._asked.get(key)) is not None:
                return asked
            if len(self._asked) >= MOST_AT_ONCE:
                raise TimeoutError  # the resolver is lost: no more threads wait for it
            future = self._asked[key] = Future[Sequence[str]]()
        Thread(target=self._answer, args=(key, future), daemon=True, name="lookup").start()
        return future

    def _answer(self, key: tuple[str, int], future: "Future[Sequence[str]]") -> None:
        try:
            answer = self._resolve(*key)
        except Exception as error:  # noqa: BLE001 - handed to whoever waits
            self._forget(key)
            future.set_exception(error)
        else:
            self._forget(key)
            future.set_result(answer)

    def _forget(self, key: tuple[str, int]) -> None:
        with self._lock:
            del self._asked[key]


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
