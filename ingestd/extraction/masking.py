"""Sentences with names replaced by marks that say what they are: "{c3} signed with {n1}"."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ingestd.extraction.entities import Cast, Mention
from ingestd.extraction.gazetteer.places import demonyms, key
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.spots import Reading

MARK = re.compile(r"\{([cbopnlr])(\d+)\}")
"""A mark: company, body, organisation, person, nation, other place, product; and its entity."""

_LETTERS = {
    "company": "c", "public_body": "b", "organization": "o", "person": "p", "product": "r",
}  # fmt: skip
_MOST_ROUNDS = 3
_GOVERNMENTS = {
    "en": re.compile(
        r"(?:\bthe )?\b(?P<people>(?:(?:south|north|new|saudi|sri) )?[a-z]+) government\b(?![- ](?:of|bond|official|agenc|minist|spokes|source|data|debt|sub|fund|owned|run|back))"
    ),
    "fr": re.compile(r"\b(?:le )?gouvernement (?P<people>[^\W\d]+(?:-[^\W\d]+)?)\b"),
}


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence in lower case with marks, whole and with what only describes taken off."""

    sentence: int
    whole: str
    bare: str


def masked(number: int, reading: Reading, cast: Cast, starts: list[int]) -> Masked:
    """Mask one sentence; `starts` are the places of the cast's mentions."""
    sentence = reading.sentences[number]
    parts: list[str] = []
    at = sentence.start
    for mention in cast.mentions[bisect_left(starts, sentence.start) :]:
        if mention.start >= sentence.end:
            break
        if mention.start < at or mention.end > sentence.end:
            continue
        parts.extend((reading.view.low[at : mention.start], mark(mention, cast)))
        at = mention.end
    whole = " ".join("".join([*parts, reading.view.low[at : sentence.end]]).split())
    whole = _with_governments(whole, reading.language.code, cast)
    return Masked(number, whole, bare(whole, reading.language.frames))


def mark(mention: Mention, cast: Cast) -> str:
    """The mark of a mention's entity."""
    entity = cast.entities[mention.entity]
    nation = (entity.reference or "").startswith("country:")
    letter = _LETTERS.get(entity.type) or ("n" if nation else "l")
    return f"{{{letter}{mention.entity}}}"


def _with_governments(text: str, language: str, cast: Cast) -> str:
    """ "The Indian government" is India, where the text names it."""
    pattern = _GOVERNMENTS.get(language)
    if pattern is None or not pattern.search(text):
        return text
    nations = {
        entity.country: f"{{n{number}}}"
        for number, entity in enumerate(cast.entities)
        if (entity.reference or "").startswith("country:")
    }

    def named(match: re.Match[str]) -> str:
        country = demonyms(language).get(key(match["people"], language))
        return nations.get(country, match.group()) if country else match.group()

    return pattern.sub(named, text)


def bare(whole: str, frames: Frames) -> str:
    """Take off brackets, appositions and the countries that firms are told with."""
    text = whole
    for _ in range(_MOST_ROUNDS):
        before = text
        for drop in frames.drops:
            text = drop.sub(lambda match: _kept(match.group(), frames), text)
        text = re.sub(r" {2,}", " ", text)
        if text == before:
            break
    return text


def _kept(piece: str, frames: Frames) -> str:
    """What describes is dropped, unless it tells of a deal itself."""
    return piece if len(MARK.findall(piece)) > 1 and frames.between.search(piece) else " "


def entity_of(match: re.Match[str]) -> int:
    """Which entity a mark stands for."""
    return int(match[2])
