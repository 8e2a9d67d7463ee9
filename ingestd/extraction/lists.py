"""Names that are listed together are of one kind: "Ens, Espel and Rutten"."""

from collections.abc import Sequence
from typing import Protocol

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.languages.pack import Head
from ingestd.extraction.weighing import verdict

_BETWEEN = frozenset({",", "and", ", and", "or", ", or", "&", "and the", ", and the", ", the"})
_SURE = 3.0
_CARRIED = frozenset({"person", "place", "company"})


class Named(Protocol):
    """A name at its place, and what speaks for it there."""

    @property
    def sentence(self) -> int:
        """The number of its sentence."""

    @property
    def start(self) -> int:
        """Where it begins in `View.plain`."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def name(self) -> str:
        """The words."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that speaks for a type."""


def carried(found: Sequence[Named], low: str) -> dict[int, Evidence]:
    """What names that nothing speaks for have from those they are listed with, by their place."""
    given: dict[int, Evidence] = {}
    joined = _pairs(found, low)
    turned = [(right, left) for left, right in reversed(joined)]
    for told, bare in (*joined, *turned):
        if found[bare].evidence or bare in given:
            continue
        kind = _kind([*found[told].evidence, *([given[told]] if told in given else [])])
        if kind and (kind != "person" or " " in found[bare].name):
            given[bare] = Evidence(kind, _SURE, "listed with such")
    return given


def _pairs(found: Sequence[Named], low: str) -> list[tuple[int, int]]:
    """Neighbours in a list; a comma between two alone makes none: "X, Y's chief"."""
    between = [
        _between(found[at], found[at + 1], low) if at + 1 < len(found) else None
        for at in range(len(found))
    ]
    return [
        (at, at + 1)
        for at, words in enumerate(between)
        if words in _BETWEEN
        and (words != "," or {between[at - 1] if at else None, between[at + 1]} & _BETWEEN)
    ]


def _between(left: Named, right: Named, low: str) -> str | None:
    if left.sentence != right.sentence or low[right.end : right.end + 2] == "'s":
        return None
    return low[left.end : right.start].strip()


def _kind(evidence: list[Evidence]) -> Head | None:
    judged = verdict(evidence)
    sure = judged.type in _CARRIED and judged.weight >= _SURE
    return judged.type if sure else None
