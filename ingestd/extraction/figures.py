# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Figures of trade and output: what reached how much, where and in which period.

A figure is told where a noun ("exports") or a verb ("exported") leads to an amount by words
that say it came to that much. Aims, forecasts and mere percentages are none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from ingestd.events.facts import ExtractedFigure, FigureMeasure, Quote
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.figures import FigureWords, figure_words
from ingestd.extraction.masking import TELLS, whole
from ingestd.extraction.periods import period_of
from ingestd.extraction.quantities import Quantity, change, quantities
from ingestd.extraction.spots import Reading
from ingestd.extraction.traced import Traced

_CLAUSE = 260
"""Letters behind a noun within which its amount stands."""
_FRONT = 110
_BEHIND = 70
_SOON = 40
_MOST_TRIED = 3
"""Amounts behind a noun that may be what it came to: it may have risen by or from others."""
_LONGEST_REST = 45
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{3,24}")
_QUOTE = re.compile(r'"')
_MARK = re.compile(r"\{[a-z]\w{1,6}\}")
_CUT = re.compile(r"[;:]|, (?:and|but|while|whereas|et|mais|tandis|và|nhưng|а|но|тогда) ")
_CLAUSE_END = re.compile(r"[;:]|\.(?!\d)")
_PHRASE_END = re.compile(r"[;:,]|\.(?!\d)")
_FOREIGN = re.compile(r"foreign|fdi|étrang|\bide\b|nước ngoài|иностран|пии")
Span = tuple[int, int]


def figures(
    reading: Reading, cast_: Cast, published: str | None
) -> tuple[ExtractedFigure, ...]:
    """Every figure that the sentences of a text tell; one told twice is one."""
    words = figure_words(reading.language.code)
    if words is None:
        return ()
    found: dict[ExtractedFigure, ExtractedFigure] = {}
    starts = [mention.start for mention in cast_.mentions]
    for place, sentence in enumerate(reading.sentences):
        low = reading.view.low[sentence.start : sentence.end]
        if sentence.kind in TELLS and _may_tell(low, words):
            text = _with_peoples(whole(place, reading, cast_, starts), place, reading)
            for figure in _Sentence(
                text, reading, cast_, words=words, published=published
            ).figures():
                found.setdefault(replace(figure, evidence=_NOWHERE), figure)
    return tuple(found.values())


_NOWHERE = Quote(start=0, end=0, text="")


def _may_tell(low: str, words: FigureWords) -> bool:
    if not _DIGIT.search(low):
        return False
    return bool(words.nouns.search(low) or words.verbs.search(low))


def _with_peoples(text: Traced, place: int, reading: Reading) -> Traced:
    """Adjectives of countries become marks that hold the country's code."""
    line = reading.lines[place]
    codes = {line.tokens[at].start: line.demonym(at) for at in range(len(line.tokens))}

    def coded(match: re.Match[str]) -> str | None:
        code = codes.get(text.origins[match.start()])
        return f"{{a{code.lower()}}}" if code else None

    return text.replaced(_WORD, coded).replaced(_QUOTE, lambda _: "")


class _Sentence:
    """One sentence with marks, and the figures in it."""

    def __init__(
        self,
        traced: Traced,
        reading: Reading,
        cast_: Cast,
        *,
        words: FigureWords,
        published: str | None,
    ) -> None:
        self._traced, self._text = traced, traced.text
        self._reading, self._cast = reading, cast_
        self._words, self._published = words, published
        self._amounts = quantities(traced.text, reading.language, words)

    def figures(self) -> Iterator[ExtractedFigure]:
        """In the order of the text; each amount is told once."""
        heads = [
            *self._words.verbs.finditer(self._text),
            *self._words.nouns.finditer(self._text),
        ]
        starts = sorted({head.start() for head in heads})
        used: set[int] = set()
        # a verb before the noun of the same letters: Vietnamese says both alike
        for head in sorted(heads, key=lambda one: one.start()):
            limit = next((at for at in starts if at >= head.end()), len(self._text))
            found = self._of(head, min(limit, head.end() + _CLAUSE))
            if found is not None and found[0].start not in used:
                used.add(found[0].start)
                yield found[1]

    def _of(self, head: re.Match[str], limit: int) -> tuple[Quantity, ExtractedFigure] | None:
        """The figure of one noun or verb, with its amount."""
        is_verb = head.re is self._words.verbs
        behind = [one for one in self._amounts if head.end() <= one.start < limit]
        for amount in behind[:_MOST_TRIED]:
            parts = self._by_verb(head, amount) if is_verb else self._by_noun(head, amount)
            if parts is not None and not self._is_guarded(head, amount):
                figure = self._figure(head, amount, parts)
                return (amount, figure) if figure else None
        return None

    # ------------------------------------------------------------ who stands where

    def _by_noun(self, head: re.Match[str], amount: Quantity) -> dict[str, Span] | None:
        """What stands around a noun that came to an amount; None where it did not."""
        lead = self._words.lead.search(self._text[head.end() : amount.start])
        if lead is None:
            return None
        parts, rest = self._parts(head.end(), head.end() + lead.start())
        if self._words.stops.search(rest) or _MARK.search(rest) or len(rest) > _LONGEST_REST:
            return None
        first = max(head.start() - _FRONT, 0)
        front = self._words.front.search(self._text[first : head.start()])
        return (_spans(front, first) if front else {}) | parts

    def _by_verb(self, head: re.Match[str], amount: Quantity) -> dict[str, Span] | None:
        """What stands around a verb and its amount."""
        first = max(head.start() - _FRONT, 0)
        subject = self._words.subject.search(self._text[first : head.start()])
        if subject is None or (head.lastgroup == "output" and amount.value):
            return None
        parts, rest = self._parts(head.end(), amount.start)
        done = self._words.done.fullmatch(f"{rest} " if rest else "")
        if done is None:
            return None
        parts |= (
            self._parts(amount.end, self._until(_PHRASE_END, amount.end, _BEHIND))[0] | parts
        )
        if goods := done.groupdict().get("goods"):
            at = self._text.index(goods, head.end())
            parts["goods"] = (at, at + len(goods))
        return _spans(subject, first) | parts

    def _parts(self, start: int, end: int) -> tuple[dict[str, Span], str]:
        """What a stretch of text names, and what else is in it."""
        parts: dict[str, Span] = {}
        rest = self._text[start:end]
        for pattern in (*self._words.periods, *self._words.parts):
            match = pattern.search(rest)
            if match:
                own = _spans(match, start) if pattern in self._words.parts else {}
                parts = own | parts
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
        return parts, " ".join(rest.split())

    def _until(self, end: re.Pattern[str], start: int, most: int) -> int:
        match = end.search(self._text, start, start + most)
        return match.start() if match else min(start + most, len(self._text))

    # ------------------------------------------------------------ what is told of it

    def _is_guarded(self, head: re.Match[str], amount: Quantity) -> bool:
        """Whether it is only hoped for, planned or denied."""
        soon = self._until(_PHRASE_END, amount.end, _SOON)
        return bool(self._words.guards.search(self._text[self._begin(head) : soon]))

    def _begin(self, head: re.Match[str]) -> int:
        """Where the clause of a noun or verb begins."""
        first = max(head.start() - _FRONT, 0)
        cuts = [first + cut.end() for cut in _CUT.finditer(self._text[first : head.start()])]
        return cuts[-1] if cuts else first

    def _figure(
        self, head: re.Match[str], amount: Quantity, parts: dict[str, Span]
    ) -> ExtractedFigure | None:
        measure = cast("FigureMeasure", head.lastgroup)
        origin, destination = (
            self._side(parts.get(side)) for side in _sides(measure, head[0], parts)
        )
        if origin == destination or not self._can_be(measure, origin):
            return None
        goods = parts.get("goods") or self._goods_behind(amount)
        until = self._until(_CLAUSE_END, amount.end, _BEHIND)
        moved = change(self._text[head.end() : until], self._reading.language, self._words)
        period = self._period(head, amount)
        places = [head.span(), (amount.start, amount.end), *parts.values()]
        if moved:
            places.append((head.end() + moved.start, head.end() + moved.end))
        places += [goods] if goods else []
        places += [period[1]] if period else []
        return ExtractedFigure(
            measure=measure,
            evidence=self._quote((min(at for at, _ in places), max(at for _, at in places))),
            goods=self._quote(goods).text if goods else None,
            origin=origin[0],
            destination=destination[0],
            origin_country=origin[1],
            destination_country=destination[1],
            value=amount.value,
            quantity=amount.quantity,
            unit=amount.unit,
            period=period[0] if period else None,
            change=moved.by if moved else None,
        )

    def _quote(self, span: Span) -> Quote:
        return self._reading.view.quote(*self._traced.span(*span))

    def _goods_behind(self, amount: Quantity) -> Span | None:
        match = self._words.goods_behind.match(self._text, amount.end)
        return match.span("goods") if match else None

    def _period(self, head: re.Match[str], amount: Quantity) -> tuple[str, Span] | None:
        """When: told between noun and amount, behind the amount, or in front of the noun."""
        end = self._until(_CLAUSE_END, amount.end, _BEHIND)
        compared = self._words.compared.search(self._text, amount.end, end)
        between = self._words.compared.search(self._text, head.end(), amount.start)
        regions = (
            (head.end(), between.start() if between else amount.start),
            (amount.end, compared.start() if compared else end),
            (self._begin(head), head.start()),
        )
        language = self._reading.language
        for start, stop in regions:
            for pattern in self._words.periods:
                match = pattern.search(self._text, start, stop)
                told = match and period_of(match, self._words, language, self._published)
                if match and told:
                    return told, match.span()
        return None

    def _side(self, span: Span | None) -> tuple[int | None, str | None]:
        """Who a mark stands for: an entity of the cast, or at least a country."""
        if span is None:
            return None, None
        mark = self._text[span[0] : span[1]]
        if not mark.startswith("{a"):
            place = int(mark[2:-1])
            return place, self._cast.entities[place].country
        code = mark[2:-1].upper()
        nations = (
            place
            for place, entity in enumerate(self._cast.entities)
            if entity.reference == f"country:{code}"
        )
        return next(nations, None), code

    def _can_be(self, measure: FigureMeasure, origin: tuple[int | None, str | None]) -> bool:
        """Sales are those of a firm."""
        firm = origin[0] is not None and self._cast.entities[origin[0]].type == "company"
        return measure != "sales" or firm


def _sides(measure: FigureMeasure, told: str, parts: dict[str, Span]) -> tuple[str, str]:
    """Under which names its origin and destination stand among the parts."""
    owner = next((name for name in ("owner", "one") if name in parts), "")
    place = "place" if "place" in parts else ""
    if measure == "trade":
        return owner, "other"
    if measure == "imports":
        return "origin", "destination" if "destination" in parts else owner or place
    if measure == "investment":
        into = "destination" if "destination" in parts else place
        inward = bool(_FOREIGN.search(told)) and not into
        return ("origin", owner) if inward else (owner or "origin", into)
    if measure == "exports":
        return "origin" if "origin" in parts else owner, "destination"
    made = (
        name for name in ("owner", "one", "place", "destination", "origin") if name in parts
    )
    return next(made, ""), ""


def _spans(match: re.Match[str], offset: int) -> dict[str, Span]:
    return {
        name: (offset + match.start(name), offset + match.end(name))
        for name, part in match.groupdict().items()
        if part
    }
