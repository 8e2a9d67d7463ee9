"""What an agreement is for: by its noun, the words behind it, or what is done under it."""

import re

from ingestd.events.facts import DealType
from ingestd.extraction.languages.pack import Act, Frames, Pact

_LEASE = " thuê"
_FOR_WHAT = 16
"""Words behind an agreement's noun in which its purpose is told."""
_GOODS = re.compile(
    r"(?:for|covering|pour|portant sur|на) (?:\d[\d,. ]*|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of|hundreds of)"
    r" (?!years?|months?|days?|ans|mois|лет|million|billion|%|destinations|countries|cities|markets|routes|areas|sectors|regions|titles|people|students|projects|passengers)(?:[^\W\d]|\{r)"
    r"|for (?:[\w-]+ ){0,2}(?:assemblies|turbines|trains|trams|buses|trucks|aircraft|jets|helicopters|vessels|ships|ferries|tankers|cells|batteries|chips|vaccines|doses|components"
    r"|parts|equipment|engines|locomotives|vehicles|cables|pipes|steel|fuel|gas|oil|lng|coal|wheat|rice|grain|fertili[sz]er|cement|drones|missiles|radars|satellites|modules|panels|transformers)\b"
)
_NO_SALE = re.compile(
    r"concession|partnership|alliance|collaboration|tie-up|treat|protocol|accord|pact"
)
_NO_PURPOSE = frozenset({"mức", "nhà", "chủ", "tổng", "bên", "quỹ", "vốn"})
"""Words that make a noun of the Vietnamese verb behind them: an investor, no investment."""
_UNDER_WHICH = re.compile(r" (?:under|by|in) which \{[cbon]\d+\} (?:will|would|is to) ")


class Purposes:
    """Reads what papers are for."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames

    def telling(self, pact: Pact, noun: re.Match[str], text: str) -> DealType:
        """What it is for, told later: "a contract with X for the supply of"."""
        if pact.type != "agreement":
            return pact.type
        act = self.done_under(text, noun)
        if act:
            return act.type
        under = _UNDER_WHICH.match(text, noun.end())
        for act in self._frames.acts if under else ():
            if act.pattern.match(text, under.end() if under else 0):
                return act.type
        return self._purpose(noun, text) or pact.type

    def _purpose(self, noun: re.Match[str], text: str) -> DealType | None:
        """What the words behind an agreement's noun say it is for."""
        if noun.group().endswith(_LEASE):
            return None
        ends = self._frames.breaks.search(text, noun.end())
        words = text[noun.end() : ends.start() if ends else len(text)].split()
        for at in range(min(len(words), _FOR_WHAT)):
            if at and words[at - 1] in _NO_PURPOSE:
                continue
            phrase = f"{noun.group()} {' '.join(words[at : at + 8])}"
            if _GOODS.match(" ".join(words[at : at + 3])) and not _NO_SALE.match(noun.group()):
                return "supply"
            for other in self._frames.pacts:
                match = other.pattern.match(phrase)
                if (
                    match
                    and match.end() > noun.end() - noun.start()
                    and other.type != "agreement"
                ):
                    return other.type
        return None

    def done_under(self, text: str, noun: re.Match[str]) -> Act | None:
        """What is done by a paper that is only its ground: "will supply X, under a contract with Y"."""
        if not self.is_under(text, noun):
            return None
        fitting = (act for act in self._frames.acts if not (act.alone or act.needs))
        return next((act for act in fitting if act.pattern.search(text, 0, noun.start())), None)

    def is_under(self, text: str, noun: re.Match[str]) -> bool:
        """Whether the noun only says on what ground an act is done: "under a contract"."""
        spans = (match.span() for match in self._frames.under.finditer(text))
        return any(start <= noun.start() < end for start, end in spans)
