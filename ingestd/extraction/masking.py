"""Sentences with names replaced by marks that say what they are: "{c3} signed with {n1}"."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from ingestd.extraction.entities import Cast, Mention
from ingestd.extraction.gazetteer.places import demonyms, key
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.sentences import Sentence
from ingestd.extraction.spots import Reading
from ingestd.extraction.traced import Traced, placed

MARK = re.compile(r"\{([cbopnlr])(\d+)\}")
"""A mark: company, body, organisation, person, nation, other place, product; and its entity."""

_KEPT_TEXTS = 128
_LETTERS = {
    "company": "c", "public_body": "b", "organization": "o", "person": "p", "product": "r",
}  # fmt: skip
_MOST_ROUNDS = 3
TELLS = frozenset({"body", "question"})
"""Blocks whose sentences tell the story."""

_GOVERN = "vern"
"""Letters of "government" and "gouvernement", looked for first."""
_GOVERNMENTS = {
    "en": re.compile(
        r"(?:\bthe )?\b(?P<people>(?:(?:south|north|new|saudi|sri) )?[a-z]+) government\b(?![- ](?:of|bond|official|agenc|minist|spokes|source|data|debt|sub|fund|owned|run|back))"
    ),
    "fr": re.compile(
        r"\b(?:le |les |l'|la )?(?:gouvernement|état|autorités|armée(?: de (?:l'air|terre))?|marine|exécutif|trésor) (?P<people>[^\W\d]+(?:-[^\W\d]+)?)\b"
    ),
}


_BLANKS = re.compile(r"\s{2,}|[^\S ]")


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence in lower case with marks, whole and with what only describes taken off."""

    sentence: int
    all: Traced
    core: Traced

    @property
    def whole(self) -> str:
        """All of it."""
        return self.all.text

    @property
    def bare(self) -> str:
        """It without what only describes."""
        return self.core.text


@lru_cache(maxsize=_KEPT_TEXTS)
def marks_in(text: str) -> tuple[re.Match[str], ...]:
    """The marks of a sentence, in order; a dozen rules ask for them."""
    return tuple(MARK.finditer(text))


def masked_sentences(reading: Reading, cast: Cast) -> dict[int, Masked]:
    """The sentences of a text that tell its story, by number, in order."""
    starts = [mention.start for mention in cast.mentions]
    return {
        number: masked(number, reading, cast, starts)
        for number, sentence in enumerate(reading.sentences)
        if sentence.kind in TELLS
    }


def masked(number: int, reading: Reading, cast: Cast, starts: list[int]) -> Masked:
    """Mask one sentence; `starts` are the places of the cast's mentions."""
    told = whole(number, reading, cast, starts)
    return Masked(number, told, bare(told, reading.language.frames))


def whole(number: int, reading: Reading, cast: Cast, starts: list[int]) -> Traced:
    """One sentence in lower case, names replaced by their marks."""
    sentence = reading.sentences[number]
    parts: list[str] = []
    origins: list[int] = []
    at = sentence.start
    for mention in mentions_in(sentence, cast, starts):
        if mention.start < at or mention.end > sentence.end:
            continue
        name = mark(mention, cast)
        parts.extend((reading.view.low[at : mention.start], name))
        origins.extend(range(at, mention.start))
        origins.extend(placed(name, mention.start, mention.end))
        at = mention.end
    parts.append(reading.view.low[at : sentence.end])
    origins.extend(range(at, sentence.end))
    told = _single_blanks(Traced("".join(parts), origins))
    return _with_governments(told, reading.language.code, cast)


def mentions_in(sentence: Sentence, cast: Cast, starts: list[int]) -> tuple[Mention, ...]:
    """The mentions that begin in a sentence."""
    return cast.mentions[
        bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)
    ]


def mark(mention: Mention, cast: Cast) -> str:
    """The mark of a mention's entity."""
    return mark_of(mention.entity, cast)


def mark_of(number: int, cast: Cast) -> str:
    """The mark of an entity, by its place in the cast."""
    entity = cast.entities[number]
    nation = (entity.reference or "").startswith("country:")
    letter = _LETTERS.get(entity.type) or ("n" if nation else "l")
    return f"{{{letter}{number}}}"


def _with_governments(text: Traced, language: str, cast: Cast) -> Traced:
    """ "The Indian government" is India, where the text names it."""
    pattern = _GOVERNMENTS.get(language)
    if pattern is None or _GOVERN not in text.text or not pattern.search(text.text):
        return text
    nations = {
        entity.country: f"{{n{number}}}"
        for number, entity in enumerate(cast.entities)
        if (entity.reference or "").startswith("country:")
    }

    def named(match: re.Match[str]) -> str | None:
        known = demonyms(language)
        forms = (match["people"].removesuffix(ending) for ending in ("", "e", "ne", "s", "es"))
        country = next(
            (known[form] for one in forms if (form := key(one, language)) in known), None
        )
        return nations.get(country) if country else None

    return text.replaced(pattern, named)


def bare(told: Traced, frames: Frames) -> Traced:
    """Take off brackets, appositions and the countries that firms are told with."""
    text = told
    for _ in range(_MOST_ROUNDS):
        before = text
        for drop in frames.drops:
            text = text.replaced(drop, lambda match: _put(match.group(), frames))
        if text is before:
            break
        text = _single_blanks(text)
    return text


def _single_blanks(told: Traced) -> Traced:
    # every blank but the plain one counts as not printable: most texts need no search
    if told.text.isprintable() and "  " not in told.text:
        return told
    return told.replaced(_BLANKS, lambda _: " ")


def _put(piece: str, frames: Frames) -> str | None:
    """What describes is dropped, unless it tells of a deal itself."""
    tells = len(MARK.findall(piece)) > 1 and frames.between.search(piece)
    return None if tells else " "


def entity_of(match: re.Match[str]) -> int:
    """Which entity a mark stands for."""
    return int(match[2])
