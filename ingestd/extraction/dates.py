# ruff: noqa: RUF001, PLR2004 - days and months; Cyrillic letters are meant as they stand
"""Days and months told in a text, resolved against its day of publication alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ingestd.extraction.languages.pack import Language

_DEADLINE = re.compile(
    r"(?:\b(?:by|until|till|since|from|starting|before|after|effective|end of|beginning|of|expires? (?:on|in)"
    r"|d'ici|jusqu'au?|à partir d[eu]|depuis|avant|après|dès|от|до|с|начиная с|после|từ|đến|trước|kể từ|сообщил[аио]?|рассказал[аио]?|заявил[аио]?|уточнил[аио]?)"
    r"(?: le| the| ngày)?|établi[es]* en|fin) $"
)
_MONTHS_AHEAD = 2
_WHOLE_DAY = 10


@dataclass(frozen=True, slots=True)
class Day:
    """A date at its place in the text that was searched: ISO 8601, a day or a month."""

    start: int
    end: int
    iso: str


def days(low: str, language: Language, published: str | None) -> list[Day]:
    """The dates that say when something happened; deadlines and terms are left out.

    A date without a year is known only if the year of publication is.
    """
    found: dict[int, Day] = {}
    for pattern in language.numbers.dates:
        for day in _days(pattern, low, language, published):
            if not any(
                other.start < day.end and day.start < other.end for other in found.values()
            ):
                found[day.start] = day
    return [found[start] for start in sorted(found)]


def weekday(low: str, language: Language, published: str | None) -> Day | None:
    """The last such day up to the publication's, for a text that says "on Thursday" alone."""
    told = _day_of(published)
    if told is None:
        return None
    for match in _weekdays(language.code, tuple(language.numbers.weekdays)).finditer(low):
        if not _DEADLINE.search(low[max(match.start() - 24, 0) : match.start()]):
            back = (told.weekday() - language.numbers.weekdays[match[1]]) % 7
            iso = (told - timedelta(days=back)).isoformat()
            return Day(match.start(), match.end(), iso)
    return None


def relative(low: str, language: Language, published: str | None) -> Day | None:
    """The first day, month or year told by its distance: "yesterday", "last month"."""
    words = language.numbers.relative
    for match in _relative(tuple(words)).finditer(low) if words and published else ():
        unit, distance = words[match[1]]
        iso = _moved(published or "", unit, distance)
        if iso and not _DEADLINE.search(low[max(match.start() - 24, 0) : match.start()]):
            return Day(match.start(), match.end(), iso)
    return None


def _moved(published: str, unit: str, distance: int) -> str | None:
    """A date so many units after another, only as exact as the unit."""
    day = _day_of(published)
    if unit == "day":
        return (day + timedelta(days=distance)).isoformat() if day else None
    year = int(published[:4])
    if unit == "year":
        return str(year + distance)
    month = int(published[5:7] or 0)
    if not 1 <= month <= 12:
        return None
    months = year * 12 + month - 1 + distance
    return f"{months // 12}-{months % 12 + 1:02}"


@cache
def _relative(names: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({listed})(?!\w)")


def _day_of(published: str | None) -> date | None:
    """The day of publication, if it is told and in the calendar."""
    if not published or len(published) < _WHOLE_DAY:
        return None
    try:
        return date.fromisoformat(published[:_WHOLE_DAY])
    except ValueError:  # "2024-02-30", as pages claim
        return None


@cache
def _weekdays(_language: str, names: tuple[str, ...]) -> re.Pattern[str]:
    ahead = r"(?<!next )(?<!every )(?<!each )(?<!chaque )(?<!le )(?<!coming )"
    return re.compile(rf"(?<!\w){ahead}({'|'.join(names)})(?!\w)(?! (?:prochain|tới|sau))")


def _days(
    pattern: re.Pattern[str], low: str, language: Language, published: str | None
) -> Iterator[Day]:
    for match in pattern.finditer(low):
        if _DEADLINE.search(low[max(match.start() - 24, 0) : match.start()]):
            continue
        iso = _iso(match.groupdict(), language, published)
        if iso:
            yield Day(*_place(match), iso)


def _place(match: re.Match[str]) -> tuple[int, int]:
    """From the first to the last of a date's parts."""
    spans = [match.span(name) for name, part in match.groupdict().items() if part]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _iso(parts: dict[str, str | None], language: Language, published: str | None) -> str | None:
    if "month" not in parts:
        return parts["year"]
    name = parts["month"] or ""
    month = language.numbers.months.get(name) or (int(name) if name.isdigit() else 0)
    day = int(parts.get("day") or 0)
    if not 1 <= month <= 12 or day > 31:
        return None
    year = parts.get("year") or _year(month, published)
    if not year:
        return None
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _year(month: int, published: str | None) -> str | None:
    """A month far ahead of the publication was last year's."""
    if not published:
        return None
    year, told = int(published[:4]), int(published[5:7] or 0)
    return str(year - 1 if told and month - told > _MONTHS_AHEAD else year)
