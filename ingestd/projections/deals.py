"""Deals: what articles tell was agreed, one row each, with evidence from all who tell it."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ingestd.events.ids import short_id
from ingestd.projections import deal_claims
from ingestd.projections.deal_claims import Claim
from ingestd.projections.deal_tables import CLAIMS, DEALS, EVIDENCE, PARTIES, WITNESSES
from ingestd.resolution import Deal, DealClaim, Match, combine, fold, join


def claim(db: sa.Connection, new: Claim, *, at: str, keep: str | None = None) -> None:
    """Take a claim in: as one more telling of a deal that is known, or as a new deal.

    A new deal is founded under the id `keep` where that is given and free. `at` is when.
    """
    resolved = deal_claims.resolved(db, [new])[0]
    found = _known_deal(db, resolved)
    deal, match = found or (_free(db, keep, new.seed), None)
    deal_claims.enter(db, new, deal, match)
    write(db, deal, at=at)


def withdraw(db: sa.Connection, article: str, extractor: str, *, at: str) -> None:
    """Take back what an extraction claimed; deals told by others stay, others vanish."""
    mine = sa.and_(CLAIMS.c.article == article, CLAIMS.c.extractor == extractor)
    touched = list(db.execute(sa.select(CLAIMS.c.deal).where(mine).distinct()).scalars())
    claims = deal_claims.of_deals(db, touched)
    gone = [
        each
        for told in claims.values()
        for each in told
        if each.key[:2] == (article, extractor)
    ]
    deal_claims.forget(db, gone)
    reconsider(db, touched, at=at)


def reconsider(db: sa.Connection, deals: Iterable[str], *, at: str) -> None:
    """Claim anew, in the order of the log, what these deals were told by.

    For when their tellings, or who their parties are, changed. Each keeps its id while
    something of it is left.
    """
    told = deal_claims.of_deals(db, sorted(set(deals)))
    for deal, claims in told.items():
        deal_claims.forget(db, claims)
        _erase(db, deal)
    again = [(each, deal) for deal, claims in told.items() for each in claims]
    for each, deal in sorted(again, key=lambda pair: (pair[0].position, pair[0].place)):
        claim(db, each, at=at, keep=deal)


def write(db: sa.Connection, deal: str, *, at: str) -> None:
    """Write the deal's rows anew from all its claims."""
    claims = deal_claims.of_deals(db, [deal])[deal]
    resolved = deal_claims.resolved(db, claims)
    combined = combine(resolved)
    _erase(db, deal)
    db.execute(
        DEALS.insert().values(
            id=deal,
            **_columns(combined),
            first_seen_at=min(each.first_at for each in claims),
            updated_at=at,
        )
    )
    _write_people(db, deal, combined)
    _write_evidence(db, deal, claims)


def _columns(deal: Deal) -> dict[str, Any]:
    products = [product.name for product in deal.products]
    return {
        "type": deal.type,
        "status": deal.status,
        "subject": deal.subject,
        "amount": deal.value.amount if deal.value else None,
        "currency": deal.value.currency if deal.value else None,
        "date": deal.date,
        "products": products,
        "articles": len(deal.articles),
        "confidence": deal.confidence,
        "judgement": None,
        "folded": " ".join(fold(text) for text in (deal.subject or "", *products)),
    }


def _write_people(db: sa.Connection, deal: str, combined: Deal) -> None:
    parties = [
        {"deal": deal, "place": place, "entity": party.entity, "role": party.role}
        for place, party in enumerate(combined.parties)
    ]
    witnesses = [
        {"deal": deal, "place": place, "entity": witness.entity}
        for place, witness in enumerate(combined.witnesses)
    ]
    for table, rows in ((PARTIES, parties), (WITNESSES, witnesses)):
        if rows:
            db.execute(table.insert(), rows)


def _write_evidence(db: sa.Connection, deal: str, claims: list[Claim]) -> None:
    quotes = {
        (each.article, quote.start, quote.end): (each, quote)
        for each in reversed(claims)
        for quote in reversed(each.deal.evidence)
    }
    rows = [
        {
            "deal": deal,
            "place": place,
            "article": each.article,
            "revision": each.revision,
            "span_start": quote.start,
            "span_end": quote.end,
            "quote": quote.text,
            "position": each.position,
            "extractor": each.extractor,
            "version": each.version,
        }
        for place, (each, quote) in enumerate(reversed(quotes.values()))
    ]
    if rows:
        db.execute(EVIDENCE.insert(), rows)


def _known_deal(db: sa.Connection, new: DealClaim) -> tuple[str, Match] | None:
    """Return the deal that this is one more telling of: the surest, then the earliest told."""
    told = deal_claims.of_deals(db, _near(db, new))
    every = [each for claims in told.values() for each in claims]
    tellings = dict(
        zip((each.key for each in every), deal_claims.resolved(db, every), strict=True)
    )
    found: list[tuple[float, int, str, Match]] = []
    for deal, claims in told.items():
        match = join(new, [tellings[each.key] for each in claims])
        if match:
            found.append((-match.score, claims[0].position, deal, match))
    if not found:
        return None
    best = min(found, key=lambda each: each[:3])
    return best[2], best[3]


def _near(db: sa.Connection, new: DealClaim) -> list[str]:
    """Return the deals worth comparing; of a country's many, treaties of this kind."""
    houses = [party.entity for party in new.parties if party.type != "place"]
    if houses:
        return deal_claims.deals_sharing(db, houses)
    countries = [party.entity for party in new.parties]
    return deal_claims.deals_sharing(db, countries, treaty=new.type)


def _erase(db: sa.Connection, deal: str) -> None:
    db.execute(DEALS.delete().where(DEALS.c.id == deal))
    for table in (PARTIES, WITNESSES, EVIDENCE):
        db.execute(table.delete().where(table.c.deal == deal))


def _free(db: sa.Connection, keep: str | None, seed: str) -> str:
    """Return the first of the ids, or of those made of the seed, that is not taken."""
    deal, times = keep or seed, 1
    while _is_taken(db, deal):
        deal = seed if times == 1 else short_id("deal", seed, str(times))
        times += 1
    return deal


def _is_taken(db: sa.Connection, deal: str) -> bool:
    return db.execute(sa.select(DEALS.c.id).where(DEALS.c.id == deal)).first() is not None
