# ruff: noqa: PLR2004 - groups of three digits
"""Sums of money: number x scale x currency, as each language writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingestd.events.facts import Money
from ingestd.extraction.gazetteer.money import units
from ingestd.extraction.languages.pack import Language

_NUMBER = r"\d{1,3}(?:[ .,]\d{3}(?!\d)){1,4}(?:[.,]\d{1,2}(?!\d))?|\d{1,15}(?:[.,]\d{1,4})?"
_DIGIT = re.compile(r"\d")
_ONE = r"(?:un|one|một)(?= (?:m|b|tỷ|tỉ|triệu))"
_ONE_OF = re.compile(rf"(?<!\w){_ONE}")
"""A word for one, where a scale follows: "un milliard"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum at its place in the text that was searched."""

    start: int
    end: int
    money: Money


def amounts(low: str, language: Language, home: tuple[str, ...] = ()) -> list[Amount]:
    """Every sum of money in a lower-case text, in order.

    Where several countries pay with a unit of one name, it is that of the first of `home`.
    """
    return list(_amounts(low, language, home))


def number(text: str, language: str) -> float:
    """A written number's value; which mark parts thousands depends on the language."""
    if not text[0].isdigit():
        return 1.0
    digits = text.replace(" ", "")
    decimal = "." if language == "en" else ","
    if "," in digits and "." in digits:
        decimal = max(",.", key=digits.rfind)
    elif language != "en" and re.fullmatch(r"\d+\.\d{1,2}", digits):
        decimal = "."
    if digits.count(decimal) > 1:  # 2.300.000 among English words: it parts thousands after all
        return float(re.sub(r"[.,]", "", digits))
    grouping = "," if decimal == "." else "."
    return float(digits.replace(grouping, "").replace(decimal, "."))


def _amounts(low: str, language: Language, home: tuple[str, ...]) -> Iterator[Amount]:
    if not (_DIGIT.search(low) or _ONE_OF.search(low)):
        return
    for match in _pattern(language.code, tuple(language.numbers.scales)).finditer(low):
        unit = units(language.code)[match["front"] or match["back"]]
        code = next((unit[country] for country in home if country in unit), unit[""])
        scale = match["scale"] or match["scale_behind"]
        value = number(match["number"] or match["number_behind"], language.code)
        value *= language.numbers.scales.get(scale or "", 1.0)
        money = Money(amount=round(value, 2), currency=code)
        yield Amount(match.start(), match.end(), money)


@cache
def _pattern(code: str, scales: tuple[str, ...]) -> re.Pattern[str]:
    names = units(code)
    currency = _listed(names)
    front = _listed(name for name in names if not name.isalpha() or len(name) <= 3)
    scale = "|".join(re.escape(name) for name in sorted(scales, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(?=[^\W\d]{{0,3}}[^\w\s]? ?\d)(?P<front>{front}) ?(?P<number>{_NUMBER})(?:[ -]?(?P<scale>{scale})(?!\w))?"
        rf"|(?<![\w.,])(?P<number_behind>{_NUMBER}|{_ONE})(?:[ -]?(?P<scale_behind>{scale})(?!\w))?"
        rf"(?: de| d'| of)?[ -]?(?P<back>{currency})(?!\w)"
    )


def _listed(names: Iterable[str]) -> str:
    """A pattern for any of a thousand names, the longest first, that reads each letter once."""
    endings: dict[str, set[str]] = {}
    for name in names:
        endings.setdefault(name[:1], set()).add(name[1:])
    whole = endings.pop("", None)
    branches = [re.escape(first) + _listed(endings[first]) for first in sorted(endings)]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if whole else ''}"
