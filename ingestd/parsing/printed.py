# ruff: noqa: RUF001 - marks and letters of four languages are meant as they stand
"""Paragraphs out of printed pages: lines that were broken to a width, headers, page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingestd.parsing.composed import Part
from ingestd.parsing.letters import ends_sentence

_FULL = 0.75
"""Of the page's width: a line that long has not been ended by its writer."""

_WIDE = 40
"""Characters of a line, below which lines are no prose."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:(?:page|trang|стр\.?|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|sur|из)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_ITEM = re.compile(r"(?:[-–—•*▪●]|\d{1,3}[.)])\s")
_FEW_PAGES = 3


def paragraphs_of(pages: Sequence[str]) -> Iterator[Part]:
    """Give the paragraphs of pages that follow each other, without what stands on each.

    A word that was parted at the end of a line is whole again; a paragraph that goes on on
    the next page is one.
    """
    sheets = [_lines(page) for page in pages]
    running = _running(sheets)
    sheets = [_without(sheet, running) for sheet in sheets]
    width = _width(line for sheet in sheets for line in sheet)
    paragraph: list[str] = []
    above = ""
    for sheet in sheets:
        for at, line in enumerate(sheet):
            closed = at == 0 and ends_sentence(above)
            if paragraph and not closed and _goes_on(above, line, width):
                _join(paragraph, line)
            else:
                yield Part("".join(paragraph))
                paragraph = [line]
            above = line
    yield Part("".join(paragraph))


def _lines(page: str) -> list[str]:
    lines = [" ".join(line.split()) for line in page.replace("\x00", "").splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _edges(sheet: list[str]) -> set[str]:
    return {_DIGITS.sub("0", line) for line in (*sheet[:2], *sheet[-2:])}


def _running(sheets: list[list[str]]) -> set[str]:
    """What stands at the edge of most pages, but for the number in it."""
    counts = Counter(line for sheet in sheets for line in _edges(sheet) if line)
    most = max(_FEW_PAGES, len(sheets) // 2 + 1)
    return {line for line, count in counts.items() if count >= most}


def _without(sheet: list[str], running: set[str]) -> list[str]:
    last = len(sheet) - 1
    return [
        line
        for at, line in enumerate(sheet)
        if not (_is_edge(at, last) and (_DIGITS.sub("0", line) in running or _is_number(line)))
    ]


def _is_edge(at: int, last: int) -> bool:
    return at <= 1 or at >= last - 1


def _is_number(line: str) -> bool:
    return bool(_NUMBER.fullmatch(line))


def _width(lines: Iterable[str]) -> int:
    """The length that few lines go beyond."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(above: str, line: str, width: int) -> bool:
    if not (above and line) or _ITEM.match(line):
        return False
    if width >= _WIDE and len(above) >= width * _FULL:
        return True
    return line[0].islower() and not ends_sentence(above)


def _join(paragraph: list[str], line: str) -> None:
    if _HYPHENED.search(paragraph[-1]) and line[0].islower():
        paragraph[-1] = paragraph[-1][:-1]
        paragraph.append(line)
    else:
        paragraph.append(f" {line}")
