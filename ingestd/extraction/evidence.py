"""One reason for taking a name for one kind of thing."""

from dataclasses import dataclass

from ingestd.extraction.languages.pack import Head


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a type, and how much it weighs."""

    type: Head
    weight: float
    reason: str
