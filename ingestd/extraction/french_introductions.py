"""French: how a text brings a name in without saying outright what it is."""

from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.french_compounds import is_nounish, names_authority
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

_INDEFINITE = words("un une cette ce cet son sa leur notre d")
_DEALT = words(
    "confié confie confient commandé commande vendu vend cédé cède loué loue prêté prête acheté achète concédé accordé attribué livré fourni "
    "racheté rachète signé auprès"
)
_SIDES = words(
    "vendeur acheteur acquéreur repreneur prêteur bailleur propriétaire bénéficiaire attributaire"
)
_DOSES = words(
    "dose doses flacon flacons comprimé comprimés exemplaire exemplaires boîte boîtes"
)
_MADE = words(
    "procédé robot algorithme dispositif prototype engin gamme ferry roulier paquebot vraquier"
)
_LED = words("dirige préside pilote gouverne conduit gère")


def oblique(line: Line, piece: Piece, *, single: bool) -> Iterator[Evidence]:
    """What speaks for a type from farther away than the word in front."""
    yield from _seat_of_firm(line, piece, single=single)
    yield from _introduced(line, piece)
    yield from _of_others(line, piece)
    yield from _made(line, piece)
    if names_authority(line, piece.first, piece.last):
        yield Evidence("public_body", 8, "a council's name")
    if line.low(piece.first - 1) in _LED and "que" in {
        line.low(piece.first - n) for n in (2, 3)
    }:
        yield Evidence("person", 5, "who leads it")
    named = fold(line.text(piece.first)) in given_names()
    if not single and not named and _is_dealt(line, piece.first):
        yield Evidence("company", 3, "a side of a deal")
    last = line.low(piece.last)
    if not single and not named and is_nounish(line, piece.last) and not last.endswith("s"):
        yield Evidence("company", 3, "a common noun ends it")


def _is_dealt(line: Line, first: int) -> bool:
    """ "A confié à X le transport", "loués par X", "le vendeur, X": names of two plain words."""
    if line.text(first - 1) == ",":
        return line.low(first - 2) in _SIDES and line.text(first - 2).islower()
    led = line.low(first - 1) in {"à", "par", "chez", "avec", "de"}
    return led and (line.low(first - 2) in _DEALT or line.low(first - 2)[:-1] in _DEALT)


def _seat_of_firm(line: Line, piece: Piece, *, single: bool) -> Iterator[Evidence]:
    """ "Une entreprise de Lérida": where it is; "l'entreprise X" is what it is."""
    at = piece.first - 1
    at -= line.text(at) == "'"
    if (
        not single
        or line.low(at) not in {"de", "d"}
        or line.names.apposed.get(line.low(at - 1)) != "company"
    ):
        return
    lead = line.low(at - 2 - (line.text(at - 2) == "'"))
    if lead in _INDEFINITE:
        yield Evidence("place", 9, "a firm from there")


def _introduced(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Un fonds américain, X": what the phrase in front of the comma says."""
    if line.text(piece.first - 1) != ",":
        return
    for at in range(piece.first - 2, max(piece.first - 7, -1), -1):
        kind = line.names.apposed.get(line.low(at))
        lead = line.low(at - 1 - (line.text(at - 1) == "'"))
        if kind and lead in _INDEFINITE | {"le", "la", "l"}:
            if line.low(at - 1) not in {"de", "du"} and line.low(at - 2) != "de":
                yield Evidence(kind, 5, f"{line.low(at)} in front of the comma")
            return
        if not line.tokens[at].is_word or line.capital(at) or line.stop(at):
            return


def _of_others(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "X, dont le patron est Y", "chez X, la directrice, Y": the title is not X's."""
    at = piece.last + 1
    if line.text(at) != ",":
        return
    if line.low(at + 1) in {"dont", "que", "où"}:
        if any(line.low(place) in line.names.roles for place in range(at + 1, at + 7)):
            yield Evidence("person", -5, "a title of somebody else")
        return
    closing = next((place for place in range(at + 1, at + 8) if line.text(place) == ","), None)
    if closing is None or line.low(at + 1) not in {"le", "la", "l", "son", "sa"}:
        return
    titled = any(line.low(place) in line.names.roles for place in range(at + 1, closing))
    if titled and fold(line.text(closing + 1)) in given_names() and line.capital(closing + 2):
        yield Evidence("person", -5, "a title of somebody else")


def _made(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Un million de doses de X", "le procédé X", "le X, un roulier"."""
    at = piece.first - 1
    if line.low(at) in {"de", "d", "'"} and any(
        line.low(at - n) in _DOSES for n in range(1, 4)
    ):
        yield Evidence("product", 7, "doses of it")
    if line.low(at) in _MADE and line.text(at).islower():
        yield Evidence("product", 7, f"{line.low(at)} in front")
