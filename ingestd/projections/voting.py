"""Several extractions of one text, and what is believed of each: whole, nothing, or by vote; pure.

Every fact is believed from one of them only: the first in rank that tells it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingestd.events import (
    ExtractedDeal,
    ExtractedEntity,
    ExtractedFigure,
    ExtractedRelation,
    Extraction,
    ExtractionPolicyChanged,
)

NOTHING = Extraction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Who reads, in their order, and who is believed: "first", "vote", or one of them."""

    extractors: tuple[str, ...] = ("rules",)
    believe: str = "first"

    @property
    def votes(self) -> bool:
        """Whether facts are believed one by one."""
        return self.believe == "vote"

    def rank(self, extractor: str) -> tuple[int, str]:
        """Less is believed before more; who is not in use any more comes last."""
        order = [self.believe, *self.extractors]
        return (order.index(extractor) if extractor in order else len(order), extractor)


def policy_of(event: ExtractionPolicyChanged) -> Policy:
    """The policy that was recorded."""
    return Policy(extractors=event.extractors, believe=event.believe)


def believed(said: Sequence[tuple[str, Extraction]], policy: Policy) -> list[Extraction]:
    """What is believed of each of the extractions, by the names of their extractors.

    Those in use vote; a fact counts that more than half of them tell. Without a vote the
    first in rank is believed, and the others are not.
    """
    order = sorted(range(len(said)), key=lambda place: policy.rank(said[place][0]))
    voters = [place for place in order if said[place][0] in policy.extractors]
    shares = [NOTHING] * len(said)
    if not policy.votes or not voters:
        shares[order[0]] = said[order[0]][1]
        return shares
    for place, share in zip(voters, _elected([said[one][1] for one in voters]), strict=True):
        shares[place] = share
    return shares


def _elected(said: Sequence[Extraction]) -> list[Extraction]:
    entities, deals = _Entities(), _Deals()
    for voter, extraction in enumerate(said):
        whose = [entities.of(voter, entity) for entity in extraction.entities]
        for place, deal in enumerate(extraction.deals):
            sides = frozenset(whose[party.entity] for party in deal.parties)
            deals.of(voter, place, deal, sides)
    elected = entities.elected(len(said))
    told = deals.elected(len(said))
    return [
        _part(
            extraction,
            {
                place
                for place, one in enumerate(entities.by_voter[voter])
                if elected[one] == voter
            },
            [deal for place, deal in enumerate(extraction.deals) if (voter, place) in told],
        )
        for voter, extraction in enumerate(said)
    ]


class _Entities:
    """Entities of several extractions that are the same: of one type, at one place."""

    def __init__(self) -> None:
        self._letters: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        self._voters: list[list[int]] = []
        self.by_voter: defaultdict[int, list[int]] = defaultdict(list)

    def of(self, voter: int, entity: ExtractedEntity) -> int:
        """The number of the one that this is; each voter counts once."""
        letters = [
            (entity.type, letter)
            for quote in entity.mentions
            for letter in range(quote.start, quote.end)
        ]
        shared = Counter(one for letter in letters for one in self._letters.get(letter, ()))
        number = min(shared, key=lambda one: (-shared[one], one), default=len(self._voters))
        if number == len(self._voters):
            self._voters.append([])
        if voter not in self._voters[number]:
            self._voters[number].append(voter)
        for letter in letters:
            if number not in self._letters[letter]:
                self._letters[letter].append(number)
        self.by_voter[voter].append(number)
        return number

    def elected(self, voters: int) -> list[int | None]:
        """For each, who tells it: the first voter for it, where there are enough of them."""
        return [who[0] if 2 * len(who) > voters else None for who in self._voters]


@dataclass(slots=True)
class _Deal:
    type: str
    sides: frozenset[int]
    first: tuple[int, int]
    voters: set[int] = field(default_factory=set)


class _Deals:
    """Deals of several extractions that are the same: of one type, between two of the same."""

    def __init__(self) -> None:
        self._deals: list[_Deal] = []

    def of(self, voter: int, place: int, deal: ExtractedDeal, sides: frozenset[int]) -> None:
        """Count a voter for the first deal that this may be, or for a new one."""
        for known in self._deals:
            common = len(known.sides & sides)
            least = min(len(known.sides), len(sides), 2)
            if known.type == deal.type and common >= least and voter not in known.voters:
                known.voters.add(voter)
                return
        self._deals.append(_Deal(deal.type, sides, (voter, place), {voter}))

    def elected(self, voters: int) -> set[tuple[int, int]]:
        """Voter and place of each deal that enough tell, as its first voter tells it."""
        return {deal.first for deal in self._deals if 2 * len(deal.voters) > voters}


def _part(extraction: Extraction, entities: set[int], deals: list[ExtractedDeal]) -> Extraction:
    """Some of an extraction's entities and deals, and whoever is in these."""
    kept = entities.union(
        *({party.entity for party in deal.parties} for deal in deals),
        *({*deal.products, *deal.witnesses} for deal in deals),
    )
    order = {place: number for number, place in enumerate(sorted(kept))}
    return Extraction(
        entities=tuple(_entity(extraction.entities[place], order) for place in order),
        deals=tuple(_deal(deal, order) for deal in deals),
        relations=tuple(_relations(extraction.relations, order)),
        figures=tuple(_figures(extraction.figures, order)),
    )


def _entity(entity: ExtractedEntity, order: dict[int, int]) -> ExtractedEntity:
    offices = tuple(
        replace(office, body=_moved(office.body, order)) for office in entity.offices
    )
    return replace(entity, offices=offices)


def _deal(deal: ExtractedDeal, order: dict[int, int]) -> ExtractedDeal:
    return replace(
        deal,
        parties=tuple(replace(party, entity=order[party.entity]) for party in deal.parties),
        products=tuple(order[place] for place in deal.products),
        witnesses=tuple(order[place] for place in deal.witnesses),
    )


def _relations(
    relations: Sequence[ExtractedRelation], order: dict[int, int]
) -> list[ExtractedRelation]:
    """Relations between those that are left."""
    return [
        replace(relation, one=order[relation.one], other=order[relation.other])
        for relation in relations
        if relation.one in order and relation.other in order
    ]


def _figures(
    figures: Sequence[ExtractedFigure], order: dict[int, int]
) -> list[ExtractedFigure]:
    """Figures of which all countries are left."""
    return [
        replace(
            figure,
            origin=_moved(figure.origin, order),
            destination=_moved(figure.destination, order),
        )
        for figure in figures
        if {figure.origin, figure.destination} - {None} <= order.keys()
    ]


def _moved(place: int | None, order: dict[int, int]) -> int | None:
    return None if place is None else order.get(place)
