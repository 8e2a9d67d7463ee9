"""What nouns beside an English name say of it, and what a noun inside makes of it."""

from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

_OPEN_PLACES = words(
    """lake mount fort cape port isle camp gulf castle palace bay river island sea strait province region district city
    villa kingdom republic county valley square cathedral basilica airport avenue chapel abbey"""
)


def opens_place(line: Line, piece: Piece, lows: list[str]) -> bool:
    """Whether a noun in front makes a place: "Lake Como", "Valley of X"; not "Delta Cables"."""
    if line.language.code != "en" or lows[0] in _OPEN_PLACES:
        return True
    return line.low(piece.first + 1) in line.names.joints


def has_firm(line: Line, piece: Piece) -> bool:
    """Whether a firm's noun stands in front of a place's: "Northern Breweries Cape"."""
    return any(line.head(at) == "company" for at in range(piece.first, piece.last))


_WHOSE = words("its his her their a an the and or s by")
_TRADES = words(
    "trader partner owner broker backer sponsor client customer bidder lawyers farmer grower"
)


def is_trade(line: Line, at: int, piece: Piece) -> bool:
    """Whether the noun in front may be a firm's, too: "the grain trader X", "local partner X"."""
    if line.language.code != "en" or line.low(at) not in _TRADES or line.text(at).istitle():
        return False
    told = line.low(at - 1) not in _WHOSE and line.tokens[max(at - 1, 0)].is_word
    return told and fold(line.text(piece.first)) not in given_names()


_OF_A_FIRM = words("rival competitor parent affiliate subsidiary unit owner partner")


def calls_next(line: Line, at: int) -> bool:
    """Whether the noun tells of the name behind it: "Sportswear maker X", not "Acme rival X"."""
    behind = line.capital(at + 1) and not line.stop(at + 1)
    return line.language.code == "en" and behind and line.low(at) not in _OF_A_FIRM


_FIELD = words(
    """business development investor relations corporate affairs strategy operations marketing sales communications compliance
    risk procurement sourcing partnerships alliances people talent culture product products engineering data analytics global
    international regional public government external internal legal finance treasury audit sustainability esg innovation
    digital transformation research clinical medical scientific regulatory commercial retail wholesale institutional growth
    supply chain logistics manufacturing network technology information security cloud customer success experience content
    creative brand design revenue pricing emea apac americas asia europe africa pacific trading gas oil power energy
    renewables equities equity credit fixed income markets capital wealth asset management and & of for programmes programs"""
)
_HEADS = words("head director president manager vice-president chief lead vp officer")


def in_corporate_field(line: Line, at: int) -> bool:
    """Whether the word says what somebody heads: "Head of Investor Relations"."""
    if line.low(at) not in _FIELD:
        return False
    last = at
    while line.capital(last + 1) or line.low(last + 1) in {"and", "&"}:
        last += 1
        if fold(line.text(last)) in given_names():
            break
        if line.low(last) not in _FIELD:
            return False
    for place in range(at - 1, max(at - 7, -1), -1):
        if line.low(place) in _HEADS:
            return line.low(place + 1) in {"of", "for", ","}
        if line.low(place) not in _FIELD:
            return False
    return False


_SITES = words(
    """mine mines field fields deposit project plant refinery pipeline dam wind solar smelter quarry basin terminal reservoir
    concession prospect oilfield gasfield shipyard airfield interconnector"""
)


def clues(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What only English says so: nouns in front, sites, illnesses and managers behind."""
    yield from _called_in_front(line, piece)
    at = piece.last + 1
    if line.low(at + 1) == "s" and line.low(at + 2) in _ILLS:
        yield Evidence("void", 12, "an illness")
    if line.text(at) == "," and _manages(line, at + 1):
        yield Evidence("company", 6, "called manager behind")
    sited = line.text(at).islower() and line.low(at + 1) in _SITES
    if sited and line.low(piece.first - 1) == "the" and line.low(piece.first - 3) not in _OWNED:
        yield Evidence("place", 4, f"a {line.low(at + 1)}")


def _called_in_front(line: Line, piece: Piece) -> Iterator[Evidence]:
    """One noun in the plural for several firms, or two that call one."""
    noun = _plural_noun(line, piece.first - 1)
    if noun is None and line.low(piece.first - 1) == "and":
        place = piece.first - 2
        while line.capital(place) and place > 0 and piece.first - place <= _SEVERAL:
            place -= 1
        noun = _plural_noun(line, place)
    before, called = line.low(piece.first - 2), line.low(piece.first - 1)
    if noun:
        yield Evidence("company", 5, f"called {noun}")
    elif (before, called) in _PAIRS:
        yield Evidence("company", 6, f"called {called}")
    elif called == "fund" and before in _STATE:
        yield Evidence("public_body", 9, "a fund of the state")


_STATE = words("wealth sovereign state government reserve")
_ILLS = words("disease syndrome lymphoma sarcoma palsy")
_MANAGED = words("fund asset investment wealth money property hotel portfolio")
_HOUSES = words(
    "equity trading auction fashion publishing investment brokerage software design media"
)
_LINES = words("cruise shipping bus ferry container")
_PAIRS = frozenset(
    [(word, "manager") for word in _MANAGED]
    + [(word, "house") for word in _HOUSES]
    + [(word, "line") for word in _LINES]
)
"""Two nouns that call a firm: "the cruise line X", "private equity house X"."""


def _manages(line: Line, at: int) -> bool:
    """Whether an apposition says that a firm manages money: "X, a U.S. investment manager,"."""
    return any(
        line.low(place) == "manager" and line.low(place - 1) in _MANAGED
        for place in range(at + 1, at + 6)
    )


_SEVERAL = 6
_OWNED = words("stake stakes interest share shares")
"""What somebody has of a site makes it a firm: "a stake in the X copper mine"."""


def _plural_noun(line: Line, at: int) -> str | None:
    """The noun that calls several firms: the carmakers of "carmakers X and Y"."""
    low = line.low(at)
    plural = low.endswith("s") and (line.text(at).islower() or line.opens(at))
    if not plural or line.names.apposed.get(low[:-1]) != "company" or low[:-1] in _NO_FIRM:
        return None
    return low


_NO_FIRM = words("service brand label market yard unit")


_ACTIONS = words(
    """agreed plans expects aims bought buy acquire acquired invest sell sold supply won signed ordered raised
    launch launched build hire merge open opened cut delivered completed"""
)


def it_acts(line: Line, at: int) -> bool:
    """Whether "it" did what firms do: "X said on Monday it had agreed to buy"."""
    if line.low(at) not in {"said", "says", "announced"}:
        return False
    it = next((place for place in range(at + 1, at + 6) if line.low(place) == "it"), None)
    return it is not None and any(line.low(it + n) in _ACTIONS for n in range(1, 4))
