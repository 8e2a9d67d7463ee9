"""A text put together of paragraphs whose document says which of them are headings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingestd.events.facts import Block
from ingestd.parsing.structure import structure

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph as its document has it; `heading`: it is marked as one."""

    text: str
    heading: bool = False


def compose(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """Join what is not blank, a blank line between; what is marked as a heading is one."""
    told = [Part(_line(part.text), part.heading) for part in parts if part.text.strip()]
    text = _GAP.join(part.text for part in told)
    headings: set[tuple[int, int]] = set()
    start = 0
    for part in told:
        end = start + len(part.text)
        if part.heading:
            headings.add((start, end))
        start = end + len(_GAP)
    return text, tuple(_headed(block, headings) for block in structure(text))


def _line(text: str) -> str:
    return " ".join(text.split())


def _headed(block: Block, headings: set[tuple[int, int]]) -> Block:
    if (block.start, block.end) in headings and block.kind != "title":
        return replace(block, kind="heading")
    return block
