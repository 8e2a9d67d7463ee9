"""The seam of extractors: text in, facts with their places out; no I/O, no clock, no chance."""

from dataclasses import dataclass
from typing import Protocol

from ingestd.events.facts import Block, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A parsed text as an extractor reads it. `published` may be only YYYY or YYYY-MM."""

    text: str
    blocks: tuple[Block, ...]
    language: str | None
    published: str | None = None


class Extractor(Protocol):
    """Says what a text tells. The same article gives the same answer, byte for byte."""

    @property
    def name(self) -> str:
        """As named in `[extraction] extractors`."""

    @property
    def version(self) -> str:
        """Raised whenever the answers may change."""

    def extract(self, article: Article) -> Extraction:
        """Answer with places in the text: `text[start:end]` is the quote."""
