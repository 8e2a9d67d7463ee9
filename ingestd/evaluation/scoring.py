"""Scores what was said against the gold, by language and over all; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingestd.evaluation.counting import Count, Score
from ingestd.evaluation.gold import (
    GoldDeal,
    GoldDocument,
    GoldEntity,
    Line,
    SaidDeal,
    SaidEntity,
)
from ingestd.evaluation.matching import (
    HALF,
    GoldParties,
    forms,
    is_date,
    is_status,
    is_tolerated,
    is_value,
    match_deals,
    match_entities,
)
from ingestd.evaluation.names import is_same_role, normal

_ALL = 0.999


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing missed, or said though it is not there."""

    document: str
    what: str
    type: str
    name: str


def score(
    gold: Sequence[GoldDocument], said: Mapping[str, Line]
) -> tuple[dict[str, Score], list[Mistake]]:
    """The score of `all` and of each language, and every mistake."""
    scores: dict[str, Score] = {"all": Score()}
    mistakes: list[Mistake] = []
    for document in gold:
        own = scores.setdefault(document.lang, Score())
        mistakes += _add(own, document, said.get(document.id))
        _add(scores["all"], document, said.get(document.id))
    return scores, mistakes


def _add(total: Score, gold: GoldDocument, line: Line | None) -> list[Mistake]:
    total.documents += 1
    total.missing += line is None
    told = line or Line(doc=gold.id)
    return [
        *_add_entities(total, gold, _once(told.entities)),
        *_add_deals(total, gold, told.deals),
    ]


def _once(entities: Sequence[SaidEntity]) -> list[SaidEntity]:
    """Each name of a type counts once."""
    return list(
        {(normal(one.name), one.type): one for one in reversed(entities) if one.name}.values()
    )[::-1]


def _add_entities(
    total: Score, gold: GoldDocument, said: Sequence[SaidEntity]
) -> Iterator[Mistake]:
    needed = [entity for entity in gold.entities if not entity.optional]
    optional = [entity for entity in gold.entities if entity.optional]
    matches = match_entities(needed, said, typed=True)
    for at, entity in enumerate(needed):
        hit = at in matches.values()
        total.by_type.setdefault(entity.type, Count()).add(found=hit, missed=not hit)
        if not hit:
            yield Mistake(gold.id, "missed", entity.type, entity.name)
    for other in _extra(said, matches, optional):
        total.by_type.setdefault(other.type or "?", Count()).add(extra=1)
        yield Mistake(gold.id, "extra", other.type or "?", other.name)
    loose = match_entities(needed, said, typed=False)
    total.untyped.add(
        found=len(loose),
        extra=len(_extra(said, loose, optional)),
        missed=len(needed) - len(loose),
    )
    for place, at in matches.items():
        _add_post(total, said[place], needed[at], gold)


def _extra(
    said: Sequence[SaidEntity], matches: Mapping[int, int], optional: Sequence[GoldEntity]
) -> list[SaidEntity]:
    rest = [entity for place, entity in enumerate(said) if place not in matches]
    tolerated = match_entities(optional, rest, typed=False)
    return [entity for place, entity in enumerate(rest) if place not in tolerated]


def _add_post(total: Score, said: SaidEntity, known: GoldEntity, gold: GoldDocument) -> None:
    if known.type != "person":
        return
    if known.role:
        total.role.add(right=is_same_role(said.role, (known.role, *known.role_aliases)))
    if known.affiliation:
        bodies = [entity for entity in gold.entities if entity.name == known.affiliation]
        names = forms(bodies[0]) if bodies else {normal(known.affiliation)}
        total.affiliation.add(
            right=bool(said.affiliation) and normal(said.affiliation or "") in names
        )


def _add_deals(total: Score, gold: GoldDocument, said: Sequence[SaidDeal]) -> Iterator[Mistake]:
    known = [GoldParties(deal, gold.entities) for deal in gold.deals]
    tolerated = [GoldParties(deal, gold.entities) for deal in gold.tolerated_deals]
    lenient = match_deals(known, said, least=HALF)
    strict = match_deals(known, said, least=_ALL)
    ignored = {
        place
        for place, deal in enumerate(said)
        if place not in lenient and is_tolerated(deal, known, tolerated)
    }
    others = [place for place in range(len(said)) if place not in {*lenient, *ignored}]
    missed = [at for at in range(len(known)) if at not in lenient.values()]
    total.lenient.add(found=len(lenient), extra=len(others), missed=len(missed))
    total.strict.add(
        found=len(strict),
        extra=len(said) - len({*strict, *ignored}),
        missed=len(known) - len(strict),
    )
    for place, at in lenient.items():
        _add_details(total, said[place], known[at])
    if "distractor" in (gold.group or ""):
        total.traps.add(right=not others)
    for at in missed:
        deal = gold.deals[at]
        yield Mistake(gold.id, "missed deal", deal.type, _names(deal))
    for place in others:
        yield Mistake(gold.id, "extra deal", said[place].type or "?", _names(said[place]))


def _names(deal: GoldDeal | SaidDeal) -> str:
    return " / ".join(party.name for party in deal.parties)


def _add_details(total: Score, said: SaidDeal, known: GoldParties) -> None:
    gold = known.deal
    total.status.add(right=is_status(said, gold))
    right = is_value(said.value, gold)
    total.value_or_none.add(right=right)
    if gold.value:
        total.value.add(right=right)
    _add_date(total, said.date, gold)
    for place, role in known.compare(said).roles.items():
        if role and gold.parties[place].role:
            total.party_role.add(right=role == gold.parties[place].role)


def _add_date(total: Score, said: str | None, gold: GoldDeal) -> None:
    other = any(is_date(said, each) for each in gold.date_alternatives)
    if gold.date is None:
        total.date_or_none.add(right=not said or other)
        return
    right = is_date(said, gold.date)
    total.date.add(right=right)
    total.date_or_none.add(right=right or other)
