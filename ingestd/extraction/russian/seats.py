"""Persons with the offices, or the bodies alone, that a text gives them."""

from dataclasses import dataclass, replace

from ingestd.events.facts import ExtractedEntity, Office


@dataclass(frozen=True, slots=True)
class Role:
    """A title's words in a passage, and the place of whom it is with in the cast."""

    first: int
    last: int
    body: int | None
    country: str | None = None
    title: str = ""
    """What a verb tells somebody to be; else the words say it."""


def in_office(
    entity: ExtractedEntity, offices: list[Office], entities: tuple[ExtractedEntity, ...]
) -> ExtractedEntity:
    """A person with all offices told; the foremost is the first that names a body."""
    if not offices or entity.type != "person" or entity.offices:
        return entity
    first = next((office for office in offices if office.body is not None), offices[0])
    ordered = (first, *(office for office in offices if office is not first))
    body = entities[first.body] if first.body is not None else None
    return replace(
        entity,
        role=first.title,
        affiliation=body.name if body else None,
        country=entity.country or (body.country if body else None),
        offices=ordered,
    )


def of_body(
    entity: ExtractedEntity, body: int | None, entities: tuple[ExtractedEntity, ...]
) -> ExtractedEntity:
    """Whom somebody is with, where the offices tell of none."""
    if entity.type != "person" or entity.affiliation or body is None:
        return entity
    return replace(entity, affiliation=entities[body].name)
