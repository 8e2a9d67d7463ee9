"""What was read of an article from first to last, why anew, and what changed each time."""

from dataclasses import asdict
from itertools import pairwise

import sqlalchemy as sa

from ingestd.queries.differences import differences, words_of
from ingestd.queries.paging import Row
from ingestd.queries.views import ARTICLES, READINGS
from ingestd.store.blobs import Blobs

FIELDS = (
    "revision", "cause", "at", "title", "language", "published_at", "author", "words",
    "parser", "position",
)  # fmt: skip
SAID = ("title", "published_at", "author", "language")
"""What else may change: fields in which the one before is told beside the one after."""


def list_revisions(
    connection: sa.Connection, article: str, blobs: Blobs, *, diff: bool = False
) -> list[Row] | None:
    """The oldest first; None where there is no such article.

    `cause` is None for the first. With `diff`, `changed` tells what became of the one before
    (None for the first): `fields` with `before` and `after`, how many words were `removed` and
    `added`, and `parts` of the text, each with `op` (same, removed, added) and `text`.
    """
    is_there = sa.select(ARTICLES.c.id).where(ARTICLES.c.id == article)
    if connection.execute(is_there).first() is None:
        return None
    query = (
        sa.select(*(READINGS.c[name] for name in (*FIELDS, "text")))
        .where(READINGS.c.article == article)
        .order_by(READINGS.c.revision, READINGS.c.position)
    )
    readings = [dict(row) for row in connection.execute(query).mappings()]
    rows = [{name: reading[name] for name in FIELDS} for reading in readings]
    if diff:
        told = [None, *(_changed(*pair, blobs) for pair in pairwise(readings))]
        rows = [row | {"changed": each} for row, each in zip(rows, told, strict=True)]
    return rows


def _changed(before: Row, after: Row, blobs: Blobs) -> Row:
    fields = {
        name: {"before": before[name], "after": after[name]}
        for name in SAID
        if before[name] != after[name]
    }
    parts = differences(blobs.text(before["text"]), blobs.text(after["text"]))
    return {
        "fields": fields,
        "removed": words_of(parts, "removed"),
        "added": words_of(parts, "added"),
        "parts": [asdict(part) for part in parts],
    }
