"""Looks at sources when asked to: several at once, one source never twice at the same time."""

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Condition, Event
from time import monotonic

import structlog

from ingestd.app import App
from ingestd.clock import Clock
from ingestd.errors import StoreError
from ingestd.pipeline.looking import Look, outcomes_of
from ingestd.pipeline.weighing import domain_of
from ingestd.sources.found import Source

log = structlog.get_logger()
NEAR = 4
"""How many sources on this machine are looked at side by side."""
AHEAD = 4
"""How many looks wait for each thread; no more, so that who waits longest comes first."""
PAUSE = 5.0
LONGEST_REST = 5.0


class Rounds:
    """Asks for looks are gathered: one that comes during a look causes one more after it.

    Whoever answers slowly keeps nobody waiting who is on this machine: they have threads of their
    own. When a look ends, `on_room` is told.

    A source rests as long as it was looked at, at most `LONGEST_REST`: however many changes are
    noticed, looks take half of the time.

    A store that fails is tried again after a `pause` in seconds; one of which that is no use,
    and a bug, are handed to `on_bug`.
    """

    def __init__(
        self,
        app: App,
        sources: Mapping[str, Source],
        *,
        on_news: Callable[[], None],
        on_bug: Callable[[BaseException], None],
        clock: Clock | None = None,
        pause: float = PAUSE,
    ) -> None:
        self._app = app
        self._sources = sources
        self._stopping = Event()
        self._on_news = on_news
        self._on_bug = on_bug
        self._pause = pause
        self.on_room: Callable[[], None] = lambda: None
        self._clock = clock or app.clock
        self._near = ThreadPoolExecutor(NEAR, thread_name_prefix="look")
        workers = app.settings.fetching.workers
        self._far = ThreadPoolExecutor(workers, thread_name_prefix="ask")
        self._most = workers * (1 + AHEAD)
        self._lock = Condition()
        self._asked: set[str] = set()
        self._looking: set[str] = set()
        self._held: frozenset[str] = frozenset()

    def ask(self, name: str) -> None:
        """Look at this source soon; one that is not in use is not looked at."""
        with self._lock:
            if name in self._sources or name in self._held:
                self._asked.add(name)
                self._lock.notify_all()
                self._begin(name)

    @contextmanager
    def without(self, names: Collection[str]) -> Iterator[None]:
        """End the looks at these after the document in hand; begin none before the block ends.

        One thread at a time.
        """
        with self._lock:
            self._held = frozenset(names)
            self._lock.notify_all()
            self._lock.wait_for(lambda: self._held.isdisjoint(self._looking))
        try:
            yield
        finally:
            with self._lock:
                self._held = frozenset()
                self._asked.intersection_update(self._sources)
                for name in sorted(self._asked):
                    self._begin(name)

    def use(self, sources: Mapping[str, Source]) -> None:
        """Look at these from now on; nobody is looked at, `without`, that is another than before."""
        with self._lock:
            self._sources = sources

    def _begin(self, name: str) -> None:
        if name in self._looking or self._is_over(name):
            return
        self._looking.add(name)
        self._pool_of(name).submit(self._look_while_asked, name)

    @property
    def in_hand(self) -> frozenset[str]:
        """Who is looked at, or waits for it."""
        with self._lock:
            return frozenset(self._looking)

    @property
    def room(self) -> int:
        """How many more may be asked for without waiting longer than others."""
        return self._most - len(self.in_hand)

    @property
    def is_half_empty(self) -> bool:
        """Whether it is time to ask for more."""
        return 2 * self.room >= self._most

    def stop(self) -> None:
        """End the looks that are under way after the document in hand."""
        self._stopping.set()
        with self._lock:
            self._lock.notify_all()
        for pool in (self._near, self._far):
            pool.shutdown(wait=True, cancel_futures=True)

    def _pool_of(self, name: str) -> ThreadPoolExecutor:
        return self._near if domain_of(self._sources[name]) is None else self._far

    def _look_while_asked(self, name: str) -> None:
        try:
            pool = self._pool_of(name)
            while self._next(name):
                begun = monotonic()
                again_after = self._look(self._sources[name])
                if pool is self._far:
                    again_after = None  # nobody waits at a thread for the web: it is due then
                rested = min(monotonic() - begun, LONGEST_REST)
                self._wait(name, again_after, rested)
            self.on_room()
        except BaseException as error:  # noqa: BLE001 - handed on: it ends the daemon
            with self._lock:
                self._looking.discard(name)
                self._lock.notify_all()
            self._on_bug(error)

    def _next(self, name: str) -> bool:
        with self._lock:
            again = name in self._asked and not self._is_over(name)
            if again:
                self._asked.discard(name)
            else:
                self._looking.discard(name)
                self._lock.notify_all()
            return again

    def _wait(self, name: str, again_after: float | None, rested: float) -> None:
        """Wait until it is looked at again, if it has not settled; who asks need not wait."""
        if again_after is not None:
            with self._lock:
                self._lock.wait_for(
                    lambda: name in self._asked or self._is_over(name), again_after
                )
                self._asked.add(name)
        with self._lock:
            if name in self._asked:
                self._lock.wait_for(lambda: self._is_over(name), rested)

    def _is_over(self, name: str) -> bool:
        return self._stopping.is_set() or name in self._held

    def _look(self, source: Source) -> float | None:
        """Look, and say in how many seconds to look again."""
        current = Look(source=source)
        try:
            for outcome in outcomes_of(current, tools=self._app.tools, clock=self._clock):
                if outcome.news:
                    self._on_news()
                if self._is_over(source.name):
                    return None
        except StoreError as error:
            if not error.retryable:
                raise
            # nothing was half recorded; what was not recorded is found again
            log.error("store.failed", source=source.name, reason=str(error), hint=error.hint)
            with self._lock:
                self._lock.wait_for(lambda: self._is_over(source.name), self._pause)
            current.again_after = 0.0
        self._on_news()
        return current.again_after
