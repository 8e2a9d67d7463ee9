# ruff: noqa: PLR2004, RUF001 - Cyrillic endings are meant; sizes of windows, in words, tuned on news
"""What kind of thing a name stands for: evidence is weighed, and the reasons kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingestd.events.facts import EntityType
from ingestd.extraction import english_clues, french_clues, french_sides
from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import given_names, vietnamese_surnames
from ingestd.extraction.gazetteer.places import Known
from ingestd.extraction.gazetteer.towns import spelt_like_town
from ingestd.extraction.languages.pack import Head, words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.persons import MOST_WORDS, ends_aside, personal, role_behind
from ingestd.extraction.products import product
from ingestd.extraction.surroundings import surroundings
from ingestd.extraction.view import fold


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type that weighs most; `weight` says how sure, `reasons` why."""

    type: Head
    weight: float
    reasons: tuple[str, ...]


def weigh(line: Line, piece: Piece) -> list[Evidence]:
    """All that speaks for one type or another at this one place."""
    if piece.known:
        return [Evidence(known_type(piece.known), 10, "gazetteer")]
    return [evidence for rule in _RULES for evidence in rule(line, piece)]


def _own(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What one language alone has to say."""
    if line.language.code == "en":
        yield from english_clues.clues(line, piece)
    if line.language.code == "fr":
        yield from french_clues.clues(line, piece)
        yield from french_sides.sides(line, piece)


def verdict(found: list[Evidence]) -> Verdict:
    """The heaviest type; ties go to the one named first in `_ORDER`."""
    totals: dict[Head, float] = {}
    for evidence in found:
        totals[evidence.type] = totals.get(evidence.type, 0.0) + evidence.weight
    heaviest = max([0.0, *totals.values()])
    best = next(kind for kind in _ORDER if totals.get(kind, 0.0) >= heaviest)
    reasons = dict.fromkeys(item.reason for item in found if item.type == best)
    return Verdict(best, totals.get(best, 0.0), tuple(reasons))


_FUNDS = re.compile(
    r"invest|stake|share|interest|participation|capital|confidence|holding|specializ|trust|"
    r"invert|вложи|долю|доля|акци|пакет|участи|investi|vốn|tư"
)
_ORDER: tuple[Head, ...] = (
    "company", "person", "public_body", "organization", "product", "place", "void",
)  # fmt: skip
# "Сбербанк", "Газпром" and the like: parts that common nouns seldom end in.
_COMPOUND = re.compile(
    r"(?!Автопром|Центробанк|Нацбанк|Госбанк)[А-Я][а-я]{2,}"
    r"(?:банк|газ|нефть|строй|пром|маш|телеком|энерго|сталь|транс|авиа|хим|атом|алмаз|уголь)(?:а|у|ом|е|и|ью)?"
)
_AT = words(
    """basé basée basés basées situé située situés situées installé installée implanté implantée usine site
    siège cérémonie réunion rencontre signé signée réunis réunies construire construit arrivé né née
    lundi mardi mercredi jeudi vendredi samedi dimanche visite sommet forum conférence aéroport port"""
)
_KNOWN_TYPES: dict[str, EntityType] = {
    "country": "place", "city": "place", "region": "place", "organization": "organization",
}  # fmt: skip
_TOLD = words("told пишет передает передаёт сообщает сообщают")
_TOLD_WHOM = words("рассказал рассказала сообщил сообщила заявил заявила пояснил пояснила")
_GOVERNING = words("maire mayor préfet préfète outskirts suburbs")
_RULING = words("european-commission european-parliament white-house kremlin pentagon ecb ema")


def known_type(known: Known) -> EntityType:
    """The type of an entry of the gazetteer."""
    kind, _, name = known.reference.partition(":")
    return "public_body" if name in _RULING else _KNOWN_TYPES[kind]


def _capital_forms(line: Line, piece: Piece) -> Iterator[str]:
    """Legal forms inside a name that nothing else is written like: JSC, PLC, no Co."""
    for at in range(piece.first + 1, piece.last):
        word = line.text(at)
        if word.isupper() and len(word) > 2 and line.low(at) in line.names.legal:
            yield word


def _form(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What the words of the name itself say."""
    lows = [line.low(at) for at in range(piece.first, piece.last + 1)]
    if lows[-1] in line.names.legal or (lows[0] in line.names.legal and line.names.heads_first):
        yield Evidence("company", 8, f"legal form {lows[-1]}")
    elif inner := next(_capital_forms(line, piece), None):
        yield Evidence("company", 6, f"legal form {inner} within")
    at = _head_at(line, piece)
    head = _class_of(line, piece, lows) or (line.head(piece.first + at) if at >= 0 else None)
    if head == "place" and at == 0 and not english_clues.opens_place(line, piece, lows):
        head = None
    if head == "place" and lows[at] in line.names.soft and english_clues.has_firm(line, piece):
        head = "company"
    if head and (len(lows) > 1 or head == "public_body"):
        yield Evidence(head, 3 if lows[at] in line.names.soft else 6, f"class noun {lows[at]}")
    text = line.text(piece.first)
    if len(lows) == 1 and any(x.isupper() for x in text[1:]) and not text.isupper():
        yield Evidence("company", 2, "written like a brand")
    if any("&" in line.text(at) for at in range(piece.first, piece.last + 1)):
        yield Evidence("company", 2, "written like a firm")


_SAID = words("said says told")
_FIRMS = frozenset({("building", "society"), ("credit", "union"), ("trading", "house")})
_ISSUING = words("state national central reserve federal nationale centrale")


def _class_of(line: Line, piece: Piece, lows: list[str]) -> Head | None:
    """Nouns of two words: central banks are authorities, "đại học" is a university."""
    if lows[:2] == ["đại", "học"]:
        return "organization"
    pair = set(lows[:2])
    if tuple(lows[-2:]) in _FIRMS:
        return "company"
    bank = pair & {"bank", "banque"} and pair & _ISSUING and line.known(piece.last)
    return "public_body" if bank else None


def _head_at(line: Line, piece: Piece) -> int:
    """The place of the class noun inside the name; -1 without one."""
    names, size = line.names, piece.last - piece.first + 1
    if size == 1:
        return 0 if line.low(piece.first) in names.heads else -1
    # a class noun heads the name from its edge; "Bank Negara" and the like start with it
    if line.language.code == "vi":
        edges = [0]
    else:
        end = next((n for n in range(size) if _joins(line, piece.first + n)), size)
        order = (
            range(min(end, 3)) if names.heads_first else range(end - 1, end - 1 - (end > 0), -1)
        )
        edges = [*order, 0, size - 1]
    found = next((n for n in edges if line.low(piece.first + n) in names.heads), -1)
    # "Radio Delta", "Hôtel du Lac": a place's noun heads a French name from its front only
    behind = found > 0 and line.language.code == "fr"
    return -1 if behind and line.head(piece.first + found) == "place" else found


def _joins(line: Line, at: int) -> bool:
    low = line.low(at)
    return low in line.names.joints or low in line.names.seat_links


def _before(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What stands in front: "Mr X", "CEO X", "carmaker X", "la société russe X"."""
    at = piece.first - 1
    if line.text(at) == "." and line.glued(at):
        at -= 1
    low = line.low(at)
    yield from _titled(line, at, piece)
    if english_clues.is_trade(line, at, piece):
        yield Evidence("company", 5, f"called {low}")
    elif _is_role_end(line, at, piece):
        yield Evidence("person", 6, f"role {low}")
    yield from _told(line, piece, at)
    if _holds_office(line, piece):
        return
    for step in range(3):
        kind = line.names.apposed.get(line.low(at - step))
        if kind and (line.text(at - step).islower() or line.opens(at - step)):
            yield Evidence(kind, 5, f"called {line.low(at - step)}")
            return
        if line.demonym(at - step) is None and line.text(at - step) not in {'"', "-"}:
            return


def _titled(line: Line, at: int, piece: Piece) -> Iterator[Evidence]:
    """ "Mr X", "King X"."""
    low = line.low(at)
    if low in line.names.titles:
        yield Evidence("person", 8, f"title {low}")
    elif low in line.names.honours and line.text(at).istitle() and piece.known is None:
        yield Evidence("person", 5, f"title {low}")


def _holds_office(line: Line, piece: Piece) -> bool:
    """Whether the noun in front is what a person heads: "гендиректор холдинга Иван Петров"."""
    parted = piece.last > piece.first and line.names.heads_first
    first = fold(line.text(piece.first))
    named = first in given_names() or (
        first in vietnamese_surnames() and piece.last - piece.first >= 2
    )
    roles = line.names.roles
    return parted and named and any(line.low(piece.first - n) in roles for n in range(1, 5))


def _told(line: Line, piece: Piece, at: int) -> Iterator[Evidence]:
    """ "told Reuters", "the port of X"."""
    low, sign = line.low(at), line.tokens[piece.first].is_acronym
    short = piece.last - piece.first <= 2 and fold(line.text(piece.first)) not in given_names()
    if (low in _TOLD and short) or (low in _TOLD_WHOM and sign):
        yield Evidence("organization", 4, "told the news")
    if low in line.names.links and line.names.apposed.get(line.low(at - 1)) == "place":
        yield Evidence("place", 5, f"{line.low(at - 1)} of")
    if low == "the" and line.low(piece.first + 1) in line.names.ands:
        yield Evidence("organization", 3, "a paper's name")
    if low in line.names.joints and line.low(at - 1) in _GOVERNING:
        yield Evidence("place", 4, f"{line.low(at - 1)} of")
    if line.text(at) == '"' and line.low(at - 1) in _TOLD_WHOM:
        yield Evidence("organization", 3, "told the news")


def _is_role_end(line: Line, at: int, piece: Piece) -> bool:
    """Whether a role, with what it is for, ends right before the name."""
    if piece.last - piece.first >= MOST_WORDS:
        return False
    names = line.names
    low = line.low(at)
    bound = low in names.joints or low in names.links or low == "'"
    initials = piece.first == piece.last and line.tokens[piece.first].is_acronym
    quoted = line.text(at) == '"' == line.text(piece.last + 1)
    headed = names.heads_first and (line.head(piece.first) or initials)
    brand = line.language.code == "ru" and line.text(piece.last).isascii()
    if bound or headed or quoted or brand or low == "hđqt":
        return False
    comma = line.text(at) == ","
    for place in range(at, max(at - 10, -1), -1):
        low = line.low(place)
        if low in names.roles:
            return place == at or low in names.offices or names.heads_first or comma
        if not _inside_role(line, place):
            return False
    return False


def _inside_role(line: Line, at: int) -> bool:
    """Whether a word may stand between a role and the name: "of Foreign Affairs"."""
    names, low = line.names, line.low(at)
    inner = low in names.ranked or low in names.joints or low in names.ands
    if inner or low in {",", "'"} or line.demonym(at) is not None:
        return True
    if not names.heads_first:
        return low in names.links or line.known(at) is not None
    return line.capital(at) or low in names.seat_links or low == '"'


def _behind(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What stands behind: "X company", "X, a carmaker", "X, head of", "X said"."""
    at = piece.last + 1
    kind = line.names.apposed.get(line.low(at))
    behind = kind and not line.names.heads_first and line.text(at).islower()
    if kind and behind and not english_clues.calls_next(line, at):
        yield Evidence(kind, 5, f"called {line.low(at)}")
    if line.text(at) == ",":
        yield from _apposition(line, piece, at + 1)


def _called(line: Line, at: int) -> Head | None:
    """What a noun calls the name beside it; "start-up" is one noun of three tokens."""
    kind = line.names.apposed.get(line.low(at))
    if line.low(at) == "think" and line.low(at + 1) == "tank":
        return "organization"
    if kind is None and line.text(at + 1) == "-" and line.glued(at + 1):
        kind = line.names.apposed.get(line.low(at) + "-" + line.low(at + 2))
    return kind


_ASIDE = words("with which that whose from by who")


def _apposition(line: Line, piece: Piece, at: int) -> Iterator[Evidence]:
    article = line.low(at) in {"a", "an", "the", "un", "une", "le", "la"}
    called: Evidence | None = None
    for place in range(at + article, min(at + 7, len(line))):
        low = line.low(place)
        if ends_aside(line, place, article=article):
            break
        if low in line.names.roles and piece.last - piece.first < MOST_WORDS:
            if line.low(place + 1) not in _SAID:
                # "X, a company executive said" tells of somebody else
                yield role_behind(low)
            return
        kind = _called(line, place)
        if kind and article and (called is None or not line.names.heads_first):
            # "an accounting software maker": English heads its phrases with the last noun
            called = Evidence(kind, 4, f"called {low} behind")
        if not line.names.heads_first and (low in line.names.joints or low in _ASIDE):
            break
    if called:
        yield called


def _seat(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "in X", "X, Ohio", "near X": where something is; not what money is put in."""
    if piece.last - piece.first > 3 or line.demonym(piece.first) is not None:
        return
    before = line.low(piece.first - 1)
    inside = before in line.names.seat_links - {"à", "au"} or before in _NEAR
    if inside and not _FUNDS.match(line.low(piece.first - 2)):
        yield Evidence("place", 2, "told as where")
    elif before == "à" and line.low(piece.first - 2) in _AT:
        yield Evidence("place", 3, "told as where")
    elif (_near(line, piece.first - 1) and not line.tokens[piece.first].is_acronym) or (
        before == "à" and _with_place(line, piece.last + 1)
    ):
        yield Evidence("place", 3, "told as near")
    yield from _seat_behind(line, piece, inside=inside)


_NEAR = words("near outside vers возле близ")


def _near(line: Line, at: int) -> bool:
    """ "près de X", "dans les X"."""
    at -= line.text(at) == "'"
    if line.names.heads_first and line.low(at) in line.names.joints:
        return line.low(at - 1) in {"près", "dans", "autour"}
    return _beside_place(line, at)


def _with_place(line: Line, at: int) -> bool:
    """ "à X et à Paris": what is coordinated with a known place."""
    known = line.known(at + 2)
    seated = line.low(at) in line.names.ands and line.low(at + 1) in line.names.seat_links
    return seated and bool(known and known.known and known_type(known.known) == "place")


def _beside_place(line: Line, at: int) -> bool:
    """ "in X and Y": what is coordinated with where something is."""
    if line.low(at) not in line.names.ands:
        return False
    place = at - 1
    while (line.capital(place) or line.glued(place + 1)) and at - place <= 6:
        place -= 1
    seated = line.low(place) in line.names.seat_links - {"à", "au"} and place < at - 1
    return seated and not _FUNDS.match(line.low(place - 1))


def _seat_behind(line: Line, piece: Piece, *, inside: bool) -> Iterator[Evidence]:
    at = piece.last + 1
    if line.text(at) == "-" and line.low(at + 1) == "based":
        yield Evidence("place", 4, "based there")
    if line.text(at) not in {",", "("}:
        return
    link = line.names.heads_first and line.low(at + 1) in line.names.seat_links
    behind = line.known(at + 1 + link)
    owns = behind and line.text(behind.last + 1) == "'"
    if behind and behind.known and known_type(behind.known) == "place" and not owns:
        region = behind.known.reference.startswith("region:")
        if inside or region:
            yield Evidence("place", 3 if region else 2, "with its country behind")
    if inside or line.low(piece.first - 1) != "à":
        return
    if line.low(at + 1) in {"dans", "en", "près"} or line.text(at) == "(":
        yield Evidence("place", 3, "told as where")


def _spelt(line: Line, piece: Piece) -> Iterator[Evidence]:
    """Towns told by their joints, Russian firms by their last part, firms by what "it" does."""
    one = piece.first == piece.last
    if one and line.language.code == "ru" and _COMPOUND.fullmatch(line.text(piece.last)):
        yield Evidence("company", 4, "a compound as firms have")
    if english_clues.it_acts(line, piece.last + 1):
        yield Evidence("company", 5, "it acts")
    if spelt_like_town(line.span(piece.first, piece.last)):
        yield Evidence("place", 4, "spelt like a town")


def _ownership(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Russia's X", "Russian X", "X of Russia": firms are told by their country."""
    at = piece.first - 1
    possessive = line.low(at) == "s" and line.text(at - 1) == "'"
    if possessive and piece.known is None:
        yield Evidence("company", 2, "owned by a country")
    elif line.demonym(at) is not None and not line.names.heads_first:
        yield Evidence("company", 1, "adjective of a people")


_RULES = (
    _form, personal, _before, _behind, product, _ownership, _seat, _spelt, _own, surroundings,
)  # fmt: skip
