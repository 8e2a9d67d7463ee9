"""The stable views of entities and deals as SQLAlchemy sees them."""

import sqlalchemy as sa


def _view(name: str, columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(column) for column in columns.split()))


ENTITIES = _view(
    "entities", "id type name country reference articles mentions first_seen_at last_seen_at"
)
ENTITY_NAMES = _view("entity_names", "entity name language folded uses")
ENTITY_ROLES = _view("entity_roles", "entity title at article")
ENTITY_TELLINGS = _view(
    "entity_tellings",
    "article extractor place entity name type country reference language score reason position "
    "version revision first_at last_at",
)
ENTITY_REDIRECTS = _view("entity_redirects", "old entity article position score reason")
REDIRECTS = _view("redirects", "old new code position")
MENTIONS = _view(
    "mentions", "article extractor place span_start span_end entity revision surface position"
)
EXTRACTIONS = _view("extractions", "article extractor revision version position last_at")
DEALS = sa.table(
    "deals",
    *(
        sa.column(column)
        for column in (
            "id", "type", "status", "subject", "amount", "currency", "date", "articles",
            "confidence", "judgement", "first_seen_at", "updated_at", "folded",
        )
    ),
    sa.column("products", sa.JSON),
)  # fmt: skip
DEAL_PARTIES = _view("deal_parties", "deal place entity name role")
DEAL_WITNESSES = _view("deal_witnesses", "deal place entity name")
DEAL_EVIDENCE = _view(
    "deal_evidence",
    "deal place article revision span_start span_end quote position extractor version",
)
DEAL_CLAIMS = _view(
    "deal_claims",
    "article extractor place deal type status score reason position version revision published "
    "first_at told seed",
)
JUDGEMENTS = _view(
    "judgements", "position type subject other by reason at counts undone_by undone_at"
)
