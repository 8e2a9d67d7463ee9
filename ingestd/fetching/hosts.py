"""What is remembered of the hosts that were asked, from one start to the next."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hold:
    """Until when a domain is left alone, and why."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's robots.txt says to us, and until when that is believed.

    `text` is None where it could not be read, which forbids everything.
    """

    until: datetime
    text: str | None


class Hosts(Protocol):
    """A memory of domains, and of the sites (scheme, host, port) in them; any thread may ask."""

    def hold_of(self, domain: str) -> Hold | None:
        """The last hold, be it over or not."""

    def hold(self, domain: str, hold: Hold) -> None:
        """Remember a hold instead of the last one."""

    def rules_of(self, domain: str, site: str) -> Rules | None:
        """The last rules of a site, be they outdated or not."""

    def keep_rules(self, domain: str, site: str, rules: Rules) -> None:
        """Remember the rules of a site instead of its last ones."""


class RememberedHosts:
    """Hosts in memory: for one command."""

    def __init__(self) -> None:
        self._holds: MutableMapping[str, Hold] = {}
        self._rules: MutableMapping[tuple[str, str], Rules] = {}

    def hold_of(self, domain: str) -> Hold | None:
        """See Hosts."""
        return self._holds.get(domain)

    def hold(self, domain: str, hold: Hold) -> None:
        """See Hosts."""
        self._holds[domain] = hold

    def rules_of(self, domain: str, site: str) -> Rules | None:
        """See Hosts."""
        return self._rules.get((domain, site))

    def keep_rules(self, domain: str, site: str, rules: Rules) -> None:
        """See Hosts."""
        self._rules[domain, site] = rules


class RehearsedHosts:
    """What others remember, and in memory what is new: for one command that leaves no trace."""

    def __init__(self, known: Hosts) -> None:
        self._known = known
        self._new = RememberedHosts()

    def hold_of(self, domain: str) -> Hold | None:
        """See Hosts."""
        return self._new.hold_of(domain) or self._known.hold_of(domain)

    def hold(self, domain: str, hold: Hold) -> None:
        """See Hosts."""
        self._new.hold(domain, hold)

    def rules_of(self, domain: str, site: str) -> Rules | None:
        """See Hosts."""
        return self._new.rules_of(domain, site) or self._known.rules_of(domain, site)

    def keep_rules(self, domain: str, site: str, rules: Rules) -> None:
        """See Hosts."""
        self._new.keep_rules(domain, site, rules)
