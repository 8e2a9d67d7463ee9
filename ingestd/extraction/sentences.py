# ruff: noqa: RUF001 - Cyrillic letters are meant; lengths of names
"""Blocks to sentences: by punctuation, minding abbreviations and initials."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.events.facts import Block, BlockKind
from ingestd.extraction.view import View

_END = re.compile(r"""(?<![.!?\u2026])[.!?\u2026]+["')\]]*(?=\s)|\n[ ]*(?=\n)|\n""")
"""A row of dots is tried once, from its first: rows as long as a text are quick, too."""
_ABBREVIATION = re.compile(
    r"""(?:^|[\s("'.])(?:mr|mrs|ms|dr|prof|gen|col|lt|st|no|vs|inc|ltd|co|corp|jr|sr|bros|messrs|approx|"""
    r"""mm|mme|mlle|gov|sen|rep|hon|capt|sgt|dept|u\.s|u\.k|e\.g|i\.e|art|ex|m|"""
    r"""tp|gs|ts|ths|pgs|ks|bs|tt|р|г|гг|им|т|д|тыс|млн|млрд|трлн|руб|долл|ул|стр|п|см|"""
    r"""[a-zà-ỹа-я])\.$"""
)
_LETTERED = re.compile(
    r"(?:раунд|сери|класс|категори|витамин|гепатит|series|round|class|grade|vitamin|hepatitis|vòng|hạng|série|classe)[а-яё]{0,3} [a-zа-я]\.$"
)
"""A letter that counts, and may end a sentence: "round B."."""
_SHORT_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$")
# A day in German is an ordinal: "am 3. Februar".
_DAY = re.compile(r"(?<!\d)[0-3]?\d\.$")
_GERMAN_MONTH = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
)
_TERMINAL = ".!?:;\u2026\"')"
_SHORT_LINE = 48
_LONGEST = 1500
"""Letters; real sentences are shorter, and time within one grows faster than its length."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of `View.plain` that says one thing, and the kind of block it stands in."""

    start: int
    end: int
    kind: BlockKind


def sentences(view: View, blocks: tuple[Block, ...]) -> list[Sentence]:
    """All sentences in the order of the text; without blocks, all of it is body."""
    found: list[Sentence] = []
    for block in blocks or (Block(kind="body", start=0, end=len(view.raw)),):
        start, end = view.inward(block.start), view.inward(block.end)
        found.extend(
            Sentence(*trimmed, block.kind)
            for whole in _cuts(view, start, min(end, len(view.plain)))
            for cut in _short(view.plain, *whole)
            if (trimmed := _trim(view.plain, *cut))
        )
    return found


def _cuts(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(view.plain, start, end):
        if match.start() >= begin and _is_end(view, begin, match, end):
            yield begin, match.end()
            begin = match.end()
    yield begin, end


def _short(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for any sentence: tables, lists, noise."""
    while end - start > _LONGEST:
        at = plain.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield start, at
        start = at
    yield start, end


def _is_end(view: View, begin: int, match: re.Match[str], end: int) -> bool:
    if match.group().startswith("\n"):
        return _is_break(view, begin, match, end)
    rest = view.plain[match.end() : match.end() + 12].lstrip(" \n\"'(-")
    before = view.low[max(begin, match.start() - 16) : match.start() + 1]
    numbered = before[-2:-1].isdigit() and _DAY.search(before)
    if rest[:1].islower() or (numbered and _GERMAN_MONTH.match(rest)):
        return False
    if not before.endswith("."):
        return True
    if rest[:1].isdigit() and _SHORT_MONTH.search(before):
        return False
    # "Co." may end a sentence; an initial or a title never does
    return not _ABBREVIATION.search(before) or _LETTERED.search(before) is not None


def _is_break(view: View, begin: int, match: re.Match[str], end: int) -> bool:
    """A single line feed inside a paragraph may only be a wrapped line."""
    if match.end() < end and view.plain[match.end()] == "\n":
        return True
    line_start = max(begin, view.plain.rfind("\n", begin, match.start()) + 1)
    line = view.plain[line_start : match.start()].rstrip()
    rest = view.plain[match.end() : match.end() + 4].lstrip()
    if not line or line[-1] in _TERMINAL or rest[:1] in "-•*":
        return True
    return len(line) < _SHORT_LINE and not rest[:1].islower()


def _trim(plain: str, start: int, end: int) -> tuple[int, int] | None:
    piece = plain[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(stripped)
