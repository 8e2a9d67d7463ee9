"""A few numbers that stand for the wording of a text, so that copies of it can be told; pure.

The least of the hashes of all runs of words (a bottom-k sketch: Broder 1997, Cohen and Kaplan
2007). Two texts share as large a part of their sketches as they share of their words, and
what is cut out of a longer text shares it too.
"""

import re
from hashlib import blake2b
from heapq import nsmallest

from ingestd.events.facts import Block

RUN = 4
"""Words in a run."""
KEPT = 64
"""Numbers in a sketch, at most; each is below 2³²."""
_BYTES = 4
# scripts that write no spaces are read letter by letter
_WORD = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0eff\u3040-\u9fff]+"
)


def sketch(text: str, blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Return the sketch of what a text says: ascending, empty where that is too short.

    Titles, datelines and credits are left out, and with them whatever a copy changes first.
    """
    words = _WORD.findall(body_of(text, blocks).casefold())
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return tuple(nsmallest(KEPT, {_hash(run) for run in runs}))


def body_of(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the paragraphs of a text; all of it where none is marked as such."""
    told = [text[block.start : block.end] for block in blocks if block.kind == "body"]
    return "\n".join(told) or text


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=_BYTES).digest())
