# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""What speaks for a person: given names, ages, callings, who is quoted."""

import re
from collections.abc import Iterator

from ingestd.extraction.english_runs import is_korean
from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import given_names, vietnamese_surnames
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

MOST_WORDS = 4
"""The longest name of a person, in words, particles aside."""

_PATRONYMIC = ("ovna", "evna", "ovich", "evich", "овна", "евна", "ович", "евич", "ичем", "ичу")
_SPEECH = words(
    """said says told added noted explained argued warned recalled dit explique ajoute estime nói
    сказал сказала рассказал рассказала отметил отметила"""
)
CALLING = re.compile(
    r"(?:\w+(?:ologist|ologue|icist|ician)|billionaire|tycoon|entrepreneur|researcher|farmer|resident|"
    r"activist|journalist|student|teacher|doctor|nurse|surgeon|veteran|lawmaker|politician|"
    r"businessman|businesswoman|novelist|composer|singer|farmer|trader|cleric|milliardaire|"
    r"principal|winger|midwife|nurse|pilot|sailor|miner|fisherman|baker|builder|plumber|electrician|waiter|chef|"
    r"psychologist|barrister|solicitor|campaigner|organiser|organizer|shopkeeper|retiree|pensioner|drummer|guitarist|"
    r"chercheur|chercheuse|agriculteur|avocat|avocate)"
)
# Firms are owners and leaders too: these nouns say little of who bears them.
_SHARED_ROLES = words(
    "owner partner leader manager representative founder propriétaire associé leader numéro"
)
# "X, the Polish builder": with a people's adjective, a firm is called so.
_FIRMS_TOO = words("builder miner baker trader farmer")
_REACH = 7


def personal(line: Line, piece: Piece) -> Iterator[Evidence]:
    """All that speaks for a person at this one place."""
    if line.language.code == "en" and is_korean(line, piece.first):
        yield Evidence("person", 7, "built like a Korean name")
    if piece.known or not _formed(line, piece):
        return
    yield from _by_name(line, piece)
    yield from _by_company(line, piece)


def role_behind(role: str) -> Evidence:
    """What a role in an apposition says: "X, chairman of" more than "X, the owner of"."""
    weight = 2 if role in _SHARED_ROLES else 5
    return Evidence("person", weight, f"role {role} behind")


def ends_aside(line: Line, at: int, *, article: bool) -> bool:
    """Whether an aside without roles ends; in "X, valorisant le chimiste" it tells of another."""
    low = line.low(at)
    if line.text(at) in ",.;(":
        return True
    doing = line.language.code == "fr" and low.endswith("ant")
    return not article and (doing or low in line.names.says)


def _formed(line: Line, piece: Piece) -> bool:
    """Whether it looks like a person's name: a few words of letters, no class noun."""
    parts = _parts(line, piece)
    if len(parts) > MOST_WORDS + 1 or not all(_alphabetic(word) for word in parts):
        return False
    # Vietnamese class nouns are syllables of names too: only the first word counts
    last = piece.first if line.language.code == "vi" else piece.last
    generic = line.names.nouns
    if any(line.low(at) in generic for at in range(piece.first, last + 1)):
        return False
    return not any(_holds_place(line, at, piece) for at in range(piece.first, piece.last))


def _holds_place(line: Line, at: int, piece: Piece) -> bool:
    """Whether a place of two words or more lies inside: "Hoang Anh Gia Lai"."""
    known = line.known(at)
    return known is not None and at < known.last <= piece.last


def _parts(line: Line, piece: Piece) -> list[str]:
    places = range(piece.first, piece.last + 1)
    return [line.text(at) for at in places if line.tokens[at].is_word]


def _alphabetic(word: str) -> bool:
    return word.replace("'", "").isalpha() and (
        len(word) == 1 or not word.isupper() or len(word) > 4
    )


def _by_name(line: Line, piece: Piece) -> Iterator[Evidence]:
    parts = _parts(line, piece)
    if any(word.lower().endswith(_PATRONYMIC) for word in parts):
        yield Evidence("person", 6, "patronymic")
    if (
        len(parts) >= 2
        and fold(parts[0]) in given_names()
        and not line.own_article(piece.first)
    ):
        yield Evidence("person", 4, "given name")
    named = not line.own_article(piece.first) and fold(parts[0]) in vietnamese_surnames()
    if 2 <= len(parts) <= MOST_WORDS and named:
        yield Evidence("person", 4 if len(parts) >= 3 else 2, "vietnamese family name")


def _by_company(line: Line, piece: Piece) -> Iterator[Evidence]:
    """The company a name keeps: ages, callings, relative clauses, verbs of speech."""
    at, size = piece.last + 1, piece.last - piece.first + 1
    if not 2 <= size <= MOST_WORDS + 1:
        return
    if line.text(at) == ",":
        yield from _apposed(line, at + 1)
    before = line.low(piece.first - 1)
    if CALLING.fullmatch(before) and line.text(piece.first - 1).islower():
        yield Evidence("person", 2 if before in _FIRMS_TOO else 5, f"{before} in front")
    if before in _SPEECH and before != "told" and line.low(at) not in _SPEECH:
        yield Evidence("person", 2, "named behind a verb of speech")
    elif line.low(at) in _SPEECH and line.text(piece.first - 1) == '"':
        yield Evidence("person", 1, "named behind what was said")
    if line.low(at) in {"of", "from", "at"} and _speaks_for(line, at + 1):
        yield Evidence("person", 3, "speaks for somebody")


def _apposed(line: Line, at: int) -> Iterator[Evidence]:
    if line.low(at) == "who":
        yield Evidence("person", 3, "who behind")
    age = line.text(at)
    if age.isdigit() and len(age) == 2 and line.text(at + 1) in {",", "ans"}:
        yield Evidence("person", 5, "age behind")
    for place in range(at, at + _REACH):
        if line.text(place) in {",", "", "."}:
            return
        trade = line.low(place)
        if trade in _FIRMS_TOO and line.demonym(place - 1) is not None:
            return
        if CALLING.fullmatch(trade):
            yield Evidence("person", 4, f"{line.low(place)} behind")
            return


def _speaks_for(line: Line, at: int) -> bool:
    """Whether a body is named next and a verb of speech ends its name: "of the X said"."""
    at += line.low(at) == "the"
    if not line.capital(at):
        return False
    for place in range(at, at + _REACH):
        if line.low(place) in _SPEECH:
            return True
        if not (line.capital(place) or line.low(place) in line.names.joints):
            return False
    return False
