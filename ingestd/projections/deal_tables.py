"""Tables of deals, and the views that the contract promises over them."""

import sqlalchemy as sa

from ingestd.projections.entity_tables import ENTITIES, METADATA, TELLINGS

DEALS = sa.Table(
    "deals__gen",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("subject", sa.Text),
    sa.Column("amount", sa.Float),
    sa.Column("currency", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("products", sa.JSON, nullable=False),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("judgement", sa.Text),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("updated_at", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Index("deals__gen_updated", "updated_at", "id"),
)

PARTIES = sa.Table(
    "deal_parties__gen",
    METADATA,
    sa.Column("deal", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("role", sa.Text),
    sa.Index("deal_parties__gen_entity", "entity"),
)

WITNESSES = sa.Table(
    "deal_witnesses__gen",
    METADATA,
    sa.Column("deal", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Index("deal_witnesses__gen_entity", "entity"),
)

EVIDENCE = sa.Table(
    "deal_evidence__gen",
    METADATA,
    sa.Column("deal", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("extractor", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Index("deal_evidence__gen_article", "article"),
)

# One row per article, extractor and place of the deal in the extraction. Parties, products
# and witnesses stand in `told` by their places; who they are is asked of the tellings.
CLAIMS = sa.Table(
    "deal_claims__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("deal", sa.Text, nullable=False),
    sa.Column("seed", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("score", sa.Float),
    sa.Column("reason", sa.Text),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("published", sa.Text),
    sa.Column("first_at", sa.Text, nullable=False),
    sa.Column("told", sa.Text, nullable=False),
    sa.Index("deal_claims__gen_deal", "deal"),
)

CLAIM_PARTIES = sa.Table(
    "deal_claim_parties__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("entity_place", sa.Integer, primary_key=True),
)

TABLES = [DEALS, PARTIES, WITNESSES, EVIDENCE, CLAIMS, CLAIM_PARTIES]

_CLAIM_COLUMNS = (column for column in CLAIMS.c if column.name != "seed")

VIEWS: list[tuple[str, sa.Select[tuple[object, ...]]]] = [
    ("deals", sa.select(DEALS)),
    (
        "deal_parties",
        sa.select(
            PARTIES.c.deal, PARTIES.c.place, PARTIES.c.entity, ENTITIES.c.name, PARTIES.c.role
        ).join(ENTITIES, ENTITIES.c.id == PARTIES.c.entity),
    ),
    (
        "deal_witnesses",
        sa.select(
            WITNESSES.c.deal, WITNESSES.c.place, WITNESSES.c.entity, ENTITIES.c.name
        ).join(ENTITIES, ENTITIES.c.id == WITNESSES.c.entity),
    ),
    ("deal_evidence", sa.select(EVIDENCE)),
    ("deal_claims", sa.select(*_CLAIM_COLUMNS)),
    (
        "deal_claim_parties",
        sa.select(
            CLAIM_PARTIES.c.article,
            CLAIM_PARTIES.c.extractor,
            CLAIM_PARTIES.c.place,
            TELLINGS.c.entity,
            TELLINGS.c.name,
        ).join(
            TELLINGS,
            sa.and_(
                TELLINGS.c.article == CLAIM_PARTIES.c.article,
                TELLINGS.c.extractor == CLAIM_PARTIES.c.extractor,
                TELLINGS.c.place == CLAIM_PARTIES.c.entity_place,
            ),
        ),
    ),
]
