"""Whether two articles tell of one deal: shared parties, kinds that agree, nothing in conflict."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingestd.events.facts import DealStatus, DealType
from ingestd.resolution.claims import ClaimParty, DealClaim, days_between

_KINDS: dict[DealType, str] = {
    "technology_transfer": "making", "licensing": "making", "production": "making",
    "supply": "goods", "distribution": "goods", "trade": "goods",
    "acquisition": "shares", "merger": "shares", "investment": "money", "financing": "money",
    "joint_venture": "shares", "mou": "cooperation", "research_cooperation": "cooperation",
    "donation": "gift", "agreement": "any", "other": "any",
}  # fmt: skip
# Pairs of kinds between which papers waver over the same agreement.
_NEAR = frozenset(
    map(frozenset, [("making", "goods"), ("shares", "money"), ("cooperation", "making"),
                    ("cooperation", "goods")])
)  # fmt: skip
_GIVING = frozenset({"transferor", "supplier", "seller", "licensor", "investor", "acquirer",
                     "lender", "donor"})  # fmt: skip
_TAKING = frozenset({"recipient", "buyer", "licensee", "target", "borrower"})
_LASTING: frozenset[DealStatus] = frozenset({"in_force", "completed", "terminated"})

DATE_SLACK = 7
"""Days by which papers may differ over the date of one deal."""
SAME_NEWS = 180
"""Days between articles within which undated tellings are held for one deal."""
SAME_VALUE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How surely, from 0 to 1, two tellings are of one deal, and by what."""

    score: float
    reason: str


def same_deal(claim: DealClaim, other: DealClaim) -> Match | None:
    """Return why two tellings are of one deal; None where they are not, or it can't be told.

    Two parties in common and kinds that agree, or one party and a product or an amount. A
    country named as a party may stand for a party of that country; it never makes two
    deals of companies one.
    """
    return None if conflict(claim, other) else _alike(claim, other)


def _alike(claim: DealClaim, other: DealClaim) -> Match | None:
    shared = _shared(claim, other)
    if len(shared) > 1:
        return _by_parties(claim, other, shared)
    kinds = {_KINDS[claim.type], _KINDS[other.type]}
    if len(shared) == 1 and (len(kinds) == 1 or "any" in kinds):
        return _by_matter(claim, other, shared)
    return None


def join(claim: DealClaim, tellings: Iterable[DealClaim]) -> Match | None:
    """Return why a telling belongs to a deal that others told.

    A conflict with any of them forbids it: who asks has ruled that out.
    """
    found = [match for telling in tellings if (match := _alike(claim, telling))]
    return max(found, key=lambda match: (match.score, match.reason), default=None)


def conflict(claim: DealClaim, other: DealClaim) -> str | None:
    """Return what forbids two tellings to be of one deal."""
    if (claim.article, claim.extractor) == (other.article, other.extractor):
        return "one article tells them apart"
    if not _kinds_agree(claim.type, other.type):
        return f"{claim.type} is no {other.type}"
    return _dates_part(claim, other) or _values_part(claim, other) or _roles_part(claim, other)


@cache
def _kinds_agree(one: DealType, other: DealType) -> bool:
    kinds = frozenset((_KINDS[one], _KINDS[other]))
    if len(kinds) == 1 or kinds in _NEAR:
        return True
    return "any" in kinds and "gift" not in kinds


def _dates_part(claim: DealClaim, other: DealClaim) -> str | None:
    if claim.date and other.date:
        far = days_between(claim.date, other.date) > DATE_SLACK
        return f"{claim.date} is not {other.date}" if far else None
    if {claim.status, other.status} & _LASTING:
        return None
    ours, theirs = claim.date or claim.published, other.date or other.published
    if ours and theirs and days_between(ours, theirs) > SAME_NEWS:
        return f"told too far apart, {ours} and {theirs}"
    return None


def _values_part(claim: DealClaim, other: DealClaim) -> str | None:
    if claim.value is None or other.value is None:
        return None
    if claim.value.currency == other.value.currency and not _same_value(claim, other):
        return f"{claim.value.amount:g} is not {other.value.amount:g}"
    return None


def _same_value(claim: DealClaim, other: DealClaim) -> bool:
    if claim.value is None or other.value is None:
        return False
    if claim.value.currency != other.value.currency:
        return False
    one, two = claim.value.amount, other.value.amount
    return abs(one - two) <= SAME_VALUE * max(abs(one), abs(two))


def _roles_part(claim: DealClaim, other: DealClaim) -> str | None:
    theirs = {party.entity: party.role for party in other.parties}
    for party in claim.parties:
        roles = {party.role, theirs.get(party.entity)}
        if roles & _GIVING and roles & _TAKING:
            return f"{party.name} gives here and takes there"
    return None


def _shared(claim: DealClaim, other: DealClaim) -> list[ClaimParty]:
    """Return the parties in common, once each; countries count where both are between bodies."""
    theirs = {party.entity for party in other.parties}
    ours = {party.entity: party for party in reversed(claim.parties)}
    common = [party for party in reversed(ours.values()) if party.entity in theirs]
    if _among_companies(claim) or _among_companies(other):
        return [party for party in common if party.type != "place"]
    return common


def _among_companies(claim: DealClaim) -> bool:
    return any(party.type == "company" for party in claim.parties)


def _by_parties(claim: DealClaim, other: DealClaim, shared: list[ClaimParty]) -> Match | None:
    """Countries alone make treaties: there, the kind must be the same."""
    if all(party.type == "place" for party in shared) and claim.type != other.type:
        return None
    names = " and ".join(party.name for party in shared)
    if claim.type == other.type:
        return Match(score=0.95, reason=f"same parties {names}")
    near = "any" in (_KINDS[claim.type], _KINDS[other.type])
    if near or _KINDS[claim.type] == _KINDS[other.type] or _products(claim, other):
        return Match(score=0.85, reason=f"same parties {names}, {claim.type} and {other.type}")
    return None


def _by_matter(claim: DealClaim, other: DealClaim, shared: list[ClaimParty]) -> Match | None:
    if shared[0].type == "place" or not _rest_agrees(claim, other, shared[0].entity):
        return None
    name = shared[0].name
    products = _products(claim, other)
    if products:
        return Match(score=0.7, reason=f"same party {name}, same product {products[0]}")
    if _same_value(claim, other):
        return Match(score=0.75, reason=f"same party {name}, same amount")
    return None


def _products(claim: DealClaim, other: DealClaim) -> list[str]:
    theirs = {product.entity for product in other.products}
    return [product.name for product in claim.products if product.entity in theirs]


def _rest_agrees(claim: DealClaim, other: DealClaim, shared: str) -> bool:
    """Say whether the other sides can be the same: one is silent, or names their countries."""
    ours = [party for party in claim.parties if party.entity != shared]
    theirs = [party for party in other.parties if party.entity != shared]
    if not ours or not theirs:
        return True
    return _stand_for(ours, theirs) or _stand_for(theirs, ours)


def _stand_for(countries: list[ClaimParty], parties: list[ClaimParty]) -> bool:
    of = {party.country for party in parties if party.country}
    return all(party.type == "place" and party.country in of for party in countries)
