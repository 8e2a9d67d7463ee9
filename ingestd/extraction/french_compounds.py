# ruff: noqa: PLR2004 - lengths of words
"""French: names that are built of common nouns, with "de", adjectives and places inside."""

from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages import fr_words as nouns
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line
from ingestd.extraction.view import fold

_NOUNISH = (
    "ance", "ence", "tion", "sion", "age", "erie", "ité", "ique", "ment", "ière", "ure", "erne",
)  # fmt: skip
_PLURAL = ("s", "x")
_OF = words("de d du des")
_FOREIGN = words("del della delle dei degli do da dos das di de de'")
_COMMON = (
    nouns.HUMAN_NOUNS
    | nouns.FIRM_NOUNS
    | nouns.LOCAL_NOUNS
    | nouns.LEADERS
    | nouns.SUPPOSED_FIRM
)
_EVENTS = words(
    "accords ventes commandes droits négociations pourparlers discussions résultats travaux élections jeux "
    "manifestation élection production fermeture ouverture signature vente augmentation construction naissance "
    "livraison fusion acquisition démission disparition absence présence distribution"
)


def is_nounish(line: Line, at: int) -> bool:
    """Whether a word in capitals is a common noun by its ending: "Polymères", "Prévoyance"."""
    word, low = line.text(at), line.low(at)
    if not word.istitle() or len(low) < 5 or fold(word) in given_names():
        return False
    if line.known(at) or line.stop(at) or line.demonym(at) is not None:
        return False
    return low.endswith(_PLURAL) or (len(low) > 5 and low.endswith(_NOUNISH))


def names_firm(line: Line, first: int) -> bool:
    """Whether a common noun in capitals opens a name, and no sentence."""
    low = line.low(first)
    if not is_nounish(line, first) or low in line.names.roles or low in line.names.products:
        return False
    if not line.opens(first):
        return True
    return low not in _COMMON and low not in _EVENTS and not line.stop(first)


def step_compound(line: Line, first: int, at: int) -> int | None:
    """Where a name built of nouns goes on: "Polymères du Roussillon", "Reciclados del Segre"."""
    for rule in (_foreign, _of, _numbered, _tied):
        found = rule(line, first, at)
        if found is not None:
            return found
    return None


def _tied(line: Line, first: int, at: int) -> int | None:
    """ "Région Vosges-Alsace": two places that a body's name ties."""
    tied = line.text(at) == "-" and line.glued(at) and line.glued(at + 1)
    known = line.known(at + 1)
    body = line.low(first) in _GREAT and line.text(first).istitle() and at > first + 1
    return (known.last if known else at + 1) if tied and body and line.capital(at + 1) else None


def names_authority(line: Line, first: int, last: int) -> bool:
    """Whether it is a region's or a town's council: "la Région Bretagne", "la Métropole lyonnaise"."""
    return (
        line.low(first) in _COUNCILS
        and line.text(first).istitle()
        and first < last
        and not line.opens(first)
    )


_COUNCILS = words("région métropole agglomération département")


def _foreign(line: Line, first: int, at: int) -> int | None:
    """Joints of other languages join in French whatever they stand between."""
    joint = (
        line.text(at) in (_FOREIGN - {"de"}) | {"of", "and"}
        and line.capital(at - 1)
        and at > first
    )
    after = at + 1 + (line.low(at + 1) in {"la", "los", "las"} and line.text(at) == "de")
    return after if joint and line.capital(after) and not line.stop(after) else None


def _of(line: Line, first: int, at: int) -> int | None:
    if line.low(at) not in _OF or not line.text(at).islower():
        return None
    near = at - first <= 2 and (names_firm(line, first) or _is_bodily(line, first))
    after = at + 1 + (line.text(at + 1) == "'")
    after += line.text(after) in {"la", "l"}
    after += line.text(after) == "'"
    if not near or not line.capital(after):
        return None
    known = line.known(after)
    return (
        known.last
        if known
        else after
        if not line.stop(after) or line.text(after + 1) == "-"
        else None
    )


def _is_bodily(line: Line, first: int) -> bool:
    return line.head(first) is not None and line.capital(first) and not line.opens(first)


def _numbered(line: Line, first: int, at: int) -> int | None:
    """ "Laiterie des Quatre-Burons": a number tied to what it counts is no number."""
    if line.low(at) not in _OF or line.head(first) is None:
        return None
    tied = line.capital(at + 1) and line.text(at + 2) == "-" and line.capital(at + 3)
    return at + 3 if tied and line.glued(at + 2) and line.glued(at + 3) else None


_ENDINGS = (
    "al", "als", "els", "ale", "aux", "ales", "ique", "iques", "ien", "ienne", "iens", "iennes", "ais", "aise", "aises", "ois", "oise", "oises",
    "ain", "aine", "ains", "aines", "in", "ine", "ins", "ines", "an", "ane", "at", "ate", "ates", "ats", "erne", "ernes", "ote", "ard", "arde",
    "ière", "ières", "ier", "iers", "aire", "aires",
)  # fmt: skip
_NO_ADJECTIVES = words(
    "premier première premiers premières dernier dernière derniers dernières entier entière hier janvier février particulier particulière "
    "salaire salaires affaire affaires commentaire commentaires maire maires demain main train pain gain bassin matin médecin moyen bien soutien entretien lien terrain dessin jardin vin fin enfin ancien "
    "chemin marin achat contrat débat climat résultat candidat avocat mandat syndicat plan bilan écran élan grand retard regard standard "
    "jamais mais désormais mois trois bois fois frais relais biais palais journal signal canal total mal aval métal hôpital travaux jeux "
    "tribunal ines france alors parmi afin sinon aujourd certain certaine certains plutôt quand machine usine cuisine marine origine "
    "semaine dizaine centaine douzaine quinzaine vingtaine trentaine combat état date tant avant pendant"
)


def goes_with(line: Line, first: int, at: int) -> bool:
    """Whether an adjective of a place ends a body's name: "Métropole auvergnate", "Banque limousine"."""
    word = line.text(at)
    if at != first + 1 and not (at == first + 2 and line.capital(first + 1)):
        return False
    if (
        not word.islower()
        or word in _NO_ADJECTIVES
        or not word.endswith(_ENDINGS)
        or len(word) < 5
    ):
        return False
    club = line.head(first) or (line.head(first + 1) if at == first + 2 else None)
    plural = (
        names_firm(line, first) and word.endswith("s") and line.low(first).endswith(_PLURAL)
    )
    headed = (
        club in {"company", "organization", "public_body", "place"} or line.low(first) in _GREAT
    )
    return (headed or plural) and (not line.opens(first)) and line.text(first).istitle()


_GREAT = words("métropole agglomération caisse région institut centre agence communauté comité")
