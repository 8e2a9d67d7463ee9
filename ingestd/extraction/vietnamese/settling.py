"""Names of one syllable stay where a fuller name of the text explains them."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.view import fold


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
    """All firm names, and of the weak ones those that repeat: a given name, a whole name."""
    given = {
        fold(one.name).split()[-1]
        for one in found
        if not one.weak and any(item.type == "person" for item in one.evidence)
    }
    for one in found:
        if not one.weak or fold(one.name) in firm | given:
            yield one
