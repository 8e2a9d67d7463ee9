# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""The country a name is given where it stands."""

from ingestd.extraction.line import Line, Piece


def country_at(line: Line, piece: Piece) -> str | None:
    """The country a name is given here: "Russia's X", "Russian X", "X of Russia"."""
    if piece.known:
        return piece.known.country
    inside = line.known(piece.first)
    first = inside.known.country if inside and inside.known else line.demonym(piece.first)
    first = first or _country_inside(line, piece)
    return first or _country_before(line, piece) or _country_behind(line, piece)


def _country_inside(line: Line, piece: Piece) -> str | None:
    """The country behind an "of" within the name: "Federal Assembly of Russia"."""
    for at in range(piece.first + 1, piece.last + 1):
        known = line.known(at) if line.low(at - 1) in line.names.joints else None
        if known and known.known and known.last == piece.last:
            return known.known.country
    return None


def _country_before(line: Line, piece: Piece) -> str | None:
    for at in range(piece.first - 1, max(piece.first - 7, -1), -1):
        code = line.demonym(at)
        if code is not None:
            return code or None
        owner = _owner(line, at)
        if owner:
            return owner
        if (
            not line.tokens[at].is_word
            or line.low(at) in line.names.ands
            or line.low(at) in line.names.says
        ):
            return None
    return None


def _owner(line: Line, at: int) -> str | None:
    """The country whose possessive ends here."""
    if line.low(at) != "s" or line.text(at - 1) != "'":
        return None
    for first in range(max(at - 5, 0), at - 1):
        known = line.known(first)
        if known and known.known and known.last == at - 2:
            return known.known.country
    return None


def _country_behind(line: Line, piece: Piece) -> str | None:
    at = piece.last + 1
    demonym = line.demonym(at) if line.names.heads_first else None
    if demonym:
        return demonym
    while at - piece.last < 5 and (
        line.low(at) in line.names.joints or line.low(at) in {"(", "'", "-"}
    ):
        at += 1
    if at == piece.last + 1:
        return None
    known = line.known(at)
    return known.known.country if known and known.known else None
