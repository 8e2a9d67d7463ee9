# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
"""Classes of letters for regular expressions: Latin with Vietnamese, and Cyrillic."""

import re

MARKS = "\u0300-\u036f"
"""Combining marks: decomposed Vietnamese is Vietnamese too."""

# Where capitals and small letters take turns, the capitals must be counted out.
_TURNS = (*range(0x100, 0x180), *range(0x1EA0, 0x1EFA))
_CAPITALS = "".join(chr(code) for code in _TURNS if chr(code).isupper())

UPPER = rf"A-ZÀ-ÖØ-ÞƠƯА-ЯЁІЇЄ{_CAPITALS}"
"""Upper-case letters, to stand inside square brackets."""

LETTER = rf"A-Za-zÀ-ÖØ-öø-ɏЀ-ԯḀ-ỿ{MARKS}"
"""Letters of either case and their marks, to stand inside square brackets."""

NAME = rf"[{UPPER}][{LETTER}0-9'’.&+\-]*"
"""A capitalised word: Moscow, Hà, McKay, J."""

CAPITALS = rf"[{UPPER}][{UPPER}{MARKS}'’.\-]*"
"""A word all in capitals: MOSCOW, HÀ, ST."""

AGENCY = rf"(?:[{UPPER}][{LETTER}]{{0,6}}[{UPPER}][{LETTER}0-9+]*|[{LETTER}0-9]{{2,20}}\.[a-z]{{2,4}}|Vietnam\+|Reuters|Xinhua|Interfax|Bloomberg)"
"""The sign of a news agency or site in one word: AFP, КазТАГ, Chinhphu.vn."""

AGENCIES = rf"{AGENCY}(?:\s?[/,]\s?{AGENCY}){{0,3}}"
"""One agency, or a few of them: AFP/DPA."""

CLOSED = re.compile(r"[.!?…:;,。]['\"”’»)\]]*$")
"""The end of a sentence, or of a part of one: what a headline does not have."""


def ends_sentence(line: str) -> bool:
    """Tell whether a line closes as sentences do; a legal form's dot closes none."""
    return bool(CLOSED.search(line[-8:])) and not _ABBREVIATED.search(line[-8:])


_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|U\.S|U\.K|S\.A)\.$")
