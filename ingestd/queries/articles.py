"""Articles, as lists and one by one."""

import sqlalchemy as sa

from ingestd.queries.paging import LIMIT, Page, Row, newest_first, page_of
from ingestd.queries.views import ARTICLE_ORIGINS, ARTICLES, REVISIONS, STORY_ARTICLES
from ingestd.resolution.names import fold
from ingestd.store.blobs import Blobs

FIELDS = (
    "id", "source", "origin", "url", "title", "language", "published_at", "first_seen_at",
    "revision", "words", "story",
)  # fmt: skip
_STORY = (
    sa.select(STORY_ARTICLES.c.story)
    .where(STORY_ARTICLES.c.article == ARTICLES.c.id)
    .scalar_subquery()
    .label("story")
)
_SHOWN = [_STORY if name == "story" else ARTICLES.c[name] for name in FIELDS]
PLACE = ("origin", "source", "found_at", "gone_at")


def list_articles(  # noqa: PLR0913 - each is a filter of its own
    connection: sa.Connection,
    *,
    query: str | None = None,
    source: str | None = None,
    language: str | None = None,
    since: str | None = None,
    after: str | None = None,
    limit: int = LIMIT,
) -> Page:
    """Newest first. `query` is sought in title and address; `since` is RFC 3339 or a date."""
    rows = sa.select(*_SHOWN)
    for word in fold(query or "").split():
        rows = rows.where(ARTICLES.c.search.contains(word, autoescape=True))
    if source is not None:
        rows = rows.where(ARTICLES.c.source == source)
    if language is not None:
        rows = rows.where(ARTICLES.c.language == language)
    if since is not None:
        rows = rows.where(ARTICLES.c.first_seen_at >= since)
    rows = newest_first(
        rows, at=ARTICLES.c.first_seen_at, key=ARTICLES.c.id, after=after, limit=limit
    )
    found = [dict(row) for row in connection.execute(rows).mappings()]
    return page_of(found, at="first_seen_at", limit=limit)


def get_article(
    connection: sa.Connection, article: str, blobs: Blobs, *, revision: int | None = None
) -> Row | None:
    """One article with its text, its places and its revisions; None where there is none.

    `revision` shows it as it was then, text and title included.
    """
    row = (
        connection.execute(sa.select(*_SHOWN, ARTICLES.c.text).where(ARTICLES.c.id == article))
        .mappings()
        .first()
    )
    if row is None:
        return None
    shown = dict(row)
    revisions = _revisions(connection, article)
    if revision is not None:
        earlier = next((r for r in revisions if r["revision"] == revision), None)
        if earlier is None:
            return None
        same = ("revision", "title", "language", "published_at", "words", "text")
        shown |= {name: earlier[name] for name in same}
    return shown | {
        "text": blobs.text(shown["text"]),
        "origins": _origins(connection, article),
        "revisions": [{k: v for k, v in r.items() if k != "text"} for r in revisions],
    }


def _revisions(connection: sa.Connection, article: str) -> list[Row]:
    query = (
        sa.select(REVISIONS)
        .where(REVISIONS.c.article == article)
        .order_by(REVISIONS.c.revision)
    )
    return [
        {name: value for name, value in row.items() if name not in {"article", "blob"}}
        for row in connection.execute(query).mappings()
    ]


def _origins(connection: sa.Connection, article: str) -> list[Row]:
    query = (
        sa.select(*(ARTICLE_ORIGINS.c[name] for name in PLACE))
        .where(ARTICLE_ORIGINS.c.article == article)
        .order_by(*(ARTICLE_ORIGINS.c[name] for name in ("found_at", "origin", "source")))
    )
    return [dict(row) for row in connection.execute(query).mappings()]
