"""Tables of deals, and the views that the contract promises over them."""

import sqlalchemy as sa

from ingestd.projections.entity_tables import ENTITIES, EXTRACTIONS, METADATA
from ingestd.projections.json_views import as_json, elements_of, number, part

# Lists are JSON: products as names; parties as (entity, role); witnesses as (entity);
# evidence as (position of the extraction, start, end, quote).
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
    sa.Column("products", sa.Text, nullable=False),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("judgement", sa.Text),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("updated_at", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("witnesses", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Index("deals__gen_updated", "updated_at", "id", info={"readers": True}),
    info={"kept": 2_000},
)

# One row per deal of an extraction. In `told`, parties, products and witnesses stand by
# their places; `who` says which entities they are, and by which names.
CLAIMS = sa.Table(
    "deal_claims__gen",
    METADATA,
    sa.Column("position", sa.BigInteger, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("extractor", sa.Text, nullable=False),
    sa.Column("deal", sa.Text, nullable=False),
    sa.Column("seed", sa.Text, nullable=False),
    sa.Column("score", sa.Float),
    sa.Column("reason", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("first_at", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("told", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Index("deal_claims__gen_deal", "deal"),
    info={"kept": 500},
    sqlite_with_rowid=False,
)

KEYS = sa.Table(
    "deal_keys__gen",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("deal", sa.Text, primary_key=True),
    info={"kept": 4_000, "pairs": True},
    sqlite_with_rowid=False,
)

TABLES = [DEALS, CLAIMS, KEYS]

# ---------------------------------------------------------------- views

_D, _C, _X = DEALS.c, CLAIMS.c, EXTRACTIONS.c
_PARTY = elements_of(_D.parties, "party").c
_WITNESS = elements_of(_D.witnesses, "witness").c
_PROOF = elements_of(_D.evidence, "proof").c
_WHO = elements_of(part(_C.who, 0), "named").c.value


def _place(key: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.cast(key, sa.Integer).label("place")


VIEWS: list[tuple[str, sa.Select[tuple[object, ...]]]] = [
    (
        "deals",
        sa.select(
            _D.id, _D.type, _D.status, _D.subject, _D.amount, _D.currency, _D.date,
            as_json(_D.products).label("products"), _D.articles, _D.confidence, _D.judgement,
            _D.first_seen_at, _D.updated_at, _D.folded,
        ),
    ),
    (
        "deal_parties",
        sa.select(
            _D.id.label("deal"),
            _place(_PARTY.key),
            ENTITIES.c.id.label("entity"),
            ENTITIES.c.name,
            part(_PARTY.value, 1).label("role"),
        ).where(ENTITIES.c.id == part(_PARTY.value, 0)),
    ),
    (
        "deal_witnesses",
        sa.select(
            _D.id.label("deal"),
            _place(_WITNESS.key),
            ENTITIES.c.id.label("entity"),
            ENTITIES.c.name,
        ).where(ENTITIES.c.id == part(_WITNESS.value, 0)),
    ),
    (
        "deal_evidence",
        sa.select(
            _D.id.label("deal"),
            _place(_PROOF.key),
            _X.article,
            _X.revision,
            number(_PROOF.value, 1).label("span_start"),
            number(_PROOF.value, 2).label("span_end"),
            part(_PROOF.value, 3).label("quote"),
            _X.position,
            _X.extractor,
            _X.version,
        ).where(_X.position == number(_PROOF.value, 0)),
    ),
    (
        "deal_claims",
        sa.select(
            _C.article, _C.extractor, _C.place, _C.deal, _C.type, _C.status, _C.score,
            _C.reason, _C.position, _X.version, _X.revision, _C.published, _C.first_at,
            _C.told, _C.seed,
        ).where(_X.position == _C.position),
    ),
    (
        "deal_claim_parties",
        sa.select(
            _C.article,
            _C.extractor,
            _C.place,
            part(_WHO, 0).label("entity"),
            part(_WHO, 1).label("name"),
        ).distinct(),
    ),
]  # fmt: skip
