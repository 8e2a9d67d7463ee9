"""And, commas and joints inside one name: "Ministry of Culture, Sports and Tourism"."""

from ingestd.extraction.line import STATELY, Line


def after_joints(line: Line, at: int) -> int:
    """The first place behind prepositions and articles inside a name."""
    for _ in range(4):
        if line.low(at) not in line.names.joints and line.low(at) != "'":
            break
        at += 1
    return at


_KIN = frozenset({"sons", "co", "company", "brothers", "associates", "daughters", "light"})
"""Words that go on with a firm's name behind "and": "Harte and Sons", "Volta Power and Light"."""


def step_and(line: Line, first: int, at: int) -> int | None:
    """Where the name goes on behind an "and" or a comma; None where it ends before."""
    if line.low(at) not in line.names.ands and line.text(at) != ",":
        return None
    after = after_joints(line, at + 1)
    if (line.text(at) == "&" and line.capital(after)) or _is_paper(line, first, at):
        return after
    if line.low(at) == "and" and line.low(after) in _KIN and line.text(after).istitle():
        return after
    if line.text(at) == "," and not _series(line, after):
        return None
    return _step_same_kind(line, first, at, after)


def _step_same_kind(line: Line, first: int, at: int, after: int) -> int | None:
    if after > at + 1 and any(line.head(after + n) in STATELY for n in range(4)):
        # "the Ministry of Tourism and the People's Committee" are two
        return None
    if (line.capital(after) or line.names.loose) and _same_kind(line, first, at - 1, after):
        known = line.known(after)
        return known.last if known else after
    return None


def _is_paper(line: Line, first: int, at: int) -> bool:
    """Two plain words under one article that report: "the Globe and Mail reported"."""
    plain = first == at - 1 and line.capital(at + 1) and line.low(first - 1) == "the"
    reports = line.low(at + 2) in {"reported", "said", "wrote", "newspaper"}
    return plain and reports and not (line.known(first) or line.known(at + 1))


def _series(line: Line, at: int) -> bool:
    """Whether a comma's item is followed by "and": "Culture, Sports and Tourism"."""
    for place in range(at + 1, min(at + 6, len(line))):
        if line.low(place) in line.names.ands:
            return True
        if (
            line.tokens[place].is_word
            and not line.capital(place)
            and line.low(place) not in line.names.joints
        ):
            return False
    return False


def _heads_both(line: Line, after: int) -> bool:
    """Whether a class noun behind heads both: "Oil and Gas Group"."""
    for at in range(after, min(after + 4, len(line))):
        if line.head(at) and line.low(at) not in line.names.sectors:
            return True
        if line.low(at) not in line.names.sectors:
            return False
    return False


def _same_kind(line: Line, first: int, before: int, after: int) -> bool:
    sectors = line.names.sectors
    if line.low(before) in sectors and line.low(after) in sectors:
        inside = any(line.low(place) in line.names.joints for place in range(first, before))
        return inside or _heads_both(line, after)
    joined = any(
        line.low(place) in line.names.joints and line.known(place + 1)
        for place in range(first, before)
    )
    union = any(
        line.low(place) in {"union", "alliance", "community"} for place in range(first, before)
    )
    return joined and union and line.known(before) is not None and line.known(after) is not None
