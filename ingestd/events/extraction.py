"""Who reads the articles, and whom the views believe."""

from dataclasses import dataclass

from ingestd.events.catalogue import Event, event
from ingestd.events.subjects import EXTRACTION_STREAM


@event("extraction.policy_changed", version=1)
@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionPolicyChanged(Event):
    """The configuration names other extractors than before, or believes another one.

    `extractors` are those in use, in their order; `believe` is "first", "vote", or one of them.
    Before the first of these, the built-in rules are alone.
    """

    extractors: tuple[str, ...]
    believe: str

    @property
    def stream(self) -> str:
        """The one stream of all these."""
        return EXTRACTION_STREAM
