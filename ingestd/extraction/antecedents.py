"""Whom "the company", "the Japanese carrier" and "it" stand for, sentence after sentence."""

import re
from collections import defaultdict

from ingestd.extraction.entities import Cast
from ingestd.extraction.french_acting import calls_by_name
from ingestd.extraction.french_tellings import FrenchTellings
from ingestd.extraction.gazetteer.places import demonyms, key
from ingestd.extraction.languages.pack import Language
from ingestd.extraction.masking import MARK, Masked, entity_of, mark_of, marks_in
from ingestd.extraction.speaking import Speaking
from ingestd.extraction.stand_ins import StandIn
from ingestd.extraction.traced import Traced

_PRONOUN = re.compile(r"^\W*(?:it|they|he|she|il|elle|ils|elles|họ|он|она|они)\b")
_OWN = re.compile(r"^\W*(?:its|their)\b")
_OBJECT = re.compile(r"it\b(?:(?<=\bwith it)|(?<=\bfrom it)|(?<=\bby it)|(?<=\bto it))")
_WE = re.compile(r"\bwe\b")
_NEAR = 110
"""Letters from a sentence's start in which its subject stands."""
_RECENT = 3
"""Sentences that name somebody, in which the last one stays in mind."""
_BOTH = 2
_FAR = 3
"""Sentences back to which a class noun may point; a pronoun points to the last one only."""


class Antecedents:
    """Puts names in the place of words that stand for them; sentences come in order."""

    def __init__(self, language: Language, cast: Cast) -> None:
        self._language = language
        self._frames = language.frames
        self._cast = cast
        self._subjects: list[str | None] = []
        self._spoken: list[int] = []
        self._topics: tuple[int, ...] = ()
        self._bodies: dict[str | None, int] = {}
        for number, entity in enumerate(cast.entities):
            if entity.type != "person":
                self._bodies.setdefault(entity.name, number)
        self._speaker: int | None = None
        self._standing: dict[int, list[StandIn]] = defaultdict(list)
        for one in cast.stand_ins:
            if not one.plain:
                self._standing[one.sentence].append(one)
        self._of_country: dict[str, str] = {}
        self._two: dict[str, tuple[str, str]] = {}
        self._speaking = Speaking(cast) if language.code == "vi" else None
        self._french = FrenchTellings(cast) if language.code == "fr" else None

    def resolved(self, sentence: Masked) -> Traced:
        """The bare sentence with whom it speaks of put in."""
        told = self._with_stand_ins(sentence)
        subjects = self._subjects[-_FAR:]
        last = next((subject for subject in reversed(subjects) if subject), None)

        def named(match: re.Match[str]) -> str | None:
            if self._french and calls_by_name(match.string, match.end()):
                return None
            before = match.string[: match.start()]
            marks = [m.group() for m in MARK.finditer(before) if m[1] in "cbo"]
            if marks and before.endswith((" by ", " with ", " from ")):
                # "X was hired by the builder": somebody else
                others = [one for one in reversed(subjects) if one and one not in marks]
                return others[0] if others else None
            return marks[-1] if marks else last

        told = told.replaced(self._frames.both, self._told_last)
        resolved = told.replaced(self._frames.of_people, self._of_its_country)
        resolved = self._speaking.resolved(resolved) if self._speaking else resolved
        resolved = resolved.replaced(self._frames.anaphora, named)
        resolved = resolved.replaced(_PRONOUN, lambda _: subjects[-1] if subjects else None)
        if self._language.code == "en":
            resolved = self._with_owners(resolved, subjects[-1] if subjects else None)
            resolved = self._with_speaker(resolved, sentence)
        if self._french:
            resolved = self._french.straight(resolved, sentence.whole)
        self._remember(sentence, resolved)
        return resolved

    @staticmethod
    def _with_owners(told: Traced, subject: str | None) -> Traced:
        """ "Its new owner", "bought from it": whose, and from whom."""
        if subject is None or subject in told.text:
            return told
        told = told.replaced(_OWN, lambda _: f"{subject}'s")
        named = any(mark[1] in "cbo" for mark in marks_in(told.text))
        return told.replaced(_OBJECT, lambda _: subject) if named else told

    def _with_speaker(self, told: Traced, sentence: Masked) -> Traced:
        """ "We", in quotes, are whom the one quoted speaks for."""
        people = [entity_of(mark) for mark in marks_in(sentence.whole) if mark[1] == "p"]
        self._speaker = people[-1] if people else self._speaker
        if '"' not in sentence.whole and "\u201c" not in sentence.whole:
            return told
        body = self._spoken_for(self._speaker)
        return told.replaced(_WE, lambda _: body) if body else told

    def _spoken_for(self, person: int | None) -> str | None:
        body = (
            self._bodies.get(self._cast.entities[person].affiliation)
            if person is not None
            else None
        )
        return mark_of(body, self._cast) if body is not None else None

    def _body(self, mark: re.Match[str]) -> int | None:
        """The organisation a mark stands for, or whose person it is."""
        if mark[1] == "p":
            return self._bodies.get(self._cast.entities[entity_of(mark)].affiliation)
        return entity_of(mark) if mark[1] in "cbo" else None

    def topics(self) -> tuple[int, ...]:
        """Whom the text named first, then whom its last sentences spoke of, the nearest first."""
        return self._topics

    def _with_stand_ins(self, sentence: Masked) -> Traced:
        """ "The hospital" is whom it stands for."""
        told = sentence.core
        for one in self._standing.get(sentence.sentence, ()):
            told = told.with_mark(one.start, one.end, mark_of(one.entity, self._cast))
        return told

    def _told_last(self, match: re.Match[str]) -> str | None:
        """ "The two companies": the last two that one sentence told of, and no third."""
        two = self._two.get("nations" if match["nations"] else "firms")
        kinds = "n" if match["nations"] else "cbo"
        here = [mark.group() for mark in MARK.finditer(match.string) if mark[1] in "cbon"]
        before = [m.group() for m in MARK.finditer(match.string, 0, match.start())]
        told = list(dict.fromkeys(mark for mark in before if mark[1] in kinds))
        if self._french and len(told) == _BOTH:
            return ", ".join(told)
        if two is None or here:
            return None
        joined = " and " if self._language.code == "en" else ", "
        return joined.join(two)

    def _of_its_country(self, match: re.Match[str]) -> str | None:
        """ "The Swiss drugmaker": the firm of that country that was named last."""
        code = self._language.code
        country = demonyms(code).get(key(match["people"], code))
        return self._of_country.get(country) if country else None

    def _remember(self, sentence: Masked, resolved: Traced) -> None:
        marks = [mark for mark in marks_in(sentence.bare) if mark[1] in "cbo"]
        opens = marks[:1] if marks and marks[0].start() < _NEAR else []
        if not marks and resolved.text != sentence.bare:
            # a sentence on "it" alone keeps the subject
            opens = [mark for mark in marks_in(resolved.text) if mark[1] in "cbo"][:1]
        self._subjects.append(opens[0].group() if opens else None)
        if self._speaking:
            self._speaking.remember(sentence)
        told = (self._body(mark) for mark in marks_in(resolved.text))
        self._topics = (*self._spoken[:1], *reversed(self._spoken[-_RECENT:]))
        body = next((one for one in told if one is not None), None)
        self._spoken.extend([body] if body is not None else [])
        for kinds, letters in (("firms", "cbo"), ("nations", "n")):
            named = dict.fromkeys(
                mark.group() for mark in marks_in(sentence.bare) if mark[1] in letters
            )
            if named:
                self._two.pop(kinds, None)
            firms = [one for one in named if one[1] in "cn"]
            # two firms and who licensed them are two firms
            both = list(named) if len(named) == _BOTH else firms
            if len(both) == _BOTH:
                first, second = both
                self._two[kinds] = (first, second)
        for mark in marks_in(sentence.whole):
            country = self._cast.entities[entity_of(mark)].country if mark[1] == "c" else None
            if country:
                self._of_country[country] = mark.group()
