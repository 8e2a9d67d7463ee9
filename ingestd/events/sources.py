"""The life of a source: registered, changed, removed, failing, recovered, asked."""

from dataclasses import dataclass

from ingestd.events.catalogue import Event, event
from ingestd.events.subjects import NETWORK_STREAM, source_stream


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfSource(Event):
    source: str

    @property
    def stream(self) -> str:
        """Its source's stream."""
        return source_stream(self.source)


@event("source.registered", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRegistered(_OfSource):
    """The configuration named a source that was not known, or not in use.

    `address` is the folder or URL without any secret; `options` is the rest, as text.
    """

    kind: str
    address: str
    options: str


@event("source.changed", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChanged(_OfSource):
    """The configuration of a known source is another than before."""

    kind: str
    address: str
    options: str


@event("source.removed", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRemoved(_OfSource):
    """The configuration names a source no longer; its articles stay."""


@event("source.failed", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFailed(_OfSource):
    """A source could not say what is there; recorded when it begins and when the reason changes."""

    reason: str
    hint: str | None
    retryable: bool


@event("source.recovered", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecovered(_OfSource):
    """A source that failed answers again."""


@event("source.polled", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePolled(_OfSource):
    """A round over a source brought something; every item seen has exactly one outcome.

    A round in which everything was unchanged is only counted, not recorded. What was taken in
    by a look that was broken off is in no round; the documents' own events tell of it.
    """

    seen: int
    accepted: int
    revised: int
    duplicate: int
    unchanged: int
    rejected: int
    filtered: int = 0


@event("source.moved", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMoved(_OfSource):
    """The server said for good (301, 308) that a source is at another address.

    It is asked there from now on; the configuration still names the old one.
    """

    before: str
    address: str
    status: int


@event("source.stopped", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStopped(_OfSource):
    """A source is asked no more: its server said that it is gone for good (410)."""

    reason: str


@event("source.resumed", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResumed(_OfSource):
    """Somebody had a stopped source asked again."""


@event("source.fell_silent", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFellSilent(_OfSource):
    """A source answers, but has brought nothing new for three times its own median gap.

    `since` is when it brought something last, `median_gap` is in seconds. The next document
    that it brings ends its silence.
    """

    since: str
    median_gap: float


@event("network.lost", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLost(Event):
    """No host at all could be reached: it is our own network; no source is to blame."""

    reason: str

    @property
    def stream(self) -> str:
        """The network's stream."""
        return NETWORK_STREAM


@event("network.found", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFound(Event):
    """Some host answers again; `since` is when the network was lost."""

    since: str

    @property
    def stream(self) -> str:
        """The network's stream."""
        return NETWORK_STREAM
