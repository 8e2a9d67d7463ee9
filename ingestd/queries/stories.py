"""Stories, as lists and one by one: articles that tell the same."""

from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.queries.knowledge_views import REDIRECTS
from ingestd.queries.paging import LIMIT, Page, Row, newest_first, page_of
from ingestd.queries.views import (
    ARTICLES,
    STORIES,
    STORY_ARTICLES,
    STORY_LINKS,
    STORY_REDIRECTS,
)
from ingestd.resolution.names import fold

FIELDS = ("id", "title", "languages", "articles", "first_seen_at", "updated_at")
OF_ARTICLE = (
    "id", "title", "language", "source", "origin", "url", "published_at", "first_seen_at",
)  # fmt: skip


def list_stories(
    connection: sa.Connection,
    *,
    query: str | None = None,
    since: str | None = None,
    after: str | None = None,
    limit: int = LIMIT,
) -> Page:
    """Last changed first. `query` is sought in the titles of their articles.

    `since` (RFC 3339 or a date) is compared to when an article came last.
    """
    rows = sa.select(STORIES)
    for word in fold(query or "").split():
        rows = rows.where(STORIES.c.folded.contains(word, autoescape=True))
    if since is not None:
        rows = rows.where(STORIES.c.updated_at >= since)
    rows = newest_first(
        rows, at=STORIES.c.updated_at, key=STORIES.c.id, after=after, limit=limit
    )
    found = [dict(row) for row in connection.execute(rows).mappings()]
    page = page_of(found, at="updated_at", limit=limit)
    return Page(rows=_completed(connection, page.rows), next=page.next)


def get_story(connection: sa.Connection, story: str) -> Row | None:
    """One story, also under an id that became a part of it; None where there is none."""
    rows = connection.execute(
        sa.select(STORIES).where(STORIES.c.id == _living(connection, story))
    )
    return next(iter(_completed(connection, [dict(row) for row in rows.mappings()])), None)


def _living(connection: sa.Connection, story: str) -> str:
    """The story to which an id leads; itself where it leads nowhere."""
    seen = [story]
    while not _is_one(connection, seen[-1]):
        led = _next(connection, seen[-1])
        if led is None or led in seen:
            return story
        seen.append(led)
    return seen[-1]


def _is_one(connection: sa.Connection, story: str) -> bool:
    found = connection.execute(sa.select(STORIES.c.id).where(STORIES.c.id == story))
    return found.first() is not None


def _next(connection: sa.Connection, story: str) -> str | None:
    merged = sa.select(STORY_REDIRECTS.c.story).where(STORY_REDIRECTS.c.old == story)
    given_up = sa.select(REDIRECTS.c.new).where(REDIRECTS.c.old == story)
    for query in (merged, given_up):
        found: str | None = connection.execute(query).scalar()
        if found is not None:
            return found
    return None


def _completed(connection: sa.Connection, rows: Sequence[Row]) -> list[Row]:
    articles = _articles(connection, [row["id"] for row in rows])
    return [
        {field: row[field] for field in FIELDS} | {"articles": articles.get(row["id"], [])}
        for row in rows
    ]


def _articles(connection: sa.Connection, stories: Sequence[str]) -> dict[str, list[Row]]:
    """The articles of stories, the first of each first, with why they belong to it."""
    query = (
        sa.select(STORY_ARTICLES.c.story, *(ARTICLES.c[name] for name in OF_ARTICLE))
        .where(STORY_ARTICLES.c.article == ARTICLES.c.id, STORY_ARTICLES.c.story.in_(stories))
        .order_by(STORY_ARTICLES.c.position)
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    joined = _joined(connection, [row["id"] for row in rows])
    told: dict[str, list[Row]] = {}
    for row in rows:
        story = row.pop("story")
        told.setdefault(story, []).append(row | {"joined": joined.get(row["id"])})
    return told


def _joined(connection: sa.Connection, articles: Sequence[str]) -> dict[str, Row]:
    """For each article the other one to which it is linked most surely, and why."""
    query = sa.select(STORY_LINKS).where(STORY_LINKS.c.article.in_(articles))
    rows = connection.execute(query.order_by(STORY_LINKS.c.score, STORY_LINKS.c.other)).all()
    return {
        row.article: {"article": row.other, "score": row.score, "reason": row.reason}
        for row in rows
    }
