# ruff: noqa: RUF001, RUF003 - letters and marks of four languages are meant as they stand
"""Datelines: the place, date and agency with which a dispatch opens."""

import re

from ingestd.parsing.letters import AGENCIES, CAPITALS, LETTER, NAME, UPPER

_REACH = 140
"""No dateline is longer; matching stops there."""

_PARTICLE = r"(?:de|du|des|la|le|les|of|da|di|al|el|sur|на|en|phố)"
_PLACE = rf"{NAME}(?:[ \t](?:{_PARTICLE}[ \t])?{NAME}){{0,4}}"
_SHOUTED = rf"{CAPITALS}(?:[ \t]{CAPITALS}){{0,4}}(?:/{CAPITALS}(?:[ \t]{CAPITALS}){{0,2}})?"
_REGION = rf"(?:,\s{_PLACE}|\s/{_PLACE}/){{0,2}}"
_TOWNS = rf"{_PLACE}{_REGION}(?:(?:,?\s(?:and|et|&|и|và)\s|/){_PLACE}{_REGION})?"
_MONTH = rf"[{LETTER}]{{3,9}}\.?"
_DATE = (
    rf"(?:(?:le\s|ngày\s|on\s)?\d{{1,2}}(?:er|st|nd|rd|th)?(?:[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?"
    rf"|\s(?:{_MONTH}|tháng\s\d{{1,2}}))|{_MONTH}\s\d{{1,2}}(?!\d))(?:,?\s(?:năm\s)?\d{{4}}(?:\sг(?:\.|ода)?)?)?"
)
_SIGNED = rf"(?:\((?:Theo\s)?{AGENCIES}\)|/[^/\n]{{2,60}}/)"
_DASH = r"(?:[—–―]|--|-)"
_BREAK = rf"(?:\s*{_DASH}(?=\s)|\s[—–―](?=[{UPPER}]))"
_SPOKEN = rf"(?=\s*[{UPPER}0-9\"“«'‘(\[])"
# Agencies nobody has heard of are told by the date beside them, or by a place in capitals.
_WIRE = rf"(?:\((?:[{UPPER}«\"][^()\n]{{1,40}})\)|«[^«»\n]{{2,40}}»)"
_YEAR = r"(?<=\d{4})(?:\s(?:г\.?|года))?"

_STRONG = re.compile(
    "|".join(
        (
            # Hà Nội (AFP) - · HANOI, Nov. 11 /PRNewswire/ -- · (AFP) -
            rf"(?:{_TOWNS}(?:[.,]?\s{_DATE})?\.?,?\s*)?{_SIGNED}\.?\s*(?:{_DASH}|(?<=/\.)){_SPOKEN}",
            # Paris, le 11 novembre 2021 – · LYON, France, and CHICAGO, May 4, 2026 —
            rf"{_TOWNS}[.,]?\s{_DATE}\.?{_BREAK}(?:\s(?:{AGENCIES}|РИА\sНовости)\.(?=\s))?{_SPOKEN}",
            # Москва. 11 ноября. ИНТЕРФАКС -
            rf"{_PLACE}[.,]\s{_DATE}\.?\s{AGENCIES}{_BREAK}{_SPOKEN}",
            # ТАСС, 11 ноября.
            rf"{AGENCIES},\s{_DATE}\.(?=\s){_SPOKEN}",
            # VOV.VN -
            rf"[{LETTER}0-9]{{2,20}}\.(?:vn|VN|com|ru|fr){_BREAK}{_SPOKEN}",
            # Tanger, 16 juin 2026 (Presse du Nord) —
            rf"{_PLACE}{_REGION}[.,]?\s{_DATE}\.?,?\s{_WIRE}\.?(?:{_BREAK}|(?<=\.)(?=\s)){_SPOKEN}",
            # Basel (Rhine Media), 14 May 2026 -
            rf"{_PLACE}{_REGION}(?:\s|,\s){_WIRE},?\s{_DATE}(?:{_BREAK}|(?<=[га\d])\.(?=\s)){_SPOKEN}",
        )
    )
)
_WEAK = re.compile(
    "|".join(
        (
            # OSLO - · LE HAVRE (Agence du Port) -
            rf"{_SHOUTED}{_REGION}(?:\s{_WIRE})?{_BREAK}{_SPOKEN}",
            # (Country Weekly) Lima, 5 Feb 2026 - · Feb 5, 2026 -
            rf"(?:\([{UPPER}][^()\n]{{2,40}}\)(?:\s{_PLACE}[.,]\s{_DATE})?|{_DATE}{_YEAR}){_BREAK}{_SPOKEN}",
            # Hà Nội (Country Weekly) -
            rf"{_PLACE}\s\([{UPPER}][^()\s]{{1,20}}\s[^()\n]{{2,30}}\){_BREAK}{_SPOKEN}",
            # Москва. 24 ноября 2025 года.
            rf"{_PLACE}[.,]\s{_DATE}{_YEAR}\.(?=\s){_SPOKEN}",
        )
    )
)


def dateline_length(paragraph: str, *, opening: bool) -> int:
    """Return how many characters at the start are a dateline; 0 if there is none.

    A place in capitals and a dash are enough only where the dispatch opens.
    """
    start = paragraph[:_REACH]
    found = _STRONG.match(start) or (_WEAK.match(start) if opening else None)
    # a dateline opens a sentence; alone it is something else
    return found.end() if found and paragraph[found.end() :].strip() else 0
