"""An extraction as one line of `ingestd extract --json`."""

from typing import Any

from ingestd.events.facts import ExtractedDeal, ExtractedEntity, Extraction


def as_line(
    extraction: Extraction,
    *,
    doc: str,
    path: str,
    language: str | None,
    title: str | None,
    published: str | None,
) -> dict[str, Any]:
    """The object the contract promises; spans are offsets in code points, end exclusive."""
    entities = extraction.entities
    return {
        "doc": doc,
        "path": path,
        "lang": language,
        "title": title,
        "published": published,
        "entities": [_entity(entity) for entity in entities],
        "deals": [_deal(deal, entities) for deal in extraction.deals],
    }


def _entity(entity: ExtractedEntity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type,
        "surface": list(dict.fromkeys(mention.text for mention in entity.mentions)),
        "role": entity.role,
        "affiliation": entity.affiliation,
        "country": entity.country,
    }


def _deal(deal: ExtractedDeal, entities: tuple[ExtractedEntity, ...]) -> dict[str, Any]:
    value = deal.value
    return {
        "type": deal.type,
        "status": deal.status,
        "parties": [
            {"name": entities[party.entity].name, "role": party.role} for party in deal.parties
        ],
        "products": [entities[product].name for product in deal.products],
        "subject": deal.subject,
        "value": {"amount": value.amount, "currency": value.currency} if value else None,
        "date": deal.date,
        "witnesses": [entities[witness].name for witness in deal.witnesses],
        "evidence": [[quote.start, quote.end] for quote in deal.evidence],
    }
