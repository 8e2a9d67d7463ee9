"""Tables of entities, and the views that the contract promises over them."""

import sqlalchemy as sa

METADATA = sa.MetaData()

ENTITIES = sa.Table(
    "entities__gen",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("reference", sa.Text),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("mentions", sa.Integer, nullable=False),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("last_seen_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Index("entities__gen_last_seen", "last_seen_at", "id"),
)

# One row per article, extractor and place in the extraction: who that is, and why.
TELLINGS = sa.Table(
    "entity_tellings__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("reference", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("score", sa.Float),
    sa.Column("reason", sa.Text),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("first_at", sa.Text, nullable=False),
    sa.Column("last_at", sa.Text, nullable=False),
    sa.Column("told", sa.Text, nullable=False),
    sa.Index("entity_tellings__gen_entity", "entity", "article"),
)

NAMES = sa.Table(
    "entity_names__gen",
    METADATA,
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),  # "": not known
    sa.Column("full", sa.Integer, primary_key=True),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("uses", sa.Integer, nullable=False),
)

KEYS = sa.Table(
    "entity_keys__gen",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("uses", sa.Integer, nullable=False),
    sa.Index("entity_keys__gen_entity", "entity"),
)

ROLES = sa.Table(
    "entity_roles__gen",
    METADATA,
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("at", sa.Text),
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Index("entity_roles__gen_entity", "entity"),
)

MENTIONS = sa.Table(
    "mentions__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("span_start", sa.Integer, primary_key=True),
    sa.Column("span_end", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("surface", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Index("mentions__gen_entity", "entity"),
)

REDIRECTS = sa.Table(
    "entity_redirects__gen",
    METADATA,
    sa.Column("old", sa.Text, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Index("entity_redirects__gen_entity", "entity"),
    sa.Index("entity_redirects__gen_article", "article"),
)

TABLES = [ENTITIES, TELLINGS, NAMES, KEYS, ROLES, MENTIONS, REDIRECTS]

_LANGUAGE = sa.func.nullif(NAMES.c.language, "").label("language")

VIEWS: list[tuple[str, sa.Select[tuple[object, ...]]]] = [
    (
        "entities",
        sa.select(*(column for column in ENTITIES.c if column.name != "position")),
    ),
    (
        "entity_names",
        sa.select(
            NAMES.c.entity,
            NAMES.c.name,
            _LANGUAGE,
            NAMES.c.folded,
            sa.func.sum(NAMES.c.uses).label("uses"),
        ).group_by(NAMES.c.entity, NAMES.c.name, NAMES.c.language, NAMES.c.folded),
    ),
    (
        "entity_roles",
        sa.select(ROLES.c.entity, ROLES.c.title, ROLES.c.at, ROLES.c.article),
    ),
    (
        "entity_tellings",
        sa.select(*(column for column in TELLINGS.c if column.name != "told")),
    ),
    ("entity_redirects", sa.select(REDIRECTS)),
    ("mentions", sa.select(MENTIONS)),
]
