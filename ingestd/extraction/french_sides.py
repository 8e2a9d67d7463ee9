# ruff: noqa: PLR2004 - sizes of windows, in words, tuned on news
"""French: what the frame of a deal says of who stands in it, where nothing else tells what it is."""

from collections.abc import Callable, Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.french_acting import in_business, subject
from ingestd.extraction.french_described import council, housed, made, ranked, seat
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.fr_words import LOCAL_NOUNS
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line, Piece
from ingestd.extraction.view import fold

_AGREED = words(
    "contrat contrats accord accords partenariat partenariats alliance convention protocole mémorandum coentreprise commune licence "
    "partenaire partenaires associe associent associé allie allient allié collabore collaborent collaboration fusion fusionner fusionne "
    "rapprochement coopération pacte négociations discussions pourparlers signé signe signent noué noue conclu conclut négocie négocient "
    "travaille travaillent lié"
)
_BUYING = words(
    "acquérir racheter reprendre absorber acheter avaler rachète acquiert rachètent absorbe rachètera absorbera offre offert racheté acquis "
    "repris absorbé convoite lorgne convoité cède céder vend vendre cédé vendu"
)
_BOUGHT = words(
    "acquisition rachat cession reprise capital contrôle parts actions majorité actionnaire actionnaires propriétaire totalité intégralité "
    "vente maison titres absorption concurrent concurrente rival rivale"
)
_GIVEN = words(
    "vend vendre vendu vendra vendent cède céder cédé cédera cèdent accorde accordé accordera accorder octroie octroyé octroyer octroiera confie "
    "confié confier confiera attribue attribué attribuer attribuera concède concédé concéder concédera prête prêté prêter prêtera commande "
    "commandé commander commandera achète acheté acheter achètera loue loué louer associe associé associer associent allie allié allier "
    "alliés fournit fournira fourni fournir appartient verse versé verser versera transfère transféré transférer "
    "appartenait rachète racheté racheter notifié adjugé consenti alloué revendu faveur"
)
_INVESTED = words(
    "investit investi investir investira participation entre entré entrée part millions"
)
_HELD = words("participation part entre capital")
_LEADING = words(
    "mené menée menés conduit conduite emmené emmenée dirigé dirigée piloté pilotée arrangé arrangée formé formée composé souscrit souscrite"
)
_ROUND = words(
    "levée tour table consortium groupement pool banques bancaire financement crédit série fonds investisseurs augmentation opération prêt"
)
_BID = words("offre opa ope main")
_ARTICLES = words("le la l les")
_DETERMINERS = words("le la l les son sa ses leur leurs un une")
_LINKS = _DETERMINERS | words("de d du des à au aux avec par chez dans entre et ou en pour sur")
_REACH = 12
_TELLING = frozenset({"public_body", "organization", "place"})
"""Class nouns that say for themselves what bears them."""
_QUARTERS = words(
    "nord sud est ouest france europe afrique international asie maghreb atlantique méditerranée overseas"
)
_ARABIC = words("al el")
_BANKS = words("centrale nationale mondiale")


def sides(line: Line, piece: Piece) -> Iterator[Evidence]:
    """What speaks for a firm in the frame around a name; persons are told by their given names."""
    if piece.known:
        return
    yield from council(line, piece)
    yield from housed(line, piece)
    named = fold(line.text(piece.first)) in given_names()
    if named and line.low(piece.first) not in _ARABIC:
        return
    if _tells_itself(line, piece):
        yield from _runs(line, piece)
        return
    yield from ranked(line, piece)
    if piece.first < piece.last and _is_numbered(line, piece):
        return
    yield from subject(line, piece)
    yield from _other_side(line, piece)
    yield from seat(line, piece)
    yield from made(line, piece)
    if piece.first < piece.last and line.low(piece.last) in _QUARTERS:
        yield Evidence("company", 4, "a firm's part of the world")
    if piece.first < piece.last and in_business(line):
        yield Evidence("company", 1, "on business")


def _runs(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Le Port de Lomé a signé": a port that deals is who runs it."""
    grounds = line.text(piece.first).istitle() and line.low(piece.first) in _GROUNDS
    if not grounds or line.opens(piece.first):
        return
    if any(subject(line, piece)) or any(_other_side(line, piece)):
        yield Evidence("organization", 8, "deals as who runs it")


_GROUNDS = words("port aéroport aéroports ports")


def _tells_itself(line: Line, piece: Piece) -> bool:
    issuing = line.low(piece.first) == "banque" and line.low(piece.first + 1) in _BANKS
    places = range(piece.first, piece.last + 1)
    return issuing or any(line.head(at) in _TELLING for at in places)


def _is_numbered(line: Line, piece: Piece) -> bool:
    """Whether it ends, or begins, as models do: "Zentra Fold 2", "A220-R"."""
    ends = line.text(piece.first) + line.text(piece.last)
    return any(letter.isdigit() for letter in ends)


def _other_side(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "un contrat avec X", "auprès de X", "l'acquisition de X", "racheter X", "confié à X"."""
    at = _lead(line, piece.first)
    rule = _LEADS.get(line.low(at))
    if rule:
        yield from rule(line, piece, at)
    elif line.low(at) in _BUYING:
        yield Evidence("company", 3, f"{line.low(at)} at once")


def _with(line: Line, _: Piece, at: int) -> Iterator[Evidence]:
    second = line.low(at) != "et" or _between(line, at)
    if second and _near(line, at, _AGREED):
        yield Evidence("company", 3, f"{line.low(at)} in an agreement")


def _of(line: Line, _: Piece, at: int) -> Iterator[Evidence]:
    noun = line.low(at - 1)
    if noun == "auprès":
        yield Evidence("company", 2, "from whom")
    elif noun in _BOUGHT:
        yield Evidence("company", 3 if in_business(line) else 2, f"{noun} of")
    elif noun not in LOCAL_NOUNS and in_business(line):
        small = line.text(at - 1).islower()
        yield Evidence("company", 1 if small else 1.5, "of, on business")


def _inside(line: Line, _: Piece, at: int) -> Iterator[Evidence]:
    money = line.low(at - 1) in {"euros", "dollars"}
    held = line.low(at) == "chez" or money or _near(line, at, _HELD)
    if held and _near(line, at, _INVESTED):
        yield Evidence("company", 3, "invested in")


def _to(line: Line, _: Piece, at: int) -> Iterator[Evidence]:
    if _near(line, at, _GIVEN):
        yield Evidence("company", 4, "given to")


def _by(line: Line, piece: Piece, at: int) -> Iterator[Evidence]:
    if line.low(at - 1) in _LEADING and _near(line, at, _ROUND):
        yield Evidence("company", 6, "leads the round")
    elif in_business(line):
        yield Evidence("company", 1.5 if at == piece.first - 1 else 4, "by, on business")


def _on(line: Line, _: Piece, at: int) -> Iterator[Evidence]:
    if _near(line, at, _BID):
        yield Evidence("company", 4, "bid for")


_LEADS: dict[str, Callable[[Line, Piece, int], Iterator[Evidence]]] = {
    "avec": _with, "entre": _with, "et": _with, "de": _of, "d": _of, "du": _of, "des": _of,
    "dans": _inside, "chez": _inside, "à": _to, "au": _to, "aux": _to, "par": _by, "sur": _on, "visant": _on,
}  # fmt: skip


def _lead(line: Line, first: int) -> int:
    """The place of the word that leads to a name, behind its article and what describes it."""
    at = first - 1
    at -= line.text(at) == '"'
    at -= line.text(at) == "'"
    begin = at
    while begin - at < 4 and line.text(at).islower() and line.low(at) not in _LINKS:
        at -= 1
        at -= line.text(at) == "-"
    described = at < begin and line.low(at) in _DETERMINERS
    at = at if described or line.low(begin) in _ARTICLES else begin
    if line.low(at) in _ARTICLES or described:
        at -= 1
        at -= line.text(at) == "'"
    return at


def _between(line: Line, at: int) -> bool:
    return any(line.low(place) == "entre" for place in range(max(at - 10, 0), at))


def _near(line: Line, at: int, told: frozenset[str]) -> bool:
    """Whether one of the words stands in front, in the same clause."""
    for place in range(at - 1, max(at - _REACH, -1), -1):
        if line.low(place) in told:
            return True
        stop = line.text(place) == "." and not line.glued(place + 1)
        if stop or line.text(place) in {";", ":", '"'}:
            return False
    return False
