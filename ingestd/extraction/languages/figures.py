"""What a language has to tell figures of trade with: the shape, and how it is loaded.

All patterns are over lower-case text in which names are marks, such as "{n3}", and so are
adjectives of countries, such as "{aro}" for "Romanian".
"""

import re
from dataclasses import dataclass
from importlib import import_module
from typing import cast

ONE = r"\{[cbonla]\w{1,6}\}"
"""The mark of somebody who may trade."""
NUMBER = r"\d{1,3}(?:[ .,]\d{3}(?!\d)){1,4}(?:[.,]\d{1,2}(?!\d))?|\d{1,15}(?:[.,]\d{1,4})?"
YEAR = r"(?:19|20)\d\d"

_TOLD = frozenset({"en", "fr", "vi", "ru"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words of one language that tell what was exported, produced, sold, and how much.

    `nouns` and `verbs` name their groups by what is measured. `front` ends where the noun
    begins, `subject` where the verb does, `lead` and `done` where the amount does, behind a
    noun or a verb.
    `parts` stand behind the noun, or behind a verb and its amount, and name `owner`, `place`,
    `origin`, `destination`, `one` and `other` of two who trade, `goods`. `goods_behind` stands
    behind an amount. `stops` may not stand between noun and amount, `guards` speak of what is
    not so. `units` of quantities; behind `compared` stands what it was before. `change` names `up` or `down`, and `percent`, `times` or one
    of `twice` and `thrice`. `periods` name `count`, `half`, `quarter`, `since`, `month`,
    `year`, `this`, `last`.
    """

    nouns: re.Pattern[str]
    verbs: re.Pattern[str]
    subject: re.Pattern[str]
    front: re.Pattern[str]
    lead: re.Pattern[str]
    done: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    goods_behind: re.Pattern[str]
    stops: re.Pattern[str]
    guards: re.Pattern[str]
    units: str
    compared: re.Pattern[str]
    change: tuple[re.Pattern[str], ...]
    periods: tuple[re.Pattern[str], ...]
    ordinals: dict[str, int]


def figure_words(code: str) -> FigureWords | None:
    """The words of one language, imported with the first text in it; None where none are known."""
    if code not in _TOLD:
        return None
    words = import_module(f"ingestd.extraction.languages.{code}_figures").WORDS
    return cast("FigureWords", words)


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Patterns over lower-case text with marks."""
    return tuple(re.compile(pattern) for pattern in patterns)
