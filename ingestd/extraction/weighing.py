# ruff: noqa: PLR2004 - Cyrillic endings are meant; sizes of windows, in words, tuned on news
"""What kind of thing a name stands for: evidence is weighed, and the reasons kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.events.facts import EntityType
from ingestd.extraction.gazetteer.people import given_names, vietnamese_surnames
from ingestd.extraction.gazetteer.places import Known
from ingestd.extraction.languages.pack import Head, words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

_PATRONYMIC = ("ovna", "evna", "ovich", "evich", "овна", "евна", "ович", "евич", "ичем", "ичу")
_DRUG_STEMS = (
    "tide", "mab", "vir", "virin", "parin", "statin", "prazole", "sartan", "cillin", "mycin",
    "tinib", "ciclib", "gliptin", "gliflozin", "conazole", "dipine", "cycline", "floxacin",
)  # fmt: skip
_MOST_WORDS_OF_A_PERSON = 4
_SPEECH = words(
    """said says told added noted explained argued warned recalled dit explique ajoute estime nói
    сказал сказала рассказал рассказала отметил отметила"""
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a type, and how much it weighs."""

    type: Head
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type that weighs most; `weight` says how sure, `reasons` why."""

    type: Head
    weight: float
    reasons: tuple[str, ...]


def is_drug(word: str) -> bool:
    """Whether a word carries the stem of an international non-proprietary name."""
    return len(word) >= 7 and word.isalpha() and word.lower().endswith(_DRUG_STEMS)


def weigh(line: Line, piece: Piece) -> list[Evidence]:
    """All that speaks for one type or another at this one place."""
    rules = (_gazetteer, _form, _person_form, _before, _behind, _product, _ownership, _seat)
    return [evidence for rule in rules for evidence in rule(line, piece)]


def verdict(found: list[Evidence]) -> Verdict:
    """The heaviest type; ties go to the one named first in `_ORDER`."""
    totals: dict[Head, float] = {}
    for evidence in found:
        totals[evidence.type] = totals.get(evidence.type, 0.0) + evidence.weight
    best = max(_ORDER, key=lambda kind: totals.get(kind, 0.0))
    reasons = dict.fromkeys(item.reason for item in found if item.type == best)
    return Verdict(best, totals.get(best, 0.0), tuple(reasons))


_FUNDS = re.compile(
    r"invest|stake|share|interest|participation|capital|confidence|holding|specializ|trust|"
    r"invert|вложи|долю|доля|акци|пакет|участи|investi|vốn|tư"
)
_ORDER: tuple[Head, ...] = (
    "company", "person", "public_body", "organization", "product", "place", "void",
)  # fmt: skip
_KNOWN_TYPES: dict[str, EntityType] = {
    "country": "place", "city": "place", "region": "place", "organization": "organization",
}  # fmt: skip


def _gazetteer(_: Line, piece: Piece) -> Iterator[Evidence]:
    if piece.known:
        yield Evidence(known_type(piece.known), 10, "gazetteer")


def known_type(known: Known) -> EntityType:
    """The type of an entry of the gazetteer."""
    return _KNOWN_TYPES[known.reference.partition(":")[0]]


def _form(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What the words of the name itself say."""
    lows = [line.low(at) for at in range(piece.first, piece.last + 1)]
    if lows[-1] in line.names.legal or (lows[0] in line.names.legal and line.names.heads_first):
        yield Evidence("company", 8, f"legal form {lows[-1]}")
    at = _head_at(line, piece)
    head = line.head(piece.first + at) if at >= 0 else None
    if head and (len(lows) > 1 or head == "public_body"):
        yield Evidence(head, 6, f"class noun {lows[at]}")
    text = line.text(piece.first)
    if len(lows) == 1 and any(x.isupper() for x in text[1:]) and not text.isupper():
        yield Evidence("company", 2, "written like a brand")
    if any("&" in line.text(at) for at in range(piece.first, piece.last + 1)):
        yield Evidence("company", 2, "written like a firm")


def _head_at(line: Line, piece: Piece) -> int:
    """The place of the class noun inside the name; -1 without one."""
    size = piece.last - piece.first + 1
    joints = [
        n
        for n in range(size)
        if line.low(piece.first + n) in line.names.joints | line.names.seat_links
    ]
    end = joints[0] if joints else size
    order = range(end) if line.names.heads_first else range(end - 1, -1, -1)
    limit = 3 if line.names.heads_first else 1
    # a class noun heads the name from its edge; "Bank Negara" and the like start with it
    edges = [0] if line.language.code == "vi" else [*list(order)[:limit], 0, size - 1]
    return next((n for n in edges if line.head(piece.first + n) is not None), -1)


def _person_form(line: Line, piece: Piece) -> Iterator[Evidence]:
    parts = [
        line.text(at) for at in range(piece.first, piece.last + 1) if line.tokens[at].is_word
    ]
    if len(parts) > _MOST_WORDS_OF_A_PERSON + 1 or not all(_alphabetic(word) for word in parts):
        return
    # Vietnamese class nouns are syllables of names too: only the first word counts
    last = piece.first if line.language.code == "vi" else piece.last
    if any(
        line.head(at) or line.low(at) in line.names.sectors
        for at in range(piece.first, last + 1)
    ):
        return
    if any(word.lower().endswith(_PATRONYMIC) for word in parts):
        yield Evidence("person", 6, "patronymic")
    if len(parts) >= 2 and fold(parts[0]) in given_names():
        yield Evidence("person", 4, "given name")
    if 2 <= len(parts) <= _MOST_WORDS_OF_A_PERSON and fold(parts[0]) in vietnamese_surnames():
        yield Evidence("person", 4 if len(parts) >= 3 else 2, "vietnamese family name")


def _alphabetic(word: str) -> bool:
    return word.replace("'", "").isalpha() and (
        len(word) == 1 or not word.isupper() or len(word) > 4
    )


def _before(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What stands in front: "Mr X", "CEO X", "carmaker X", "la société russe X"."""
    at = piece.first - 1
    if line.text(at) == "." and line.glued(at):
        at -= 1
    low = line.low(at)
    if low in line.names.titles:
        yield Evidence("person", 8, f"title {low}")
    if _is_role_end(line, at, piece):
        yield Evidence("person", 6, f"role {low}")
    for step in range(3):
        kind = line.names.apposed.get(line.low(at - step))
        if kind and (line.text(at - step).islower() or line.opens(at - step)):
            yield Evidence(kind, 5, f"called {line.low(at - step)}")
            return
        if line.demonym(at - step) is None and line.text(at - step) not in {'"', "-"}:
            return


def _is_role_end(line: Line, at: int, piece: Piece) -> bool:
    """Whether a role, with what it is for, ends right before the name."""
    if piece.last - piece.first >= _MOST_WORDS_OF_A_PERSON:
        return False
    names = line.names
    bound = line.low(at) in names.joints | names.links | {"'"}
    initials = piece.first == piece.last and line.tokens[piece.first].is_acronym
    if bound or (names.heads_first and (line.head(piece.first) or initials)):
        return False
    for place in range(at, max(at - 10, -1), -1):
        low = line.low(place)
        if low in names.roles:
            return place == at or low in names.offices or names.heads_first
        if not _inside_role(line, place):
            return False
    return False


def _inside_role(line: Line, at: int) -> bool:
    """Whether a word may stand between a role and the name: "of Foreign Affairs"."""
    names, low = line.names, line.low(at)
    inner = names.sectors | names.ranks | names.joints | names.ands
    if low in inner or low in {",", "'"} or line.demonym(at) is not None:
        return True
    return names.heads_first and line.capital(at)


def _behind(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What stands behind: "X company", "X, a carmaker", "X, head of", "X said"."""
    at = piece.last + 1
    kind = line.names.apposed.get(line.low(at))
    if kind and not line.names.heads_first and line.text(at).islower():
        yield Evidence(kind, 5, f"called {line.low(at)}")
    if line.text(at) == ",":
        yield from _apposition(line, piece, at + 1)
    if line.low(at) in _SPEECH and 1 <= piece.last - piece.first <= 2:
        yield Evidence("person", 1, f"{line.low(at)} behind")


def _apposition(line: Line, piece: Piece, at: int) -> Iterator[Evidence]:
    article = line.low(at) in {"a", "an", "the", "un", "une", "le", "la"}
    for place in range(at + article, min(at + 7, len(line))):
        low = line.low(place)
        if line.text(place) in ",.;(":
            return
        if low in line.names.roles and piece.last - piece.first < _MOST_WORDS_OF_A_PERSON:
            yield Evidence("person", 5, f"role {low} behind")
            return
        kind = line.names.apposed.get(low)
        if kind and article:
            yield Evidence(kind, 4, f"called {low} behind")
            return
        if low in line.names.joints and not line.names.heads_first:
            return


def _product(line: Line, piece: Piece) -> Iterator[Evidence]:
    at, names = piece.last + 1, line.names
    if any(is_drug(line.text(place)) for place in range(piece.first, piece.last + 1)):
        yield Evidence("product", 6, "drug stem")
    numbered = _numbered(line, piece)
    window = range(at, min(at + 5, len(line)))
    close = [line.text(x) for x in window]
    if any(low in names.products for low in close[: 5 if numbered else 1]):
        yield Evidence("product", 5, "class noun behind")
    elif line.names.heads_first and line.text(piece.first - 1) in names.products:
        yield Evidence("product", 5, "class noun before")
    if numbered:
        if piece.first < piece.last and line.text(piece.first).istitle():
            yield Evidence("product", 1, "maker and model")
        yield Evidence("product", 3, "numbered like a model")
    title = line.text(piece.first - 1) == '"' == line.text(at) and piece.first < piece.last
    if title and not names.heads_first:
        yield Evidence("product", 5, "a title in quotes")


def _numbered(line: Line, piece: Piece) -> bool:
    """Whether it ends like a model: "Falcon IX", "X 8", "A320", "S-400"."""
    last = line.text(piece.last)
    if last in {"V", "II", "III", "IV", "VI", "X", "XL", "Pro", "Max"}:
        return piece.last > piece.first
    if last.isdigit():
        return piece.last > piece.first
    return any(letter.isdigit() for letter in last) and last[0].isalpha()


def _seat(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "in X", "X, Ohio": where something is; not what money is put in."""
    if piece.known or piece.last - piece.first > 1:
        return
    inside = line.low(piece.first - 1) in line.names.seat_links - {"à", "au"}
    if inside and not _FUNDS.match(line.low(piece.first - 2)):
        yield Evidence("place", 2, "told as where")
    behind = line.known(piece.last + 2) if line.text(piece.last + 1) == "," else None
    if inside and behind and behind.known and known_type(behind.known) == "place":
        yield Evidence("place", 2, "with its country behind")


def _ownership(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Russia's X", "Russian X", "X of Russia": firms are told by their country."""
    at = piece.first - 1
    possessive = line.low(at) == "s" and line.text(at - 1) == "'"
    if possessive and piece.known is None:
        yield Evidence("company", 2, "owned by a country")
    elif line.demonym(at) is not None and not line.names.heads_first:
        yield Evidence("company", 1, "adjective of a people")
