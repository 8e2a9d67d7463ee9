"""A long text in pieces that overlap; nothing is left out, no word is cut but an endless one."""

import re
from collections.abc import Iterator

_ENDS = (re.compile(r"\n(?=\S)"), re.compile(r"(?<=[.!?])\s"), re.compile(r"\s"))


def windows(text: str, size: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Start and end of each piece, at most `size` characters; each but the first goes back.

    A piece ends with a paragraph, a sentence or a word, in the second half of what it may be.
    """
    start = 0
    while len(text) - start > size:
        end = _end(text, start + size // 2, start + size)
        yield start, end
        start = max(_begin(text, end - overlap, end), start + 1)
    yield start, len(text)


def _end(text: str, first: int, last: int) -> int:
    for pattern in _ENDS:
        found = [match.end() for match in pattern.finditer(text, first, last)]
        if found:
            return found[-1]
    return last


def _begin(text: str, first: int, last: int) -> int:
    """The first word that begins there."""
    found = re.compile(r"(?<=\s)\S").search(text, first, last)
    return found.start() if found else first
