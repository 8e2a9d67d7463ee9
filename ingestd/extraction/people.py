# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""What people are and for whom, by apposition: "ADB CEO X", "X, head of Y"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingestd.extraction.english_runs import is_label
from ingestd.extraction.line import Line
from ingestd.extraction.persons import CALLING
from ingestd.extraction.spots import Spot

_REACH_BEFORE = 14
_REACH_BEHIND = 16
_TITLE_WORDS = 9
_ARTICLES = frozenset(
    {"a", "an", "the", "un", "une", "le", "la", "l", "'", "its", "his", "her", "son", "sa"}
)


@dataclass(frozen=True, slots=True)
class Post:
    """A role as a sentence gives it, and the place in the list of whom it is with.

    `first` and `last` are the tokens that tell it: the title itself, or the verb where it is
    `verbal`.
    """

    title: str
    affiliation: int | None
    country: str | None
    first: int
    last: int
    verbal: bool = False


def post(line: Line, spot: Spot, bodies: Mapping[int, int]) -> Post | None:
    """The role this sentence gives a person.

    `bodies` says by token which organisation stands there (its place in the list).
    """
    before = _before(line, spot.piece.first - 1, bodies)
    found = before or _behind(line, spot.piece.last + 1, bodies)
    if before is None or before.affiliation is None:
        body = _belongs(line, spot.piece.last + 1, bodies)
        if body is not None:
            at = spot.piece.last + 1
            return replace(found, affiliation=body) if found else Post("", body, None, at, at)
    return found


_BELONGS = frozenset({"of", "at", "из", "chez"})


def _belongs(line: Line, at: int, bodies: Mapping[int, int]) -> int | None:
    """Whom somebody speaks for, right behind the name: "X of the Lowy Institute"."""
    if line.low(at) not in _BELONGS:
        return None
    at += 1
    while line.low(at) in _ARTICLES or line.text(at) == '"' or _calls(line, at):
        at += 1
    return bodies.get(at)


def role_phrase(line: Line, first: int, role: int, bodies: Mapping[int, int]) -> Post:
    """The post whose title begins at `first` and has its noun at `role`, with whom it is with."""
    found = _post(line, first, _end(line, role, bodies), bodies)
    return found or Post(line.span(first, role), None, None, first, role)


def _calls(line: Line, at: int) -> bool:
    """Whether the word only says what follows: the broker of "of the broker Calder Vane"."""
    noun = line.low(at) in line.names.apposed or line.low(at) in line.names.sectors
    return line.text(at).islower() and (noun or line.demonym(at) is not None)


def _before(line: Line, at: int, bodies: Mapping[int, int]) -> Post | None:
    at -= line.text(at) == "." and line.low(at - 1) in line.names.titles
    at -= line.low(at) in line.names.titles
    at -= line.text(at) == ","
    for place in range(at, max(at - _REACH_BEFORE, -1), -1):
        if _is_role(line, place) and place not in bodies:
            return _post(line, _start(line, place, bodies), at, bodies)
        if not _inside(line, place, bodies):
            return None
    return None


def _is_role(line: Line, at: int) -> bool:
    """Whether the word is an office, or what somebody is by trade."""
    trade = line.text(at).islower() and CALLING.fullmatch(line.low(at)) is not None
    return line.low(at) in line.names.roles or trade


def _inside(line: Line, at: int, bodies: Mapping[int, int]) -> bool:
    """Whether a word can stand between a role and the name it belongs to."""
    names, low = line.names, line.low(at)
    if at in bodies or low in names.ranked or low in names.inner:
        return True
    if (
        low in names.links
        or low in _ARTICLES
        or low in {"s", "-", '"'}
        or line.demonym(at) is not None
    ):
        return True
    return line.capital(at) and (not line.stop(at) or line.known(at) is not None)


_CO = frozenset({"co", "ex", "vice"})


def _start(line: Line, at: int, bodies: Mapping[int, int]) -> int:
    """Where the title begins: the General of "General Director"."""
    names, start = line.names, at
    while start > 0 and start - 1 not in bodies:
        before = line.low(start - 1)
        if (
            before in names.roles
            or before in names.ranks
            or (before in names.sectors and not names.heads_first)
        ):
            start -= 1
        elif (before in names.ands or before == "-") and _ranks(line, start - 2):
            start -= 2
        else:
            break
    return start


def _ranks(line: Line, at: int) -> bool:
    low = line.low(at)
    return low in line.names.roles or low in line.names.ranks or low in _CO


def _behind(line: Line, at: int, bodies: Mapping[int, int]) -> Post | None:
    if line.text(at) not in {",", "(", "-"}:
        return None
    at += 1
    while is_label(line, at) and line.text(at + 1) == ",":
        # "Jane Doe, M.D., president of"
        at += 2
    while line.low(at) in _ARTICLES or line.demonym(at) is not None:
        at += 1
    for place in range(at, min(at + 8, len(line))):
        if _is_role(line, place) and place not in bodies:
            return _post(
                line,
                _first_of_title(line, at, place, bodies),
                _end(line, place, bodies),
                bodies,
            )
        ends = not line.tokens[place].is_word or line.low(place) in line.names.says
        if ends and line.text(place) not in {"-", "'"} and place not in bodies:
            return None
    return None


def _first_of_title(line: Line, at: int, role: int, bodies: Mapping[int, int]) -> int:
    near = role - at <= 3 and not line.names.heads_first
    return (
        at if near and not bodies.keys() & set(range(at, role)) else _start(line, role, bodies)
    )


def _end(line: Line, role: int, bodies: Mapping[int, int]) -> int:
    """The last word of what describes the role: up to a comma, a verb, a full stop."""
    last = role
    for place in range(role + 1, min(role + _REACH_BEHIND, len(line))):
        inside = place in bodies
        ends = line.text(place) in ',.;:()"' or _follows_role(line, line.low(place))
        goes_on = line.low(place) in line.names.ands and _ranks(line, place + 1)
        if not inside and ends and not goes_on:
            break
        last = place
    return last


_WHEN = frozenset({"last", "since", "until", "yesterday"})
_WHO = frozenset({"who", "which", "that", "qui", "during", "on", "lors", "pendant"})


def _follows_role(line: Line, low: str) -> bool:
    """Whether a word belongs no longer to what describes a role: verbs, relatives, times."""
    return low in line.names.says or low in _WHO or low in _WHEN


def _post(line: Line, first: int, last: int, bodies: Mapping[int, int]) -> Post | None:
    """Cut a role phrase into the title and whom it is with."""
    inner = [at for at in range(first, last + 1) if at in bodies]
    end = inner[0] - 1 if inner else last
    while end > first and _dangles(line, end, cut=bool(inner)):
        end -= 1
    if inner and end < first:
        return None
    affiliation = bodies[inner[0]] if inner else _owner(line, first, bodies)
    end = min(end, first + _TITLE_WORDS)
    return Post(line.span(first, end), affiliation, _country(line, first, end), first, end)


_LEADING = frozenset({",", "(", '"', "at", "with", "chez", "à", "au"})


def _dangles(line: Line, at: int, *, cut: bool) -> bool:
    """Words that only lead on to the organisation: "of the", "at Russia's"."""
    low = line.low(at)
    names = line.names
    if low in names.inner or low in _ARTICLES or low in _LEADING:
        return True
    if not cut:
        return False
    return (
        low == "s"
        or line.text(at) in {"'", "-"}
        or line.demonym(at) is not None
        or (line.capital(at) and line.known(at) is not None)
    )


def _owner(line: Line, first: int, bodies: Mapping[int, int]) -> int | None:
    """Whose role it is, standing in front: "ADB CEO", "Valkyr's director"."""
    at = first - 1
    if line.names.heads_first:
        return None
    if line.low(at) == "its":
        # the firm that acts in the sentence stands first in it
        return next((bodies[place] for place in range(at) if place in bodies), None)
    if line.low(at) == "s" and line.text(at - 1) == "'":
        at -= 2
    return bodies.get(at)


def _country(line: Line, first: int, last: int) -> str | None:
    """The country a title names: "Russian Health Minister", "ministre de France"."""
    for at in range(first - 1, last + 1):
        known = line.known(at) if at >= 0 else None
        if known and known.known and known.known.country:
            return known.known.country
        if at >= 0 and line.demonym(at):
            return line.demonym(at)
    at = first - 1
    if line.low(at) == "s" and line.text(at - 1) == "'":
        known = next(
            (k for start in range(max(at - 4, 0), at) if (k := line.known(start))), None
        )
        return known.known.country if known and known.known else None
    return None
