"""Whether two articles tell one story: copies of one text, or one event in other words; pure.

Precision goes first, as with names: a story that falls into two is a nuisance, two that are
one are a lie.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from math import fsum
from operator import ge

from ingestd.events.briefs import BriefEntity, BriefQuote
from ingestd.events.facts import Block, EntityType, ExtractedEntity, Quote
from ingestd.resolution.entities import keys_for_name, known
from ingestd.resolution.naming import keys_of, sought_by
from ingestd.resolution.shingles import shared

NEAR = 3
"""What tells of one event is published within so many days."""
COPIED = 14
"""What is copied is published within so many days: later the same words are of something else."""

_OWN_WORDS = 0.3
"""The part of the words that two share who do not copy: what shares more and is no copy is a form."""
_COPY = 0.5
_SURE_COPY = 0.8
_OF_THE_LONGER = 0.54
"""The part of the more names and figures that is shared: a survey of the day tells much else."""
_A_PART = 0.25
"""What is shorter than that part of another is no copy of it: an item in a survey of the day."""
_FEW_NUMBERS = 5
"""Numbers that two sketches share by more than chance."""
_AGREE = 0.75, 0.75
"""The part of the fewer names and figures that copies share, on average and at least: a form
has others."""
_AGREE_OF_SURE = 0.5, 0.25
_TELLING = 2
"""Figures from which on they tell whether two texts are of one matter."""

_WEIGHTS: dict[EntityType, float] = {
    "person": 1.0,
    "company": 1.0,
    "organization": 0.7,
    "product": 0.7,
    "public_body": 0.5,
}
"""How much it says that both name the same; places say nothing."""
_TELLING_BLOCKS = frozenset({"title", "question", "body"})
_ENOUGH = (
    (1.0, 0.25, 4, 0.75, 2),
    (2.0, 0.5, 1, 0.5, 1),
    (4.0, 0.75, 0, 0.0, 0),
)
"""The least that must be shared where words are not: names by weight, and which part of the
fewer; figures by number, and which part of the fewer; figures that are no days, for on one day
the same people do this and that. Many of one make up for few of another."""

BUCKET_BITS = 40
REMEMBERED = 40_000
"""Names of which it is remembered what follows from them: news tell of the same again and again."""
# each article has other wordings beside each other, hardly ever one that nobody had
_keys_for_name = lru_cache(maxsize=REMEMBERED)(keys_for_name)
_FOUND_BY = ("sound", "syllables", "body", "acronym")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Something an article names: of what weight, by what keys, in their order.

    `sought` are the keys by which others meet it, mostly the same ones.
    `buckets` are the numbers of those by which it is found, from 0 to 2⁴⁰.
    """

    weight: float
    keys: tuple[str, ...]
    sought: tuple[str, ...]
    buckets: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Traits:
    """By what an article is told from others.

    `published` is a date, None where no day is known; `month` stands where only that is.
    `received` is the day on which it came.
    """

    sketch: tuple[int, ...]
    figures: frozenset[str]
    names: tuple[Name, ...]
    published: date | None
    month: str | None
    received: date

    @cached_property
    def sought(self) -> frozenset[str]:
        """The keys by which any of its names is met."""
        return frozenset().union(*[name.sought for name in self.names])

    @cached_property
    def wording(self) -> frozenset[int]:
        """The numbers of its sketch."""
        return frozenset(self.sketch)

    @cached_property
    def weight(self) -> float:
        """Of all its names together, rounded once: `sum` of floats differs between Pythons."""
        return fsum(name.weight for name in self.names)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days among its figures."""
        return frozenset(each for each in self.figures if each.startswith("--"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """Why two articles are of one story, and how surely, from 0 to 1."""

    score: float
    reason: str


# ---------------------------------------------------------------- what is compared


def paragraphs(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Return where a text tells its own: the agency that sent it stands in datelines and credits.

    Neighbours are one; none stands for all of the text.
    """
    spans: list[tuple[int, int]] = []
    told_before = False
    for block in blocks:
        tells = block.kind in _TELLING_BLOCKS
        if tells and told_before:
            spans[-1] = (spans[-1][0], block.end)
        elif tells:
            spans.append((block.start, block.end))
        told_before = tells
    return spans


def names_of(
    entities: Iterable[BriefEntity | ExtractedEntity], spans: Sequence[tuple[int, int]]
) -> Iterator[Name]:
    """Yield what an article names within these spans, but for places and what all know."""
    for entity in entities:
        if entity.type not in _WEIGHTS or entity.reference:
            continue
        mentions = entity.mentions
        if spans and not _stands_in(mentions, spans):
            continue
        worded = tuple(sorted({quote.text for quote in mentions}))
        name = _name(entity.name, entity.type, entity.aliases, worded, entity.country)
        if name.keys:
            yield name


@lru_cache(maxsize=REMEMBERED)
def _name(  # noqa: PLR0917  all that tells one name from another
    name: str,
    kind: EntityType,
    aliases: tuple[str, ...],
    worded: tuple[str, ...],
    country: str | None,
) -> Name:
    thing = known(name, kind, aliases, worded, country)
    return name_of_keys(_WEIGHTS[kind], keys_of(thing, _keys_for_name))


def name_of_keys(weight: float, keys: tuple[str, ...]) -> Name:
    """Return a name as it was written down."""
    kinds = [key.split("/", 2)[1] for key in keys]
    found = [key for key, kind in zip(keys, kinds, strict=True) if kind in _FOUND_BY]
    is_spelt = "initials" in kinds or "acronym" in kinds
    return Name(
        weight=weight,
        keys=keys,
        sought=tuple(sorted(sought_by(keys))) if is_spelt else keys,
        buckets=tuple(map(bucket, found)),
    )


def bucket(key: str) -> int:
    """Return a number for a key, hardly ever that of another."""
    return int.from_bytes(blake2b(key.encode(), digest_size=BUCKET_BITS // 8).digest())


def _stands_in(quotes: Iterable[BriefQuote | Quote], spans: Sequence[tuple[int, int]]) -> bool:
    for quote in quotes:
        for start, end in spans:
            if start <= quote.start < end:
                return True
    return False


# ---------------------------------------------------------------- whether it is one story


def same_story(one: Traits, other: Traits) -> Kinship | None:
    """Say why two articles tell one story; None where they do not, or too little says so."""
    if _other_days(one, other):
        return None
    if len(one.wording & other.wording) >= _FEW_NUMBERS:
        words = shared(one.sketch, other.sketch)
        if words.numbers >= _FEW_NUMBERS and words.part >= _OWN_WORDS:
            return _copied(one, other, words.part) if words.lengths >= _A_PART else None
    return _told_again(one, other)


def _copied(one: Traits, other: Traits, words: float) -> Kinship | None:
    """Most of the words are the same, and so is what is named."""
    if words < _COPY or not _within(one, other, COPIED):
        return None
    names = _common_names(one, other)[1] if one.names and other.names else 1.0
    figures = _common_figures(one, other)[1] if _tell(one) and _tell(other) else 1.0
    mean, least = _AGREE_OF_SURE if words >= _SURE_COPY else _AGREE
    if (names + figures) / 2 < mean or min(names, figures) < least:
        return None
    return Kinship(score=round(words, 2), reason=f"{words:.0%} of the words are the same")


def _tell(traits: Traits) -> bool:
    return len(traits.figures) >= _TELLING


def _told_again(one: Traits, other: Traits) -> Kinship | None:
    """The same people and houses, the same figures, the same days."""
    if not _within(one, other, NEAR):
        return None
    figures, agree = _common_figures(one, other)
    if one.figures and other.figures and not figures:
        return None
    weight, part = _common_names(one, other)
    if _of_the_longer(one, other, weight, figures) < _OF_THE_LONGER:
        return None
    numbers = len((one.figures & other.figures) - one.days)
    told = (weight, part, figures, agree, numbers)
    if not any(all(map(ge, told, least)) for least in _ENOUGH):
        return None
    return Kinship(
        score=round(0.5 * part + 0.4 * agree, 2),
        reason=f"{part:.0%} of the names and {figures} figures are the same",
    )


def _of_the_longer(one: Traits, other: Traits, weight: float, figures: int) -> float:
    """The part of the more names, and figures where both tell some, that is shared on average."""
    most = max(one.weight, other.weight)
    if not one.figures or not other.figures:
        return weight / most if most else 0.0
    of_figures = figures / max(len(one.figures), len(other.figures))
    return (weight / most + of_figures) / 2 if most else of_figures


def _common_names(one: Traits, other: Traits) -> tuple[float, float]:
    """The weight of what both name, and which part of the fewer names that is."""
    sought = other.sought
    weight = fsum([name.weight for name in one.names if not sought.isdisjoint(name.keys)])
    least = min(one.weight, other.weight)
    return weight, min(1.0, weight / least) if least else 0.0


def _common_figures(one: Traits, other: Traits) -> tuple[int, float]:
    """How many figures both tell, and which part of the fewer that is."""
    both = len(one.figures & other.figures)
    least = min(len(one.figures), len(other.figures))
    return both, both / least if least else 0.0


def _other_days(one: Traits, other: Traits) -> bool:
    """Each names days, and none is the same."""
    return bool(one.days and other.days) and one.days.isdisjoint(other.days)


def _within(one: Traits, other: Traits, apart: int) -> bool:
    """Not known to be further apart than so many days."""
    if one.published and other.published:
        return abs(one.published - other.published).days <= apart
    if one.month and other.month:
        return one.month == other.month
    for dated, rough in ((one, other), (other, one)):
        if dated.published and rough.month:
            days = (_moved(dated.published, -apart), _moved(dated.published, apart))
            return any(day.isoformat().startswith(rough.month) for day in days)
    return True


def _moved(day: date, days: int) -> date:
    """So many days later, as far as there are any."""
    moved = min(day.toordinal() + days, date.max.toordinal())
    return date.fromordinal(max(moved, date.min.toordinal()))
