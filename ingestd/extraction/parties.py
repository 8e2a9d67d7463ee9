# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""Who acts and with whom: coordinated names before and after a trigger."""

import re

from ingestd.extraction.entities import Cast
from ingestd.extraction.languages.pack import Frames
from ingestd.extraction.masking import MARK, entity_of

_LEAST_FILLER = 8
_SUBJECT_REACH = 14
_SYLLABLES = 1.6
"""How many syllables a Vietnamese word has, which are written apart."""
_DESCRIBES = re.compile(
    r"^(?:a|an|which|who|whose|where|owned|part|one|led|based|including|such|un|une|qui|dont|filiale|"
    r"một|là|thuộc|theo|котор\w+|дочерн\w+)\b"
)
_MAKER = re.compile(r"\W*(?:maker|developer|owner|producer|operator|parent|manufacturer)\b")
_DATED = re.compile(r"\d .*-|^\d{1,2} ")
"""A day between a town and a name: the line that says where the news is from."""
_APART = re.compile(r"[;:]|\.(?!\d)|\b(?:selon|d'après|according|nhờ|theo)\b")
_VERBS = re.compile(
    r"\b(?:will|has|have|is|was|were|are|said|rapport(?:e|ent)|indiqu(?:e|ent)|affirm(?:e|ent)|précis(?:e|ent)|révèl(?:e|ent)|selon|citant|a-t-(?:il|elle|on)|ont-(?:ils|elles)|va|vont|est|sont|a été|sẽ|đã|будет|был\w*)\b"
)


class Parties:
    """Reads groups of parties out of masked text."""

    def __init__(self, frames: Frames, cast: Cast) -> None:
        self._frames = frames
        self._cast = cast
        self._wide = _SYLLABLES if frames.syllabic else 1.0
        self._and = re.compile(rf"^(?:'s?|\"|'|\))?\s*{frames.conjunction}\s+(?P<filler>.*)$")
        self._bodies: dict[str | None, int] = {}
        for number, entity in enumerate(cast.entities):
            if entity.type != "person":
                self._bodies.setdefault(entity.name, number)
        self._nations = {
            entity.country: number
            for number, entity in enumerate(cast.entities)
            if (entity.reference or "").startswith("country:")
        }

    def after(self, text: str) -> list[int]:
        """The group that text starts with, after a few words."""
        found: list[int] = []
        end = 0
        for match in MARK.finditer(text):
            between = text[end : match.start()]
            if not (self._follows(between) if end else self._leads(between)):
                break
            party = self._party(match, text)
            if party is None and not found and self._passes_over(match, text):
                continue
            end = match.end()
            found.extend([party] if party is not None else [])
        return list(dict.fromkeys(found))

    @staticmethod
    def _passes_over(match: re.Match[str], text: str) -> bool:
        """A product in front of its maker, a place in front of a firm, are no parties."""
        if match[1] == "r":
            return bool(_MAKER.match(text[match.end() :]))
        return match[1] not in "pc" and len(text[: match.start()].split()) <= 4

    def before(self, text: str) -> list[int]:
        """The group nearest to the end of the text; with a long tail, the one it starts with."""
        marks = [match for match in MARK.finditer(text) if match[1] != "r"]
        if not marks:
            return []
        near = self._backwards(text, marks)
        if near and len(text[self._end(marks, text) :].split()) <= _LEAST_FILLER * self._wide:
            return near
        opening = text[: marks[0].start()].split()
        far = len(text.split()) > _SUBJECT_REACH * 3
        return self.after(text) if len(opening) <= 4 and not far else []

    def _end(self, marks: list[re.Match[str]], text: str) -> int:
        usable = [match.end() for match in marks if self._party(match, text) is not None]
        return usable[-1] if usable else 0

    def _backwards(self, text: str, marks: list[re.Match[str]]) -> list[int]:
        found: list[int] = []
        later: re.Match[str] | None = None
        for match in reversed(marks):
            party = self._party(match, text)
            between = text[match.end() : later.start()] if later else ""
            if later is not None and not self._follows(between):
                # "X CEO Y": the person stands for whom the title names
                if later[1] == "p" and len(between.split()) <= 3 and between.count(",") == 0:
                    later = match
                    continue
                break
            if party is not None:
                found.append(party)
                later = match
            elif later is None:
                continue
        return list(dict.fromkeys(reversed(found)))

    def _leads(self, between: str) -> bool:
        near = len(between.split()) <= _LEAST_FILLER * self._wide
        return near and not _APART.search(between)

    def _follows(self, between: str) -> bool:
        """Whether two names stand side by side: "X and the Russian company Y"."""
        match = self._and.match(between)
        if not match:
            return False
        filler = match["filler"].strip()
        if (
            len(filler.split()) > 5 * self._wide
            or _DESCRIBES.match(filler)
            or _VERBS.search(filler)
        ):
            return False
        if _DATED.search(filler):
            return False
        joins = self._frames.between.search(filler) or self._frames.with_.search(filler)
        return joins is None and not re.search(r"[.;:,]", filler)

    def _party(self, match: re.Match[str], text: str) -> int | None:
        """The entity that can be a party here; persons stand for whom they speak."""
        kind, entity = match[1], entity_of(match)
        if self._frames.people.match(text, match.end()):
            return None
        if kind in "cbo":
            return entity
        if kind == "p":
            looks_on = self._looks_on(text[: match.start()])
            return None if looks_on else self._spoken_for(entity)
        city = (self._cast.entities[entity].reference or "").startswith("city:")
        rules = self._frames.of_parties.search(text[max(match.start() - 60, 0) : match.start()])
        if (kind == "n" or city or rules) and not self._is_place(
            text[: match.start()], text[match.end() :]
        ):
            return entity
        return None

    def _looks_on(self, before: str) -> bool:
        """Whether a person only witnesses: no firm is named behind the words that say so."""
        told = list(self._frames.witnesses.finditer(before))
        if not told:
            return False
        return not any(mark[1] in "cbo" for mark in MARK.finditer(before, told[-1].end()))

    def _is_place(self, before: str, behind: str) -> bool:
        if behind.startswith(("'s ", "' ")) and not re.match(
            r"'s? (?:[\w-]+ ){0,2}(?:government|state|ministry|army|navy|air force|military|armed forces|administration|authority|authorities|agency|railways?|police|coast guard|border guard)\b",
            behind,
        ):
            return not re.match(r"'s? (?:approval|agreement|deal|decision|plan)", behind)
        tail = before[-60:]
        if self._frames.of_parties.search(tail):
            return False
        return bool(self._frames.places.search(tail))

    def _spoken_for(self, person: int) -> int | None:
        entity = self._cast.entities[person]
        if entity.affiliation in self._bodies:
            return self._bodies[entity.affiliation]
        return self._nations.get(entity.country) if entity.country and entity.role else None

    def are_nations(self, who: frozenset[int]) -> bool:
        """Whether all are countries."""
        return all(self._cast.entities[party].type == "place" for party in who)
