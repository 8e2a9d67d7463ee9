"""The life of a source: registered, changed, removed, failing, recovered, asked."""

from dataclasses import dataclass

from ingestd.events.catalogue import Event, event
from ingestd.events.subjects import source_stream


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

    A round in which everything was unchanged is only counted, not recorded.
    """

    seen: int
    accepted: int
    revised: int
    duplicate: int
    unchanged: int
    rejected: int
