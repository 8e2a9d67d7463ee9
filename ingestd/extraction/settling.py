"""Names that a language's own reader found, and which of them stay.

Bare names stay where a fuller name of the text explains them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.line import Piece
from ingestd.extraction.view import fold


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names something, and why; `weak`: only a capital speaks for it."""

    piece: Piece
    evidence: tuple[Evidence, ...]
    weak: bool = False


class Placed(Protocol):
    """A name at its place, as far as settling needs to know."""

    @property
    def name(self) -> str:
        """As it stands in the text."""

    @property
    def weak(self) -> bool:
        """Whether nothing but a capital speaks for it."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for its type."""


_Placed = TypeVar("_Placed", bound=Placed)


def settled(found: Sequence[_Placed], firm: set[str]) -> Iterator[_Placed]:
    """All that something speaks for, and of the rest what repeats a name or its end."""
    told = [one for one in found if one.evidence and not one.weak]
    given = {
        fold(one.name).split()[-1]
        for one in told
        if any(item.type == "person" for item in one.evidence)
    }
    ends = {end for one in told for end in _ends(fold(one.name).split())}
    for one in found:
        name = fold(one.name)
        told_here = bool(one.evidence) and not one.weak
        if told_here or name in (firm | given if one.weak else ends):
            yield one


def _ends(parts: list[str]) -> Iterator[str]:
    """What names a firm again: the last syllables of its name, or the first words."""
    for size in range(1, len(parts) + 1):
        yield " ".join(parts[-size:])
        yield " ".join(parts[:size])
