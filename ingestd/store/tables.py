"""Tables that are not projections: the log, and what the daemon remembers to do its work.

They have migrations (`ingestd/store/migrations`); projections are rebuilt instead.
"""

from collections.abc import Collection

import sqlalchemy as sa

METADATA = sa.MetaData()
POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FREQUENT = ("document.received", "document.parsed", "document.extracted")
"""Types of most events: they are met wherever the log is read, and no index leads to them."""
_RARE = sa.text(" AND ".join(f"type <> '{name}'" for name in FREQUENT))

LOG_HEAD = sa.Table(
    "log_head",
    METADATA,
    sa.Column("one", sa.Integer, sa.CheckConstraint("one = 1"), primary_key=True),
    sa.Column("log_id", sa.Text, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("position", POSITION, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("recorded_at", sa.Text, nullable=False),
)

EVENTS = sa.Table(
    "events",
    METADATA,
    sa.Column("position", POSITION, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("stream", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("time", sa.Text, nullable=False),
    sa.Column("recorded_at", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("causation", sa.Text),
    sa.Column("correlation", sa.Text, nullable=False),
    sa.Column("key", sa.Text),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.UniqueConstraint("stream", "version"),
    # an id needs no index to be the only one: it holds the position
    sa.Index(
        "ix_events_rare",
        "type",
        "position",
        sqlite_where=_RARE,
        postgresql_where=_RARE,
    ),
    sa.Index(
        "ix_events_key",
        "key",
        unique=True,
        sqlite_where=sa.text("key IS NOT NULL"),
        postgresql_where=sa.text("key IS NOT NULL"),
    ),
)


def of_types(names: Collection[str]) -> sa.ColumnElement[bool]:
    """Events of these types; where none is frequent, said so that the index is used."""
    asked = EVENTS.c.type.in_(sorted(names))
    return asked if set(FREQUENT) & set(names) else sa.and_(asked, _RARE)


CHECKPOINTS = sa.Table(
    "checkpoints",
    METADATA,
    sa.Column("reader", sa.Text, primary_key=True),
    sa.Column("position", POSITION, nullable=False),
)

GENERATIONS = sa.Table(
    "projections",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("generation", sa.Integer, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("tables", sa.Text, nullable=False),
    sa.Column("views", sa.Text, nullable=False),
    sa.Column("content", sa.Text),
    sa.Column("served_at", sa.Text),
)

PARKED = sa.Table(
    "parked",
    METADATA,
    sa.Column("reader", sa.Text, primary_key=True),
    sa.Column("position", POSITION, primary_key=True),
    sa.Column("stream", sa.Text, nullable=False),
    sa.Column("error", sa.Text),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("parked_at", sa.Text, nullable=False),
)

ORIGINS = sa.Table(
    "origins",
    METADATA,
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True, index=True),
    sa.Column("document", sa.Text, index=True),
    sa.Column("began_here", sa.Boolean, nullable=False),
    sa.Column("revision", sa.Integer),
    sa.Column("fingerprint", sa.Text),
    sa.Column("mark", sa.Text),
    sa.Column("rejection", sa.Text),
    sa.Column("filtered", sa.Text),
    sa.Column("whole", sa.Boolean, nullable=False),
    sa.Column("gone_at", sa.Text),
    sa.Column("words", sa.Text),
    sa.Column("churn", sa.Integer, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("again_at", sa.Text),
)

REFUSED = sa.Table(
    "refused",
    METADATA,
    sa.Column("mark", sa.Text, primary_key=True),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("refused_at", sa.Text, nullable=False),
)

SOURCE_STATE = sa.Table(
    "source_state",
    METADATA,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("validators", sa.JSON, nullable=False),
    sa.Column("last_look_at", sa.Text),
    sa.Column("looks", sa.Integer, nullable=False),
    sa.Column("seen", POSITION, nullable=False),
    sa.Column("accepted", POSITION, nullable=False),
    sa.Column("revised", POSITION, nullable=False),
    sa.Column("duplicate", POSITION, nullable=False),
    sa.Column("unchanged", POSITION, nullable=False),
    sa.Column("rejected", POSITION, nullable=False),
    sa.Column("filtered", POSITION, nullable=False),
    sa.Column("failing", sa.Text),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("interval", sa.Float),
    sa.Column("next_due_at", sa.Text, index=True),
    sa.Column("last_new_at", sa.Text),
    sa.Column("gaps", sa.JSON, nullable=False),
    sa.Column("silent_since", sa.Text),
    sa.Column("moved_to", sa.Text),
    sa.Column("stopped", sa.Text),
    sa.Column("hub", sa.JSON, nullable=False),
)

IDENTITIES = sa.Table(
    "identities",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("document", sa.Text),
    sqlite_with_rowid=False,
)
"""What an article is known by; a key without a document was shared by several, and tells nothing.

Rows lie in the order of their keys. No index leads from a document to its keys: whoever erases
one reads the table, which takes him a moment, and nobody else pays for every new article.
"""

HOSTS = sa.Table(
    "hosts",
    METADATA,
    sa.Column("domain", sa.Text, primary_key=True),
    sa.Column("not_before", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("robots", sa.JSON),
)
"""What is remembered of a registrable domain: until when it asked to be left alone, its rules."""

CONFIGURATION = sa.Table(
    "configuration",
    METADATA,
    sa.Column("one", sa.Integer, sa.CheckConstraint("one = 1"), primary_key=True),
    sa.Column("refused_at", sa.Text, nullable=False),
    sa.Column("problems", sa.JSON, nullable=False),
)
"""A row where the configuration that is written cannot be used, so that an older one is."""

SUBSCRIPTIONS = sa.Table(
    "subscriptions",
    METADATA,
    sa.Column("token", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("hub", sa.Text, nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("callback", sa.Text, nullable=False),
    sa.Column("secret", sa.Text, nullable=False),
    sa.Column("networks", sa.JSON, nullable=False),
    sa.Column("wanted", sa.Boolean, nullable=False),
    sa.Column("until", sa.Text),
    sa.Column("again_at", sa.Text, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text),
)
"""What was asked of WebSub hubs, with the secrets by which they are known: see subscriptions.py."""
