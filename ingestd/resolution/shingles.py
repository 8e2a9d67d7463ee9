"""How much of its wording one text shares with another, by their sketches; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

FULL = 64
"""Numbers of a sketch that had more to choose from."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The part of the shorter text that is in the longer, and of how many numbers it is told.

    `lengths` is the shorter's by the longer's.
    """

    part: float
    numbers: int
    lengths: float


NOTHING = Shared(0.0, 0, 0.0)
_ALL = 1 << 32


def shared(one: Sequence[int], other: Sequence[int]) -> Shared:
    """Estimate how much of the shorter text stands in the longer.

    Up to where both sketches reach, each has every number of its text. So what is common up
    to there is common to the texts, whatever their lengths (to be sure of a tenth of the
    part takes both of like length).
    """
    if not one or not other:
        return NOTHING
    reach = min(_reach(one), _reach(other))
    ours, theirs = ({number for number in each if number < reach} for each in (one, other))
    least = min(len(ours), len(theirs))
    both = len(ours & theirs)
    if not least:
        return NOTHING
    lengths = sorted(len(each) / _reach(each) for each in (one, other))
    return Shared(both / least, both, lengths[0] / lengths[1])


def _reach(sketch: Sequence[int]) -> int:
    return sketch[-1] + 1 if len(sketch) >= FULL else _ALL
