"""Ids that lead elsewhere: what newer code takes for one, or apart, keeps its old names."""

from dataclasses import dataclass

from ingestd.events.catalogue import Event, event


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An id that is no more, and the one that holds the most of what was told of it."""

    old: str
    new: str


@event("ids.redirected", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class IdsRedirected(Event):
    """A rebuild of a projection no longer gives these ids.

    `code` is the version of the projection's code that gives other ones.
    """

    projection: str
    code: int
    redirects: tuple[Redirect, ...]

    @property
    def stream(self) -> str:
        """Its projection's stream."""
        return f"projection:{self.projection}"
