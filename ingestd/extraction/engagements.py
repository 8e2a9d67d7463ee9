# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""What English verbs say somebody is: "X, who leads the union", "X will be chief executive"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingestd.extraction.languages.pack import union, words
from ingestd.extraction.line import Line
from ingestd.extraction.people import Post, role_phrase
from ingestd.extraction.persons import CALLING

_SKIPPED = words(
    "has had have also now previously once formerly currently then recently still to"
)
_TITLES = {
    "leads": "leader", "led": "leader", "heads": "head", "headed": "head", "chairs": "chair",
    "chaired": "chair", "manages": "manager", "founded": "founder", "co-founded": "co-founder",
    "owns": "owner", "coaches": "coach", "edits": "editor", "directs": "director",
    "captains": "captain", "represents": "representative",
}  # fmt: skip
_WITH = words("runs run ran joined rejoined")
_WORKS = words(
    "works worked teaches taught plays played studies speaks spoke follows covers writes trades sits serves"
)
_AT = words("at for with")
_BECOMES = words(
    "is was be becomes became remains remained as named appointed elected serves served steps"
)
_NAMED = words("been be as the a an its their named appointed elected re-elected down")
_MODAL = words("will would has had is was who")
_ARTICLES = words("the a an its their her his")


def engaged(line: Line, at: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    """What the verbs behind a person's name say, in a relative clause and behind it."""
    if line.text(at) == "," and line.low(at + 1) == "who":
        yield from _does(line, at + 2, bodies)
    end = _behind_aside(line, at)
    yield from _does(line, end, bodies)
    yield from _becomes(line, end, bodies)
    yield from _apposed(line, at, bodies)


_BY = {"run": "head", "led": "leader", "headed": "head", "founded": "founder", "owned": "owner",
    "chaired": "chair", "up": "founder", "started": "founder", "managed": "manager", "edited": "editor"}  # fmt: skip


def engages(line: Line, at: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    """What stands in front of a name, which ends at `at`: "X, a lender run by"."""
    yield from _founded(line, at, bodies)
    while line.low(at) in _ARTICLES or CALLING.fullmatch(line.low(at)):
        at -= 1
    if line.low(at) != "by":
        return
    verb = line.low(at - 1)
    if verb not in _BY or (verb == "up" and line.low(at - 2) != "set"):
        return
    for place in range(at - 2, max(at - 16, -1), -1):
        if place in bodies:
            yield Post(_BY[verb], bodies[place], None, at - 1, at - 1, verbal=True)
            return
        if line.text(place) in {".", ";", '"'}:
            return


_FOUNDED = words("founded co-founded started established created launched")
_RAISED = words(
    "named appointed promoted elevated hired made elected appoints names promotes nominated"
)
_LEADS_ON = words("to as its the their a an for be")
_REACH = 14


def _founded(line: Line, at: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    """ "Founded in 2020 by X and the engineer Y, Acme": who was made stands behind its makers."""
    back = range(at, max(at - _REACH, -1), -1)
    by = next((place for place in back if line.low(place) == "by"), -1)
    made = next((n for n in range(min(by, 6) - 1, -1, -1) if line.low(n) in _FOUNDED), None)
    if made is None or made > 2:
        return
    ahead = range(at, min(at + _REACH, len(line)))
    comma = next((place for place in ahead if line.text(place) == ","), None)
    behind = range(comma + 1, comma + 4) if comma else range(0)
    firm = next((bodies[place] for place in behind if place in bodies), None)
    if firm is not None:
        yield Post("founder", firm, None, made, made, verbal=True)


def raised(line: Line, at: int, end: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    """ "Acme promoted X to partner", "named X its chief executive"; X is from `at` to `end`."""
    titles = union(line.names.roles, line.names.ranks)
    verb = at - 1
    while line.low(verb) in _ARTICLES or (
        line.text(verb).islower() and line.low(verb) in titles
    ):
        verb -= 1
    if line.low(verb) not in _RAISED:
        return
    place = end + 1
    while line.low(place) in _LEADS_ON:
        place += 1
    for role in range(place, place + 4):
        if line.low(role) in line.names.roles and role not in bodies:
            told = role_phrase(line, place, role, bodies)
            firm = next((bodies[n] for n in range(verb) if n in bodies), None)
            yield replace(told, affiliation=firm) if told.affiliation is None else told
            return
        if line.low(role) not in line.names.ranked:
            return


def _behind_aside(line: Line, at: int) -> int:
    """The place behind what commas set apart: "X, who runs Y, will be"."""
    if line.text(at) != ",":
        return at
    ends = (place + 1 for place in range(at + 1, at + 16) if line.text(place) == ",")
    return next(ends, at)


def _does(line: Line, at: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    for _ in range(3):
        at += line.low(at) in _SKIPPED
    verb = line.low(at)
    if verb in _TITLES or verb in _WITH:
        place = at + 1
        while line.low(place) in _ARTICLES or (
            line.text(place).islower() and place not in bodies and place - at <= 2
        ):
            place += 1
        if place in bodies:
            yield Post(_TITLES.get(verb, ""), bodies[place], None, at, at, verbal=True)
        elif verb in _TITLES and line.low(at + 1) == "the" and place - at <= 4:
            yield Post(_TITLES[verb], None, None, at, at, verbal=True)
    elif verb in _WORKS:
        body = _worked_at(line, at, bodies)
        if body is not None:
            yield Post("", body, None, at, at, verbal=True)


def _worked_at(line: Line, at: int, bodies: Mapping[int, int]) -> int | None:
    """Whom a verb of work leads to: "teaches at", "follows X for the bank Y"."""
    for place in range(at + 1, at + 9):
        if line.text(place) in {"", ",", ".", ";"}:
            return None
        if line.low(place) in _AT:
            behind = range(place + 1, place + 5)
            found = next((n for n in behind if n in bodies or not _small(line, n)), place)
            if found in bodies:
                return bodies[found]
    return None


def _small(line: Line, at: int) -> bool:
    return line.text(at).islower() and line.text(at).isalpha()


def _becomes(line: Line, at: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    """ "will be chief executive", "was named chairman of Y"; an office, no passing state."""
    begin = at
    while line.low(at) in _MODAL | _SKIPPED and line.low(at) not in _BECOMES:
        at += 1
    if line.low(at) not in _BECOMES or at - begin > 3:
        return
    while line.low(at) in _BECOMES | _NAMED | _SKIPPED:
        at += 1
    for place in range(at, at + 4):
        if line.low(place) in line.names.roles and place not in bodies:
            yield role_phrase(line, at, place, bodies)
            return
        if not line.tokens[place : place + 1] or not line.tokens[place].is_word:
            return
        if line.low(place) not in line.names.ranked:
            return


def _apposed(line: Line, at: int, bodies: Mapping[int, int]) -> Iterator[Post]:
    """ "X, a hydrologist who now teaches at Y"."""
    if line.text(at) != ",":
        return
    for place in range(at + 1, at + 7):
        if line.text(place) in {",", ".", ""}:
            return
        if line.low(place) == "who":
            yield from _does(line, place + 1, bodies)
            return
