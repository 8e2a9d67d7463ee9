"""Tables of entities, and the views that the contract promises over them.

An extraction is one row, with all it tells as JSON; views take it apart. Places lead from
an entity to the extractions that tell of it.
"""

import sqlalchemy as sa

from ingestd.projections.json_views import elements_of, number, part

METADATA = sa.MetaData()
POSITION = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# What an extraction tells of entities: `tellings` holds an array for each, see tellings.py.
EXTRACTIONS = sa.Table(
    "extractions__gen",
    METADATA,
    sa.Column("position", POSITION, primary_key=True, autoincrement=False),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("extractor", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("language", sa.Text),
    sa.Column("first_at", sa.Text, nullable=False),
    sa.Column("last_at", sa.Text, nullable=False),
    sa.Column("tellings", sa.Text, nullable=False),
    sa.Index("extractions__gen_article", "article"),
    info={"kept": 500},
)

PLACES = sa.Table(
    "entity_places__gen",
    METADATA,
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("position", sa.BigInteger, primary_key=True),
    info={"kept": 0, "pairs": True},
    sqlite_with_rowid=False,
)

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
    sa.Column("last", sa.BigInteger, nullable=False),
    # how often each name is used, and each type, country and reference told: see entity.py
    sa.Column("names", sa.Text, nullable=False),
    sa.Column("kinds", sa.Text, nullable=False),
    sa.Index("entities__gen_last_seen", "last_seen_at", "id", info={"readers": True}),
    info={"kept": 4_000},
)

KEYS = sa.Table(
    "entity_keys__gen",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("entity", sa.Text, primary_key=True),
    info={"kept": 12_000, "pairs": True},
    sqlite_with_rowid=False,
)

ROLES = sa.Table(
    "entity_roles__gen",
    METADATA,
    sa.Column("position", sa.BigInteger, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("at", sa.Text),
    sa.Column("article", sa.Text, nullable=False),
    sa.Index("entity_roles__gen_entity", "entity"),
    info={"kept": 0},
    sqlite_with_rowid=False,
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
    info={"kept": 4_000},
)

TABLES = [EXTRACTIONS, PLACES, ENTITIES, KEYS, ROLES, REDIRECTS]

# ---------------------------------------------------------------- views

_X, _E = EXTRACTIONS.c, ENTITIES.c
_NAMES = elements_of(_E.names, "named").c.value
_TOLD = elements_of(_X.tellings, "told").c
_MENTION = elements_of(part(_TOLD.value, 10), "mentioned").c.value
_IS_TOLD_THERE = sa.and_(
    PLACES.c.position == _X.position, PLACES.c.entity == part(_TOLD.value, 0)
)
_PLACE = sa.cast(_TOLD.key, sa.Integer).label("place")
_NAME, _LANGUAGE, _FOLDED = part(_NAMES, 0), part(_NAMES, 2), part(_NAMES, 6)

VIEWS: list[tuple[str, sa.Select[tuple[object, ...]]]] = [
    (
        "extractions",
        sa.select(
            _X.article, _X.extractor, _X.revision, _X.version, _X.position, _X.first_at,
            _X.last_at,
        ),
    ),
    (
        "entities",
        sa.select(
            _E.id, _E.type, _E.name, _E.country, _E.reference, _E.articles, _E.mentions,
            _E.first_seen_at, _E.last_seen_at,
        ),
    ),
    (
        "entity_names",
        sa.select(
            _E.id.label("entity"),
            _NAME.label("name"),
            sa.func.nullif(_LANGUAGE, "").label("language"),
            _FOLDED.label("folded"),
            sa.func.sum(number(_NAMES, 5)).label("uses"),
        ).group_by(_E.id, _NAME, _LANGUAGE, _FOLDED),
    ),
    (
        "entity_roles",
        sa.select(ROLES.c.entity, ROLES.c.title, ROLES.c.at, ROLES.c.article),
    ),
    (
        "entity_tellings",
        sa.select(
            _X.article,
            _X.extractor,
            _PLACE,
            PLACES.c.entity,
            part(_TOLD.value, 3).label("name"),
            part(_TOLD.value, 4).label("type"),
            part(_TOLD.value, 5).label("country"),
            part(_TOLD.value, 6).label("reference"),
            _X.language,
            sa.cast(part(_TOLD.value, 1), sa.Float).label("score"),
            part(_TOLD.value, 2).label("reason"),
            _X.position,
            _X.version,
            _X.revision,
            _X.first_at,
            _X.last_at,
        ).where(_IS_TOLD_THERE),
    ),
    ("entity_redirects", sa.select(REDIRECTS)),
    (
        "mentions",
        sa.select(
            _X.article,
            _X.extractor,
            _PLACE,
            number(_MENTION, 0).label("span_start"),
            number(_MENTION, 1).label("span_end"),
            PLACES.c.entity,
            _X.revision,
            part(_MENTION, 2).label("surface"),
            _X.position,
        ).where(_IS_TOLD_THERE),
    ),
]  # fmt: skip
