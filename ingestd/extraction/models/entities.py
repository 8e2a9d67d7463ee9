"""From places that a model marked to entities: one for each name and type."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingestd.events.facts import EntityType, ExtractedEntity, Quote
from ingestd.extraction.view import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch of the text (end exclusive), what it names, and why that is said."""

    start: int
    end: int
    type: EntityType
    reason: str


def entities_of(text: str, marks: Iterable[Marked]) -> tuple[ExtractedEntity, ...]:
    """Put together what bears the same name, whatever its case and accents; in order.

    Spaces at the ends are cut off; what is nothing else is left out.
    """
    found: dict[tuple[str, EntityType], dict[tuple[int, int], Marked]] = {}
    trimmed = [_trimmed(text, mark) for mark in marks]
    for mark in sorted(trimmed, key=lambda mark: (mark.start, mark.end, mark.type)):
        if surface := text[mark.start : mark.end]:
            named = found.setdefault((fold(surface) or surface, mark.type), {})
            named.setdefault((mark.start, mark.end), mark)
    return tuple(_entity(text, list(named.values())) for named in found.values())


def _trimmed(text: str, mark: Marked) -> Marked:
    surface = text[mark.start : mark.end]
    start = mark.start + len(surface) - len(surface.lstrip())
    return replace(mark, start=start, end=start + len(surface.strip()))


def _entity(text: str, marks: list[Marked]) -> ExtractedEntity:
    quotes = tuple(
        Quote(start=mark.start, end=mark.end, text=text[mark.start : mark.end])
        for mark in marks
    )
    return ExtractedEntity(
        name=max((quote.text for quote in quotes), key=len),
        type=marks[0].type,
        mentions=quotes,
        reasons=tuple(dict.fromkeys(mark.reason for mark in marks)),
    )
