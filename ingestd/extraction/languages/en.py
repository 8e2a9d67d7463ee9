"""English."""

from ingestd.extraction.languages.en_deals import FRAMES
from ingestd.extraction.languages.en_names import NAMES
from ingestd.extraction.languages.pack import (
    Language,
    Numbers,
    phrases,
    rx,
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MADE = r"\b(?:signed|concluded|agreed|reached|struck|sealed|inked|finalised|finalized|dating|dates|dated)"

_NUMBERS = Numbers(
    scales={
        "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9,
        "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trln": 1e12, "crore": 1e7, "lakh": 1e5,
    },
    months=_MONTHS,
    words={name: number for number, name in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)},
    weekdays={name: day for day, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))},
    dates=(
        rx(rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?\b"),
        rx(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?(?:,? (?P<year>(?:19|20)\d\d))?\b"),
        rx(rf"\b(?P<month>{_MONTH})\.?,? (?P<year>(?:19|20)\d\d)\b"),
        rx(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
        rx(rf"{_MADE} (?:\w+ )?in (?:early |late |mid-)?(?P<month>{_MONTH})(?!\w)(?! \d)"),
        rx(rf"{_MADE} (?:\w+ )?(?:in|back to|from) (?:early |late |mid-)?(?P<year>(?:19|20)\d\d)(?!\d)(?!-)"),
    ),
    relative={
        "yesterday": ("day", -1), "today": ("day", 0), "last month": ("month", -1), "earlier this month": ("month", 0),
        "this month": ("month", 0), "last year": ("year", -1), "earlier this year": ("year", 0),
    },
)  # fmt: skip

ENGLISH = Language(
    code="en",
    names=NAMES,
    frames=FRAMES,
    numbers=_NUMBERS,
    common=phrases("the|of|and|to|in|that|with|for|said|was|is|on|by|from|has|will"),
)
