"""Whether a host could not be reached, or our own network is down."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from ingestd.errors import FetchError, RefusedError, UnreachableError
from ingestd.errors import SourceError as Failure
from ingestd.events import Event, NetworkFound, NetworkLost

NEEDED = 3
"""Hosts that were well before, and can't be reached now: so many are no chance."""
PROOF = 60.0
"""Seconds for which an answer of any host proves that our network is up."""
DOUBTS = 3
"""How often a failure is nobody's fault while no other host tells whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether a failure counts against its source, and what is to be recorded."""

    is_blamed: bool = True
    facts: tuple[Event, ...] = ()
    found: bool = False


class Network:
    """Weighs what all looks came to, in whatever thread.

    A host that fails while others answer is to blame. Where none has answered lately, that is
    not known: `unclear` says whose neighbours should be asked.
    """

    def __init__(self, moment: Callable[[], float] = monotonic) -> None:
        self._moment = moment
        self._lock = Lock()
        self._answered = float("-inf")
        self._silent: Counter[str] = Counter()

    @property
    def unclear(self) -> frozenset[str]:
        """The hosts that can't be reached, as long as they are too few to say why."""
        with self._lock:
            return frozenset(self._silent) if len(self._silent) < NEEDED else frozenset()

    def judge(
        self, host: str, failure: Failure | None, *, was_well: bool, lost_since: str | None
    ) -> Judgement:
        """Say whose fault a failure is; `lost_since` is when the log says the network was lost."""
        with self._lock:
            if not isinstance(failure, FetchError) or isinstance(failure, RefusedError):
                return self._heard(lost_since)
            if lost_since is not None:
                return Judgement(is_blamed=False)
            if not isinstance(failure, UnreachableError):
                return Judgement()
            return self._unreached(host, failure, was_well=was_well)

    def _heard(self, lost_since: str | None) -> Judgement:
        self._answered = self._moment()
        self._silent.clear()
        if lost_since is None:
            return Judgement()
        return Judgement(facts=(NetworkFound(since=lost_since),), found=True)

    def _unreached(self, host: str, failure: UnreachableError, *, was_well: bool) -> Judgement:
        if self._moment() - self._answered < PROOF:
            return Judgement()
        if not was_well:
            # of a host that may be dead for good nothing is learned; nor is it judged in doubt
            return Judgement(is_blamed=not self._silent)
        self._silent[host] += 1
        if len(self._silent) >= NEEDED:
            reason = f"{len(self._silent)} hosts in a row, no other answered; last: {failure}"
            return Judgement(is_blamed=False, facts=(NetworkLost(reason=reason),))
        if self._silent[host] <= DOUBTS:
            return Judgement(is_blamed=False)
        del self._silent[host]
        return Judgement()
