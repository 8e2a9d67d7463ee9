"""Puts names in the place of Vietnamese class nouns, sentence after sentence."""

import re

from ingestd.extraction.entities import Cast
from ingestd.extraction.masking import MARK, Masked, entity_of, marks_in
from ingestd.extraction.traced import Traced
from ingestd.extraction.vietnamese.stand_ins import (
    STAND_IN,
    WORKS,
    chosen,
    family_of,
    fits,
    plain_words,
)

_NEAR = 40
"""Letters around a name whose words describe it."""
_MOST = 8
"""How many of the names told last a class noun may stand for."""
_NATION = re.compile(r"\{[nl](\d+)\}")


class Speaking:
    """Remembers whom the sentences named, and how they were described."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._named: list[int] = []
        self._described: dict[int, frozenset[str]] = {}
        self._marks: dict[int, str] = {}
        self._last: list[int] = []

    def resolved(self, told: Traced) -> Traced:
        """The sentence with those put in for whom its class nouns stand."""
        return told.replaced(STAND_IN, self._meant)

    def remember(self, sentence: Masked) -> None:
        """Take in whom a sentence names; the latest comes first."""
        text = sentence.whole
        here = [entity_of(mark) for mark in marks_in(text) if mark[1] in "cbo"]
        self._last = here or self._last
        for mark in marks_in(text):
            if mark[1] not in "cbo":
                continue
            party = entity_of(mark)
            around = text[max(mark.start() - _NEAR, 0) : mark.end() + _NEAR]
            words = plain_words(around) | plain_words(self._cast.entities[party].name.lower())
            self._described[party] = self._described.get(party, frozenset()) | words
            self._marks[party] = mark.group()
            self._named = [party, *(one for one in self._named if one != party)]

    def _meant(self, match: re.Match[str]) -> str | None:
        family = family_of(match["noun"])
        nation = _NATION.search(match.group())
        country = self._cast.entities[int(nation[1])].country if nation else None
        foreign = country if nation and country not in {None, "VN"} else None
        if family is None or (match["noun"] in WORKS and not match["this"]):
            return None
        candidates = self._named[:_MOST]
        words = f"{match['noun']}{match['told']}"
        here = [mark for mark in MARK.finditer(match.string) if mark[1] in "cbo"]
        later = {entity_of(mark) for mark in here if mark.start() > match.start()}
        earlier = [entity_of(mark) for mark in reversed(here) if mark.end() <= match.start()]
        self._marks |= {entity_of(mark): mark.group() for mark in here}
        others = [party for party in [*earlier, *candidates] if party not in later]
        found = chosen(others, self._cast.entities, (family, words, foreign), self._described)
        if found is None and match["this"]:
            # "this firm" is the one that the last sentence began with
            found = next(
                (one for one in self._last if fits(self._cast.entities[one], family)), None
            )
        return self._marks[found] if found is not None else None
