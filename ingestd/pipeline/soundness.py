"""Whether an extraction says what can be: anybody's extractor may be wrong; pure."""

import math
import typing
from collections.abc import Iterator
from itertools import chain

from ingestd.events import ExtractedDeal, ExtractedEntity, Extraction, Quote
from ingestd.events.facts import DealStatus, DealType, EntityType, PartyRole

ENTITY_TYPES, DEAL_TYPES, STATUSES, ROLES = (
    frozenset(typing.get_args(words)) for words in (EntityType, DealType, DealStatus, PartyRole)
)


def faults_of(extraction: Extraction, text: str) -> Iterator[str]:
    """Say what is wrong: quotes that do not stand there, places and words that are none."""
    for quote in quotes(extraction):
        in_text = 0 <= quote.start < quote.end <= len(text)
        if not in_text or text[quote.start : quote.end] != quote.text:
            yield f"quotes {quote.text[:40]!r} at {quote.start}, where it does not stand"
    for entity in extraction.entities:
        yield from _faults_of_entity(entity)
    for deal in extraction.deals:
        yield from _faults_of_deal(deal, entities=len(extraction.entities))


def quotes(extraction: Extraction) -> Iterator[Quote]:
    """Every place in the text that an extraction names."""
    yield from chain.from_iterable(entity.mentions for entity in extraction.entities)
    yield from chain.from_iterable(deal.evidence for deal in extraction.deals)


def _faults_of_entity(entity: ExtractedEntity) -> Iterator[str]:
    if entity.type not in ENTITY_TYPES:
        yield f"calls {entity.name!r} a {entity.type!r}, which is no type of entity"


def _faults_of_deal(deal: ExtractedDeal, *, entities: int) -> Iterator[str]:
    parties = (party.entity for party in deal.parties)
    for place in (*parties, *deal.products, *deal.witnesses):
        if not 0 <= place < entities:
            yield f"names entity {place} in a deal, but has {entities}"
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
