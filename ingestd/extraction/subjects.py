# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""What an agreement is about, as the text puts it: "on hydrogen pipelines", "40 trains"."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ingestd.extraction.amounts import amounts
from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.spots import Reading
from ingestd.extraction.telling import Claim

_PHRASE_END = re.compile(r",(?!\d)|[;:()]|\.(?=\W*$)")
_LONGEST = 120
_SHORTEST = 4
_REACH = 90
"""Letters behind a noun in which its complement begins."""
_MOVES_GOODS = frozenset(
    {"supply", "technology_transfer", "donation", "distribution", "production", "licensing"}
)
_LOOSE_END = re.compile(
    r"(?:^|\s+)(?:the|a|an|its|their|of|for|in|on|to|and|with|between|by|from|at|under|le|la|les|l'|un|une|de|du|des|d'|à|au"
    r"|aux|et|pour|dans|en|avec|sur|và|cho|của|tại|với|về|и|в|на|с|по|о|для|из|от|компании|компанией|группе|công ty|tập đoàn|hãng|ngân hàng)?[\s\"'«»-]*$"
)
_TO_WHOM = re.compile(
    r"(?:^|\s)(?:to|for|in|into|with|by|from|à|au|aux|avec|pour|cho|với|для|в|на)(?: [\w'-]+){0,4}[\s\"«]*$"
)
_TO_NAME = re.compile(r"(?:^|\s)(?:to|à|au|aux|cho) (?=[A-ZÀ-ÖØ-ÞĐ])")
_GOES_ON = re.compile(r" (?:of|de|des)\b| d'")
_PLACES = re.compile(r" (?:tại|ở|vào|cùng|trong|của|này|có|đã|sẽ|được|là)\b|\W*$")
_POSSESSIVES = ("'s", "’s", "s'")
_MARKS = " \n\"'«»-"
_OPENING = 4
_MOST_TRIMS = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deal is about, in one line, and where that stands in `View.plain`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a claim's word stands in its sentence, whose offset is in the text."""

    low: str
    start: int
    end: int
    offset: int
    who: frozenset[int]


class Subjects:
    """Finds the complements of nouns and the objects of verbs."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast
        self._frames: Frames = reading.language.frames
        self._starts = [mention.start for mention in cast.mentions]

    def subject(self, claim: Claim, who: frozenset[int]) -> Subject | None:
        """What a claim is about; never one of its parties."""
        if "{" in claim.noun:
            return None
        sentence = self._reading.sentences[claim.sentence]
        low = self._reading.view.low[sentence.start : sentence.end]
        start, end = (at - sentence.start for at in claim.trigger)
        place = _Place(low, start, end, sentence.start, who)
        return self._moved(claim, place) or self._complement(claim, place)

    def _moved(self, claim: Claim, place: _Place) -> Subject | None:
        """What a verb moves: "donated 2 million masks to"."""
        if not claim.verbal or claim.type not in _MOVES_GOODS:
            return None
        moved = self._phrase(place, place.end)
        return moved if moved and not moved.text.endswith(_POSSESSIVES) else None

    def _complement(self, claim: Claim, place: _Place) -> Subject | None:
        """What a noun goes on with: "an agreement on", "a contract to"."""
        low, behind = place.low, place.start + len(claim.noun.split()[0])
        for about in self._frames.about.finditer(low, behind, min(behind + _REACH, len(low))):
            at = place.offset + about.end()
            plain = self._reading.view.plain[at : at + _REACH].lstrip()
            is_verb = about.group() != "to" or plain[:1].islower()
            found = self._phrase(place, about.end()) if is_verb else None
            if found and about.group() == "to" and " " not in found.text:
                return None  # what the verb is done to is a party
            if found or ";" in low[behind : about.start()]:
                return found
        after = low[place.end :]
        goes_on = _GOES_ON.match(after) or (self._is_bare() and not _PLACES.match(after))
        return self._phrase(place, place.end) if goes_on else None

    def _is_bare(self) -> bool:
        """Whether an object follows its noun without any word between."""
        return self._reading.language.code == "vi"

    def _phrase(self, place: _Place, start: int) -> Subject | None:
        """The words up to the phrase's end, or to where a party is named."""
        low, offset = place.low, place.offset
        found = [pattern.search(low, start) for pattern in (_PHRASE_END, self._frames.ends)]
        ends = [end.start() for end in found if end]
        last = offset + min([*ends, len(low)])
        end = self._before_party(offset + start, last, place.who)
        text = self._reading.view.plain[offset + start : max(end, offset + start)]
        named = _TO_NAME.search(text)
        if named:
            text = text[: named.start()]
        elif end < last:
            text = _TO_WHOM.sub("", text)
        sums = amounts(text.lower().strip(), self._reading.language)
        if sums and sums[0].start < _OPENING:
            return None
        return self._trimmed(text, offset + start)

    def _before_party(self, start: int, end: int, who: frozenset[int]) -> int:
        for mention in self._cast.mentions[bisect_left(self._starts, start) :]:
            if mention.start >= end:
                break
            if mention.entity in who:
                return mention.start
        return end

    @staticmethod
    def _trimmed(text: str, at: int) -> Subject | None:
        """The words without loose ends; `at` is where the text stands."""
        if len(text) > _LONGEST:
            text = text[:_LONGEST].rpartition(" ")[0]
        for _ in range(_MOST_TRIMS):
            shorter = _LOOSE_END.sub("", text)
            if shorter == text:
                break
            text = shorter
        text = text.rstrip(_MARKS)
        bare = text.lstrip(_MARKS)
        end = at + len(text)
        if len(bare) < _SHORTEST:
            return None
        return Subject(" ".join(bare.split()), end - len(bare), end)
