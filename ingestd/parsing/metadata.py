# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
"""What a document says about itself before it begins: dates, keys and values."""

import re

from ingestd.parsing.letters import LETTER

DATE = r"(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?![\d-])"
"""ISO 8601, as precise as it is given: YYYY, YYYY-MM or YYYY-MM-DD."""

_PREFIX = re.compile(
    rf"(?:date\s?:?|(?:published|updated)\s?:)\s{DATE}(?:[T ]\d\d:\d\d\S*)?", re.IGNORECASE
)
_KEYED = re.compile(
    r"(?:title|titre|tiêu đề|заголовок|date|ngày|дата|(?:published|posted)(?:[ _](?:at|on|time))?|(?:last )?updated?|"
    r"publié(?: le)?|đăng ngày|cập nhật|опубликовано|source|nguồn|источник|url|link|lien|author|"
    r"auteur|lang(?:uage)?|tags?|keywords|category|categories|id|section|slug|draft|description)"
    r"\s?:(?:\s|$)",
    re.IGNORECASE,
)
_KEY = re.compile(r"([^:\d]{2,20}?)\s?(?::|(?=\d))")
_FENCE = re.compile(r"(?:-{3,}|\+{3,}|={3,}|_{3,}|\*{3,})$")
_TIME = (
    r"(?:,?\s*(?:[-–|@]\s*)?\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?\(?(?:GMT|UTC)?[+-]?[\d:]*\)?)?)"
)
_DAY = (
    rf"(?:\d{{1,2}} tháng \d{{1,2}}(?:,| năm)? \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\s[{LETTER}]{{3,9}}\.?,?\s\d{{4}}"
    rf"|[{LETTER}]{{3,9}}\.?\s\d{{1,2}},\s\d{{4}})"
)
_WEEKDAY = rf"(?:[{LETTER}]{{2,12}}(?:\s[{LETTER}]{{2,6}})?(?:,\s?|\s(?=ngày)))?"
_DATE_ONLY = re.compile(
    rf"(?:{_TIME}\s*[,|–-]?\s*)?{_WEEKDAY}(?:ngày\s)?{_DAY}(?:T[\d:.Z+]+)?{_TIME}?$",
    re.IGNORECASE,
)
_TAGS = re.compile(r"(?:tags?|keywords?|từ khóa|mots-clés|теги)\s?:\s", re.IGNORECASE)
_TRAIL = re.compile(r"\S\s[>»›]\s\S")
_REACH = 120


def prefix_length(line: str) -> int:
    """Return how many characters at the start are a date of the kind `date 2021-11`."""
    found = _PREFIX.match(line[:_REACH])
    return found.end() if found else 0


def is_keyed(line: str) -> bool:
    """Tell whether a line is a key and a value, or the fence around such lines."""
    return bool(_KEYED.match(line[:_REACH]) or _FENCE.match(line[:_REACH]))


def is_tags(line: str) -> bool:
    """Tell whether a line lists what the article is filed under."""
    return bool(_TAGS.match(line))


def is_trail(line: str) -> bool:
    """Tell whether a line is a trail of sections: Home > News > Business."""
    return len(line) <= _REACH and bool(_TRAIL.search(line))


def is_date(line: str) -> bool:
    """Tell whether a line is nothing but a date, perhaps with weekday and hour."""
    return len(line) <= _REACH and bool(_DATE_ONLY.match(line))


def value_of(line: str, keys: tuple[str, ...]) -> str | None:
    """Return what a line of metadata says under one of the keys, if anything."""
    key = _KEY.match(line)
    if key is None or not key.group(1).casefold().startswith(keys):
        return None
    return line[key.end() :].strip(" \t\"'") or None
