# ruff: noqa: PLR2004 - sizes of windows, in words
"""All names of a German sentence: behind class nouns and callings, with legal forms, known."""

from collections.abc import Iterator
from functools import lru_cache

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.de_words import (
    ACTIONS,
    ARTICLES,
    BODIES,
    CLASSES,
    CLUBS,
    FOREIGN,
    FORMS,
    HEADS,
    NOUNS,
    PLAIN_NOUNS,
    ROLES,
    SEATS,
    TITLES,
    TOWNS,
)
from ingestd.extraction.languages.pack import Head
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.settling import Named
from ingestd.extraction.view import fold
from ingestd.extraction.weighing import known_type

_LONGEST = 6
_FOR = frozenset({"für", "der", "des"})


def german_names(line: Line) -> list[Named]:
    """Every name that something in the sentence speaks for, in order, without overlap."""
    found: list[Named] = []
    at = 0
    while at < len(line):
        named = _at(line, at) if line.capital(at) else None
        found.extend([named] if named else [])
        at = named.piece.last + 1 if named else at + 1
    return found


def _at(line: Line, at: int) -> Named | None:
    if _leads(line, at):
        return None
    for rule in (_with_form, _known, _body, _headed, _called, _plain):
        found = rule(line, at)
        if found is not None:
            return found
    return None


def _leads(line: Line, at: int) -> bool:
    """Whether the word only stands in front of a name: articles, titles, class nouns, callings."""
    low = line.low(at)
    small = low in TITLES or low in ARTICLES
    if small or (line.opens(at) and low in line.names.stop):
        return True
    if _is_called(line, at):
        return False
    if line.known(at) or BODIES.fullmatch(low) or low in HEADS or line.tokens[at].is_acronym:
        return False
    town = TOWNS.fullmatch(low) and (line.opens(at) or line.low(at - 1) in SEATS)
    return not town and bool(class_of(low) or ROLES.fullmatch(low))


def _is_called(line: Line, at: int) -> bool:
    """Whether a firm's noun stands right in front: "Batteriehersteller Ionwerk"."""
    called = line.capital(at - 1) and class_of(line.low(at - 1)) == "company"
    return called and not PLAIN_NOUNS.fullmatch(line.low(at)) and not _glued(line, at)


def _run(line: Line, first: int, *, nouns: bool = False) -> int:
    """The last of the capitals that start here; `nouns` may follow a hyphen."""
    last = first
    while last - first < _LONGEST:
        glued = line.text(last + 1) == "&" or (
            line.text(last + 1) == "-" and line.glued(last + 1) and line.glued(last + 2)
        )
        joined = glued and line.capital(last + 2)
        if joined and (nouns or not _is_noun(line.low(last + 2))):
            last += 2
        elif line.capital(last + 1) and not line.text(last + 1).endswith("-"):
            last += 1
        else:
            break
    return last


def _named(first: int, last: int, *evidence: tuple[Head, float, str]) -> Named:
    return Named(Piece(first, last), tuple(Evidence(*told) for told in evidence))


def _with_form(line: Line, at: int) -> Named | None:
    """ "Lechtal Papier GmbH": a legal form ends it, whatever the words."""
    for last in range(at + 1, min(_run(line, at, nouns=True), at + _LONGEST) + 1):
        if line.low(last) in FORMS:
            return _named(at, last, ("company", 8, f"legal form {line.low(last)}"))
    return None


def _known(line: Line, at: int) -> Named | None:
    piece = line.known(at)
    if piece is None or piece.known is None:
        return None
    longer = _run(line, piece.last)
    goes_on = longer > piece.last and line.text(piece.last + 1) != "-"
    if (
        goes_on
        and not _is_noun(line.low(piece.last + 1))
        and line.low(longer) in FOREIGN | CLUBS
    ):
        return None
    return Named(piece, (Evidence(known_type(piece.known), 10, "gazetteer"),))


def _body(line: Line, at: int) -> Named | None:
    if not BODIES.fullmatch(line.low(at)):
        return None
    return _named(at, at, ("public_body", 7, "a body by its word"))


def _headed(line: Line, at: int) -> Named | None:
    """ "Universität X", "FC Y": the class noun belongs."""
    head = HEADS.get(line.low(at))
    last = _run(line, at)
    if head and last == at and line.low(at + 1) in _FOR and line.capital(at + 2):
        return _named(at, _run(line, at + 2), (head, 7, f"class noun {line.low(at)}"))
    if head is None or last == at or _is_noun(line.low(at + 1)):
        return None
    return _named(at, last, (head, 7, f"class noun {line.low(at)}"))


@lru_cache(maxsize=1 << 14)
def class_of(low: str) -> Head | None:
    """What a class noun makes of the name behind it."""
    return next((kind for kind, nouns in CLASSES if nouns.fullmatch(low)), None)


def _called(line: Line, at: int) -> Named | None:
    """What a calling or a class noun in front says: all capitals behind it are a name."""
    before = at - 1
    if line.text(before) == "." and line.low(before - 1) in TITLES:
        before -= 1
    low, last = line.low(before), _run(line, at)
    if before >= 0 and low in TITLES:
        return _named(at, last, ("person", 8, f"title {low}"))
    if low == "up" and line.low(before - 2) == "start":
        return _named(at, last, ("company", 5, "called start-up"))
    if before < 0 or not line.capital(before) or _glued(line, at):
        return None
    return _behind_noun(line, at, last)


def _behind_noun(line: Line, at: int, last: int) -> Named | None:
    """ "Justiziar X", "Verpackungshersteller X"."""
    low = line.low(at - 1)
    if ROLES.fullmatch(low):
        named = not _is_common(line, at)
        return _named(at, last, ("person", 6, f"role {low}")) if named else None
    kind = class_of(low)
    if kind and not (PLAIN_NOUNS.fullmatch(line.low(at)) and last == at):
        return _named(at, last, (kind, 5, f"called {low}"))
    return None


def _glued(line: Line, at: int) -> bool:
    return line.text(at - 1) == "-" and line.glued(at)


@lru_cache(maxsize=1 << 14)
def _is_noun(low: str) -> bool:
    return (
        NOUNS.fullmatch(low) is not None
        or class_of(low) is not None
        or bool(ROLES.fullmatch(low))
    )


def _is_common(line: Line, at: int) -> bool:
    """Whether the word is a noun here: of such a build, or behind an article."""
    if line.low(at) in ARTICLES or line.low(at) in line.names.stop:
        return True
    before = line.low(at - 1)
    bent = before.endswith(("en", "er", "es", "em", "e")) and line.text(at - 1).islower()
    return (
        _is_noun(line.low(at))
        or (before in ARTICLES and at > 0)
        or (bent and before not in SEATS)
    )


def _plain(line: Line, at: int) -> Named | None:
    """A run without a class noun: only where something else tells what it is."""
    last = _run(line, at)
    while last > at and line.text(last - 1) == "-":
        last -= 2
    evidence = tuple(Evidence(*told) for told in _evidence(line, at, last))
    return Named(Piece(at, last), evidence) if evidence else None


def _evidence(line: Line, first: int, last: int) -> Iterator[tuple[Head, float, str]]:
    lows = [line.low(at) for at in range(first, last + 1)]
    given = fold(line.text(first)) in given_names()
    if given and 1 <= last - first <= 3 and not _is_noun(lows[-1]):
        yield "person", 5, "given name"
    if last > first and lows[-1] in CLUBS:
        yield "organization", 5, f"called {lows[-1]}"
    elif last > first and any(low in FOREIGN for low in lows[1:]):
        yield "company", 4, f"called {lows[-1]}"
    if _leads_compound(line, last):
        yield "company", 4, "gives its name to a thing"
    if not _is_common(line, first):
        yield from _among(line, first, last)


def _leads_compound(line: Line, last: int) -> bool:
    """ "X-Aktie", "X-Chefin"."""
    if line.text(last + 1) != "-" or not line.glued(last + 1) or not line.glued(last + 2):
        return False
    low = line.low(last + 2)
    return bool(ROLES.fullmatch(low)) or class_of(low) == "company" or low.startswith("aktie")


def _among(line: Line, first: int, last: int) -> Iterator[tuple[Head, float, str]]:
    before, behind = line.low(first - 1), line.text(last + 1)
    apart = behind in {"-", ".", ",", "("} and not (behind == "-" and line.glued(last + 1))
    dateline = line.opens(first) and last == first and apart
    if dateline and (behind != "," or line.text(last + 2).isdigit()):
        yield "place", 5, "opens a dateline"
    if before in SEATS or (before == "und" and TOWNS.fullmatch(line.low(first))):
        yield "place", 3, "told as where"
    if line.low(last + 1) in ACTIONS and first <= last:
        yield "company", 2, "acts as firms do"
    if before in {"von", "mit", "bei", "durch", "gegen", "an", "für", "und"} and first > 0:
        yield "company", 0.5, "told with a preposition"
    text = line.text(first)
    if any(letter.isupper() for letter in text[1:]) and len(text) > 2:
        yield "company", 1, "written like a brand"
