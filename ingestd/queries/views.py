"""The stable views as SQLAlchemy sees them: what queries read, and nothing behind it."""

import sqlalchemy as sa

_TEXT = (
    "id", "source", "origin", "url", "title", "language", "published_at", "first_seen_at",
    "revision", "words", "text", "search",
)  # fmt: skip

ARTICLES = sa.table("articles", *(sa.column(name) for name in _TEXT))
REVISIONS = sa.table(
    "article_revisions",
    *(
        sa.column(name)
        for name in (
            "article", "revision", "cause", "blob", "text", "title", "language", "published_at",
            "author", "words", "received_at", "position",
        )
    ),
)  # fmt: skip
READINGS = sa.table(
    "article_readings",
    *(
        sa.column(name)
        for name in (
            "article", "position", "revision", "cause", "text", "title", "language",
            "published_at", "author", "words", "parser", "at",
        )
    ),
)  # fmt: skip
STORIES = sa.table(
    "stories",
    *(
        sa.column(name)
        for name in ("id", "title", "articles", "first_seen_at", "updated_at", "folded")
    ),
    sa.column("languages", sa.JSON),
)
STORY_ARTICLES = sa.table(
    "story_articles", *(sa.column(name) for name in ("story", "article", "position"))
)
STORY_REDIRECTS = sa.table("story_redirects", sa.column("old"), sa.column("story"))
STORY_LINKS = sa.table(
    "story_links", *(sa.column(name) for name in ("article", "other", "score", "reason"))
)
FIGURES = sa.table(
    "figures",
    *(
        sa.column(name)
        for name in (
            "id", "article", "extractor", "revision", "position", "measure", "goods",
            "origin_place", "origin_name", "origin_country", "destination_place",
            "destination_name", "destination_country", "amount", "currency", "quantity", "unit",
            "period", "change", "span_start", "span_end", "quote", "first_seen_at", "folded",
        )
    ),
)  # fmt: skip
ARTICLE_ORIGINS = sa.table(
    "article_origins",
    *(sa.column(name) for name in ("article", "origin", "source", "found_at", "gone_at")),
)
REJECTED = sa.table(
    "rejected",
    *(
        sa.column(name)
        for name in (
            "origin", "source", "stage", "reason", "hint", "document", "revision", "blob",
            "extractor", "rejected_at", "position",
        )
    ),
)  # fmt: skip
FILTERED = sa.table(
    "filtered",
    *(
        sa.column(name)
        for name in (
            "origin", "source", "rule", "title", "document", "filtered_at", "position",
        )
    ),
)  # fmt: skip
ERASURES = sa.table(
    "erasures",
    *(sa.column(name) for name in ("article", "erased_at", "reason", "position")),
)
SOURCES = sa.table(
    "sources",
    *(
        sa.column(name)
        for name in (
            "name", "kind", "address", "options", "state", "reason", "hint", "failing_since",
            "stopped_at", "silent_since", "moved_to",
            "registered_at", "last_news_at", "accepted", "revised", "duplicate", "rejected",
            "filtered",
        )
    ),
)  # fmt: skip
