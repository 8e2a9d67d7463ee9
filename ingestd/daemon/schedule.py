"""Says when a source is due: the time of each is in the database, a tick compares."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from threading import Lock
from time import monotonic

import structlog

from ingestd.app import App
from ingestd.clock import rfc3339
from ingestd.daemon.rounds import Rounds
from ingestd.daemon.steady import SteadyClock
from ingestd.daemon.ticking import Ticker
from ingestd.errors import StoreError
from ingestd.pipeline.network import NEEDED
from ingestd.pipeline.weighing import domain_of
from ingestd.sources.found import Source
from ingestd.store import due

log = structlog.get_logger()
TICK = 1.0
CALM = 60.0
SHARE = 2
"""Sources of one domain that are looked at, or wait for it, at the same time."""


class Schedule:
    """Asks for looks at the sources that are due, and for `calm` work each minute.

    A store that fails is asked again at the next tick; one of which that is no use, and a bug,
    are handed to `on_bug`.
    """

    def __init__(
        self,
        app: App,
        sources: Iterable[Source],
        rounds: Rounds,
        *,
        clock: SteadyClock,
        calm: Callable[[], None],
        on_bug: Callable[[BaseException], None],
    ) -> None:
        self._app = app
        self._rounds = rounds
        self._clock = clock
        self._on_bug = on_bug
        self._domains = {source.name: domain_of(source) for source in sources}
        self._filling = Lock()
        self._more = False
        self._probed: set[str] = set()
        self._last_tick = monotonic()
        rounds.on_room = self.go_on
        self._ticker = Ticker()
        self._ticker.every(TICK, self._tick)
        self._ticker.every(CALM, lambda: self._guarded(calm))

    def start(self) -> None:
        """Begin with what is due now."""
        with self._app.database.writing() as connection:
            due.recover(connection, rfc3339(self._clock()))
        self._tick()
        self._ticker.start()

    def use(self, sources: Iterable[Source]) -> None:
        """Ask for looks at these from now on."""
        domains = {source.name: domain_of(source) for source in sources}
        with self._filling:
            self._domains = domains

    def stop(self) -> None:
        """Ask no more."""
        self._ticker.stop()

    @property
    def idle_for(self) -> float:
        """Seconds since the last tick."""
        return monotonic() - self._last_tick

    def go_on(self) -> None:
        """There is room for looks again: ask for those that had to wait for it."""
        # not for each: whoever is due is read by the page
        if self._more and self._rounds.is_half_empty:
            self._guarded(self._fill)

    def _tick(self) -> None:
        self._last_tick = monotonic()
        self._guarded(self._follow_clock)
        self._guarded(self._fill)
        self._guarded(self._probe)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except StoreError as error:
            if not error.retryable:
                self._on_bug(error)
                return
            log.error("store.failed", reason=str(error), hint=error.hint)
        except BaseException as error:  # noqa: BLE001 - handed on: it ends the daemon
            self._on_bug(error)

    def _follow_clock(self) -> None:
        """Where the machine's clock was set, set the time of each source by as much."""
        step = self._clock.step
        if not step:
            self._clock.agree()
            return
        log.warning("clock.jumped", seconds=round(step, 3))
        with self._clock.reverting(), self._app.database.writing() as connection:
            self._app.log.hold(connection)  # no look ends meanwhile: it would set its own time
            self._clock.agree()
            due.shift(connection, step)

    def _fill(self) -> None:
        with self._filling:
            busy = self._rounds.in_hand
            room = self._rounds.room
            with self._app.database.reading() as connection:
                waiting = due.due(connection, rfc3339(self._clock()))
                chosen, self._more = choose(waiting, self._domains, busy=busy, room=room)
            for name in chosen:
                self._rounds.ask(name)

    def _probe(self) -> None:
        """Where a host can't be reached, learn from its neighbours whose fault it is."""
        unclear = self._app.tools.network.unclear
        if not unclear:
            self._probed.clear()
            return
        with self._app.database.reading() as connection:
            well = due.soonest(connection)
            others = neighbours(well, self._domains, besides=unclear | self._probed)
            chosen = list(others)[: NEEDED - len(unclear | self._probed)]
        for name, domain in chosen:
            self._probed.add(domain)
            self._rounds.ask(name)


def choose(
    waiting: Iterable[str],
    domains: Mapping[str, str | None],
    *,
    busy: Collection[str],
    room: int,
) -> tuple[list[str], bool]:
    """Who is looked at next, in the order of waiting; and whether somebody has to wait longer.

    No domain has more than its share, however many of its sources wait.
    """
    share: Counter[str | None] = Counter(domains.get(name) for name in busy)
    chosen: list[str] = []
    passed_over = False
    for name in waiting:
        if name not in domains or name in busy:
            continue
        domain = domains[name]
        if domain is not None and share[domain] >= SHARE:
            passed_over = True
            continue
        if len(chosen) >= room:
            return chosen, True
        share[domain] += 1
        chosen.append(name)
    return chosen, passed_over


def neighbours(
    names: Iterable[str], domains: Mapping[str, str | None], *, besides: Collection[str]
) -> Iterable[tuple[str, str]]:
    """One source of each other domain, with it."""
    known = set(besides)
    for name in names:
        domain = domains.get(name)
        if domain is not None and domain not in known:
            known.add(domain)
            yield name, domain
