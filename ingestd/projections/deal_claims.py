"""Claims of deals: one deal of one extraction, kept with the deal it was taken for."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa

from ingestd.events import (
    DocumentExtracted,
    ExtractedDeal,
    ExtractedParty,
    Money,
    Quote,
    Recorded,
)
from ingestd.events.catalogue import canonical
from ingestd.events.facts import DealType
from ingestd.events.ids import short_id
from ingestd.projections.deal_tables import CLAIM_PARTIES, CLAIMS
from ingestd.projections.entity_tables import ENTITIES, TELLINGS
from ingestd.resolution import ClaimParty, DealClaim, Match, Named, fold

Place = tuple[str, str, int]
Told = Mapping[Place, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One deal of one extraction; `seed` is the id of the deal that it would found."""

    article: str
    extractor: str
    place: int
    deal: ExtractedDeal
    seed: str
    position: int
    version: str
    revision: int
    published: str | None
    first_at: str

    @property
    def key(self) -> Place:
        """Article, extractor, and place in the extraction."""
        return self.article, self.extractor, self.place


def claims_of(
    recorded: Recorded[DocumentExtracted], *, published: str | None, first_at: str
) -> list[Claim]:
    """Return what an extraction claims of deals; `first_at` is the article's first time."""
    event = recorded.event
    seeds: list[str] = []
    claims: list[Claim] = []
    for place, told in enumerate(event.extraction.deals):
        deal = _within(told, len(event.extraction.entities))
        seed = _seed(event, deal, seeds)
        seeds.append(seed)
        claims.append(
            Claim(
                article=event.document,
                extractor=event.extractor,
                place=place,
                deal=deal,
                seed=seed,
                position=recorded.position,
                version=event.version,
                revision=event.revision,
                published=published,
                first_at=first_at,
            )
        )
    return claims


def _within(deal: ExtractedDeal, entities: int) -> ExtractedDeal:
    """Drop what points to no entity: an extractor's mistake must not stop the log."""
    return replace(
        deal,
        parties=tuple(party for party in deal.parties if 0 <= party.entity < entities),
        products=tuple(place for place in deal.products if 0 <= place < entities),
        witnesses=tuple(place for place in deal.witnesses if 0 <= place < entities),
    )


def _seed(event: DocumentExtracted, deal: ExtractedDeal, before: Sequence[str]) -> str:
    """Stay the same while a later revision tells of the same parties and kind."""
    entities = event.extraction.entities
    parties = sorted(fold(entities[party.entity].name) for party in deal.parties)
    seed, times = short_id("deal", event.document, deal.type, *parties), 1
    while seed in before:
        times += 1
        seed = short_id("deal", event.document, deal.type, *parties, str(times))
    return seed


def enter(db: sa.Connection, claim: Claim, deal: str, match: Match | None) -> None:
    """Write a claim as being of this deal."""
    where = {"article": claim.article, "extractor": claim.extractor, "place": claim.place}
    db.execute(
        CLAIMS.insert().values(
            **where,
            deal=deal,
            seed=claim.seed,
            type=claim.deal.type,
            status=claim.deal.status,
            score=match.score if match else None,
            reason=match.reason if match else None,
            position=claim.position,
            version=claim.version,
            revision=claim.revision,
            published=claim.published,
            first_at=claim.first_at,
            told=canonical(asdict(claim.deal)).decode(),
        )
    )
    places = dict.fromkeys(party.entity for party in claim.deal.parties)
    if places:
        db.execute(
            CLAIM_PARTIES.insert(), [{**where, "entity_place": place} for place in places]
        )


def forget(db: sa.Connection, claims: Iterable[Claim]) -> None:
    """Remove claims."""
    for claim in claims:
        for table in (CLAIMS, CLAIM_PARTIES):
            db.execute(
                table.delete().where(
                    table.c.article == claim.article,
                    table.c.extractor == claim.extractor,
                    table.c.place == claim.place,
                )
            )


def of_deals(db: sa.Connection, deals: Iterable[str]) -> dict[str, list[Claim]]:
    """Return the claims of each deal, in the order of the log."""
    found: dict[str, list[Claim]] = {deal: [] for deal in deals}
    query = (
        sa.select(CLAIMS)
        .where(CLAIMS.c.deal.in_(list(found)))
        .order_by(CLAIMS.c.position, CLAIMS.c.place)
    )
    for row in db.execute(query):
        found[row.deal].append(_claim(row))
    return found


def deals_sharing(
    db: sa.Connection, entities: Iterable[str], *, treaty: DealType | None = None
) -> list[str]:
    """Return the deals in some claim of which one of these entities is a party.

    With `treaty`, only those of this kind that two of the entities are parties of.
    """
    query = (
        sa.select(CLAIMS.c.deal)
        .join(CLAIM_PARTIES, _same_place(CLAIM_PARTIES, CLAIMS, CLAIMS.c.place))
        .join(TELLINGS, _same_place(TELLINGS, CLAIM_PARTIES, CLAIM_PARTIES.c.entity_place))
        .where(TELLINGS.c.entity.in_(sorted(set(entities))))
        .group_by(CLAIMS.c.deal)
        .order_by(CLAIMS.c.deal)
    )
    if treaty is not None:
        together = sa.func.count(TELLINGS.c.entity.distinct()) > 1
        query = query.where(CLAIMS.c.type == treaty).having(together)
    return list(db.execute(query).scalars())


def _same_place(
    table: sa.Table, other: sa.Table, place: sa.Column[Any]
) -> sa.ColumnElement[bool]:
    return sa.and_(
        table.c.article == other.c.article,
        table.c.extractor == other.c.extractor,
        table.c.place == place,
    )


def deals_told_in(db: sa.Connection, articles: Iterable[str]) -> list[str]:
    """Return the deals that some of these articles claim."""
    where = CLAIMS.c.article.in_(sorted(set(articles)))
    query = sa.select(CLAIMS.c.deal).where(where).distinct().order_by(CLAIMS.c.deal)
    return list(db.execute(query).scalars())


def resolved(db: sa.Connection, claims: Sequence[Claim]) -> list[DealClaim]:
    """Return the claims with their parties, products and witnesses as the entities they are."""
    articles = sorted({claim.article for claim in claims})
    query = (
        sa.select(
            TELLINGS.c.article,
            TELLINGS.c.extractor,
            TELLINGS.c.place,
            TELLINGS.c.entity,
            TELLINGS.c.name,
            ENTITIES.c.type,
            ENTITIES.c.country,
        )
        .join(ENTITIES, ENTITIES.c.id == TELLINGS.c.entity)
        .where(TELLINGS.c.article.in_(articles))
    )
    told = {(row.article, row.extractor, row.place): row for row in db.execute(query)}
    return [_resolved(claim, told) for claim in claims]


def _resolved(claim: Claim, told: Told) -> DealClaim:
    def named(places: Iterable[int]) -> tuple[Named, ...]:
        rows = [told[claim.article, claim.extractor, place] for place in places]
        return tuple(Named(entity=row.entity, name=row.name) for row in rows)

    deal = claim.deal
    return DealClaim(
        article=claim.article,
        extractor=claim.extractor,
        position=claim.position,
        place=claim.place,
        type=deal.type,
        status=deal.status,
        parties=tuple(_party(claim, party, told) for party in deal.parties),
        evidence=deal.evidence,
        products=named(deal.products),
        subject=deal.subject,
        value=deal.value,
        date=deal.date,
        witnesses=named(deal.witnesses),
        confidence=deal.confidence,
        notes=deal.notes,
        published=claim.published,
    )


def _party(claim: Claim, party: ExtractedParty, told: Told) -> ClaimParty:
    row = told[claim.article, claim.extractor, party.entity]
    return ClaimParty(
        entity=row.entity, name=row.name, type=row.type, country=row.country, role=party.role
    )


def _claim(row: sa.Row[Any]) -> Claim:
    return Claim(
        article=row.article,
        extractor=row.extractor,
        place=row.place,
        deal=_deal(json.loads(row.told)),
        seed=row.seed,
        position=row.position,
        version=row.version,
        revision=row.revision,
        published=row.published,
        first_at=row.first_at,
    )


def _deal(told: dict[str, Any]) -> ExtractedDeal:
    return ExtractedDeal(
        **told
        | {
            "parties": tuple(ExtractedParty(**party) for party in told["parties"]),
            "evidence": tuple(Quote(**quote) for quote in told["evidence"]),
            "products": tuple(told["products"]),
            "witnesses": tuple(told["witnesses"]),
            "notes": tuple(told["notes"]),
            "value": Money(**told["value"]) if told["value"] else None,
        }
    )
