"""The one door to other machines: guarded, polite, bounded in time and size."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from threading import Lock
from typing import TYPE_CHECKING

from ingestd import __version__
from ingestd.clock import Clock, system_clock
from ingestd.errors import RefusedError
from ingestd.fetching.addresses import Network
from ingestd.fetching.allowance import Allowance
from ingestd.fetching.following import Follower, Question
from ingestd.fetching.hosts import Hosts, RememberedHosts
from ingestd.fetching.limits import Limits
from ingestd.fetching.lookup import Lookup
from ingestd.fetching.politeness import Politeness, Visit
from ingestd.fetching.refusals import explained
from ingestd.fetching.robots import Robots
from ingestd.fetching.web import Reply

if TYPE_CHECKING:
    from ingestd.fetching.guard import Connect, GuardedTransport

USER_AGENT = f"ingestd/{__version__} (news corpus ingestion daemon)"
PAUSE_UNTOLD = 60.0  # after "too many requests" that does not say how long
MOST_OF_ROBOTS = 2**20


class GuardedWeb:
    """The web through the guard; see Web. Any thread may ask; connections are kept.

    `contact` is where we can be reached, for the User-Agent. `delay` is the least number of
    seconds between two fetches from one registrable domain; `hosts` remembers who wants to be
    left alone. `lookup` and `connect` are the ways out.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        delay: float = 0.0,
        hosts: Hosts | None = None,
        clock: Clock = system_clock,
        lookup: Lookup | None = None,
        connect: "Connect | None" = None,
    ) -> None:
        hosts = hosts or RememberedHosts()
        self._agent = user_agent(contact)
        self._clock = clock
        self._politeness = Politeness(delay=delay, hosts=hosts, clock=clock)
        self._robots = Robots(hosts, clock)
        self._lookup = lookup or Lookup()
        self._connect = connect
        self._lock = Lock()
        self._transports: dict[tuple[Network, ...], GuardedTransport] = {}

    def get(
        self,
        url: str,
        *,
        limits: Limits,
        headers: Mapping[str, str] | None = None,
        as_robot: bool = False,
    ) -> Reply:
        """Get what is at `url`; see Web."""
        told = {name.lower(): value for name, value in (headers or {}).items()}
        question = Question(url=url, limits=limits, headers=self._introduced(told))
        return self._fetch(question, as_robot=as_robot)

    def post(self, url: str, *, fields: Mapping[str, str], limits: Limits) -> Reply:
        """Send a form to `url`; see Web."""
        headers = self._introduced({})
        question = Question(url=url, limits=limits, headers=headers, fields=fields)
        return self._fetch(question, as_robot=False)

    def ask(
        self, url: str, *, json: bytes, headers: Mapping[str, str], limits: Limits
    ) -> Reply:
        """Send JSON to `url`; any answer of success is a reply. Raises as `post`."""
        told = {name.lower(): value for name, value in headers.items()}
        question = Question(url=url, limits=limits, headers=self._introduced(told), json=json)
        return self._fetch(question, as_robot=False)

    def close(self) -> None:
        """Give every connection back."""
        with self._lock:
            transports = list(self._transports.values())
            self._transports.clear()
        for transport in transports:
            transport.close()

    def _introduced(self, headers: Mapping[str, str]) -> Mapping[str, str]:
        return {"user-agent": self._agent, **headers}

    def _fetch(self, question: Question, *, as_robot: bool) -> Reply:
        with (
            explained(question.origin, question.limits),
            self._politeness.visit(question.origin) as visit,
            _heard(visit),
        ):
            self._transport(question.limits.networks)  # the first one takes its time
            allowance = _allowance(question, time.monotonic() + question.limits.seconds)

            def arrive(at: str) -> None:
                # to wait for a turn is not the server's fault
                came = time.monotonic()
                visit.go_to(at)
                allowance.deadline += time.monotonic() - came
                if as_robot:
                    visit.pause(self._robots.check(at, partial(self._rules, allowance)))

            return self._follow(question, allowance, arrive)

    def _rules(self, page: Allowance, url: str) -> Reply:
        """Get a robots.txt, in the time and the turn of the page that it is asked for."""
        limits = replace(page.limits, max_bytes=MOST_OF_ROBOTS)
        question = Question(url=url, limits=limits, headers=self._introduced({}))
        with explained(question.origin, limits):
            return self._follow(question, _allowance(question, page.deadline), _pass_by)

    def _follow(
        self, question: Question, allowance: Allowance, arrive: Callable[[str], None]
    ) -> Reply:
        transport = self._transport(question.limits.networks)
        return Follower(transport, self._clock, arrive).follow(question, allowance)

    def _transport(self, networks: tuple[Network, ...]) -> "GuardedTransport":
        # a third of a second: not for those who only read folders
        from ingestd.fetching.guard import GuardedTransport, plain_connection  # noqa: PLC0415

        # a connection that one source may use is not for all: each allowance has its own
        with self._lock:
            if networks not in self._transports:
                connect = self._connect or plain_connection
                self._transports[networks] = GuardedTransport(self._lookup, connect)
            return self._transports[networks]


def user_agent(contact: str | None = None) -> str:
    """Who we say we are, and how we can be reached."""
    return USER_AGENT if contact is None else f"{USER_AGENT[:-1]}; {contact})"


def _allowance(question: Question, deadline: float) -> Allowance:
    return Allowance(question.origin, deadline, question.limits)


def _pass_by(_: str) -> None:
    """Take no turn: it is part of another visit."""


@contextmanager
def _heard(visit: Visit) -> Iterator[None]:
    """Leave a host alone from now on that says so."""
    try:
        yield
    except RefusedError as error:
        if (pause := _pause(error)) is not None:
            reason = f"its host asked to be left alone, by {error.status}"
            visit.hold(pause, reason)
        raise


def _pause(error: RefusedError) -> float | None:
    if error.status == HTTPStatus.TOO_MANY_REQUESTS:
        return error.retry_after or PAUSE_UNTOLD
    return error.retry_after if error.status == HTTPStatus.SERVICE_UNAVAILABLE else None
