"""What a source says is there; whether it is news is decided at intake."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The bytes of a document, and what its source says of it."""

    content: bytes
    media_type: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document that is there.

    `origin` names the place (`file:///…`, or a URL). `mark` is a cheap sign of sameness: the
    same origin with the same mark need not be loaded again; None means look inside. `load`
    brings the bytes and raises DocumentError or FetchError where it can't.
    """

    origin: str
    mark: str | None
    load: Callable[[], Body]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """One look at a source.

    `validators` (an HTTP ETag, say) are handed to the next look once every item is recorded.
    `again_after` asks for another look in so many seconds: something had not settled yet.
    """

    items: Iterable[Found]
    validators: Mapping[str, str] = field(default_factory=dict)
    again_after: float | None = None


class Source(Protocol):
    """A place that documents come from. It does not store, schedule or remember."""

    @property
    def name(self) -> str:
        """The name given in the configuration."""

    @property
    def kind(self) -> str:
        """`folder`, `feed`, …"""

    @property
    def address(self) -> str:
        """The folder or the URL, without any secret."""

    @property
    def options(self) -> str:
        """Its other settings as canonical JSON, without any secret."""

    @property
    def every(self) -> float:
        """Seconds between two looks."""

    @property
    def watched(self) -> Path | None:
        """The folder in which a change is a reason to look at once."""

    def collect(self, validators: Mapping[str, str]) -> Collected:
        """Look. Raises SourceError where there is no telling what is there."""
