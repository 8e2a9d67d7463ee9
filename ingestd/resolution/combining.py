"""One deal out of what several articles tell of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingestd.events.facts import DealStatus, DealType, Money, PartyRole
from ingestd.resolution.claims import ClaimParty, DealClaim, Named

T = TypeVar("T")

# Forward only: what was signed is not planned any more, whoever says so later.
FORWARD: tuple[DealStatus, ...] = (
    "rumoured", "planned", "negotiating", "announced", "signed", "in_force", "completed",
    "terminated",
)  # fmt: skip
# From the vaguest to what says most.
SPECIFIC: tuple[DealType, ...] = (
    "other", "agreement", "mou", "trade", "research_cooperation", "donation", "supply",
    "distribution", "production", "financing", "investment", "licensing",
    "technology_transfer", "joint_venture", "merger", "acquisition",
)  # fmt: skip
MOST_SURE = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What all tellings together say."""

    type: DealType
    status: DealStatus
    parties: tuple[ClaimParty, ...]
    products: tuple[Named, ...]
    subject: str | None
    value: Money | None
    date: str | None
    witnesses: tuple[Named, ...]
    articles: tuple[str, ...]
    confidence: float


def combine(claims: Sequence[DealClaim]) -> Deal:
    """Return the deal that one or more tellings are of; their order in the log decides ties.

    The furthest status, the most precise date, the most specific kind; the first subject
    and value; every party, product and witness once. A country gives way to the party of
    that country that another article names.
    """
    if len(claims) == 1:
        return _told_once(claims[0])
    ordered = sorted(claims, key=lambda claim: (claim.position, claim.place))
    kind = max((claim.type for claim in ordered), key=SPECIFIC.index)
    dates = [claim.date for claim in ordered if claim.date]
    return Deal(
        type=kind,
        status=max((claim.status for claim in ordered), key=FORWARD.index),
        parties=_parties(ordered, kind),
        products=_once(product for claim in ordered for product in claim.products),
        subject=next((claim.subject for claim in ordered if claim.subject), None),
        value=next((claim.value for claim in ordered if claim.value), None),
        date=max(dates, key=len, default=None),
        witnesses=_once(witness for claim in ordered for witness in claim.witnesses),
        articles=tuple(dict.fromkeys(claim.article for claim in ordered)),
        confidence=_confidence(ordered),
    )


def _told_once(claim: DealClaim) -> Deal:
    """Return what one telling says, as most deals are told by no more."""
    return Deal(
        type=claim.type,
        status=claim.status,
        parties=_parties([claim], claim.type),
        products=_once(claim.products),
        subject=claim.subject or None,
        value=claim.value,
        date=claim.date or None,
        witnesses=_once(claim.witnesses),
        articles=(claim.article,),
        confidence=_confidence([claim]),
    )


def _once(things: Iterable[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for thing in things:
        first.setdefault(thing.entity, thing)
    return tuple(first.values())


def _parties(claims: list[DealClaim], kind: DealType) -> tuple[ClaimParty, ...]:
    first: dict[str, ClaimParty] = {}
    for claim in claims:
        for party in claim.parties:
            first.setdefault(party.entity, party)
    (claim, *more) = claims
    if not more and len(first) == len(claim.parties):  # as mostly: each is as it was told
        return tuple([party for party in claim.parties if not _gives_way(party, claims)])
    return tuple(
        ClaimParty(
            entity=party.entity,
            name=party.name,
            type=party.type,
            country=party.country,
            role=_role(claims, kind, party.entity),
        )
        for party in first.values()
        if not _gives_way(party, claims)
    )


def _gives_way(party: ClaimParty, claims: list[DealClaim]) -> bool:
    """A country does where a party of it is named: by other articles, or beside it.

    Beside it, only a country without a role: "supplied to the country through a ministry"
    names two parties.
    """
    if party.type != "place" or party.country is None:
        return False
    return any(
        each.type != "place" and each.country == party.country
        for claim in claims
        if _plays_no_part(party, claim)
        for each in claim.parties
    )


def _plays_no_part(party: ClaimParty, claim: DealClaim) -> bool:
    return all(each.role is None for each in claim.parties if each.entity == party.entity)


def _role(claims: list[DealClaim], kind: DealType, entity: str) -> PartyRole | None:
    """Prefer those who tell of this kind of deal, and any role to "partner"."""
    roles = [
        (party.role == "partner", claim.type != kind, at, party.role)
        for at, claim in enumerate(claims)
        for party in claim.parties
        if party.entity == entity and party.role
    ]
    return min(roles)[3] if roles else None


def _confidence(claims: list[DealClaim]) -> float:
    """Every further article makes it surer; several extractors over one article do not."""
    surest: dict[str, float] = {}
    for claim in claims:
        surest[claim.article] = max(claim.confidence, surest.get(claim.article, 0.0))
    doubt = 1.0
    for confidence in surest.values():
        doubt *= 1 - confidence
    return round(min(1 - doubt, MOST_SURE), 4)
