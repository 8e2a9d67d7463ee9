"""The numbers and days that a text tells, in no language: what a translation keeps; pure."""

import re
from collections.abc import Iterator

from ingestd.events.facts import Block
from ingestd.parsing.sketch import body_of

MOST = 40
"""Figures of a text that are kept, the first ones."""
_LEAST = 13
"""Smaller whole numbers are in every text."""
_YEARS = range(1800, 2200)
_LAST_DAY, _LAST_MONTH = 31, 12

_MONTHS = """
january jan janvier января янв
february feb février fevrier февраля фев
march mar mars марта мар
april apr avril апреля апр
may mai мая
june jun juin июня
july jul juillet июля
august aug août aout августа авг
september sep sept septembre сентября сен
october oct octobre октября окт
november nov novembre ноября ноя
december dec décembre decembre декабря дек
"""
_MONTH_OF = {
    name: number
    for number, line in enumerate(_MONTHS.split("\n")[1:-1], start=1)
    for name in line.split()
}
_SCALES = {
    1e3: "thousand thousands mille milliers nghìn ngàn тысяч тысячи тысяча тыс",
    1e6: "million millions m mn mln triệu миллион миллиона миллионов млн",
    1e9: "billion billions bn milliard milliards tỷ tỉ миллиард миллиарда миллиардов млрд",
    1e12: "trillion trillions trn триллион триллиона триллионов трлн",
}
_SCALE_OF = {name: scale for scale, names in _SCALES.items() for name in names.split()}

_NAMES = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_DAY = re.compile(
    rf"(?<![\w.,])(?P<before>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<after_day>{_NAMES})(?!\w)"
    rf"|(?<!\w)(?P<first>{_NAMES})\.? (?P<behind>\d{{1,2}})(?:st|nd|rd|th)?(?![\w.,]?\d|\w)"
    r"|(?<![\w.,/-])(?P<numbered>\d{1,2})(?: tháng |/)(?P<month>\d{1,2})(?![\w/]*\d)"
    r"|(?<![\w.,/-])(?P<day>\d{1,2})[./](?P<of>\d{1,2})[./](?:19|20)\d\d(?!\d)"
    r"|(?<![\w.,/-])(?:19|20)\d\d-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)"
)
_SCALE = "|".join(sorted(_SCALE_OF, key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:us|r|a|c|hk)?[$€£¥]?"
    r"(?P<number>\d{1,3}(?:[  .,]\d{3}(?!\d)){1,4}(?:[.,]\d{1,2}(?!\d))?|\d{1,15}(?:[.,]\d{1,4})?)"
    rf"(?:[  -]?(?P<scale>{_SCALE})(?!\w))?(?![\w/.,]*\d)"
)


def figures(text: str, blocks: tuple[Block, ...], language: str | None) -> tuple[str, ...]:
    """Return the figures that the paragraphs of a text tell, once each, sorted.

    Numbers are written out (`39000000`, `3.5`), days stand as `--11-30`, as ISO 8601 has it.
    Small whole numbers and years are left out.
    """
    low = body_of(text, blocks).lower()
    found = dict.fromkeys(_days(low, language))
    found |= dict.fromkeys(_numbers(_DAY.sub(" ", low), language))
    return tuple(sorted(list(found)[:MOST]))


def _days(low: str, language: str | None) -> Iterator[str]:
    for match in _DAY.finditer(low):
        day, month = _day_and_month(match, language)
        if 1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH:
            yield f"--{month:02}-{day:02}"


def _day_and_month(match: re.Match[str], language: str | None) -> tuple[int, int]:
    if match["before"]:
        return int(match["before"]), _MONTH_OF[match["after_day"]]
    if match["first"]:
        return int(match["behind"]), _MONTH_OF[match["first"]]
    if match["iso_day"]:
        return int(match["iso_day"]), int(match["iso_month"])
    one, other = int(match["numbered"] or match["day"]), int(match["month"] or match["of"])
    # an English 11/3 may be either; a month there is none of is none
    return (other, one) if language == "en" and other > _LAST_MONTH else (one, other)


def _numbers(low: str, language: str | None) -> Iterator[str]:
    for match in _NUMBER.finditer(low):
        scale = match["scale"]
        value = _value(match["number"], language) * _SCALE_OF.get(scale or "", 1)
        is_year = scale is None and match["number"].isdigit() and value in _YEARS
        if (value >= _LEAST or not value.is_integer()) and not is_year:
            yield f"{value:.15g}"


def _value(written: str, language: str | None) -> float:
    """A number's value; which mark parts thousands depends on the language."""
    digits = re.sub(r"[  ]", "", written)
    decimal = "." if language in {"en", None} else ","
    if "," in digits and "." in digits:
        decimal = max(",.", key=digits.rfind)
    elif decimal == "," and re.fullmatch(r"\d+\.\d{1,2}", digits):
        decimal = "."
    if digits.count(decimal) > 1:  # 2.300.000 among English words: it parts thousands after all
        return float(re.sub(r"[.,]", "", digits))
    grouping = "," if decimal == "." else "."
    return float(digits.replace(grouping, "").replace(decimal, "."))
