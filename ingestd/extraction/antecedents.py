"""Whom "the company", "the Japanese carrier" and "it" stand for, sentence after sentence."""

import re

from ingestd.extraction.entities import Cast
from ingestd.extraction.gazetteer.places import demonyms, key
from ingestd.extraction.languages.pack import Language
from ingestd.extraction.masking import MARK, Masked, entity_of
from ingestd.extraction.speaking import Speaking
from ingestd.extraction.traced import Traced

_PRONOUN = re.compile(r"^\W*(?:it|they|he|she|il|elle|ils|elles|họ|он|она|они)\b")
_NEAR = 110
"""Letters from a sentence's start in which its subject stands."""
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
        self._of_country: dict[str, str] = {}
        self._two: dict[str, tuple[str, str]] = {}
        self._speaking = Speaking(cast) if language.code == "vi" else None

    def resolved(self, sentence: Masked) -> Traced:
        """The bare sentence with whom it speaks of put in."""
        told = sentence.core
        subjects = self._subjects[-_FAR:]
        last = next((subject for subject in reversed(subjects) if subject), None)

        def named(match: re.Match[str]) -> str | None:
            marks = [m for m in MARK.finditer(match.string[: match.start()]) if m[1] in "cbo"]
            return marks[-1].group() if marks else last

        told = told.replaced(self._frames.both, self._told_last)
        resolved = told.replaced(self._frames.of_people, self._of_its_country)
        resolved = self._speaking.resolved(resolved) if self._speaking else resolved
        resolved = resolved.replaced(self._frames.anaphora, named)
        resolved = resolved.replaced(_PRONOUN, lambda _: subjects[-1] if subjects else None)
        self._remember(sentence, resolved)
        return resolved

    def _told_last(self, match: re.Match[str]) -> str | None:
        """ "The two companies": the last two that one sentence told of, and no third."""
        two = self._two.get("nations" if match["nations"] else "firms")
        here = [mark for mark in MARK.finditer(match.string) if mark[1] in "cbon"]
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
        marks = [mark for mark in MARK.finditer(sentence.bare) if mark[1] in "cbo"]
        opens = marks[:1] if marks and marks[0].start() < _NEAR else []
        if not marks and resolved.text != sentence.bare:
            # a sentence on "it" alone keeps the subject
            opens = [mark for mark in MARK.finditer(resolved.text) if mark[1] in "cbo"][:1]
        self._subjects.append(opens[0].group() if opens else None)
        if self._speaking:
            self._speaking.remember(sentence)
        for kinds, letters in (("firms", "cbo"), ("nations", "n")):
            named = dict.fromkeys(
                mark.group() for mark in MARK.finditer(sentence.bare) if mark[1] in letters
            )
            if named:
                self._two.pop(kinds, None)
            if len(named) == _BOTH:
                first, second = named
                self._two[kinds] = (first, second)
        for mark in MARK.finditer(sentence.whole):
            country = self._cast.entities[entity_of(mark)].country
            if mark[1] == "c" and country:
                self._of_country[country] = mark.group()
