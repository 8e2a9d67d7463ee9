"""What the tests of parsing share: a text's blocks as pairs, the seeds, quick documents."""

from pathlib import Path

from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims, Parsed
from ingestd.parsing.structure import structure

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
LONG = (
    "The two companies said on Thursday that they had agreed to make the vaccine together, "
    "and that work would begin within the year."
)


def seed(number: int) -> str:
    return SEEDS[number].read_bytes().decode()


def pairs(text: str) -> list[tuple[str, str]]:
    """Each block as its kind and its text."""
    return [(block.kind, text[block.start : block.end]) for block in structure(text)]


def of_kind(kind: str, text: str) -> list[str]:
    return [quote for found, quote in pairs(text) if found == kind]


def parsed(body: str | bytes, media_type: str = "text/plain", **claimed: str) -> Parsed:
    content = body.encode() if isinstance(body, str) else body
    return parse(content, media_type, Claims(**claimed))
