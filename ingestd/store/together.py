"""Group commit: small units of work that come at once share one transaction, one sync."""

from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock
from time import monotonic
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from ingestd.errors import StoreUnavailableError
from ingestd.store import faults
from ingestd.store.driving import driver_of

T = TypeVar("T")
Work = Callable[[sa.Connection], T]
MOST = 256
"""Units in one transaction."""
GATHERING = 0.03
"""Seconds after which a transaction takes no more of those who come meanwhile."""


class Together:
    """Whoever comes first leads: does what waits, each under a savepoint, and commits once.

    Who comes while a commit is under way waits for the next one. Nobody waits for company.
    """

    def __init__(
        self,
        writing: Callable[[], AbstractContextManager[sa.Connection]],
        *,
        where: str,
        gathering: float = GATHERING,
    ) -> None:
        self._writing = writing
        self._where = where
        self._gathering = gathering
        self._guard = Lock()
        self._waiting: deque[_Unit[Any]] = deque()
        self._led = False

    def do(self, work: Work[T]) -> T:
        """Do the work, once, and return its result when it is durable.

        What the work raises is raised here, and undoes nothing but its own. Where the commit
        fails, or room for what is to be committed, it fails for all that were in it. The work
        may run in another thread, and must not write in a transaction of its own.
        """
        unit = _Unit(work, where=self._where)
        with self._guard:
            leads = not self._led
            self._led = True
            self._waiting.append(unit)
        if not leads:
            self._wait(unit)
        if not unit.is_done:
            self._lead()
        return unit.outcome()

    def _wait(self, unit: "_Unit[Any]") -> None:
        try:
            unit.turn.wait()
        except BaseException:
            self._leave(unit)
            raise

    def _leave(self, unit: "_Unit[Any]") -> None:
        """Wait no longer; who was to lead lets the next one."""
        with self._guard:
            if unit not in self._waiting:
                return
            self._waiting.remove(unit)
            if not unit.turn.is_set():
                return
        self._pass_on()

    def _lead(self) -> None:
        taken: list[_Unit[Any]] = []
        try:
            with self._writing() as connection:
                self._gather(connection, taken)
        except Exception as error:  # noqa: BLE001 - every unit raises it again
            _fail(taken, error)
        except BaseException:
            _fail(taken, StoreUnavailableError("the transaction was interrupted"))
            raise
        finally:
            # first: who leads next writes while the others learn of it
            self._pass_on()
            for unit in taken:
                unit.finish()

    def _gather(self, connection: sa.Connection, taken: list["_Unit[Any]"]) -> None:
        until = monotonic() + self._gathering
        while (unit := self._next()) is not None:
            taken.append(unit)
            if len(taken) == 1:
                unit.run(connection)
            else:
                unit.run_apart(connection)
            if unit.error is not None and len(taken) == 1:
                raise unit.error  # nothing else is in the transaction yet: all of it goes
            if len(taken) == MOST or monotonic() > until:
                return

    def _next(self) -> "_Unit[Any] | None":
        with self._guard:
            return self._waiting.popleft() if self._waiting else None

    def _pass_on(self) -> None:
        """Let the one who has waited longest lead."""
        with self._guard:
            if self._waiting:
                self._waiting[0].turn.set()
            else:
                self._led = False


class _Turn:
    """Set once, by one at a time, and waited for once: an Event of one lock, not of four."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lock.acquire()
        self._is_set = False

    def is_set(self) -> bool:
        return self._is_set

    def set(self) -> None:
        if not self._is_set:
            self._is_set = True
            self._lock.release()

    def wait(self) -> None:
        self._lock.acquire()


class _Unit(Generic[T]):
    """One piece of work and what became of it."""

    def __init__(self, work: Work[T], *, where: str) -> None:
        self.turn = _Turn()
        self.is_done = False
        self.error: Exception | None = None
        self._work = work
        self._where = where
        self._result: T | None = None

    def run(self, connection: sa.Connection) -> None:
        try:
            with faults.told_plainly(self._where):
                self._result = self._work(connection)
        except Exception as error:  # noqa: BLE001 - raised again where it belongs
            self.error = error

    def run_apart(self, connection: sa.Connection) -> None:
        """Run so that a failure undoes this unit alone.

        Raises it where SQLite ended the whole transaction with it: no room, a broken device.
        """
        with driver_of(connection) as driver:
            driver.execute("SAVEPOINT unit")
            self.run(connection)
            if self.error is not None:
                if not getattr(driver, "in_transaction", True):
                    raise self.error
                driver.execute("ROLLBACK TO SAVEPOINT unit")
            driver.execute("RELEASE SAVEPOINT unit")

    def finish(self) -> None:
        """Let its owner have the outcome."""
        self.is_done = True
        self.turn.set()

    def outcome(self) -> T:
        if self.error is not None:
            raise self.error
        result: Any = self._result
        return result  # type: ignore[no-any-return]  # what the work returned


def _fail(units: list[_Unit[Any]], error: Exception) -> None:
    """The transaction failed: nothing of it stands, whatever a unit thinks of itself."""
    for unit in units:
        unit.error = unit.error or error
