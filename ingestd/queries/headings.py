"""What stands over articles: enough to name them beside what they tell."""

from collections.abc import Iterable
from functools import lru_cache
from textwrap import shorten

import sqlalchemy as sa

from ingestd.parsing.structure import structure
from ingestd.queries.paging import Row
from ingestd.queries.views import ARTICLES
from ingestd.store.blobs import Blobs

FIELDS = ("id", "source", "origin", "url", "title", "language", "published_at", "first_seen_at")
OPENING = 80
"""Characters of an opening, at most."""
BEGINNING = 3000
"""Characters within which the body of a text begins."""


def headings(
    connection: sa.Connection, articles: Iterable[str], blobs: Blobs
) -> dict[str, Row]:
    """Return the headings of those of these articles that there are, by id.

    `opening` has the first words of an article that has no title; of others it is None.
    """
    query = sa.select(*(ARTICLES.c[name] for name in (*FIELDS, "text"))).where(
        ARTICLES.c.id.in_(sorted(set(articles)))
    )
    rows = (dict(row) for row in connection.execute(query).mappings())
    return {row["id"]: _opened(row, blobs) for row in rows}


def opening_of(text: str) -> str:
    """Return the first words of a text's body, on one line: no dateline, no caption."""
    return _opening_of(text[:BEGINNING])


@lru_cache(maxsize=1000)  # telling what is body takes milliseconds, and a page shows many
def _opening_of(beginning: str) -> str:
    body = (block.start for block in structure(beginning) if block.kind == "body")
    return shorten(beginning[next(body, 0) :], OPENING, placeholder="…") or "…"


def _opened(row: Row, blobs: Blobs) -> Row:
    text = row.pop("text")
    return row | {"opening": None if row["title"] else opening_of(blobs.text(text))}
