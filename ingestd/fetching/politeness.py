"""Turns at the hosts: few at once, a pause between two, and none where we were sent away.

All that one daemon fetches goes through one Politeness; a domain that is slow, or wants to be
left alone, makes nobody wait who asks another one.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Condition

from ingestd.clock import Clock
from ingestd.errors import BusyHostError
from ingestd.fetching.domains import domain_of
from ingestd.fetching.hosts import Hold, Hosts
from ingestd.fetching.refusals import LONGEST_PAUSE

AT_ONCE = 2
PATIENCE = 3.0  # whoever waits keeps a thread from others
QUEUE = 1.0  # seconds of waiting for others at the same host that are worth it
NEWEST = 0.25  # how much the last answer tells of how long one takes
WHILE_BUSY = 5.0  # when to come again where nobody can say how long the others take
RECALL_AFTER = 30.0  # seconds; another process may have been sent away, too
MOST_DOMAINS = 10_000
NEVER = float("-inf")


@dataclass(slots=True)
class _Domain:
    """How a domain stands; times are on the monotonic clock."""

    running: int = 0
    waiting: int = 0
    next_start: float = NEVER
    held_until: float = NEVER
    reason: str = ""
    recalled: float = NEVER
    told: Hold | None = None
    takes: float = 0.0

    @property
    def opens(self) -> float:
        """When the next turn may begin, where one is free."""
        return max(self.held_until, self.next_start)

    @property
    def queue(self) -> float:
        """How long one more would wait until it is its turn, as far as can be said."""
        return self.takes * (self.waiting + 1) / AT_ONCE if self.running >= AT_ONCE else 0.0

    def is_at_rest(self, now: float) -> bool:
        """Whether nothing would be lost by forgetting it."""
        return not self.running and not self.waiting and self.opens <= now


@dataclass(frozen=True, slots=True)
class Turn:
    """Leave to ask a domain, and since when."""

    domain: str
    began: float


class Politeness:
    """The turns of all domains. `delay` is the seconds between two starts at one domain.

    `now` is a monotonic clock; `clock` is for what other processes are told. Nobody waits over
    `patience` seconds. Of over `most_domains`, those are forgotten of which nothing is to be known.
    """

    def __init__(
        self,
        *,
        delay: float,
        hosts: Hosts,
        clock: Clock,
        now: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
        most_domains: int = MOST_DOMAINS,
    ) -> None:
        self._delay = delay
        self._hosts = hosts
        self._clock = clock
        self._now = now
        self._patience = patience
        self._most_domains = most_domains
        self._changed = Condition()
        self._domains: dict[str, _Domain] = {}

    @contextmanager
    def visit(self, origin: str) -> Iterator["Visit"]:
        """Go somewhere; the last turn is given back at the end. `origin` is for messages."""
        visit = Visit(self, origin)
        try:
            yield visit
        finally:
            visit.leave()

    def take_turn(self, name: str, origin: str) -> Turn:
        """Wait for a turn; raises BusyHostError where that would take too long."""
        self._recall(name)
        with self._changed:
            domain = self._domain(name)
            now = self._now()
            start = max(now, domain.opens)
            if start > now + self._patience:
                raise _busy(domain, name, origin, start - now)
            if domain.queue > QUEUE:
                raise _engaged(name, origin, domain.queue)
            # who comes later gets a later one, or knows at once that there is none
            domain.next_start = start + self._delay
            domain.waiting += 1
            try:
                self._wait(domain, name, origin, start)
            finally:
                domain.waiting -= 1
            domain.running += 1
            return Turn(name, self._now())

    def give_back(self, turn: Turn) -> None:
        """Let the next one have the turn."""
        with self._changed:
            domain = self._domain(turn.domain)
            domain.running -= 1
            took = self._now() - turn.began
            domain.takes += (NEWEST if domain.takes else 1.0) * (took - domain.takes)
            self._changed.notify_all()

    def pause(self, name: str, seconds: float) -> None:
        """Let no turn begin within so many seconds."""
        with self._changed:
            domain = self._domain(name)
            domain.next_start = max(domain.next_start, self._now() + seconds)

    def hold(self, name: str, seconds: float, reason: str) -> None:
        """Leave a domain alone, as it asked; other processes get to know. Raises StoreError."""
        with self._changed:
            domain = self._domain(name)
            domain.held_until = self._now() + seconds
            domain.reason = reason
            domain.told = hold = Hold(self._clock() + timedelta(seconds=seconds), reason)
            self._changed.notify_all()
        self._hosts.hold(name, hold)

    def _wait(self, domain: _Domain, name: str, origin: str, start: float) -> None:
        given_up = self._now() + self._patience
        while True:
            now = self._now()
            opens = max(start, domain.held_until)
            if opens <= now and domain.running < AT_ONCE:
                return
            if opens > given_up:
                raise _busy(domain, name, origin, opens - now)
            if now >= given_up:
                raise _engaged(name, origin, WHILE_BUSY)
            self._changed.wait((opens if opens > now else given_up) - now)

    def _domain(self, name: str) -> _Domain:
        if (known := self._domains.get(name)) is not None:
            return known
        if len(self._domains) >= self._most_domains:
            now = self._now()
            for other in [key for key, one in self._domains.items() if one.is_at_rest(now)]:
                del self._domains[other]
        return self._domains.setdefault(name, _Domain())

    def _recall(self, name: str) -> None:
        """See what other processes, or this one before its start, were told."""
        now = self._now()
        with self._changed:
            domain = self._domain(name)
            if domain.held_until > now or now - domain.recalled < RECALL_AFTER:
                return
            domain.recalled = now
        hold = self._hosts.hold_of(name)
        # what we were told ourselves does not depend on the clock of the wall
        if hold is not None and hold != domain.told:
            left = min((hold.until - self._clock()).total_seconds(), LONGEST_PAUSE)
            with self._changed:
                domain.held_until, domain.reason = now + left, hold.reason


def _busy(domain: _Domain, name: str, origin: str, until: float) -> BusyHostError:
    is_held = domain.held_until >= domain.next_start
    reason = domain.reason if is_held else f"{name} has its pause"
    return BusyHostError(origin, reason, until=until)


def _engaged(name: str, origin: str, until: float) -> BusyHostError:
    return BusyHostError(origin, f"{name} is still answering others", until=until)


class Visit:
    """One fetch on its way from host to host: it has a turn at one domain at a time."""

    def __init__(self, politeness: Politeness, origin: str) -> None:
        self._politeness = politeness
        self._origin = origin
        self._turn: Turn | None = None

    def go_to(self, url: str) -> None:
        """Have a turn at the domain of this address; going on within it takes no new one.

        Raises BusyHostError.
        """
        domain = domain_of(url)
        if self._turn is None or domain != self._turn.domain:
            self.leave()
            self._turn = self._politeness.take_turn(domain, self._origin)

    def leave(self) -> None:
        """Give the turn back, if there is one."""
        if self._turn is not None:
            self._politeness.give_back(self._turn)
            self._turn = None

    def pause(self, seconds: float) -> None:
        """Let the next turn where this one is begin in so many seconds at the earliest."""
        if self._turn is not None:
            self._politeness.pause(self._turn.domain, seconds)

    def hold(self, seconds: float, reason: str) -> None:
        """Leave the domain where this turn is alone for so long. Raises StoreError."""
        if self._turn is not None:
            self._politeness.hold(self._turn.domain, seconds, reason)
