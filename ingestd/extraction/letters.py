"""What letters a pattern cannot match without, read off the tree that `re` makes of it.

Where the tree holds what is not known here, the pattern needs nothing: it is always tried, and
nothing is missed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

Need = frozenset[str]
"""Stretches of letters; one of them stands in every match."""

_MOST = 48
"""Spellings that are told apart; what has more is cut in two."""
_SHORTEST = 2
_Node = tuple[object, object]
_Read = tuple[Need | None, list[Need]]
"""All spellings of a part, if they are few; and what else it needs."""
_NOTHING: Need = frozenset({""})


class _Parser(Protocol):
    def parse(self, pattern: str, flags: int) -> Sequence[_Node]:
        """The tree of a pattern."""


@cache
def needs(pattern: re.Pattern[str]) -> tuple[Need, ...]:
    """What every text holds in which a pattern matches: something of each of these."""
    if pattern.flags & re.IGNORECASE:
        return ()
    parser = cast("_Parser", import_module("re._parser"))
    spelt, found = _row(parser.parse(pattern.pattern, pattern.flags))
    return tuple(dict.fromkeys(_useful([*found, spelt or _NOTHING])))


def _useful(found: Sequence[Need]) -> Iterator[Need]:
    """Needs in whole words' parts, without spellings that hold another one of them."""
    for need in found:
        parts = {max(text.split(" "), key=len) for text in need}
        if min(map(len, parts)) >= _SHORTEST:
            shortest = sorted(parts, key=lambda part: (len(part), part))
            yield frozenset(
                part
                for at, part in enumerate(shortest)
                if not any(other in part for other in shortest[:at])
            )


def _row(nodes: Sequence[_Node]) -> _Read:
    """One part after the other: their spellings are joined as long as they are few."""
    spelt, found, whole = _NOTHING, [], True
    for node in nodes:
        more, needed = _part(node)
        found += needed
        if more is None or len(spelt) * len(more) > _MOST:
            found.append(spelt)
            spelt, whole = more or _NOTHING, False
        else:
            spelt = frozenset(one + other for one in spelt for other in more)
    return (spelt, found) if whole else (None, [*found, spelt])


def _part(node: _Node) -> _Read:
    kind, told = node
    read = _READ.get(str(kind))
    return read(told) if read else (None, [])


def _letter(told: object) -> _Read:
    return frozenset({chr(cast("int", told))}), []


def _nowhere(_told: object) -> _Read:
    """A place without letters: a word's edge, or what must not stand beside."""
    return _NOTHING, []


def _class(told: object) -> _Read:
    letters = cast("Sequence[_Node]", told)
    if len(letters) > _MOST or any(str(kind) != "LITERAL" for kind, _ in letters):
        return None, []
    return frozenset(chr(cast("int", letter)) for _, letter in letters), []


def _beside(told: object) -> _Read:
    """What must stand in front or behind stands in the text, too."""
    _, nodes = cast("tuple[int, Sequence[_Node]]", told)
    spelt, found = _row(nodes)
    return _NOTHING, [*found, spelt or _NOTHING]


def _group(told: object) -> _Read:
    _, added, removed, nodes = cast("tuple[object, int, int, Sequence[_Node]]", told)
    return (None, []) if added or removed else _row(nodes)


def _branches(told: object) -> _Read:
    """One of several: all their spellings, else of each what tells most."""
    _, branches = cast("tuple[object, Sequence[Sequence[_Node]]]", told)
    read = [_row(nodes) for nodes in branches]
    spellings = [spelt for spelt, _ in read if spelt is not None]
    if len(spellings) == len(read) and sum(map(len, spellings)) <= _MOST:
        return frozenset().union(*spellings), []
    best = [max([*found, spelt or _NOTHING], key=_telling) for spelt, found in read]
    return None, [frozenset().union(*best)]


def _telling(need: Need) -> int:
    return min(max(map(len, text.split(" "))) for text in need)


def _repeat(told: object) -> _Read:
    least, most, nodes = cast("tuple[int, int, Sequence[_Node]]", told)
    spelt, found = _row(nodes)
    if int(most) == 1 and spelt is not None:
        return (spelt, found) if least else (spelt | _NOTHING, [])
    return None, [*found, spelt or _NOTHING] if least else []


_READ: dict[str, Callable[[object], _Read]] = {
    "LITERAL": _letter,
    "AT": _nowhere,
    "ASSERT_NOT": _nowhere,
    "ASSERT": _beside,
    "IN": _class,
    "SUBPATTERN": _group,
    "BRANCH": _branches,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
}
