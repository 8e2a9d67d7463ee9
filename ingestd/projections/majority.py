"""What most tellings say; of several, what was said first."""

from collections.abc import Iterable

Counted = list[int]
"""How often a value was told, and the position of the first event that tells it."""


class Majority:
    """Counts values; None is no value."""

    __slots__ = ("counts", "winner")

    def __init__(self, counts: dict[str, Counted] | None = None) -> None:
        self.counts: dict[str, Counted] = counts or {}
        self.winner: str | None = None
        if len(self.counts) == 1:  # as mostly
            (self.winner,) = self.counts
        elif counts:
            self._choose()

    def add(self, value: str, position: int) -> bool:
        """Count a value in; return whether another is told most now."""
        counted = self.counts.get(value)
        if counted is None:
            self.counts[value] = [1, position]
        else:
            counted[0] += 1
            counted[1] = min(counted[1], position)
        return value != self.winner and self._choose()

    def take_back(self, value: str | None, position: int) -> bool:
        """Count a value out; return whether its first telling is to be looked for anew."""
        if value is None:
            return False
        counted = self.counts[value]
        counted[0] -= 1
        if not counted[0]:
            del self.counts[value]
        self._choose()
        return counted[0] > 0 and counted[1] == position

    def absorb(self, other: "Majority") -> None:
        """Count in all that another counted."""
        for value, (times, first) in other.counts.items():
            mine = self.counts.setdefault(value, [0, first])
            mine[0] += times
            mine[1] = min(mine[1], first)
        self._choose()

    def tell_firsts(self, told: Iterable[tuple[str | None, int]]) -> None:
        """Find out what was said first, from all tellings: what each says, and its position."""
        firsts: dict[str | None, int] = {}
        for value, position in told:
            firsts[value] = min(position, firsts.get(value, position))
        for value, counted in self.counts.items():
            counted[1] = firsts[value]
        self._choose()

    def _choose(self) -> bool:
        before, counts = self.winner, self.counts
        if len(counts) > 1:
            self.winner = min(
                counts, key=lambda value: (-counts[value][0], counts[value][1], value)
            )
        else:
            self.winner = next(iter(counts), None)
        return self.winner != before
