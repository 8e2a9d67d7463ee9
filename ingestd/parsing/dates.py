"""When a document was published, by its own account, as precisely as it says."""

import re
from datetime import date

from ingestd.parsing.letters import LETTER
from ingestd.parsing.metadata import DATE, is_date, value_of
from ingestd.parsing.page import Page

_ISO = re.compile(rf"(?<!\d){DATE}(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_ISO_DAY = re.compile(r"(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:er|st|nd|rd|th)?\s([{LETTER}]{{3,9}})\.?,?\s(\d{{4}})"
)
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})")
_MONTH_FIRST = re.compile(rf"([{LETTER}]{{3,9}})\.?\s(\d{{1,2}}),?\s(\d{{4}})")
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "янв"),
    ("feb", "fév", "fev", "фев"),
    ("mar", "мар"),
    ("apr", "avr", "апр"),
    ("may", "mai", "май", "мая"),
    ("jun", "juin", "июн"),
    ("jul", "juil", "июл"),
    ("aug", "aoû", "aou", "авг"),
    ("sep", "сен"),
    ("oct", "окт"),
    ("nov", "ноя"),
    ("dec", "déc", "дек"),
)
_TWELVE = len(_MONTHS)
_MONTHS_FIRST = frozenset({"en", None})
"""Languages whose 3/11/2021 may be a day of March; 3.11.2021 is one of November anywhere."""

_DATED = (
    "date",
    "publi",
    "posted",
    "update",
    "last",
    "ngày",
    "đăng",
    "cập",
    "дата",
    "опубликовано",
)


def published(page: Page, *, language: str | None, claimed: str | None) -> str | None:
    """Return the date of publication, ISO 8601, possibly only YYYY or YYYY-MM.

    The document itself is believed first: its metadata, then its dateline where that has a
    year; then what its source claims; at last the day on which its file was made.
    """
    return page.published or stated(page, language) or iso(claimed) or iso(page.made)


def stated(page: Page, language: str | None) -> str | None:
    """Return the first date in the text's metadata or dateline."""
    lines = page.lines("metadata")
    values = (value_of(line, _DATED) or (line if is_date(line) else None) for line in lines)
    told = [*filter(None, values), *page.lines("dateline")[:1]]
    found = (read_date(line, language) for line in told)
    return next((day for day in found if day), None)


def iso(value: str | None) -> str | None:
    """Return a value that is an ISO 8601 date of a real day, perhaps with its time."""
    found = _ISO.fullmatch(value.strip()) if value else None
    return found.group().replace(" ", "T") if found and _real(found.group()[:10]) else None


def read_date(line: str, language: str | None) -> str | None:
    """Return the date that a value is, or that a short line spells out with its year."""
    return iso(line) or _figures(line, language) or _spelled(line) or _iso_in(line)


def _iso_in(line: str) -> str | None:
    found = _ISO_DAY.search(line)
    return iso(found.group()) if found else None


def _figures(line: str, language: str | None) -> str | None:
    found = _FIGURES.search(line)
    if not found:
        return None
    day, month, year = map(int, found.group(1, 3, 4))
    unsure = language in _MONTHS_FIRST and found.group(2) != "."
    if unsure and day <= _TWELVE and month != day:
        return None
    return _day(year, month, day)


def _spelled(line: str) -> str | None:
    numbered = _NUMBERED.search(line)
    if numbered:
        day, month, year = map(int, numbered.groups())
        return _day(year, month, day)
    return _worded(line)


def _worded(line: str) -> str | None:
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for found in pattern.finditer(line):
            number = _month(found.group(month))
            if number:
                return _day(int(found.group(3)), number, int(found.group(day)))
    return None


def _month(word: str) -> int | None:
    folded = word.casefold()
    numbered = enumerate(_MONTHS, start=1)
    return next((number for number, names in numbered if folded.startswith(names)), None)


def _day(year: int, month: int, day: int) -> str | None:
    spelled = f"{year:04}-{month:02}-{day:02}"
    return spelled if _real(spelled) else None


def _real(day: str) -> bool:
    try:
        date.fromisoformat(day + "-01-01"[len(day) - len("YYYY") :])
    except ValueError:
        return False
    return True
