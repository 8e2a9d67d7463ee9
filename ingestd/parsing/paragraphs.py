"""Cutting a text into paragraphs that know their place."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

_WRAPPED = range(60, 101)
"""Longest lines of texts that were broken to a width by an editor or a mailer."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without blank edges, and the offset at which it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def cut(self, start: int, end: int) -> "Paragraph | None":
        """Return the part between two offsets of its own text, trimmed; None if blank."""
        return trimmed(self.text[start:end], self.start + start)


def trimmed(text: str, start: int) -> Paragraph | None:
    """Return a paragraph without the blanks at the text's edges; None if it is all blank."""
    stripped = text.strip()
    if not stripped:
        return None
    return Paragraph(stripped, start + len(text) - len(text.lstrip()))


def paragraphs(text: str) -> list[Paragraph]:
    """Return what is not blank, in order.

    A line is a paragraph, save in texts that were wrapped to a width: there a line goes on
    in the next one when that one's first word would not have fitted.
    """
    lines = list(_lines(text))
    width = _width(lines)
    found: list[Paragraph] = []
    start, end, above = 0, 0, ""
    for line, offset in lines:
        if not _goes_on(above, line, width):
            _keep(found, text, start, end)
            start = offset
        end, above = offset + len(line), line
    _keep(found, text, start, end)
    return found


def _width(lines: list[tuple[str, int]]) -> int:
    """Return the width to which a text was wrapped; 0 where lines are paragraphs."""
    width = max((len(line) for line, _ in lines), default=0)
    broken = any(
        above and line[:1].islower() for (above, _), (line, _) in itertools.pairwise(lines)
    )
    return width if broken and width in _WRAPPED else 0


def _goes_on(above: str, line: str, width: int) -> bool:
    if not (width and above and line.strip()):
        return False
    return len(above) + 1 + len(line.split(maxsplit=1)[0]) > width


def _keep(found: list[Paragraph], text: str, start: int, end: int) -> None:
    paragraph = trimmed(text[start:end], start)
    if paragraph is not None:
        found.append(paragraph)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield each line without its ending, and its offset."""
    offset = 0
    for line in text.splitlines(keepends=True):
        yield line.rstrip(), offset
        offset += len(line)
