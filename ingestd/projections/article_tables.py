"""What is kept of articles, of their places, and of what could not be taken in."""

import sqlalchemy as sa

_METADATA = sa.MetaData()

RECEIVED = sa.Table(
    "received__gen",
    _METADATA,
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("blob", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("cause", sa.Text),
    sa.Column("received_at", sa.Text, nullable=False),
    info={"kept": 2_000},
)

REVISIONS = sa.Table(
    "article_revisions__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("cause", sa.Text),
    sa.Column("blob", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("received_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    info={"kept": 2_000},
)

# What was read of each revision, once more where a newer parser read something else.
READINGS = sa.Table(
    "article_readings__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("position", sa.BigInteger, primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("cause", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("parser", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    info={"kept": 2_000},
)

ORIGINS = sa.Table(
    "article_origins__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("found_at", sa.Text, nullable=False),
    sa.Column("gone_at", sa.Text),
    sa.Column("withdrawn", sa.Integer, nullable=False),  # with this place the article went
    info={"kept": 2_000},
)

ARTICLES = sa.Table(
    "articles__gen",
    _METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", sa.Text),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("search", sa.Text, nullable=False),
    sa.Column("withdrawn_at", sa.Text),
    info={"kept": 2_000},
)

REJECTED = sa.Table(
    "rejected__gen",
    _METADATA,
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("hint", sa.Text),
    sa.Column("document", sa.Text, index=True),
    sa.Column("revision", sa.Integer),
    sa.Column("blob", sa.Text),
    sa.Column("extractor", sa.Text),
    sa.Column("rejected_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    info={"kept": 2_000},
)

FILTERED = sa.Table(
    "filtered__gen",
    _METADATA,
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("document", sa.Text, index=True),
    sa.Column("filtered_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    info={"kept": 2_000},
)

ERASURES = sa.Table(
    "erasures__gen",
    _METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("erased_at", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)
