"""The stable views as SQLAlchemy sees them: what queries read, and nothing behind it."""

import sqlalchemy as sa

_TEXT = (
    "id", "source", "origin", "url", "title", "language", "published_at", "first_seen_at",
    "revision", "words", "story", "text", "search",
)  # fmt: skip

ARTICLES = sa.table("articles", *(sa.column(name) for name in _TEXT))
REVISIONS = sa.table(
    "article_revisions",
    *(
        sa.column(name)
        for name in (
            "article", "revision", "blob", "text", "title", "language", "published_at",
            "author", "words", "received_at", "position",
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
            "rejected_at", "position",
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
