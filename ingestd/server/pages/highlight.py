"""Marks places in a text; pure, and safe whatever the text holds."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """A place that bears something out; `anchor` is the id by which it can be linked to."""

    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """A place where somebody or something is named, with the page about it."""

    start: int
    end: int
    link: str
    kind: str


def paragraphs(
    text: str, *, evidence: Sequence[Evidence] = (), mentions: Sequence[Mention] = ()
) -> list[Markup]:
    """Return each line that is not blank as HTML, evidence and mentions marked in it.

    Spans are code points into `text`; what lies outside of it is left out. Evidence may
    overlap; of mentions that do, the longest is marked. Without its tags, a line is the text.
    """
    marks = _Marks(
        proven=[_trimmed(place, text) for place in sorted(evidence) if _is_in(place, text)],
        named=_apart(place for place in mentions if _is_in(place, text)),
    )
    return [
        Markup("").join(
            marks.on(text[start:end], start) for start, end in _cut(*line, marks.edges)
        )
        for line in _lines(text)
    ]


class _Marks:
    """What is marked, asked for by where a piece of the text begins."""

    def __init__(self, *, proven: list[Evidence], named: list[Mention]) -> None:
        self._proven = proven
        self._named = named
        places: list[Evidence | Mention] = [*proven, *named]
        self.edges = sorted({edge for place in places for edge in (place.start, place.end)})

    def on(self, words: str, start: int) -> Markup:
        """Return a piece as HTML; nothing begins or ends inside of it."""
        shown = escape(words)
        if mention := self._mention_at(start):
            shown = Markup('<a class="mention {}" href="{}">{}</a>').format(
                mention.kind, mention.link, shown
            )
        if any(place.start <= start < place.end for place in self._proven):
            shown = Markup("<mark>{}</mark>").format(shown)
        for place in self._proven:
            if place.start == start:
                anchor = Markup('<span class="anchor" id="{}"></span>').format(place.anchor)
                shown = anchor + shown
        return shown

    def _mention_at(self, start: int) -> Mention | None:
        at = bisect_right(self._named, start, key=lambda m: m.start)
        return self._named[at - 1] if at and start < self._named[at - 1].end else None


def _is_in(place: Evidence | Mention, text: str) -> bool:
    return 0 <= place.start < place.end <= len(text)


def _trimmed(place: Evidence, text: str) -> Evidence:
    """Begin at a word: a line break shows nothing that a link could lead to."""
    words = text[place.start : place.end]
    return replace(place, start=place.start + len(words) - len(words.lstrip()))


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Choose mentions that do not overlap: longer before shorter, earlier before later."""
    chosen: list[Mention] = []
    for place in sorted(mentions, key=lambda m: (m.start - m.end, m)):
        at = bisect_right(chosen, place.start, key=lambda m: m.start)
        before, behind = chosen[:at][-1:], chosen[at : at + 1]
        if all(m.end <= place.start for m in before) and all(
            place.end <= m.start for m in behind
        ):
            chosen.insert(at, place)
    return chosen


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _cut(start: int, end: int, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a line wherever something begins or ends in it."""
    inside = edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]
    bounds = [start, *inside, end]
    yield from pairwise(bounds)
