"""What a German sentence says somebody is: "X-Chefin Y", "Y, Geschäftsführer von X"."""

from collections.abc import Mapping
from dataclasses import dataclass

from ingestd.extraction.languages.de_words import ARTICLES, ROLES, TITLES
from ingestd.extraction.line import Line, Piece

_REACH = 6
_OF = frozenset({"von", "der", "des", "bei", "beim", "vom", "im", "für", "und"})


@dataclass(frozen=True, slots=True)
class Calling:
    """A title as it stands in the text, its place, and the organisation it is with."""

    title: str
    body: int | None
    first: int
    last: int
    country: str | None = None


def calling(
    line: Line, piece: Piece, bodies: Mapping[int, int], topics: Mapping[str, int]
) -> Calling | None:
    """The calling a sentence gives a person.

    `bodies` says by token which organisation stands there, `topics` by type which one the
    text is about.
    """
    return _before(line, piece, bodies, topics) or _behind(line, piece.last + 1, bodies)


def _before(
    line: Line, piece: Piece, bodies: Mapping[int, int], topics: Mapping[str, int]
) -> Calling | None:
    at = piece.first - 1
    while line.low(at) in TITLES or line.text(at) == ".":
        at -= 1
    if at < 0 or not ROLES.fullmatch(line.low(at)) or not line.capital(at):
        return None
    title = line.text(at)
    if line.text(at - 1) == "-" and line.glued(at):
        return Calling(title, bodies.get(at - 2), at, at)
    body = _of(line, piece.last + 1, bodies)
    if body is None:
        earlier = [place for place in sorted(bodies) if place < at]
        body = bodies[earlier[0]] if earlier else _topic(title.lower(), topics)
    return Calling(title, body, at, at)


def _behind(line: Line, at: int, bodies: Mapping[int, int]) -> Calling | None:
    if line.text(at) != ",":
        return None
    at += 1
    while line.low(at) in ARTICLES:
        at += 1
    if not ROLES.fullmatch(line.low(at)):
        return None
    return Calling(line.text(at), _of(line, at + 1, bodies), at, at)


def _of(line: Line, at: int, bodies: Mapping[int, int]) -> int | None:
    """Whom somebody speaks for, right behind: "von der X", "des Y"."""
    if at in bodies:
        return bodies[at]
    if line.low(at) not in _OF:
        return None
    for place in range(at + 1, at + _REACH):
        if place in bodies:
            return bodies[place]
        if not line.tokens[place : place + 1] or not line.tokens[place].is_word:
            return None
    return None


def _topic(title: str, topics: Mapping[str, int]) -> int | None:
    """Whose a bare title is: sportsmen's the club, an official's nobody's, else the firm."""
    if title.endswith(("trainer", "torwart", "stürmer", "sportdirektor", "kapitän", "spieler")):
        return topics.get("organization")
    if title.endswith(
        ("minister", "ministerin", "bürgermeister", "bürgermeisterin", "kanzler")
    ):
        return None
    return topics.get("company")
