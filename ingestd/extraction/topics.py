"""Whom a text is about: whose a title is that stands without its organisation."""

from collections.abc import Iterator, Sequence

from ingestd.events.facts import ExtractedEntity
from ingestd.extraction.chains import Chain
from ingestd.extraction.languages.pack import words
from ingestd.extraction.view import fold

_CORPORATE = words(
    """ceo cfo coo cto cio chairman chairwoman chairperson spokesman spokeswoman spokesperson founder head
    co-founder cofounder"""
)
_RANKED = words(
    "executive director officer manager president counsel superintendent engineer scientist economist partner"
)
_RANKS = words(
    """chief managing general deputy executive vice senior technical commercial finance financial operations sales
    marketing plant project regional head development scientific digital people product revenue risk legal strategy
    group corporate"""
)
_SPORTING = words(
    "manager coach striker midfielder goalkeeper defender winger captain skipper footballer player"
)
_OFFICIAL = words("minister secretary commissioner")
_ACADEMIC = words("rector principal dean provost vice-chancellor professor")
_LEARNED = words(
    "university université universität universidad college institute academy school"
)


class Topics:
    """The organisations of a text, the most spoken of first."""

    def __init__(self, entities: Sequence[ExtractedEntity], kept: Sequence[Chain]) -> None:
        self.entities = entities
        self.starts = [chain.spots[0].start for chain in kept]
        self.first: dict[str, int] = {}
        for number, entity in enumerate(entities):
            if "signs the news" in entity.reasons:
                continue
            self.first.setdefault(entity.type, number)
            self.first.setdefault(entity.name.partition(" ")[0].lower(), number)

    def of(self, title: str, country: str | None, before: int) -> int | None:
        """Whose title it most likely is: named before it, and of its kind; often nobody's."""
        last = title.lower().partition(" of ")[0].split()
        if not last:
            return None
        listed = [
            at
            for at in self._of_kind(last)
            if self.starts[at] < before
            and (country is None or self.entities[at].country in {None, country})
        ]
        return max(listed, key=lambda at: (len(self.entities[at].mentions), -at), default=None)

    def _of_kind(self, title: list[str]) -> Iterator[int]:
        for at, entity in enumerate(self.entities):
            if "signs the news" not in entity.reasons and _may_have(entity, title):
                yield at


def _may_have(entity: ExtractedEntity, title: list[str]) -> bool:
    """Whether an organisation of this kind and name has such a post."""
    noun, rest = title[-1], set(title[:-1])
    own = set(fold(entity.name).split())
    if noun in _OFFICIAL:
        return entity.type == "public_body" and bool(own & (rest - _RANKS))
    if noun in _ACADEMIC:
        return bool(own & {fold(word) for word in _LEARNED})
    if noun in _SPORTING and not rest & _RANKS:
        return entity.type == "organization"
    corporate = noun in _CORPORATE or (noun in _RANKED and bool(rest & _RANKS))
    return corporate and entity.type in {"company", "organization"}
