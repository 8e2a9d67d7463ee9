"""Whether a host could not be reached, or our own network is down."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from ingestd.errors import FetchError, RefusedError, UnreachableError
from ingestd.errors import SourceError as Failure
from ingestd.events import Event, NetworkFound, NetworkLost

NEEDED = 3
"""Hosts that were well before, and can't be reached now: so many are no chance."""
PATIENCE = 180.0
"""Seconds for which a daemon blames nobody while no other host tells whose fault it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether a failure counts against its source, and what is to be recorded."""

    is_blamed: bool = True
    facts: tuple[Event, ...] = ()
    found: bool = False


class Network:
    """Weighs what all looks came to, in whatever thread.

    A host that can't be reached is to blame once another answered after that. Until then that is
    not known for `patience` in seconds, and `unclear` says whose neighbours should be asked.
    """

    def __init__(
        self, moment: Callable[[], float] = monotonic, *, patience: float = 0.0
    ) -> None:
        self.patience = patience
        self._moment = moment
        self._lock = Lock()
        self._silent: dict[str, float] = {}  # since when, and nobody answered since
        self._guilty: set[str] = set()

    @property
    def unclear(self) -> frozenset[str]:
        """The hosts that can't be reached, as long as they are too few to say why."""
        with self._lock:
            return self._unclear()

    def judge(
        self, host: str, failure: Failure | None, *, was_well: bool, lost_since: str | None
    ) -> Judgement:
        """Say whose fault a failure is; `lost_since` is when the log says the network was lost."""
        with self._lock:
            if not isinstance(failure, FetchError) or isinstance(failure, RefusedError):
                return self._heard(host, lost_since)
            if lost_since is not None:
                return Judgement(is_blamed=False)
            if not isinstance(failure, UnreachableError):
                return Judgement()
            return self._unreached(host, failure, was_well=was_well)

    def _heard(self, host: str, lost_since: str | None) -> Judgement:
        if lost_since is None:
            self._guilty.update(self._silent)
        self._silent.clear()
        self._guilty.discard(host)
        if lost_since is None:
            return Judgement()
        return Judgement(facts=(NetworkFound(since=lost_since),), found=True)

    def _unreached(self, host: str, failure: UnreachableError, *, was_well: bool) -> Judgement:
        if host in self._guilty:
            return Judgement()
        if not was_well:
            # of a host that may be dead for good nothing is learned; nor is it judged in doubt
            return Judgement(is_blamed=not self._unclear())
        since = self._silent.setdefault(host, self._moment())
        if len(self._silent) >= NEEDED:
            reason = f"{len(self._silent)} hosts in a row, no other answered; last: {failure}"
            return Judgement(is_blamed=False, facts=(NetworkLost(reason=reason),))
        return Judgement(is_blamed=self._moment() - since >= self.patience)

    def _unclear(self) -> frozenset[str]:
        if len(self._silent) >= NEEDED:
            return frozenset()
        now = self._moment()
        return frozenset(
            host for host, since in self._silent.items() if now - since < self.patience
        )
