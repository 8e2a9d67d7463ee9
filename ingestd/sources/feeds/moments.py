"""Dates of feeds, in the many forms that people have written them in; pure, and without a today."""

import re
from datetime import UTC, datetime, timedelta

_MONTHS = {
    1: "jan ene gen jän янв",
    2: "feb fev fév feb фев",
    3: "mar mär mrt мар",
    4: "apr avr abr апр",
    5: "may mai mei mag май мая",
    6: "jun juin giu июн",
    7: "jul juil lug июл",
    8: "aug aoû aou ago авг",
    9: "sep set сен",
    10: "oct okt out ott окт",
    11: "nov ноя",
    12: "dec dez déc dic дек",
}
_NUMBER = {name: number for number, names in _MONTHS.items() for name in names.split()}
_ZONES = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1,
    "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "IST": 5.5, "ICT": 7, "SGT": 8, "HKT": 8,
    "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
}  # fmt: skip
"""Hours from UTC; of a name that several regions use, what most feeds mean by it."""

_NAMED = rf"(?P<m>{'|'.join(_NUMBER)})[^\W\d_]*\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?(?!\d|:)"
_YEAR = r"(?P<y>\d{4})(?![\d:])"
_CLOCK = r"\d{1,2}:\d\d"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?=T\d{2}|$)",
        rf"\b{_NAMED}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}",
        # the year may be of two digits, but is never the beginning of a time
        rf"\b{_DAY}[-\s.,]*(?:[^\W\d_]+,\s*|de\s+)?{_NAMED}[-\s.,']*(?:de\s+)?(?P<y>\d{{4}}|\d\d)(?![\d:])",
        rf"\b{_NAMED}\s+{_DAY}(?=\s+{_CLOCK}).*?(?<![-+\d]){_YEAR}",
        rf"(?<!\d){_YEAR}\s+{_NAMED}\s+{_DAY}",
    )
)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:+-])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\b)?",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"(?<=T)(\d\d)(\d\d)(\d\d)?()")
_OFFSET = re.compile(r"([+-])-?(\d{1,2})(?::?(\d\d))?(?!\d)")
_ZONE = re.compile(r"(?<![A-Za-z])[A-Z]{2,4}(?![A-Za-z])")
_ISO_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_RFC_822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"(\d\d):(\d\d):(\d\d) (GMT|UTC|Z|[+-]\d{4})"
)
_TWELVE = 12
_CENTURY = 100
_TURN = 69
_LONGEST = 100


def moment(text: str) -> str | None:
    """Read a date: ISO 8601, in UTC where it has a time of day; None where it is none.

    What names no zone is taken for UTC; of `2/1/2006` the day comes first, unless there is no
    such month, or a time that says "pm".
    """
    text = " ".join(text.split())[:_LONGEST]
    if _ISO_DAY.fullmatch(text):
        return text if _real(f"{text}-01-01"[:10]) else None
    return _by_the_book(text) or _by_guess(text)


def _by_the_book(text: str) -> str | None:
    """ISO 8601 with a time, and RFC 822, which is most of what feeds hold: quickly."""
    try:
        if text[4:5] == "-":
            told = datetime.fromisoformat(text)
            return _shown(told if told.tzinfo else told.replace(tzinfo=UTC))
        book = _RFC_822.fullmatch(text)
        return None if book is None else _by_rfc_822(book)
    except (ValueError, OverflowError):
        return None


def _by_rfc_822(book: re.Match[str]) -> str:
    day, month, year, hour, minute, second, zone = book.groups()
    date = int(year), _NUMBER[month.lower()], int(day)
    told = datetime(*date, int(hour), int(minute), int(second), tzinfo=UTC)
    return _shown(told - _offset(zone))


def _by_guess(text: str) -> str | None:
    found = _date(text)
    if found is None:
        return None
    day, rest = found
    time = _TIME.search(rest) or _COMPACT_TIME.search(rest)
    if time is None:
        return f"{day:%Y-%m-%d}"
    return _in_utc(day, time, _offset(rest[time.end() :]))


def _date(text: str) -> tuple[datetime, str] | None:
    """The day, and what else is written."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            day = _day(found["y"], _month(found["m"]), int(found["d"]))
            if day is not None:
                return day, _without(text, found)
    found_figures = _FIGURES.search(text)
    if found_figures is None:
        return None
    first, _, second, year = found_figures.groups()
    day = _figures(int(first), int(second), year, american=_is_american(text))
    return (day, text.replace(found_figures.group(), " ")) if day else None


def _figures(first: int, second: int, year: str, *, american: bool) -> datetime | None:
    day, month = (second, first) if american else (first, second)
    if month > _TWELVE:
        day, month = month, day
    return _day(year, month, day)


def _is_american(text: str) -> bool:
    time = _TIME.search(text)
    return time is not None and time.group(4) is not None


def _without(text: str, found: re.Match[str]) -> str:
    """What is left when day, month and year are taken out; a time may stand between them."""
    kept = list(text)
    for name in ("y", "m", "d"):
        start, end = found.span(name)
        kept[start:end] = " " * (end - start)
    left = "".join(kept)
    # the dashes of the date are no signs of an offset
    return left if _TIME.search(found.group()) else left[: found.start()] + left[found.end() :]


def _month(told: str) -> int:
    return int(told) if told.isdigit() else _NUMBER[told.casefold()]


def _day(year: str, month: int, day: int) -> datetime | None:
    whole = int(year)
    if len(year) == len("YY"):
        whole += 1900 if whole >= _TURN else 2000
    try:
        return datetime(whole, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _in_utc(day: datetime, time: re.Match[str], offset: timedelta) -> str:
    hour, minute, second, half = time.groups()
    hours = int(hour)
    if half:
        hours = hours % _TWELVE + (_TWELVE if half in "pP" else 0)
    try:
        # a leap second is the one before it
        told = day.replace(minute=int(minute), second=min(int(second or 0), 59))
        told = told + timedelta(hours=hours) - offset
    except (ValueError, OverflowError):
        return f"{day:%Y-%m-%d}"
    return _shown(told)


def _shown(told: datetime) -> str:
    return f"{told.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _offset(rest: str) -> timedelta:
    signed = _OFFSET.search(rest)
    if signed:
        sign, hours, minutes = signed.groups()
        span = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return -span if sign == "-" else span
    named = _ZONE.search(rest)
    return timedelta(hours=_ZONES.get(named.group(), 0) if named else 0)


def _real(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return False
    return True
