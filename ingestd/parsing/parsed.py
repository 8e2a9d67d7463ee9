"""What parsing gives: one text, and what is known of it."""

from dataclasses import dataclass

from ingestd.events.facts import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What the source said of a document; believed where the document is silent."""

    title: str | None = None
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The text that spans point into, in blocks, with what it says of itself.

    `language` is ISO 639-1 or None; `published` ISO 8601, possibly only YYYY or YYYY-MM.
    `sketch` and `figures` tell its copies and translations.
    """

    text: str
    blocks: tuple[Block, ...]
    language: str | None
    title: str | None
    published: str | None
    author: str | None
    sketch: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """The number of words of the whole text."""
        return len(self.text.split())
