"""What fuller names end in, wherever a text names it again: "Kim Lân" for "Công ty Gốm sứ Kim Lân"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingestd.events.facts import EntityType
from ingestd.extraction.evidence import Evidence
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.settling import Named
from ingestd.extraction.vietnamese.runs import behind_body
from ingestd.extraction.vietnamese.tables import FIELD, HEAD

_LEAST = 2
_MANY = 100
"""Endings of one first word that are kept: what more share tells none of them."""
_SURE = 6.0
"""What speaks so for a person, a title or an office in front, no name of a firm outweighs."""
_NAMED = frozenset({"company", "organization"})
_CLASS = ("class noun ", "called ")
_LONGEST_HOLDER = 4

Ending = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endings:
    """By first word: the endings of the fuller names of a text, the longest first."""

    by_first: dict[str, tuple[Ending, ...]]
    kinds: dict[Ending, EntityType]
    lone: frozenset[str]

    def within(self, line: Line, found: list[Named]) -> list[Named]:
        """The names of a sentence, what repeats an ending taken for it."""
        starts = [
            at
            for at, token in enumerate(line.tokens)
            if token.text in self.by_first or token.text in self.lone
        ]
        told = [one for at in starts for one in self._at(line, at, found)]
        if not told:
            return found
        taken = {at for one in told for at in range(one.piece.first, one.piece.last + 1)}
        kept = [one for one in found if not taken & {*_tokens(one)}]
        return sorted([*kept, *told], key=lambda one: one.piece.first)

    def _at(self, line: Line, at: int, found: list[Named]) -> Iterator[Named]:
        held = _holder(line, at) if line.text(at) in self.lone else None
        if held:
            told = Evidence("person", 5, "a calling and its body in front")
            yield Named(Piece(at, at), (Evidence("company", 5, "named elsewhere"),))
            yield Named(held, (told,))
            return
        for ending in self.by_first.get(line.text(at), ()):
            last = at + len(ending) - 1
            if line.tokens[at : last + 1] and _stands(line, at, ending):
                yield from self._told(line, (at, last), self.kinds[ending], found)
                return

    @staticmethod
    def _told(
        line: Line, place: tuple[int, int], kind: EntityType, found: list[Named]
    ) -> Iterator[Named]:
        """What repeats an ending, and who holds an office in it: "CEO Marsk Line Jens Holm"."""
        first, last = place
        why = Evidence(kind, 5, "ends a fuller name")
        holder = (
            None if any(_reaches_over(one, first) for one in found) else _holder(line, last)
        )
        if holder:
            yield Named(Piece(first, last), (why,))
            told = Evidence("person", 5, "a calling and its body in front")
            yield Named(holder, (told,))
        elif not line.capital(last + 1) and not any(_outweighs(one, *place) for one in found):
            yield Named(Piece(first, last), (why,))


def _reaches_over(named: Named, first: int) -> bool:
    return named.piece.first < first <= named.piece.last


def _holder(line: Line, last: int) -> Piece | None:
    """The capitals behind a firm that a calling stands in front of."""
    end = last
    while line.capital(end + 1) and end - last < _LONGEST_HOLDER:
        end += 1
    held = end > last + 1 and line.known(last + 1) is None and behind_body(line, last + 1)
    return Piece(last + 1, end) if held else None


def _tokens(named: Named) -> range:
    return range(named.piece.first, named.piece.last + 1)


def _stands(line: Line, at: int, ending: Ending) -> bool:
    return all(line.text(at + n) == word for n, word in enumerate(ending))


def _outweighs(named: Named, first: int, last: int) -> bool:
    """Whether a name reaches over the stretch, or is sure to be another."""
    piece = named.piece
    if piece.last < first or last < piece.first:
        return False
    if piece.first < first or last < piece.last:
        return True
    person = sum(item.weight for item in named.evidence if item.type == "person")
    same = (piece.first, piece.last) == (first, last)
    return person >= _SURE or (same and _is_told(named))


def _is_told(named: Named) -> bool:
    return any(item.type in _NAMED for item in named.evidence)


def endings(read: Iterable[tuple[Line, list[Named]]]) -> Endings:
    """What the names with a class noun end in, as the sentences of a text tell them."""
    kinds: dict[Ending, EntityType] = {}
    lone: set[str] = set()
    for line, named in read:
        for one in named:
            if _is_lone(one):
                lone.add(line.text(one.piece.first))
            for ending, kind in _of(line, one):
                kinds.setdefault(ending, kind)
    by_first: dict[str, list[Ending]] = {}
    for ending in sorted(kinds, key=lambda one: (-len(one), one)):
        by_first.setdefault(ending[0], []).append(ending)
    listed = {first: tuple(ends[:_MANY]) for first, ends in by_first.items()}
    return Endings(listed, kinds, frozenset(lone))


def _is_lone(named: Named) -> bool:
    """Whether it is a firm or body of one word."""
    firm = any(
        item.type in {"company", "public_body", "organization"} for item in named.evidence
    )
    return firm and not named.weak and named.piece.first == named.piece.last


def _of(line: Line, named: Named) -> Iterator[tuple[Ending, EntityType]]:
    kind = _kind(named)
    if kind is None:
        return
    head = HEAD.at(line, named.piece.first)
    begin = head[0] + 1 if head and line.capital(named.piece.first) else named.piece.first
    for first in range(begin, named.piece.last):
        if line.capital(first) and _names(line, first, named.piece.last):
            yield tuple(line.text(at) for at in range(first, named.piece.last + 1)), kind


def _kind(named: Named) -> EntityType | None:
    """What its class noun makes of a name that may be told again by its end."""
    for item in named.evidence:
        if item.type in {"company", "organization"} and item.reason.startswith(_CLASS):
            return "company" if item.type == "company" else "organization"
    return None


def _names(line: Line, first: int, last: int) -> bool:
    """Whether a stretch names something: no place, not a field alone."""
    if last - first + 1 < _LEAST or any(not line.tokens[at].is_word for at in (first, last)):
        return False
    known, field = line.known(first), FIELD.at(line, first)
    placed = known is not None and known.last >= last
    return not placed and (field is None or field[0] < last)
