"""The phrases of `languages/vi_words.py`, ready to be found in sentences."""

from ingestd.extraction.languages.vi_words import ACTIONS, ALONE, DUTIES, FIELDS, HEADS, ROLES
from ingestd.extraction.line import Line
from ingestd.extraction.vietnamese.phrases import Phrases

HEAD = Phrases(HEADS)
WHOLE = Phrases(ALONE)
FIELD = Phrases.listed(FIELDS)
DUTY = Phrases.listed(DUTIES)
ACTION = Phrases.listed(ACTIONS)
ROLE = Phrases.listed(ROLES)


def role_ending(line: Line, last: int) -> int | None:
    """Where a calling begins that ends at a place; None without one."""
    found = None
    if not ROLE.ends(line, last):
        return None
    for first in range(last, max(last - 5, -1), -1):
        role = ROLE.at(line, first)
        if role and role[0] == last:
            found = first
    return found


def in_field(line: Line, last: int) -> bool:
    """Whether a word is a later syllable of a field's name: the "phòng" of "Quốc phòng"."""
    return FIELD.goes_on(line, last) and any(
        (field := FIELD.at(line, first)) is not None and field[0] >= last
        for first in range(max(last - 3, 0), last)
    )
