"""Builders with telling defaults."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ingestd.events.facts import (
    DealStatus,
    DealType,
    EntityType,
    ExtractedEntity,
    Money,
    PartyRole,
    Quote,
)
from ingestd.resolution import ClaimParty, DealClaim, Known, Link, Named, links
from ingestd.resolution.entities import known


def entity(
    name: str,
    type: EntityType = "company",  # noqa: A002
    country: str | None = None,
    *,
    reference: str | None = None,
    aliases: Sequence[str] = (),
    said: Sequence[str] = (),
) -> ExtractedEntity:
    """An entity with the given wordings in its text."""
    return ExtractedEntity(
        name=name,
        type=type,
        mentions=tuple(Quote(start=0, end=len(text), text=text) for text in said),
        aliases=tuple(aliases),
        reference=reference,
        country=country,
    )


def known_as(told: ExtractedEntity, id: str = "") -> Known:  # noqa: A002
    """What is known by one telling."""
    worded = [quote.text for quote in told.mentions]
    thing = known(told.name, told.type, told.aliases, worded, told.country, told.reference)
    return replace(thing, id=id)


def decide(told: ExtractedEntity, candidates: Iterable[Known]) -> Link | None:
    """The first of the candidates that something told is."""
    return next(iter(links(known_as(told), candidates)), None)


def link(one: ExtractedEntity, other: ExtractedEntity) -> Link | None:
    """What is decided of the one where the other is known, and the same the other way round."""
    there, back = decide(one, [known_as(other, "it")]), decide(other, [known_as(one, "it")])
    assert (there is None) == (back is None)
    return there


def same(one: ExtractedEntity, other: ExtractedEntity) -> bool:
    return link(one, other) is not None


def person(name: str, country: str | None = None) -> ExtractedEntity:
    return entity(name, "person", country)


def body(name: str, country: str | None = None, **rest: Sequence[str]) -> ExtractedEntity:
    return entity(name, "public_body", country, **rest)  # type: ignore[arg-type]  # only texts


def party(
    name: str,
    role: PartyRole | None = None,
    type: EntityType = "company",  # noqa: A002
    country: str | None = None,
) -> ClaimParty:
    """A party whose id is its name."""
    return ClaimParty(entity=name, name=name, type=type, country=country, role=role)


def nation(code: str, role: PartyRole | None = None) -> ClaimParty:
    return party(code, role, "place", code)


def claim(
    *parties: ClaimParty | str,
    article: str = "A",
    type: DealType = "mou",  # noqa: A002
    status: DealStatus = "signed",
    position: int = 1,
    products: Sequence[str] = (),
    witnesses: Sequence[str] = (),
    value: Money | None = None,
    date: str | None = None,
    published: str | None = None,
    subject: str | None = None,
    confidence: float = 0.5,
) -> DealClaim:
    return DealClaim(
        article=article,
        extractor="rules",
        position=position,
        place=0,
        type=type,
        status=status,
        parties=tuple(party(each) if isinstance(each, str) else each for each in parties),
        products=tuple(Named(entity=name, name=name) for name in products),
        witnesses=tuple(Named(entity=name, name=name) for name in witnesses),
        value=value,
        date=date,
        published=published,
        subject=subject,
        confidence=confidence,
    )
