"""Text under change that still knows where each of its letters stands in the article."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each letter of it, an offset in `View.plain`."""

    text: str
    origins: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stands, as offsets in `View.plain`; never an empty stretch."""
        return self.origins[start], self.origins[end - 1] + 1

    def with_mark(self, start: int, end: int, mark: str) -> "Traced":
        """Put a mark in place of the letters that stand from `start` to `end` in `View.plain`."""
        first, last = bisect_left(self.origins, start), bisect_left(self.origins, end)
        if first >= last or self.origins[first] != start or self.origins[last - 1] != end - 1:
            return self
        return Traced(
            self.text[:first] + mark + self.text[last:],
            self.origins[:first] + placed(mark, start, end) + self.origins[last:],
        )

    def replaced(
        self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str | None]
    ) -> "Traced":
        """Put what `by` answers in place of each match; None leaves a match as it is.

        What is put in takes the place of what it replaces.
        """
        parts: list[str] = []
        origins: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            put = by(match)
            if put is None:
                continue
            parts.extend((self.text[at : match.start()], put))
            origins.extend(self.origins[at : match.start()])
            origins.extend(placed(put, *self.span(*match.span())))
            at = match.end()
        if not parts:
            return self
        return Traced("".join([*parts, self.text[at:]]), origins + self.origins[at:])


def placed(text: str, start: int, end: int) -> list[int]:
    """The offsets of letters that stand for a stretch: the last for its last, the rest for its first."""
    return [start] * (len(text) - 1) + [end - 1] if text else []
