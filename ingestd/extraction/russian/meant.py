# ruff: noqa: RUF002 - Cyrillic letters are meant as they stand
"""Whom "the firm", "its director" and a bare "the director" mean: the bodies a text named before."""

from bisect import bisect_left

from ingestd.extraction.russian.cast import Scene
from ingestd.extraction.russian.name import Name
from ingestd.extraction.russian.nouns import ANAPHORS
from ingestd.extraction.russian.passage import Passage
from ingestd.extraction.russian.titles import nouns_of
from ingestd.extraction.russian.words import forms, is_cyrillic, lemmas

_MEMORY = 100
"""Names in front of a noun like "the firm" among which it is looked for."""
_OWNERS_NEAR = 4
"""Sentences in front of "its director" that may name whose."""
_NEAR = 2
"""Sentences in front of a person that may name whom they are with."""
_BODIES = frozenset({"company", "public_body", "organization"})
_TELLING = frozenset(
    {
        "рассказать",
        "сообщить",
        "заявить",
        "пояснить",
        "уточнить",
        "подтвердить",
        "передать",
        "рассказывать",
    }
)


class Bodies:
    """The bodies of a text by their places; `at` has the longest name over each word."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.at: dict[int, dict[int, tuple[Name, int]]] = {}
        self._nouns: dict[int, set[str]] = {}
        self._starts = [name.start for name in scene.names]
        for name, owner in zip(scene.names, scene.owners, strict=True):
            places = self.at.setdefault(name.passage, {})
            for place in range(name.first, name.last + 1):
                # the longest name comes first: a body, not the country in its name
                places.setdefault(place, (name, owner))
            self._nouns.setdefault(owner, set()).update(nouns_of(name))

    def called(self, passage: Passage, at: int, word: str) -> int | None:
        """Who "the firm" is: the last one so called, else the last that could be."""
        nouns = [one for one in sorted(lemmas(word)) if one in ANAPHORS]
        if not nouns:
            return None
        wanted = ANAPHORS[nouns[0]]
        seen = [owner for _, owner in self.before(passage.words[at].start)]
        called = [
            owner
            for owner in seen
            if any(noun.endswith(nouns[0]) for noun in self._nouns.get(owner, ()))
        ]
        alike = [owner for owner in seen if self._scene.cast.entities[owner].type == wanted]
        return next(iter(called or alike), None)

    def before(self, offset: int) -> list[tuple[Name, int]]:
        """The bodies named in front of a place, the last one first; not all of a long text."""
        end = bisect_left(self._starts, offset)
        near = range(end - 1, max(end - _MEMORY, 0) - 1, -1)
        told = [(self._scene.names[at], self._scene.owners[at]) for at in near]
        return [
            one
            for one in told
            if self._scene.cast.entities[one[1]].type in _BODIES and not self._was_told(one[0])
        ]

    def places_before(self, offset: int) -> list[int]:
        """The places named in front of one in the text, the last one first."""
        end = bisect_left(self._starts, offset)
        near = (self._scene.owners[at] for at in range(end - 1, max(end - _MEMORY, 0) - 1, -1))
        entities = self._scene.cast.entities
        return [owner for owner in near if entities[owner].type == "place"]

    def _was_told(self, name: Name) -> bool:
        """Whether it is a paper that somebody told: "рассказал X", "об этом X сообщил"."""
        passage = self._scene.text.passages[name.passage]
        first = name.first - 1 - name.quoted
        telling = _is_telling(passage.at(first)) and not name.noun
        behind = _is_telling(passage.at(name.last + 1 + name.quoted))
        return telling or (behind and passage.at(first).lower() in {"этом", "чем"})

    def behind(self, passage: Passage, at: int) -> int | None:
        """The body named within few words from a place."""
        for place in range(at, min(at + 4, len(passage.words))):
            owned = self.at.get(passage.number, {}).get(place)
            if owned is not None:
                return owned[1] if self._scene.cast.entities[owned[1]].type in _BODIES else None
        return None

    def owner(self, passage: Passage, at: int) -> int | None:
        """Whose "its director" is: of the one body in front in the sentence, else before it."""
        before = self.before(passage.words[at].start)
        inside = {owner for name, owner in before if name.passage == passage.number}
        return inside.pop() if len(inside) == 1 else self.subject_before(passage)

    def subject_before(self, passage: Passage) -> int | None:
        """The body named first in the nearest sentence before that names any."""
        before = self.before(passage.sentence.start)
        last = before[0][0].passage if before else -_OWNERS_NEAR
        near = passage.number - last <= _OWNERS_NEAR
        told = [owner for name, owner in before if near and name.passage == last]
        return told[-1] if told else None

    def last(self, passage: Passage, offset: int) -> int | None:
        """The one body that the text speaks of here."""
        near = {
            owner
            for name, owner in self.before(offset)
            if passage.number - name.passage <= _NEAR
            and self._scene.cast.entities[owner].type != "public_body"
        }
        return near.pop() if len(near) == 1 else None


def _is_telling(word: str) -> bool:
    return (
        bool(word)
        and is_cyrillic(word)
        and any(form.lemma in _TELLING for form in forms(word.lower())[:1])
    )
