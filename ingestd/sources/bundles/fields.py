"""Which field of a row, or of a JSON object, holds what."""

from collections.abc import Mapping
from dataclasses import dataclass

USUAL: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "text": (
        "text", "body", "content", "article", "content_html", "content_text", "fulltext",
        "full_text", "maintext", "article_text", "description", "summary",
    ),
    "date": (
        "date", "published", "published_at", "date_published", "publish_date", "pubdate",
        "publication_date", "datetime", "timestamp", "created_at",
    ),
    "url": ("url", "link", "uri", "source_url"),
    "author": ("author", "authors", "byline", "creator"),
    "id": ("id", "guid", "uid", "article_id", "key"),
}  # fmt: skip
"""Names by which a field is known that was not named, the first that there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The name of each field, as it was told; a dot leads into an object in the object."""

    title: str | None = None
    text: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    id: str | None = None

    def names(self, use: str) -> tuple[str, ...]:
        """The names under which to look for a field, the first that there is."""
        told: str | None = getattr(self, use)
        return (told,) if told else USUAL[use]
