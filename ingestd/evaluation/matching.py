"""Which of what was said is which of the gold: one to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingestd.evaluation.gold import GoldDeal, GoldEntity, SaidDeal, SaidEntity
from ingestd.evaluation.names import normal
from ingestd.events.facts import Money

HALF = 0.5
_CLOSE = 0.02
"""How far an amount may be off, relative to the gold's."""

Matches = dict[int, int]
"""Places of what was said, and of the gold they match."""


def forms(entity: GoldEntity | SaidEntity) -> frozenset[str]:
    """Every name it goes by, made alike."""
    aliases = entity.aliases if isinstance(entity, GoldEntity) else ()
    names = (entity.name, *(entity.surface or ()), *aliases)
    return frozenset(normal(name) for name in names) - {""}


def match_entities(
    gold: Sequence[GoldEntity], said: Sequence[SaidEntity], *, typed: bool
) -> Matches:
    """By name, then by a form the gold knows, then by any form; `typed`, the type must fit."""
    known = [(normal(entity.name), forms(entity)) for entity in gold]
    ways: tuple[Callable[[SaidEntity, int], bool], ...] = (
        lambda entity, at: normal(entity.name) == known[at][0],
        lambda entity, at: normal(entity.name) in known[at][1],
        lambda entity, at: not known[at][1].isdisjoint(map(normal, entity.surface or ())),
    )
    found: Matches = {}
    for way in ways:
        for place, entity in enumerate(said):
            if place in found:
                continue
            free = (at for at in range(len(gold)) if at not in found.values())
            fits = (at for at in free if not typed or _is_of_type(entity, gold[at]))
            match = next((at for at in fits if way(entity, at)), None)
            if match is not None:
                found[place] = match
    return found


def _is_of_type(said: SaidEntity, gold: GoldEntity) -> bool:
    return said.type == gold.type or said.type in gold.type_alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How a deal that was said compares: `roles` by place of the gold's party."""

    typed: bool
    overlap: float
    roles: dict[int, str | None]
    extra: int


class GoldParties:
    """A gold deal with the names its parties go by in the text."""

    def __init__(self, deal: GoldDeal, entities: Sequence[GoldEntity]) -> None:
        known = {entity.name: forms(entity) for entity in entities}
        self.deal = deal
        self._own = [_names([party.name], known) for party in deal.parties]
        self._stand_ins = [_names(party.alt_names, known) for party in deal.parties]
        self._optional = _names(deal.optional_parties, known)

    def compare(self, said: SaidDeal) -> Likeness:
        """How alike they are: the overlap is Jaccard's, of the sets of parties."""
        roles: dict[int, str | None] = {}
        others: list[tuple[str, str | None]] = []
        for name, role in [(normal(party.name), party.role) for party in said.parties]:
            place = _place(name, self._own, taken=roles)
            if place is not None:
                roles.setdefault(place, role)
            elif name:
                others.append((name, role))
        extra = {name for name, role in others if not self._stands_in(name, role, roles)}
        overlap = len(roles) / (len(self._own) + len(extra))
        typed = said.type == self.deal.type or said.type in self.deal.type_alternatives
        return Likeness(typed=typed, overlap=overlap, roles=roles, extra=len(extra))

    def _stands_in(self, name: str, role: str | None, roles: dict[int, str | None]) -> bool:
        """Whether a name stands for a party, or may be there."""
        place = _place(name, self._stand_ins, taken=roles)
        if place is not None:
            roles.setdefault(place, role)
        return place is not None or name in self._optional


def _names(names: Sequence[str], known: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(
        *(known.get(name, frozenset({normal(name)})) for name in names)
    )


def _place(
    name: str, parties: Sequence[frozenset[str]], taken: dict[int, str | None]
) -> int | None:
    """The party of a name; of several, one that was not yet named."""
    places = [place for place, names in enumerate(parties) if name in names]
    free = [place for place in places if place not in taken]
    return next(iter(free + places), None)


def match_deals(
    gold: Sequence[GoldParties], said: Sequence[SaidDeal], *, least: float
) -> Matches:
    """The best pairs of one type whose parties overlap at least that much, best first."""
    pairs: list[tuple[tuple[float | bool, ...], int, int]] = []
    for place, deal in enumerate(said):
        for at, known in enumerate(gold):
            like = known.compare(deal)
            if like.typed and like.overlap >= least:
                pairs.append((_closeness(deal, known.deal, like), -place, -at))
    found: Matches = {}
    for _, place, at in sorted(pairs, reverse=True):
        if -place not in found and -at not in found.values():
            found[-place] = -at
    return found


def _closeness(said: SaidDeal, gold: GoldDeal, like: Likeness) -> tuple[float | bool, ...]:
    return (
        round(like.overlap, 3),
        said.type == gold.type,
        is_status(said, gold),
        said.status == gold.status,
        gold.date is not None and is_date(said.date, gold.date),
        gold.value is not None and is_value(said.value, gold),
    )


def is_tolerated(
    said: SaidDeal, gold: Sequence[GoldParties], tolerated: Sequence[GoldParties]
) -> bool:
    """Whether a deal that matches none is no mistake: background, or a part of a deal."""
    likes = (known.compare(said) for known in tolerated)
    if any(like.typed and like.overlap >= HALF for like in likes):
        return True
    parts = (known.compare(said) for known in gold if known.deal.splittable)
    return any(part.typed and len(part.roles) > 1 and not part.extra for part in parts)


def is_status(said: SaidDeal, gold: GoldDeal) -> bool:
    """Whether the status is right."""
    return said.status == gold.status or said.status in gold.status_alternatives


def is_value(said: Money | None, gold: GoldDeal) -> bool:
    """Whether an amount is that of the deal; where the deal has none, none is right."""
    if gold.value is None:
        return said is None
    right = (gold.value, *gold.value_alternatives)
    return said is not None and any(
        said.currency.upper() == money.currency
        and abs(said.amount - money.amount) <= _CLOSE * abs(money.amount)
        for money in right
    )


def is_date(said: str | None, gold: str) -> bool:
    """Whether a date is the gold's, at least as precise."""
    return bool(said) and str(said).startswith(gold)
