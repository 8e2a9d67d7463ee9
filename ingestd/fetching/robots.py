"""What sites ask of robots, by RFC 9309: robots.txt, read once a day, and obeyed."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ingestd.clock import Clock
from ingestd.errors import (
    BusyHostError,
    FetchError,
    ForbiddenError,
    PrivateHostError,
    RefusedError,
    UnreachableError,
)
from ingestd.fetching.domains import domain_of
from ingestd.fetching.hosts import Hosts, Rules
from ingestd.fetching.web import Reply
from ingestd.fetching.web_address import without_secret

if TYPE_CHECKING:
    from protego import Protego

NAME = "ingestd"
MOST_READ = 500 * 1024  # what RFC 9309 asks to be read at least
LONGEST_DELAY = 30.0
BELIEVED = timedelta(days=1)
BELIEVED_IF_UNREAD = timedelta(hours=1)
MOST_KEPT = 2**21  # characters of rules, ready to be asked: 25 times as much memory
WEIGHT = 2**10  # of the shortest rules
TOO_MANY_REQUESTS = 429
BROKEN = 500
AGENT = re.compile(r"user[-\s]*agent\s*:?\s*(.*)", re.IGNORECASE)
US = re.compile(rf"(\*|{NAME})(?![\w-])", re.IGNORECASE)
OF_NO_GROUP = re.compile(r"(sitemaps?|site-map|host)\b", re.IGNORECASE)

Fetch = Callable[[str], Reply]


@dataclass(frozen=True, slots=True)
class _Read:
    """Rules, ready to be asked."""

    rules: Rules
    asked: "Protego"


class Robots:
    """The rules of all sites. Sites that say nothing forbid nothing."""

    def __init__(self, hosts: Hosts, clock: Clock, *, most_kept: int = MOST_KEPT) -> None:
        self._hosts = hosts
        self._clock = clock
        self._most_kept = most_kept
        self._lock = Lock()
        self._read: OrderedDict[str, _Read] = OrderedDict()

    def check(self, url: str, fetch: Fetch) -> float:
        """Seconds the site wants between two of our questions, 0 where it does not say.

        `fetch` gets its robots.txt if need be. Raises ForbiddenError where that forbids `url`,
        FetchError where it cannot be read now, and what `fetch` raises of the host itself.
        """
        site = _site(url)
        known = self._known(site) or self._learn(site, fetch)
        if known.rules.text is None:
            reason = f"{site}/robots.txt could not be read, so that nothing here is asked for"
            raise FetchError(without_secret(url), reason)
        if not known.asked.can_fetch(without_secret(url), NAME):
            raise ForbiddenError(without_secret(url))
        return min(known.asked.crawl_delay(NAME) or 0.0, LONGEST_DELAY)

    def _known(self, site: str) -> _Read | None:
        with self._lock:
            known = self._read.get(site)
            if known is not None and self._is_believed(known.rules):
                self._read.move_to_end(site)
                return known
        rules = self._hosts.rules_of(domain_of(site), site)
        return self._keep(site, rules) if rules and self._is_believed(rules) else None

    def _is_believed(self, rules: Rules) -> bool:
        # further ahead it was written by a clock that was wrong
        return self._clock() < rules.until <= self._clock() + BELIEVED

    def _learn(self, site: str, fetch: Fetch) -> _Read:
        domain = domain_of(site)
        last = self._hosts.rules_of(domain, site)
        rules = self._ask(site, fetch, last.text if last else None)
        self._hosts.keep_rules(domain, site, rules)
        return self._keep(site, rules)

    def _ask(self, site: str, fetch: Fetch, last: str | None) -> Rules:
        now = self._clock()
        try:
            text = fetch(f"{site}/robots.txt").content[:MOST_READ].decode(errors="replace")
        except FetchError as error:
            if _is_of_the_host(error):
                raise
            if _is_none(error):
                return Rules(now + BELIEVED, "")
            # while it cannot be read, what it said last is still said
            return Rules(now + BELIEVED_IF_UNREAD, last)
        return Rules(now + BELIEVED, said_to_us(text))

    def _keep(self, site: str, rules: Rules) -> _Read:
        from protego import Protego  # noqa: PLC0415 - only for those who read pages

        read = _Read(rules, Protego.parse(rules.text or ""))
        with self._lock:
            self._read[site] = read
            self._read.move_to_end(site)
            while len(self._read) > 1 and self._weight() > self._most_kept:
                self._read.popitem(last=False)
        return read

    def _weight(self) -> int:
        return sum(WEIGHT + len(read.rules.text or "") for read in self._read.values())


def said_to_us(text: str) -> str:
    """The part of a robots.txt that is said to us, or to all: a few lines of often thousands."""
    return "\n".join(line for lines in _groups(text) for line in lines)


def _groups(text: str) -> Iterator[list[str]]:
    """The groups that begin with our name or with `*`, and no other name."""
    group: list[str] = []
    is_ours = names_are_told = False
    for line in text.removeprefix("\ufeff").splitlines():
        said = line.partition("#")[0].strip()
        if not said or OF_NO_GROUP.match(said):
            continue
        agent = AGENT.fullmatch(said)
        if agent and not names_are_told:
            if is_ours:
                yield group
            group, is_ours = [], False
        names_are_told = agent is not None
        if agent is None:
            group.append(said)
        elif name := US.match(agent[1]):
            is_ours = True
            group.append(f"user-agent: {name[0].lower()}")
    if is_ours:
        yield group


def _is_of_the_host(error: FetchError) -> bool:
    """Whether it is not robots.txt that fails, but the way to the host, or its patience."""
    if isinstance(error, RefusedError):
        return error.status == TOO_MANY_REQUESTS or error.retry_after is not None
    return isinstance(error, UnreachableError | BusyHostError | PrivateHostError)


def _is_none(error: FetchError) -> bool:
    """Whether there is no robots.txt: nothing is forbidden then."""
    return isinstance(error, RefusedError) and error.status < BROKEN


def _site(url: str) -> str:
    parts = urlsplit(without_secret(url))
    return f"{parts.scheme}://{parts.netloc.lower()}"
