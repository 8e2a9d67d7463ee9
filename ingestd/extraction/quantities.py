"""How much of something there is, in money or in its own unit, and by how much it changed."""

import re
from dataclasses import dataclass
from functools import cache

from ingestd.events.facts import Money
from ingestd.extraction.amounts import amounts, number
from ingestd.extraction.languages.figures import NUMBER, FigureWords
from ingestd.extraction.languages.pack import Language


@dataclass(frozen=True, slots=True)
class Quantity:
    """A sum of money, or a number of units as written, at its place."""

    start: int
    end: int
    value: Money | None = None
    quantity: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """By which part something grew, below zero where it shrank, at its place."""

    start: int
    end: int
    by: float


def quantities(low: str, language: Language, words: FigureWords) -> list[Quantity]:
    """Every sum and every quantity of a lower-case text, in order."""
    sums = [Quantity(one.start, one.end, one.money) for one in amounts(low, language)]
    scales = language.numbers.scales
    for match in _pattern(tuple(scales), words.units).finditer(low):
        value = number(match["number"], language.code) * scales.get(match["scale"] or "", 1.0)
        sums.append(Quantity(*match.span(), quantity=round(value, 2), unit=match["unit"]))
    return sorted(sums, key=lambda one: one.start)


@cache
def _pattern(scales: tuple[str, ...], units: str) -> re.Pattern[str]:
    scale = "|".join(re.escape(name) for name in sorted(scales, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(?P<number>{NUMBER})(?:[ -]?(?P<scale>{scale})(?!\w))?(?: de| d'| of)? ?(?P<unit>{units})"
    )


def change(low: str, language: Language, words: FigureWords) -> Change | None:
    """The first change that a lower-case text tells: 0.12 for 12 % more, -0.5 for half as much."""
    found = [match for pattern in words.change if (match := pattern.search(low))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    return Change(*first.span(), _by(first.groupdict(), language))


def _by(told: dict[str, str | None], language: Language) -> float:
    if told.get("twice") or told.get("thrice"):
        return 1.0 if told.get("twice") else 2.0
    if times := told.get("times"):
        return round(number(times, language.code) - 1, 4)
    part = number(told["percent"] or "", language.code) / 100
    return round(-part if told.get("down") else part, 4)
