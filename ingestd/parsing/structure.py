# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
"""What each stretch of a text is for: title, dateline, caption, credit, question, body."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingestd.events.facts import Block, BlockKind
from ingestd.parsing import credits as signs
from ingestd.parsing.datelines import dateline_length
from ingestd.parsing.letters import ends_sentence
from ingestd.parsing.metadata import is_date, is_keyed, is_tags, is_trail, prefix_length
from ingestd.parsing.paragraphs import Paragraph, paragraphs

_HEADLINE = range(3, 31)
_HEADING = 16
_CAPTION = 80
_TEXT = 15
"""Words: the span of headlines, the longest heading and caption, and the shortest line that is text."""

_OPENING = 2
"""Paragraphs of the body within which a bare place in capitals can open a dispatch."""

_MARKDOWN = re.compile(r"#{1,6}\s+\S")
_ASKED = re.compile(
    r"(?:[-–—•*]\s*\S|(?:q|question|hỏi|pv|phóng viên|вопрос|reporter|interviewer|journaliste|корр\.?)\s?[:.]\s)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-–—•*>]|\d{1,3}[.)])\s")
_QUESTIONED = re.compile(r"[?？]['\"”’»)\]]*$")


_ARTICLE: frozenset[BlockKind] = frozenset({"title", "heading", "question", "body"})
"""What belongs to the article itself, as against what stands around it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands among the others.

    `opening`: nothing of the article came before; `beside`: it shares its line with
    `date 2021-11`, where no headline stands; `repeated`: a neighbour says the same;
    `leads`: text follows soon; `heads`: text follows at once or nearly so.
    """

    opening: bool
    beside: bool
    repeated: bool
    leads: bool
    heads: bool
    last: bool


def structure(text: str) -> tuple[Block, ...]:
    """Tell what each stretch of a text is for.

    Blocks do not overlap, keep the order, have no blank edges, and together hold every
    character that is not blank. A paragraph of the body is one block, without its dateline
    and the agency's sign at its end. Time grows with the length of the text.
    """
    found = paragraphs(text)
    prefix = prefix_length(found[0].text) if found else 0
    if not prefix:
        return tuple(_blocks(found, beside=False))
    rest = found[0].cut(prefix, len(found[0].text))
    dated = _block("metadata", found[0].cut(0, prefix))
    others = [rest, *found[1:]] if rest else found[1:]
    return (*dated, *_blocks(others, beside=rest is not None))


def _blocks(found: list[Paragraph], *, beside: bool) -> Iterator[Block]:
    texts = [_is_text(paragraph) for paragraph in found]
    opening, bodies = True, 0
    for at, paragraph in enumerate(found):
        place = _Place(
            opening=opening,
            beside=beside and at == 0,
            repeated=paragraph.text in {other.text for other in _neighbours(found, at)},
            leads=any(texts[at + 1 : at + 6]),
            heads=any(texts[at + 1 : at + 3]),
            last=at == len(found) - 1,
        )
        kind = _kind(paragraph, place)
        yield from _cut(paragraph, kind, opening=bodies < _OPENING)
        opening = opening and kind not in _ARTICLE
        bodies += kind == "body"


def _neighbours(found: list[Paragraph], at: int) -> list[Paragraph]:
    return found[max(at - 1, 0) : at] + found[at + 1 : at + 2]


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.words >= _TEXT or ends_sentence(paragraph.text)


_Rule = Callable[[Paragraph, _Place], bool]


def _is_metadata(paragraph: Paragraph, place: _Place) -> bool:
    line = paragraph.text
    return is_date(line) or is_tags(line) or (place.opening and is_keyed(line))


def _is_junk(paragraph: Paragraph, place: _Place) -> bool:
    """Tell what stands on a page above its headline: a section's name, a button, a trail."""
    line = paragraph.text
    bare = paragraph.words < _HEADLINE.start and not ends_sentence(line)
    bare = bare and place.leads and not _MARKDOWN.match(line)
    return place.opening and (is_trail(line) or bare)


def _is_title(paragraph: Paragraph, place: _Place) -> bool:
    return (place.opening and place.leads and not place.beside) and _is_headline(paragraph)


def _is_heading(paragraph: Paragraph, place: _Place) -> bool:
    if _MARKDOWN.match(paragraph.text):
        return True
    line = paragraph.text
    short = paragraph.words <= _HEADING and not ends_sentence(line)
    plain = not _opens_dispatch(line) and signs.agency_start(line) == len(line)
    return place.heads and short and plain and any(map(str.isalpha, line))


def _is_caption(paragraph: Paragraph, place: _Place) -> bool:
    line = paragraph.text
    if paragraph.words > _CAPTION or _opens_dispatch(line):
        return False
    beside = place.beside and not ends_sentence(line)
    return place.repeated or beside or signs.credit_start(line) < len(line)


def _is_question(paragraph: Paragraph, _: _Place) -> bool:
    asked = _ASKED.match(paragraph.text) or paragraph.words <= _HEADING
    return bool(asked and _QUESTIONED.search(paragraph.text[-8:]))


_RULES: tuple[tuple[BlockKind, _Rule], ...] = (
    ("metadata", _is_metadata),
    ("credit", lambda paragraph, _: signs.is_credit(paragraph.text)),
    ("byline", lambda paragraph, _: signs.is_byline(paragraph.text)),
    ("agency", lambda paragraph, place: not place.opening and signs.is_agency(paragraph.text)),
    ("metadata", _is_junk),
    ("title", _is_title),
    ("caption", _is_caption),
    ("question", _is_question),
    ("heading", _is_heading),
    ("byline", lambda paragraph, place: place.last and signs.is_signature(paragraph.text)),
)


def _kind(paragraph: Paragraph, place: _Place) -> BlockKind:
    """Return the first kind whose rule agrees; what nothing claims is body."""
    return next((kind for kind, agrees in _RULES if agrees(paragraph, place)), "body")


def _is_headline(paragraph: Paragraph) -> bool:
    line = paragraph.text
    if _MARKDOWN.match(line):
        return True
    closed = ends_sentence(line) and not line.rstrip("'\"”’»)]").endswith(("?", "!", "…"))
    if paragraph.words not in _HEADLINE:
        return False
    return not (closed or _ITEM.match(line) or _opens_dispatch(line))


def _opens_dispatch(line: str) -> bool:
    return dateline_length(line, opening=True) > 0


def _cut(paragraph: Paragraph, kind: BlockKind, *, opening: bool) -> Iterator[Block]:
    """Part a paragraph from its dateline and from the signs at its end."""
    text, start, end = paragraph.text, 0, len(paragraph.text)
    if kind == "body":
        start = dateline_length(text, opening=opening)
    sign: BlockKind = "credit"
    if kind in {"body", "caption"}:
        end = signs.credit_start(text)
    if kind == "body" and end == len(text):
        sign, end = "agency", signs.agency_start(text)
    end = max(end, start)
    yield from _block("dateline", paragraph.cut(0, start))
    yield from _block(kind, paragraph.cut(start, end))
    yield from _block(sign, paragraph.cut(end, len(text)))


def _block(kind: BlockKind, part: Paragraph | None) -> list[Block]:
    return [Block(kind=kind, start=part.start, end=part.end)] if part else []
