"""What a verification found: each thing named, by place and by what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "missing", "inserted", "data_changed", "not_erased", "chain_broken", "id_changed",
    "time_went_back", "unreadable", "misnumbered", "head_differs", "index_damaged",
    "blob_missing", "blob_damaged", "rewritten", "shortened", "another_log",
]  # fmt: skip
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it was written; `position` where it stands in the log."""

    position: int | None
    kind: Kind
    subject: str | None
    told: str


@dataclass(slots=True, kw_only=True)
class Findings:
    """Keeps the first ones and counts them all: a log may be wrong in a million places."""

    most: int = MOST
    count: int = 0
    kept: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Note one more."""
        self.count += 1
        if len(self.kept) < self.most:
            self.kept.append(finding)

    def __iter__(self) -> Iterator[Finding]:
        """Those that were kept, in the order in which they were found."""
        return iter(self.kept)
