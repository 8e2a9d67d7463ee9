# ruff: noqa: PLR2004 - months of a year
"""The stretch of time that a figure is of: a year, a month, or from one day to another."""

import re
from calendar import monthrange

from ingestd.extraction.languages.figures import FigureWords
from ingestd.extraction.languages.pack import Language

_STEM = 4
"""Letters by which an ordinal that bends is known."""


def period_of(
    match: re.Match[str], words: FigureWords, language: Language, published: str | None
) -> str | None:
    """ISO 8601: YYYY, YYYY-MM or two days parted by a slash; None where the year is not known.

    Without a year told, it is that of the publication, or the one before where its months
    are not over by then.
    """
    told = {name: part for name, part in match.groupdict().items() if part}
    months = _months(told, words, language)
    if months is None:
        return None
    year = _year(told, months[1], published)
    if year is None:
        return None
    first, last = months
    if (first, last) == (1, 12):
        return f"{year}"
    if first == last:
        return f"{year}-{first:02}"
    return f"{year}-{first:02}-01/{year}-{last:02}-{monthrange(year, last)[1]:02}"


def _months(
    told: dict[str, str], words: FigureWords, language: Language
) -> tuple[int, int] | None:
    """The first and the last month; None for what is none."""
    if "count" in told:
        return _until(_number(told["count"], language))
    if "half" in told:
        half = _ordinal(told["half"], words)
        return (6 * half - 5, 6 * half) if 1 <= half <= 2 else None
    if "quarter" in told:
        quarter = _ordinal(told["quarter"], words)
        return (3 * quarter - 2, 3 * quarter) if 1 <= quarter <= 4 else None
    if "month" in told:
        last = _month(told["month"], language)
        first = _month(told["since"], language) if "since" in told else last
        return (first, last) if 1 <= first <= last <= 12 else None
    return 1, 12


def _until(count: int) -> tuple[int, int] | None:
    return (1, count) if 1 <= count <= 12 else None


def _number(text: str, language: Language) -> int:
    return int(text) if text.isdecimal() else language.numbers.words.get(text, 0)


def _month(text: str, language: Language) -> int:
    return int(text) if text.isdecimal() else language.numbers.months.get(text, 0)


def _ordinal(text: str, words: FigureWords) -> int:
    return words.ordinals.get(text) or words.ordinals.get(text[:_STEM], 0)


def _year(told: dict[str, str], last: int, published: str | None) -> int | None:
    if "year" in told:
        return int(told["year"])
    if published is None:
        return None
    year, month = int(published[:4]), int(published[5:7] or 12)
    if "last" in told:
        return year - 1
    return year - 1 if last > month and "this" not in told else year
