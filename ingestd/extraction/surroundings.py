# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""What the words beside a name say of it where nothing in the name does: verbs, possessives."""

from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import given_names, surnames
from ingestd.extraction.gazetteer.towns import towns
from ingestd.extraction.languages.en_neighbours import ENGLISH_NEIGHBOURS
from ingestd.extraction.languages.neighbours import Neighbours
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

NEIGHBOURS = {"en": ENGLISH_NEIGHBOURS}
"""By language; the others have none yet."""


def surroundings(line: Line, piece: Piece) -> Iterator[Evidence]:
    """Hints of tables and neighbours, each light: several together tell."""
    beside = NEIGHBOURS.get(line.language.code)
    if beside is None:
        return
    yield from _listed(line, piece)
    yield from _in_front(line, piece, beside)
    yield from _after(line, piece, beside)


def acts(line: Line, at: int) -> bool:
    """Whether what only somebody does or has follows: "X sells", "X managing director"."""
    beside = NEIGHBOURS.get(line.language.code)
    if beside is None:
        return False
    place = at
    while line.low(place) in line.names.ranks and place - at < 3:
        place += 1
    office = place > at and line.low(place) in line.names.roles and line.text(at).islower()
    return beside.does.get(line.low(at)) == "company" or office


def titled(line: Line, piece: Piece) -> bool:
    """Whether it stands in a title in quotes: "The Sound of Rain"; what is said is longer."""
    first = next(
        (at for at in range(piece.first, max(piece.first - 9, -1), -1) if line.text(at) == '"'),
        None,
    )
    last = next(
        (
            at
            for at in range(piece.last, min(piece.last + 9, len(line)))
            if line.text(at) == '"'
        ),
        None,
    )
    if first is None or last is None or last - first > 10:
        return False
    inside = range(first + 1, last)
    return line.capital(first + 1) and all(
        line.capital(at) or len(line.text(at)) <= 4 for at in inside if line.tokens[at].is_word
    )


def _team(line: Line, piece: Piece) -> bool:
    """Whether it is a town and a plural, as teams are called: "Detroit Tigers"."""
    if piece.last == piece.first or line.head(piece.last) or not _plural(line, piece.last):
        return False
    known = line.known(piece.first)
    if known and known.last < piece.last:
        return piece.last - known.last <= 2
    names = (line.span(piece.first, at) for at in range(piece.first, piece.last))
    return any(fold(name) in towns() for name in names)


def _plural(line: Line, at: int) -> bool:
    low = line.low(at)
    ends = low.endswith("s") and not low.endswith(("ss", "us", "is"))
    if line.names.heads.get(low.removesuffix("s")) or low in line.names.sectors:
        return False
    return line.capital(at) and (ends or low == "sox")


def _listed(line: Line, piece: Piece) -> Iterator[Evidence]:
    """Towns and family names, teams called by their town."""
    if _team(line, piece):
        yield Evidence("organization", 5, "a team's name")
        return
    whole = fold(line.span(piece.first, piece.last))
    if whole in towns() and line.text(piece.first) != line.text(piece.first).lower():
        yield Evidence("place", 3, "a town's name")
    if piece.first < piece.last and line.part_of_place(piece.first):
        yield Evidence("place", 2, f"{line.low(piece.first)} in front")
    last = fold(line.text(piece.last))
    size = piece.last - piece.first + 1
    if any("&" in line.text(at) for at in range(piece.first, piece.last + 1)):
        return
    if last not in surnames() or line.text(piece.last).isupper():
        return
    if size == 1:
        given = fold(line.text(piece.first)) in given_names()
        yield Evidence("person", 1 if given else 2, "a family name")
    elif (
        size <= 4
        and not line.head(piece.first)
        and all(
            line.tokens[at].text[0].isupper() or not line.tokens[at].is_word
            for at in range(piece.first, piece.last + 1)
        )
    ):
        yield Evidence("person", 3, "ends in a family name")


def _in_front(line: Line, piece: Piece, beside: Neighbours) -> Iterator[Evidence]:
    at = piece.first - 1
    article = line.low(at) in beside.articles
    at -= article
    low = line.low(at)
    if low == "," and _superlative(line, at):
        yield Evidence("company", 4, f"the largest {line.low(at - 1)}")
    elif _party(line, at):
        yield Evidence("company", 4, f"a party behind {low}")
    elif low in beside.by and line.low(at - 1) in beside.done:
        yield Evidence(beside.done[line.low(at - 1)], 3, f"{line.low(at - 1)} by")
    elif (
        low in beside.links
        and line.low(at - 1) in beside.linked
        and line.text(at - 1).islower()
    ):
        yield Evidence(beside.linked[line.low(at - 1)], 2, f"{line.low(at - 1)} {low}")
    elif low in beside.leads and not article:
        yield Evidence(beside.leads[low], 3, f"{low} in front")
    elif low in beside.places and not article:
        yield Evidence("place", 1, f"{low} in front")


_MOST = words(
    "largest biggest oldest leading top newest smallest second-largest fastest-growing main"
)
_OF_OTHERS = words(
    "city town river island lake state province village port region county university party"
)


def _superlative(line: Line, comma: int) -> bool:
    """Whether what is set apart is the first of its trade: "Uganda's largest dairy, X,"."""
    noun = line.low(comma - 1)
    if noun in line.names.roles or noun in _OF_OTHERS or not line.text(comma - 1).islower():
        return False
    if line.names.apposed.get(noun) not in {None, "company"}:
        return False
    return any(line.low(at) in _MOST for at in range(comma - 4, comma - 1))


_FROM = words(
    """buy buys buying bought purchase purchased order orders ordered acquire acquired acquires borrow borrowed lease
    leased licence license licensed import imported loan loans bid investment investments funding
    approval permission contract work joined participation stake shares supplies"""
)
_WITH = words(
    """contract contracts agreement agreements deal deals pact memorandum partnership venture talks negotiations merge
    merger merging alliance agreed partnered partnering signed tie-up teamed cooperation"""
)
_FOR = words("bid bids offer offers")
_TO = words(
    """sold sell sells selling supplied supplies deliver delivered delivers lend lent awarded license licensed licence
    sale deliveries"""
)
_ROUND = words("round funding investment consortium financing")


def _party(line: Line, at: int) -> bool:
    """Whether a preposition leads to the other side of a deal: "bought from", "contract with"."""
    low, before = line.low(at), line.low(at - 1)
    near = {line.low(place) for place in range(max(at - 14, 0), at)}
    if low == "from":
        return bool(near & _FROM)
    if low == "to":
        return bool(near & _TO)
    if low == "by":
        return before == "led" and bool(near & _ROUND)
    return (low == "with" and before in _WITH) or (low == "for" and before in _FOR)


def _after(line: Line, piece: Piece, beside: Neighbours) -> Iterator[Evidence]:
    at = piece.last + 1
    known = line.known(at + 1) if line.low(at) == "of" else None
    if known and known.known and known.known.country and piece.known is None:
        listed = piece.first < piece.last and line.low(piece.first - 1) in {
            "from",
            "by",
            "with",
        }
        yield Evidence("company", 3 if listed else 1, "of a country")
    if line.text(at) == "'":
        at += 1 + (line.low(at + 1) == "s")
        if line.low(at) in beside.has:
            yield Evidence(beside.has[line.low(at)], 3, f"has {line.low(at)}")
        return
    if line.low(at) in beside.follows:
        yield Evidence(beside.follows[line.low(at)], 3, f"{line.low(at)} behind")
        return
    if line.low(at) == "to" and line.low(at + 1) in _TASKS:
        yield Evidence("company", 3, f"to {line.low(at + 1)}")
    yield from _related(line, at, beside)
    if line.low(piece.first - 1) not in beside.links:
        # "fishermen in X have asked": X is not who asked
        yield from _does(line, at, beside)


def _related(line: Line, at: int, beside: Neighbours) -> Iterator[Evidence]:
    """ "X, whose shares", "X, with which"."""
    if line.text(at) != ",":
        return
    if line.low(at + 1) == "with" and line.low(at + 2) == "which":
        yield Evidence("company", 3, "with which something was done")
    if line.low(at + 1) == "whose" and line.low(at + 2) in beside.has:
        yield Evidence(beside.has[line.low(at + 2)], 3, f"whose {line.low(at + 2)}")


_TASKS = words(
    "supply build deliver develop manufacture operate provide design construct install upgrade make produce"
)


def _does(line: Line, at: int, beside: Neighbours) -> Iterator[Evidence]:
    for place in range(at, at + 3):
        if line.low(place) in beside.does:
            yield Evidence(beside.does[line.low(place)], 3, f"it {line.low(place)}")
            return
        if line.low(place) not in beside.skipped:
            return
