# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""One telling of a deal, and the words around it that say how far it has come."""

import re
from dataclasses import dataclass

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.languages.pack import Cue, Frames

PRONOUN = re.compile(r"\b(?:it|they|he|she|il|elle|ils|elles|họ|он|она|они)\b")
"""A word for whom the text spoke of before."""
HEARSAY = re.compile(
    r"\b(?:people|persons?|sources?|officials|bankers|executives) (?:familiar|with (?:direct )?knowledge|close to|briefed|who asked)"
    r"|\bsources (?:said|told)|\b(?:selon|d'après) (?:des|plusieurs|trois|deux|une|certaines) sources?\b|\bsources? proches?\b|\bпо данным источник|\btheo nguồn tin"
)
"""Words for those who tell what nobody has said in public."""
ANOTHER = re.compile(
    r"\W*(?:separately|in (?:a|an|another) (?:separate|other|different|further)? ?(?:deal|agreement|move|transaction|announcement)|par ailleurs|séparément|cũng (?:tại|trong|nhân)|cùng (?:ngày|dịp)|ngoài ra|bên cạnh đó)\b"
    r"|[^.;]{2,90}? also (?:signed|agreed|announced|concluded|struck|won|placed|ordered|bought|selected)\b"
)
"""A sentence that tells of a deal besides the one before."""
SAID = re.compile(r"(?:cho biết|rằng|nói|cho hay|xác nhận)$")
"""The end of who says something, in a language that may leave out who does it."""
_YEAR = re.compile(r"\b(?:in|en|năm|в|the|l'|of|d[eu]|от|since|depuis) ?((?:19|20)\d\d)\b(?!-)")
_ALMANAC = re.compile(r"^\W*1\d{3} ?-|^\W*20[01]\d ?- ")
"""A line of "on this day": the year, a dash, what happened."""
_NEAR = 40
_PAST = 2
"""Years after which an agreement is history, no news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One telling of a deal; parties with their roles, in the order of the text.

    `noun` is the word that tells it: a verb, where it is `verbal`; `trigger` is its place in
    `View.plain`. `apart`: the sentence says that it is another deal ("Separately, …").
    """

    type: DealType
    status: DealStatus
    parties: tuple[tuple[int, PartyRole | None], ...]
    sentence: int
    noun: str = ""
    trigger: tuple[int, int] = (0, 1)
    witnesses: tuple[int, ...] = ()
    products: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    verbal: bool = False
    apart: bool = False

    @property
    def who(self) -> frozenset[int]:
        """The parties without their roles."""
        return frozenset(entity for entity, _ in self.parties)


def clause_of(frames: Frames, text: str, at: int) -> int:
    """Where the clause begins that a place stands in."""
    ends = [match.end() for match in frames.breaks.finditer(text, 0, at)]
    return ends[-1] if ends else 0


def guard_of(frames: Frames, clause: str, whole: str) -> Cue | None:
    """The first guard that finds its words; one without a status forbids the deal."""
    # one of the two is part of the other
    for cue in frames.cues_in.of(max(whole, clause, key=len)):
        region = whole if cue.status in {None, "rumoured"} else clause
        if cue.pattern.search(region):
            return cue
    return None


def is_idle(frames: Frames, cue: Cue | None, clause: str, text: str) -> bool:
    """Whether it only might be, or might have been: no deal, nor a rumour of one."""
    if frames.unreal.search(text):
        return True
    if cue is None or cue.status != "rumoured":
        return False
    reported = HEARSAY.search(text) or frames.reported.search(text)
    return frames.maybe.search(clause) is not None and not reported


def is_history(text: str, start: int, end: int, published: str | None) -> bool:
    """Whether the words around a trigger date it years before the article."""
    if not published:
        return False
    if _ALMANAC.match(text):
        return True
    near = text[max(start - _NEAR, 0) : end + _NEAR]
    return any(int(match[1]) <= int(published[:4]) - _PAST for match in _YEAR.finditer(near))
