# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""Runs cut where one name ends and the next begins: at roles, titles, papers, peoples."""

import re
from collections.abc import Iterator

from ingestd.extraction.english_clues import in_corporate_field
from ingestd.extraction.french_names import in_hyphens, is_people
from ingestd.extraction.gazetteer.people import given_names, surnames, vietnamese_surnames
from ingestd.extraction.gazetteer.places import Known
from ingestd.extraction.languages.pack import union, words
from ingestd.extraction.line import STATELY, Line, Piece
from ingestd.extraction.persons import CALLING
from ingestd.extraction.runs import run
from ingestd.extraction.view import fold

_SIGNS = frozenset({",", "'", ".", "-", "/"})


def pieces(line: Line) -> list[Piece]:
    """Every stretch that may be a name, in order, without overlap."""
    found: list[Piece] = []
    end = -1
    for at in line.opening(line.names.opening):
        last = run(line, at) if at > end else None
        if last is not None:
            found += [one for one in cut(line, at, last) if line.tokens[one.first].is_word]
            end = last
    return found


def cut(line: Line, first: int, last: int) -> Iterator[Piece]:
    """Part a run at titles, roles and papers; known places stand alone where they do."""
    if line.names.heads_first and line.head(last) == "void" and line.text(last).islower():
        return
    begin = first
    for at in range(first, last + 2):
        if at <= last and not _parts(line, at, first):
            continue
        if begin < at:
            yield from _trim(line, begin, at - 1)
        begin = at + 1


def _parts(line: Line, at: int, first: int) -> bool:
    """Whether the word stands between names and belongs to none."""
    low = line.low(at)
    if line.own_article(at) or (at > first and line.own_article(at - 1)):
        return False
    if low in {"đại", "sứ"} and "quán" in {line.low(at + 1), line.low(at + 2)}:
        # the embassy is no ambassador
        return False
    called = low in line.names.roles and line.head(at) is None
    called = called and not in_hyphens(line, at)
    if low in line.names.titles or called or _honours(line, at):
        return True
    if _leads_to_role(line, at) or _leads_to_minister(line, at):
        return True
    return _is_void(line, at) or _leads_to_void(line, at, first)


def _honours(line: Line, at: int) -> bool:
    """Whether a rank stands before a person: "King Charles", not "Prince Edward Island"."""
    if line.low(at) not in line.names.honours or not line.text(at).istitle():
        return False
    last = at
    while line.capital(last + 1) and last - at < 4:
        last += 1
    named = fold(line.text(at + 1))
    personal = named in given_names() or (named in surnames() and last == at + 1)
    return personal and line.head(last) is None and line.low(last) not in line.names.sectors


def _is_void(line: Line, at: int) -> bool:
    """Whether the word makes a paper or an event of a name: not in "Index Ventures"."""
    if line.head(at) != "void":
        return False
    goes_on = line.capital(at) and line.capital(at + 1) and not line.names.heads_first
    return not goes_on or line.head(at + 1) in {None, "void"}


def _leads_to_minister(line: Line, at: int) -> bool:
    """Whether the word is a portfolio: the Pacific of "Pacific Minister"."""
    if line.names.heads_first or line.tokens[at : at + 1] == []:
        return False
    place = at
    while line.capital(place) and place - at < 3 and line.low(place) != "minister":
        place += 1
    named = line.tokens[at].is_acronym or line.known(at) or line.demonym(at) is not None
    return place > at and line.low(place) == "minister" and not named


def _leads_to_role(line: Line, at: int) -> bool:
    """Whether the word is part of a role: the Health of "Health Minister"."""
    names, place = line.names, at
    while line.low(place) in names.ranked or (place > at and line.low(place) in names.ands):
        place += 1
    if place == at or line.low(place) not in names.roles:
        return _in_portfolio(line, at)
    if line.low(place) in names.offices:
        return True
    return all(word in names.ranks for word in (line.low(x) for x in range(at, place)))


def _in_portfolio(line: Line, at: int) -> bool:
    """Whether the word says what an office is for: "Minister of Foreign Affairs"."""
    names = line.names
    if line.language.code == "en" and in_corporate_field(line, at):
        return True
    if not _in_field(line, at):
        return _opens_portfolio(line, at)
    for place in range(at - 1, max(at - 15, -1), -1):
        if line.low(place) in names.offices:
            return line.low(place + 1) in names.joints | {"'"} or names.heads_first
        if not _in_field(line, place) and line.demonym(place) is None:
            return False
    return False


def _in_field(line: Line, at: int) -> bool:
    """Whether a word may stand in the field of an office: "Culture, Sports and Tourism"."""
    names, low = line.names, line.low(at)
    return low in names.sectors or low in names.joints or low in names.ands or low in {",", "'"}


_HOLDERS = words("ministre commissaire vice-ministre secrétaire")


def _opens_portfolio(line: Line, at: int) -> bool:
    """The word behind a French office: "commissaire à la Concurrence"."""
    if not line.names.heads_first or not line.capital(at) or line.known(at):
        return False
    place = at - 1
    while (
        (low := line.low(place)) in line.names.joints
        or low in {"à", "'"}
        or (place < at - 1 and line.demonym(place) is not None)
    ):
        place -= 1
    return place < at - 1 and line.low(place) in _HOLDERS


def _qualifies(line: Line, at: int) -> bool:
    return line.low(at) in line.names.sectors or line.low(at) in {"free", "comprehensive"}


def _leads_to_void(line: Line, at: int, first: int) -> bool:
    """Whether the word only says which paper: the Free Trade of "Free Trade Agreement"."""
    place = at
    while place - at < 4 and _qualifies(line, place):
        place += 1
    return place > at and _is_void(line, place) and (at > first or line.capital(at))


def _trim(line: Line, first: int, last: int) -> Iterator[Piece]:
    """Take off what leans on a name: articles, adjectives of peoples, loose joints."""
    whole = line.known(first)
    if whole and whole.last == last:
        yield whole
        return
    if _tells_class(line, last):
        return
    first = _behind_class(line, first, last)
    first += first < last and _opens_apart(line, first)
    joints = union(line.names.joints, line.names.ands, _SIGNS)
    while first <= last and line.low(first) in joints and not line.own_article(first):
        first += 1
    while last >= first and (
        line.low(last) in joints
        or (line.text(last).isdigit() and not line.glued(last) and last == first)
    ):
        last -= 1
    if first > last:
        return
    known = line.known(first)
    if known and known.last == last:
        yield known
        return
    first = _without_demonym(line, first, last)
    first -= first == last and _numbers_product(line, first)
    if first <= last:
        yield from _apart(line, first, last)


def _opens_apart(line: Line, at: int) -> bool:
    """Whether a word has its capital from the sentence alone: "Eventually Smith", "Geologist Smith"."""
    if line.language.code != "en" or not line.opens(at) or fold(line.text(at)) in given_names():
        return False
    low = line.low(at)
    adverb = low.endswith("ly") and len(low) > 5 and line.known(at) is None
    called = low in line.names.apposed and (low not in line.names.heads or low in _FRONTING)
    called = called or _TRADE.fullmatch(low) is not None
    return line.text(at).istitle() and (adverb or called or CALLING.fullmatch(low) is not None)


_FRONTING = words(
    "airline brewery winery distillery bakery shipyard fintech biotech medtech agritech broker"
)
"""Nouns of firms that stand in front of a name where a sentence opens: "Airline X said"."""
_TRADE = re.compile(
    r"[a-z]{3,12}(?:maker|lender|builder|seller|dealer|grower|processor|distributor|operator|trader)"
)


def _numbers_product(line: Line, at: int) -> bool:
    """Whether the number in front belongs: "737 MAX jets"."""
    return line.text(at - 1).isdigit() and line.low(at + 1) in line.names.products


def _tells_class(line: Line, last: int) -> bool:
    """Whether it only says what a quoted firm is: "калийный комбинат «…»"."""
    noun = line.head(last) == "company" and line.text(last).islower()
    return noun and line.language.code == "ru" and line.text(last + 1) == '"'


def _behind_class(line: Line, first: int, last: int) -> int:
    """Where a brand in Latin letters begins behind its Russian class noun."""
    if line.language.code != "ru":
        return first
    nouns = [at for at in range(first, last) if line.head(at) == "company"]
    if nouns and line.text(nouns[0] + 1).isascii() and line.text(nouns[0] + 1)[0].isalpha():
        return nouns[0] + 1
    return first


def _without_demonym(line: Line, first: int, last: int) -> int:
    pair = first < last and f"{line.low(first)} {line.low(first + 1)}" in line.pairs
    if pair and first + 1 < last:
        return first if _all_generic(line, first + 2, last) else first + 2
    if line.demonym(first) is None and not pair:
        return first
    if pair:
        return first + 2
    if line.names.heads_first:
        return first + (first == last or _foreign(line, first + 1) or is_people(line, first))
    # "Nordic Wheels Group", "Baltic Cells Ltd": no country's adjective opens a firm's own name
    firm = line.head(last) is not None or line.low(last) in line.names.legal
    own = line.demonym(first) == "" and firm and line.capital(last)
    return first if own or _all_generic(line, first + 1, last) else first + 1


def _foreign(line: Line, at: int) -> bool:
    """Whether a brand in Latin letters or in quotes follows a Russian adjective."""
    return line.language.code == "ru" and (line.text(at).isascii() or line.text(at) == '"')


def _all_generic(line: Line, begin: int, last: int) -> bool:
    """Whether the adjective belongs to the name: "South African Airways", "Indian Air Force"."""
    generic = line.names.nouns
    links = union(line.names.joints, line.names.seat_links)
    rest = [line.low(at) for at in range(begin, last + 1)]
    front = rest[: next((n for n, word in enumerate(rest) if word in links), len(rest))]
    if front and all(word in generic for word in front):
        return True
    return len(front) >= 2 and line.names.heads.get(front[-1]) in STATELY


def _apart(line: Line, first: int, last: int) -> Iterator[Piece]:
    """A body and the person after it: "Audit Chamber Anna Ek"."""
    split = _person_from(line, first, last)
    if split:
        yield Piece(first, split - 1, _whole(line, first, split - 1))
        yield Piece(split, last)
        return
    known = line.known(first)
    if (
        known
        and known.last < last
        and _role_before(line, first)
        and _personal(line, known.last + 1, last)
    ):
        yield known
        yield Piece(known.last + 1, last)
        return
    for at in range(first + 1, last - 1):
        if (
            line.head(at) in STATELY
            and _role_before(line, first)
            and _personal(line, at + 1, last)
        ):
            yield Piece(first, at, _whole(line, first, at))
            yield Piece(at + 1, last)
            return
    yield Piece(first, _with_noun(line, first, last), _whole(line, first, last))


def _person_from(line: Line, first: int, last: int) -> int | None:
    """Where a person begins behind whom they speak for: "ЦБ Иван Петров"."""
    if line.tokens[first].is_acronym and last - first == 2:
        return first + 1 if fold(line.text(first + 1)) in given_names() else None
    if line.language.code != "vi" or line.head(first) is None or not _role_before(line, first):
        return None
    for at in range(first + 2, last - 1):
        if fold(line.text(at)) in vietnamese_surnames() and last - at <= 3:
            return at if all(line.capital(place) for place in range(at, last + 1)) else None
    return None


def _with_noun(line: Line, first: int, last: int) -> int:
    """A name of initials needs its noun: "H&K group"; "Valkyr group" does not."""
    initials = first == last and (line.tokens[first].is_acronym or "&" in line.text(first))
    short = initials and len(line.text(first)) <= 4
    return (
        last + 1 if short and line.low(last + 1) in {"group", "groupe", "corporation"} else last
    )


def _whole(line: Line, first: int, last: int) -> Known | None:
    known = line.known(first)
    return known.known if known and known.last == last else None


def _role_before(line: Line, first: int) -> bool:
    return any(line.low(at) in line.names.roles for at in range(max(first - 4, 0), first))


def _personal(line: Line, first: int, last: int) -> bool:
    odd = union(line.names.nouns, line.names.joints, line.names.legal)
    return 1 <= last - first <= 3 and not any(
        line.low(at) in odd for at in range(first, last + 1)
    )
