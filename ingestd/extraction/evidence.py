"""One reason for taking a name for one kind of thing."""

from typing import NamedTuple

from ingestd.extraction.languages.pack import Head


# A tuple: made, compared and hashed by the hundred.
class Evidence(NamedTuple):
    """One reason for a type, and how much it weighs."""

    type: Head
    weight: float
    reason: str
