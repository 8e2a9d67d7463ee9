"""Whether an extraction says what can be: anybody's extractor may be wrong; pure."""

import math
import typing
from collections.abc import Iterable, Iterator
from itertools import chain

from ingestd.events import (
    ExtractedDeal,
    ExtractedEntity,
    ExtractedFigure,
    ExtractedRelation,
    Extraction,
    Quote,
)
from ingestd.events.facts import (
    DealStatus,
    DealType,
    EntityType,
    FigureMeasure,
    PartyRole,
    RelationKind,
)

ENTITY_TYPES, DEAL_TYPES, STATUSES, ROLES, KINDS, MEASURES = (
    frozenset(typing.get_args(words))
    for words in (EntityType, DealType, DealStatus, PartyRole, RelationKind, FigureMeasure)
)


def faults_of(extraction: Extraction, text: str) -> Iterator[str]:
    """Say what is wrong: quotes that do not stand there, places and words that are none."""
    for quote in quotes(extraction):
        in_text = 0 <= quote.start < quote.end <= len(text)
        if not in_text or text[quote.start : quote.end] != quote.text:
            yield f"quotes {quote.text[:40]!r} at {quote.start}, where it does not stand"
    known = len(extraction.entities)
    for entity in extraction.entities:
        yield from _faults_of_entity(entity, entities=known)
    for deal in extraction.deals:
        yield from _faults_of_deal(deal, entities=known)
    for relation in extraction.relations:
        yield from _faults_of_relation(relation, entities=known)
    for figure in extraction.figures:
        yield from _faults_of_figure(figure, entities=known)


def quotes(extraction: Extraction) -> Iterator[Quote]:
    """Every place in the text that an extraction names."""
    for entity in extraction.entities:
        yield from entity.mentions
        yield from (office.told for office in entity.offices)
    for deal in extraction.deals:
        yield from deal.evidence
        pieces = (deal.trigger, deal.value_told, deal.date_told, deal.subject_told)
        told = (party.told for party in deal.parties)
        yield from (quote for quote in chain(pieces, told) if quote is not None)
    yield from (relation.evidence for relation in extraction.relations)
    yield from (figure.evidence for figure in extraction.figures)


def _strangers(places: Iterable[int | None], what: str, entities: int) -> Iterator[str]:
    for place in places:
        if place is not None and not 0 <= place < entities:
            yield f"names entity {place} in {what}, but has {entities}"


def _faults_of_entity(entity: ExtractedEntity, *, entities: int) -> Iterator[str]:
    if entity.type not in ENTITY_TYPES:
        yield f"calls {entity.name!r} a {entity.type!r}, which is no type of entity"
    yield from _strangers((office.body for office in entity.offices), "an office", entities)


def _faults_of_relation(relation: ExtractedRelation, *, entities: int) -> Iterator[str]:
    yield from _strangers((relation.one, relation.other), "a relation", entities)
    if relation.kind not in KINDS:
        yield f"tells of a {relation.kind!r}, which is no kind of relation"


def _faults_of_figure(figure: ExtractedFigure, *, entities: int) -> Iterator[str]:
    yield from _strangers((figure.origin, figure.destination), "a figure", entities)
    if figure.measure not in MEASURES:
        yield f"tells a figure of {figure.measure!r}, which is no measure"
    amount = figure.value.amount if figure.value else figure.quantity
    if amount is None or not math.isfinite(amount) or not math.isfinite(figure.change or 0):
        yield f"tells a figure of {amount}, changed by {figure.change}"


def _faults_of_deal(deal: ExtractedDeal, *, entities: int) -> Iterator[str]:
    parties = (party.entity for party in deal.parties)
    yield from _strangers((*parties, *deal.products, *deal.witnesses), "a deal", entities)
    if not 0 <= deal.confidence <= 1:
        yield f"is sure of a deal by {deal.confidence}, which is not between 0 and 1"
    if deal.value is not None and not math.isfinite(deal.value.amount):
        yield f"puts a deal at {deal.value.amount}"
    yield from _strange_words_of(deal)


def _strange_words_of(deal: ExtractedDeal) -> Iterator[str]:
    if deal.type not in DEAL_TYPES:
        yield f"tells of a {deal.type!r}, which is no type of deal"
    if deal.status not in STATUSES:
        yield f"calls a deal {deal.status!r}, which is no status"
    for party in deal.parties:
        if party.role is not None and party.role not in ROLES:
            yield f"gives a party the role {party.role!r}, which is none"
