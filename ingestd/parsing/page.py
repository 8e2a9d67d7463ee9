"""What a reader of one media type gives."""

from dataclasses import dataclass

from ingestd.events.facts import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text in blocks, and what the document says of itself outside of the text.

    `made` is when its file was, which may be all that is known of when it was published.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: str | None = None
    author: str | None = None
    made: str | None = None

    def lines(self, kind: str) -> list[str]:
        """Return the text of each block of a kind, in order."""
        return [
            self.text[block.start : block.end] for block in self.blocks if block.kind == kind
        ]
