"""Counts and what follows from them: precision, recall, F1, rates."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Count:
    """How many were found, said though they are not there, and missed."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, *, found: int = 0, extra: int = 0, missed: int = 0) -> None:
        """Count more."""
        self.found += found
        self.extra += extra
        self.missed += missed

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.found + other.found, self.extra + other.extra, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """How much of what was said is right, from 0 to 1; 0 where nothing was said."""
        return _share(self.found, self.found + self.extra) or 0.0

    @property
    def recall(self) -> float:
        """How much of what is there was said, from 0 to 1."""
        return _share(self.found, self.found + self.missed) or 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both (van Rijsbergen, 1979)."""
        return _share(2 * self.found, 2 * self.found + self.extra + self.missed) or 0.0


@dataclass(slots=True)
class Rate:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there was nothing to get right."""
        return _share(self.right, self.of)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@dataclass(slots=True)
class Score:
    """Everything that is counted over some documents."""

    documents: int = 0
    missing: int = 0
    by_type: dict[str, Count] = field(default_factory=dict)
    untyped: Count = field(default_factory=Count)
    role: Rate = field(default_factory=Rate)
    affiliation: Rate = field(default_factory=Rate)
    lenient: Count = field(default_factory=Count)
    strict: Count = field(default_factory=Count)
    status: Rate = field(default_factory=Rate)
    value: Rate = field(default_factory=Rate)
    value_or_none: Rate = field(default_factory=Rate)
    date: Rate = field(default_factory=Rate)
    date_or_none: Rate = field(default_factory=Rate)
    party_role: Rate = field(default_factory=Rate)
    traps: Rate = field(default_factory=Rate)

    @property
    def entities(self) -> Count:
        """Entities of all types."""
        return sum(self.by_type.values(), Count())
