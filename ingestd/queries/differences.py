"""What changed between two texts: sentence by sentence, and word by word within them; pure.

The shortest way from one to the other (Myers, "An O(ND) difference algorithm and its
variations", 1986). Where that is long the texts are different ones, and are told as such: so
that nobody's text, however it is made, takes long.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Op = Literal["same", "removed", "added"]

SENTENCES = 500
"""Sentences that are told as changed one by one, at most."""
WORDS = 300
"""Words of neighbouring sentences that are told as changed one by one, at most."""
CONTEXT = 80
"""Letters that are shown around a change."""
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…]+[\"'»”’)\]]*(?:[^\S\n]+|(?=\n)|\Z)|(?=\n)|\Z)\n*")  # noqa: RUF001
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*\s*|[^\w\s]\s*|\s+")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that is in both, or in one only."""

    op: Op
    text: str


def differences(before: str, after: str) -> list[Part]:
    """Return both texts in one: all that is not added is the one, all not removed the other."""
    ours, theirs = _split(_SENTENCE, before), _split(_SENTENCE, after)
    parts: list[Part] = []
    for removed, added, same in _stretches(_edits(ours, theirs, most=SENTENCES)):
        if removed and added:
            words = _split(_WORD, removed), _split(_WORD, added)
            parts += _edits(*words, most=WORDS)
        else:
            parts += [Part("removed", removed), Part("added", added)]
        parts.append(Part("same", same))
    return list(_joined(parts))


def shortened(parts: Sequence[Part]) -> list[Part]:
    """Return them with no more of what is the same than shows where a change is."""
    last = len(parts) - 1
    return [
        part if part.op != "same" else Part("same", _cut(part.text, place > 0, place < last))
        for place, part in enumerate(parts)
    ]


def words_of(parts: Iterable[Part], op: Op) -> int:
    """How many words were removed, added, or are the same."""
    return sum(len(part.text.split()) for part in parts if part.op == op)


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    return [piece for piece in pattern.findall(text) if piece]


def _cut(text: str, behind: bool, before: bool) -> str:  # noqa: FBT001
    """Keep what stands next to a change: at the beginning, at the end, or both."""
    head, tail = (CONTEXT if behind else 0), (CONTEXT if before else 0)
    if len(text) <= head + tail + 1:
        return text
    return f"{text[:head]}…{text[len(text) - tail :]}"


def _stretches(edits: Iterable[Part]) -> Iterator[tuple[str, str, str]]:
    """Put neighbouring changes together, with what is the same behind them."""
    told: dict[Op, str] = {"removed": "", "added": "", "same": ""}
    for op, parts in groupby(edits, key=lambda part: part.op):
        if op != "same" and told["same"]:
            yield told["removed"], told["added"], told["same"]
            told = {"removed": "", "added": "", "same": ""}
        told[op] += "".join(part.text for part in parts)
    yield told["removed"], told["added"], told["same"]


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """One part where there are several of a kind; what is removed goes before what is added."""
    for removed, added, same in _stretches(part for part in parts if part.text):
        for op, text in (("removed", removed), ("added", added), ("same", same)):
            if text:
                yield Part(op, text)  # type: ignore[arg-type]  # of a tuple mypy sees text only


def _edits(before: Sequence[str], after: Sequence[str], *, most: int) -> list[Part]:
    """The steps from one to the other, in order; all removed and all added where that is far."""
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    ours, theirs = before[head : len(before) - tail], after[head : len(after) - tail]
    steps = _shortest(ours, theirs, most)
    if steps is None:
        steps = [Part("removed", "".join(ours)), Part("added", "".join(theirs))]
    begin, end = "".join(before[:head]), "".join(before[len(before) - tail :])
    return [Part("same", begin), *steps, Part("same", end)]


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many pieces are the same from the beginning."""
    pairs = zip(before, after, strict=False)
    least = min(len(before), len(after))
    return next((at for at, (one, other) in enumerate(pairs) if one != other), least)


def _shortest(before: Sequence[str], after: Sequence[str], most: int) -> list[Part] | None:
    """The fewest removals and additions; None where more than so many would be needed."""
    reached = {1: 0}
    trace: list[dict[int, int]] = []
    for steps in range(min(most, len(before) + len(after)) + 1):
        trace.append(dict(reached))
        for line in range(-steps, steps + 1, 2):
            at = _onwards(before, after, line, _begin(reached, line, steps))
            reached[line] = at
            if at >= len(before) and at - line >= len(after):
                return _walked(before, after, trace)
    return None


def _begin(reached: dict[int, int], line: int, steps: int) -> int:
    if line == -steps or (line != steps and reached[line - 1] < reached[line + 1]):
        return reached[line + 1]
    return reached[line - 1] + 1


def _onwards(before: Sequence[str], after: Sequence[str], line: int, at: int) -> int:
    """How far it goes on without a change."""
    while at < len(before) and at - line < len(after) and before[at] == after[at - line]:
        at += 1
    return at


def _walked(
    before: Sequence[str], after: Sequence[str], trace: Sequence[dict[int, int]]
) -> list[Part]:
    """The way that was found, from its end back."""
    parts: list[Part] = []
    at, there = len(before), len(after)
    for steps in range(len(trace) - 1, -1, -1):
        line = at - there
        begin = _begin(trace[steps], line, steps)
        while at > begin and there > begin - line:
            at, there = at - 1, there - 1
            parts.append(Part("same", before[at]))
        if steps:
            came_down = begin == trace[steps].get(line + 1) and (
                line == -steps or (line != steps and trace[steps][line - 1] < begin)
            )
            if came_down:
                there -= 1
                parts.append(Part("added", after[there]))
            else:
                at -= 1
                parts.append(Part("removed", before[at]))
    return parts[::-1]
