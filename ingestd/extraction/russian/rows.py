# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand; windows, in words
"""Names in a row, by the order of words alone: where a tree lost who stands beside whom."""

from collections.abc import Callable, Container, Iterator

from ingestd.extraction.russian.trees import Node, Tree
from ingestd.extraction.russian.words import forms, is_verb

_MARKS = frozenset({":", ";", "—", "–", "-", "…"})
_SUBORDINATE = frozenset({"что", "который", "которая", "которые", "чтобы", "если"})
_JOINS = frozenset({"и", ",", "а", "также"})
_MOST_BETWEEN = 5
"""Words that describe a name in front of it: "с немецким производителем станков X"."""
_MOST_JOINED = 4
_FAR = 14

Counts = Callable[[int], bool]
"""Whether an entity can be a party."""


def in_front(tree: Tree, verb: Node, counts: Counts) -> list[int]:
    """The first names of a verb's clause that no preposition leads to, in front of it."""
    place = _opens(tree, verb)
    while place < verb.place:
        node = tree.nodes[place]
        if _leads(node):
            place = _behind_phrase(tree, place + 1, verb.place)
            continue
        if node.owners and counts(node.owners[0]):
            return _row(tree, place, verb.place, counts)
        if is_verb(node.text) or node.has(_SUBORDINATE):
            return []
        place += 1
    return []


def linked(
    tree: Tree, start: int, prepositions: Container[str], counts: Counts
) -> Iterator[tuple[int, list[int]]]:
    """Each row of names that a preposition leads to behind a place, and where it begins."""
    for node in tree.nodes[start : start + 3 * _FAR]:
        if node.text in {";", "…"}:
            return
        if node.low in prepositions:
            at = _named(tree, node.place + 1, node.place + _MOST_BETWEEN + 2)
            row = _row(tree, at, len(tree.nodes), counts) if at is not None else []
            if row:
                yield node.place, row


def row_from(tree: Tree, place: int, counts: Counts) -> list[int]:
    """The row of names that begins behind a place, words that describe it between."""
    at = _named(tree, place, place + _MOST_BETWEEN)
    return _row(tree, at, len(tree.nodes), counts) if at is not None else []


def _opens(tree: Tree, verb: Node) -> int:
    """Where the clause of a verb begins."""
    for node in reversed(tree.nodes[max(verb.place - 3 * _FAR, 0) : verb.place]):
        if node.text in _MARKS or node.low in _SUBORDINATE:
            return node.place + 1
    return max(verb.place - 3 * _FAR, 0)


def _leads(node: Node) -> bool:
    return not node.owners and any(form.part == "PREP" for form in forms(node.low)[:1])


def _behind_phrase(tree: Tree, start: int, end: int) -> int:
    """The place behind what a preposition leads to, up to the noun or name it asks for."""
    for node in tree.nodes[start : min(start + _MOST_BETWEEN, end)]:
        found = forms(node.low)[:1]
        if node.owners or any(form.is_noun for form in found):
            return node.place + 1
    return start


def _named(tree: Tree, start: int, end: int) -> int | None:
    """The first name among a few words that only describe."""
    for node in tree.nodes[start:end]:
        if node.owners:
            return node.place
        if not node.text[0].isalpha() or is_verb(node.text) or _leads(node):
            return None
    return None


def _row(tree: Tree, place: int, end: int, counts: Counts) -> list[int]:
    """The names joined to the one at a place: "X, Y и завод Z"."""
    found = [one for one in tree.nodes[place].owners if counts(one)]
    at: int | None = place
    while at is not None and at + 1 < end and tree.nodes[at + 1].low in _JOINS:
        following = at + 1
        while following < end and tree.nodes[following].low in _JOINS:
            following += 1
        at = _named(tree, following, min(following + _MOST_JOINED, end))
        if at is not None:
            found += [one for one in tree.nodes[at].owners if counts(one)]
    return list(dict.fromkeys(found))
