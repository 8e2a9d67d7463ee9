"""Articles with telling defaults: who they name, and what they say was agreed."""

from collections.abc import Sequence
from typing import Any

from ingestd.events import (
    DocumentExtracted,
    ExtractedDeal,
    ExtractedEntity,
    ExtractedParty,
    Extraction,
    Quote,
)
from ingestd.events.facts import DealStatus, DealType, EntityType, PartyRole
from tests.fixtures.building import document, text

Party = ExtractedEntity | tuple[ExtractedEntity, PartyRole]


def named(
    name: str,
    type: EntityType = "company",  # noqa: A002
    country: str | None = None,
    *,
    said: Sequence[str] = (),
    **others: Any,
) -> ExtractedEntity:
    """An entity that the text names once by each wording (its name, unless others are given)."""
    mentions = tuple(
        Quote(start=10 * at, end=10 * at + len(words), text=words)
        for at, words in enumerate(said or [name])
    )
    return ExtractedEntity(name=name, type=type, mentions=mentions, country=country, **others)


def country(name: str, code: str) -> ExtractedEntity:
    return named(name, "place", code, reference=f"country:{code}")


def agreed(
    *parties: Party,
    type: DealType = "mou",  # noqa: A002
    status: DealStatus = "signed",
    quote: str = "They signed.",
    products: Sequence[ExtractedEntity] = (),
    witnesses: Sequence[ExtractedEntity] = (),
    **others: Any,
) -> dict[str, Any]:
    """What an article says was agreed; `article` finds the places."""
    return {
        "type": type,
        "status": status,
        "parties": [party if isinstance(party, tuple) else (party, None) for party in parties],
        "evidence": (Quote(start=0, end=len(quote), text=quote),),
        "products": products,
        "witnesses": witnesses,
        **others,
    }


def article(
    name: str,
    *entities: ExtractedEntity,
    deals: Sequence[dict[str, Any]] = (),
    language: str | None = "en",
    revision: int = 1,
    extractor: str = "rules",
    version: str = "1",
) -> DocumentExtracted:
    """What an extractor says of an article; those who agree need not be listed again."""
    listed = list(entities)

    def place(entity: ExtractedEntity) -> int:
        if entity not in listed:
            listed.append(entity)
        return listed.index(entity)

    told = tuple(
        ExtractedDeal(
            **deal
            | {
                "parties": tuple(
                    ExtractedParty(entity=place(entity), role=role)
                    for entity, role in deal["parties"]
                ),
                "products": tuple(place(entity) for entity in deal["products"]),
                "witnesses": tuple(place(entity) for entity in deal["witnesses"]),
            }
        )
        for deal in deals
    )
    return DocumentExtracted(
        document=document(name),
        revision=revision,
        text=text(name, revision),
        language=language,
        extractor=extractor,
        version=version,
        extraction=Extraction(entities=tuple(listed), deals=told),
    )
