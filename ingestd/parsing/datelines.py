# ruff: noqa: RUF001, RUF003 - letters and marks of four languages are meant as they stand
"""Datelines: the place, date and agency with which a dispatch opens."""

import re

from ingestd.parsing.letters import AGENCIES, CAPITALS, LETTER, NAME, UPPER

_REACH = 140
"""No dateline is longer; matching stops there."""

_PARTICLE = r"(?:de|du|des|la|le|les|of|da|di|al|el|sur|на|en|phố)"
_PLACE = rf"{NAME}(?:[ \t](?:{_PARTICLE}[ \t])?{NAME}){{0,4}}"
_SHOUTED = rf"{CAPITALS}(?:[ \t]{CAPITALS}){{0,4}}"
_REGION = rf"(?:,\s{_PLACE}|\s/{_PLACE}/){{0,2}}"
_MONTH = rf"[{LETTER}]{{3,9}}\.?"
_DATE = (
    rf"(?:(?:le\s|ngày\s|on\s)?\d{{1,2}}(?:er|st|nd|rd|th)?(?:[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?"
    rf"|\s(?:{_MONTH}|tháng\s\d{{1,2}}))|{_MONTH}\s\d{{1,2}}(?!\d))(?:,?\s(?:năm\s)?\d{{4}}(?:\sг(?:\.|ода)?)?)?"
)
_SIGNED = rf"(?:\((?:Theo\s)?{AGENCIES}\)|/[^/\n]{{2,60}}/)"
_DASH = r"(?:[—–―]|--|-)"
_BREAK = rf"(?:\s*{_DASH}(?=\s)|\s[—–―](?=[{UPPER}]))"
_SPOKEN = rf"(?=\s*[{UPPER}0-9\"“«'‘(\[])"

_STRONG = re.compile(
    "|".join(
        (
            # Hà Nội (AFP) - · HANOI, Nov. 11 /PRNewswire/ -- · (AFP) -
            rf"(?:{_PLACE}{_REGION}(?:[.,]?\s{_DATE})?\.?,?\s*)?{_SIGNED}\.?\s*(?:{_DASH}|(?<=/\.)){_SPOKEN}",
            # Paris, le 11 novembre 2021 –
            rf"{_PLACE}{_REGION}[.,]?\s{_DATE}\.?{_BREAK}(?:\s(?:{AGENCIES}|РИА\sНовости)\.(?=\s))?{_SPOKEN}",
            # Москва. 11 ноября. ИНТЕРФАКС -
            rf"{_PLACE}[.,]\s{_DATE}\.?\s{AGENCIES}{_BREAK}{_SPOKEN}",
            # ТАСС, 11 ноября.
            rf"{AGENCIES},\s{_DATE}\.(?=\s){_SPOKEN}",
            # VOV.VN -
            rf"[{LETTER}0-9]{{2,20}}\.(?:vn|VN|com|ru|fr){_BREAK}{_SPOKEN}",
        )
    )
)
_WEAK = re.compile(rf"{_SHOUTED}{_REGION}{_BREAK}{_SPOKEN}")


def dateline_length(paragraph: str, *, opening: bool) -> int:
    """Return how many characters at the start are a dateline; 0 if there is none.

    A place in capitals and a dash are enough only where the dispatch opens.
    """
    start = paragraph[:_REACH]
    found = _STRONG.match(start) or (_WEAK.match(start) if opening else None)
    # a dateline opens a sentence; alone it is something else
    return found.end() if found and paragraph[found.end() :].strip() else 0
