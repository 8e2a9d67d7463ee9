"""Texts in several languages: which sentence is in which, and a reading for each of them."""

from collections.abc import Iterator
from dataclasses import replace

from ingestd.events.facts import ExtractedDeal
from ingestd.extraction.deals import deals
from ingestd.extraction.entities import Cast
from ingestd.extraction.spots import Reading


def deals_of(reading: Reading, cast: Cast, published: str | None) -> tuple[ExtractedDeal, ...]:
    """Every deal, each told by the rules of the language its sentences are in.

    What one language tells again is not told twice; a language without rules tells none.
    """
    found: list[ExtractedDeal] = []
    for part in _parts(reading):
        told = deals(part, cast, published)
        found += [deal for deal in told if not any(_tells_again(deal, x) for x in found)]
    return tuple(sorted(found, key=lambda deal: deal.evidence[0].start))


def _parts(reading: Reading) -> Iterator[Reading]:
    """The reading once for each language; sentences in others are only scenery."""
    languages = {reading.language.code: reading.language}
    languages |= {line.language.code: line.language for line in reading.lines}
    for language in languages.values():
        if language.known:
            yield _part(reading, language.code) if len(languages) > 1 else reading


def _part(reading: Reading, code: str) -> Reading:
    language = next(
        (line.language for line in reading.lines if line.language.code == code),
        reading.language,
    )
    heard = tuple(
        sentence if line.language.code == code else replace(sentence, kind="metadata")
        for sentence, line in zip(reading.sentences, reading.lines, strict=True)
    )
    return replace(reading, language=language, sentences=heard)


def _tells_again(deal: ExtractedDeal, other: ExtractedDeal) -> bool:
    return _who(deal) <= _who(other) or _who(other) <= _who(deal)


def _who(deal: ExtractedDeal) -> frozenset[int]:
    return frozenset(party.entity for party in deal.parties)
