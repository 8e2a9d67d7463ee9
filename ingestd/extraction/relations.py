"""How two organisations named in one sentence stand to each other, by the words around them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from ingestd.events.facts import ExtractedDeal, ExtractedRelation, RelationKind
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Clue, Where
from ingestd.extraction.languages.relations import clues_of, telling_of
from ingestd.extraction.masking import MARK, TELLS, entity_of, mentions_in, whole
from ingestd.extraction.spots import Reading

_KINDS = get_args(RelationKind)
_AROUND = 80
"""Letters before the first and behind the second name that still tell of the two."""
_BETWEEN = 400
_FAR = 120
"""Letters between two names that tell of them outright."""
_LEAST_MARGIN = 2.0
_RESUMES = re.compile(r",\W*(?:was|were|is|are|has|had|have|will|would|owns|holds|competes)\b")
"""Behind a comma the sentence goes on about its subject, not about the name in front."""
_NOT_NOW = re.compile(
    r"\b(?:not|never|no longer|den(?:y|ies|ied)|former(?:ly)?|once|previously|until|if|would|could|may|might"
    r"|ancien(?:ne)?s?|autrefois|jadis|n'est|pas|jusqu'|si|pourrait|serait|không|từng|trước đây|có thể|nếu"
    r"|не|бывш\w+|ранее|мог\w*|может|если)\b|-based"
)
_EXCHANGE = re.compile(
    r"exchange|bourse|nasdaq|nyse|euronext|\baim\b|\bsgx\b|\bhose\b|\bhnx\b|\bhsx\b|\bupcom\b|бирж|sàn|sở giao dịch"
)
_TOLD_AS_DEALS: frozenset[RelationKind] = frozenset(
    {"acquirer", "merger", "collaboration", "client", "shareholder"}
)
_THINGS: frozenset[RelationKind] = frozenset({"product", "brand"})
_BESIDE = frozenset({"person", "place"})
_UNORDERED: frozenset[RelationKind] = frozenset({"merger", "collaboration", "competitor"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names in one sentence, all in lower case, in the order of the text."""

    before: str
    first: str
    between: str
    second: str
    behind: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a pair is, by how much more than anything else, and whether the second is the other.

    `told`: words stood there that are enough by themselves.
    """

    kind: RelationKind | None
    margin: float
    second_is_other: bool
    told: bool


def judge(pair: Pair, clues: tuple[Clue, ...]) -> Verdict:
    """Say how two names stand to each other; None for a kind: not in any of these ways."""
    texts = _texts(pair)
    scores: dict[RelationKind | None, float] = dict.fromkeys([None, *_KINDS], 0.0)
    turns = dict.fromkeys(scores, 0.0)
    told: set[RelationKind | None] = set()
    for one in clues:
        if one.pattern.search(texts[one.where]):
            scores[one.kind] += one.weight
            turns[one.kind] += one.weight * ((one.other == "second") - (one.other == "first"))
            told.update([one.kind] if one.telling else [])
    best, next_best = sorted(scores, key=lambda kind: -scores[kind])[:2]
    return Verdict(best, scores[best] - scores[next_best], turns[best] >= 0, best in told)


def _texts(pair: Pair) -> dict[Where, str]:
    before, between, behind = (
        pair.before[-_AROUND:],
        pair.between[:_BETWEEN],
        pair.behind[:_AROUND],
    )
    return {
        "before": before,
        "between": between,
        "behind": behind,
        "first": pair.first,
        "second": pair.second,
        "near": f"{before}|{between}|{behind}",
        "all": f"{before}{{1}}{between}{{2}}{behind}",
    }


def relations(
    reading: Reading, cast: Cast, deals: tuple[ExtractedDeal, ...]
) -> tuple[ExtractedRelation, ...]:
    """Every relation a sentence tells outright between two names next to each other.

    What a deal of the same two tells already is left out.
    """
    return tuple(_Relater(reading, cast, deals).relations())


class _Relater:
    def __init__(self, reading: Reading, cast: Cast, deals: tuple[ExtractedDeal, ...]) -> None:
        self._reading = reading
        self._cast = cast
        self._clues = clues_of(reading.language.code)
        self._telling = telling_of(reading.language.code)
        self._starts = [mention.start for mention in cast.mentions]
        self._deals: dict[int, set[int]] = defaultdict(set)
        for number, deal in enumerate(deals):
            for party in deal.parties:
                self._deals[party.entity].add(number)

    def relations(self) -> Iterator[ExtractedRelation]:
        seen: set[tuple[RelationKind, int, int]] = set()
        for number, sentence in enumerate(self._reading.sentences):
            for kind, one, other in self._of(number):
                low, high = sorted((one, other))
                told = (kind, low, high) if kind in _UNORDERED else (kind, one, other)
                if told in seen or self._is_a_deal(kind, one, other):
                    continue
                seen.add(told)
                quote = self._reading.view.quote(sentence.start, sentence.end)
                yield ExtractedRelation(kind=kind, one=told[1], other=told[2], evidence=quote)

    def _of(self, number: int) -> Iterator[tuple[RelationKind, int, int]]:
        """What one sentence tells; most have no two names that could stand in a relation."""
        sentence = self._reading.sentences[number]
        if sentence.kind in TELLS and self._clues:
            named = mentions_in(sentence, self._cast, self._starts)
            types = [self._cast.entities[mention.entity].type for mention in named]
            if len([one for one in types if one not in _BESIDE]) > 1:
                text = whole(number, self._reading, self._cast, self._starts).text
                yield from self._told(text.replace('"', ""))

    def _told(self, text: str) -> Iterator[tuple[RelationKind, int, int]]:
        marks = [mark for mark in MARK.finditer(text) if mark[1] in "cbor"]
        for first, second in pairwise(marks):
            one, other = entity_of(first), entity_of(second)
            words = text[first.end() : second.start()]
            if one == other or len(words) > _FAR or _RESUMES.match(words):
                continue
            verdict = self._verdict(text, first, second)
            if verdict is None or verdict.kind is None:
                continue
            if not verdict.second_is_other:
                one, other = other, one
            if self._can_be(verdict.kind, one, other, words):
                yield verdict.kind, one, other

    def _verdict(
        self, text: str, first: re.Match[str], second: re.Match[str]
    ) -> Verdict | None:
        """What the two are, where words tell it outright; most pairs end at the first look."""
        pair = self._pair(text, first, second)
        told = _texts(pair)["all"]
        if not any(clue.pattern.search(told) for clue in self._telling.of(told)):
            return None
        verdict = judge(pair, self._clues)
        return verdict if verdict.told and verdict.margin >= _LEAST_MARGIN else None

    def _pair(self, text: str, first: re.Match[str], second: re.Match[str]) -> Pair:
        names = self._cast.entities
        return Pair(
            before=text[max(first.start() - _AROUND, 0) : first.start()],
            first=names[entity_of(first)].name.lower(),
            between=text[first.end() : second.start()],
            second=names[entity_of(second)].name.lower(),
            behind=text[second.end() : second.end() + _AROUND],
        )

    def _can_be(self, kind: RelationKind, one: int, other: int, words: str) -> bool:
        """Whether things of these types can stand so to each other, and do."""
        if _NOT_NOW.search(words):
            return False
        first, second = self._cast.entities[one], self._cast.entities[other]
        if (second.type == "product") != (kind in _THINGS) or first.type == "product":
            return False
        if kind == "listing":
            return _EXCHANGE.search(second.name.lower()) is not None
        return kind != "regulator" or second.type in {"public_body", "organization"}

    def _is_a_deal(self, kind: RelationKind, one: int, other: int) -> bool:
        return kind in _TOLD_AS_DEALS and not self._deals[one].isdisjoint(self._deals[other])
