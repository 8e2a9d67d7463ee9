"""French: what phrases in front of a name make of it: seats, ranks, councils, wares."""

from collections.abc import Iterator

from ingestd.extraction.evidence import Evidence
from ingestd.extraction.languages.pack import Head, heads, words
from ingestd.extraction.line import Line, Piece

_HOUSES = heads(
    company="groupe société laboratoire laboratoires maison banque entreprise compagnie fonds cabinet agence chaîne galerie studio éditions brasserie",
    organization="institut fondation école université lycée hôpital clinique musée théâtre festival tournoi club association collège",
)
_LED = words("le la l les son sa ses leur leurs un une du des au aux ce cet cette '")
_GENERIC = words("groupe société compagnie entreprise banque crédit caisse usine laboratoire")
_TRADES = words(
    "groupe entreprise société firme biotech pme équipementier constructeur fabricant éditeur industriel distributeur transporteur "
    "armateur brasseur énergéticien sidérurgiste laboratoire opérateur assureur"
)
_COUNCILS = words("ville région métropole département municipalité")
_RUN = words("autonome international maritime")
_MARKS = words(", . ; : et est a")
_ORDINALS = words("un deux trois 1 2 3")
_FACILITIES = words(
    "parc champ ferme gisement projet programme barrage centrale satellite navire"
)
_OFFERS = words(
    "plateforme application logiciel outil solution modèle gamme système marque technologie service jeu console médicament traitement "
    "candidat collyre robot algorithme assistant réseau offre label programme"
)
_OWN = words("son sa ses leur leurs")
_OF = words("de d du")
_LINKS = words("de d en des du")
_APART = words(
    "le la l les son sa ses leur leurs des à au aux avec par chez dans entre et ou en pour sur du"
)


def names_itself(line: Line, at: int) -> bool:
    """Whether a class noun in capitals is a name: "le français Ferrovia", no "le Groupe"."""
    if line.head(at) != "company":
        return False
    people = line.demonym(at - 1) is not None and line.text(at - 1).islower()
    led = line.low(at - 1) in _LED or line.opens(at)
    return people or not (led or line.low(at) in _GENERIC)


def is_seat(line: Line, first: int) -> bool:
    """Whether a firm is told by its town: "le groupe de Parme", "l'équipementier de Valence"."""
    led = line.low(first - 1) in {"de", "d"} or line.text(first - 1) == "'"
    noun = first - 2 - (line.text(first - 1) == "'")
    return led and line.low(noun) in _TRADES and line.text(noun).islower()


def seat(line: Line, piece: Piece) -> Iterator[Evidence]:
    """The town that a firm is told by."""
    if is_seat(line, piece.first):
        yield Evidence("place", 5, "a firm from there")


def council(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "La Ville de Tours", "le Port autonome de Lomé": in capitals, who runs it."""
    first = piece.first
    if line.opens(first) or not line.text(first).istitle() or first == piece.last:
        return
    if line.low(first) in _COUNCILS:
        yield Evidence("public_body", 10, "a council's name")
    elif line.low(first) in {"port", "aéroport"} and line.low(first + 1) in _RUN:
        yield Evidence("organization", 8, "who runs it")


def housed(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "L'institut Gustave X", "les laboratoires Pierre X": the founder's name is the house's."""
    if piece.first == piece.last:
        return
    at = piece.first - 1
    if line.low(at) not in _HOUSES and line.low(at - 1) in _HOUSES:
        at -= line.demonym(at) is not None
    kind = _HOUSES.get(line.low(at))
    if kind and line.text(at).islower():
        yield Evidence(kind, 4, f"the {line.low(at)} of that name")


def ranked(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Le numéro deux de la distribution X": a firm, no person."""
    for at in range(piece.first - 2, max(piece.first - 9, -1), -1):
        low = line.low(at)
        if low == "numéro" and line.low(at + 1) in _ORDINALS:
            yield Evidence("company", 8, "ranked in its trade")
            return
        if low in _MARKS or line.capital(at):
            return


def made(line: Line, piece: Piece) -> Iterator[Evidence]:
    """ "Le parc éolien X", "sa plateforme d'intelligence artificielle X": what somebody made."""
    if line.low(piece.first - 1) in _OF or line.text(piece.first - 1) == "'":
        return
    for at in range(piece.first - 1, max(piece.first - 6, -1), -1):
        low, own = line.low(at), line.low(at - 1) in _OWN
        if low in _FACILITIES and (own or at < piece.first - 1):
            yield Evidence("product", 7, f"{low} in front")
        if low in _OFFERS and own:
            yield Evidence("product", 10, f"its own {low}")
        small = line.text(at).islower() or line.text(at) == "'"
        if low in _OFFERS or low in _APART or not small:
            return


def behind_hyphen(line: Line, at: int) -> int:
    """The place in front of the first half of "sud-coréen"."""
    return at - 2 if line.text(at) == "-" and line.glued(at) else at


def called(line: Line, first: int) -> Head | None:
    """What the noun phrase in front of a name says that it is.

    Of "le fabricant de turbines X" the first noun tells, of "un bus de marque X" the last.
    """
    found: Head | None = None
    if is_seat(line, first):
        return None
    for at in range(first - 1, max(first - 6, -1), -1):
        kind = _kind(line, at)
        found = kind if kind in {"company", "organization"} else found or kind
        governed = line.low(at - 1) in _LINKS or line.text(at - 1) == "'"
        if (kind and not governed) or not _in_phrase(line, at):
            return found
    return found


def _kind(line: Line, at: int) -> Head | None:
    """What a noun in lower case, or its plural, makes of a name."""
    word = line.low(at)
    singular = word[:-1] if word.endswith(("s", "x")) else word
    if line.text(at) != word:
        return None
    product: Head | None = "product" if {word, singular} & line.names.products else None
    return line.names.apposed.get(word) or line.names.apposed.get(singular) or product


def _in_phrase(line: Line, at: int) -> bool:
    """Whether a word may stand between a class noun and the name: "de marque", "blindés"."""
    word = line.low(at)
    if word in _LINKS or line.text(at) in {"'", "-", '"'}:
        return True
    plain = word.isalpha() and line.text(at).islower()
    return plain and word not in line.names.stop and word not in line.names.says
