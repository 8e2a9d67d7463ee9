# ruff: noqa: PLR2004 - lengths of words
"""French: how names go on and where they begin, beyond what all languages share."""

from ingestd.extraction.french_compounds import goes_with, step_compound
from ingestd.extraction.french_described import called
from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import STATELY, Line
from ingestd.extraction.view import fold

_NOBLE = words("de d du des")
_QUARTERS = words("nord sud est ouest")
_TEAMS = words("les des aux")


_GOES_ON = words(
    "do da di del della delle dei degli dos das of and y e und de d du des la le - '"
)
"""What some rule below goes on at: all others end a name."""


def step_french(line: Line, first: int, at: int) -> int | None:
    """Where a French name goes on that common rules would end: to a joint and what follows."""
    if line.language.code != "fr" or line.low(at) not in _GOES_ON:
        return None
    for rule in (
        _titled, _noble, _epithet, _quarter, _team, _inside_hyphens, step_compound
    ):  # fmt: skip
        found = rule(line, first, at)
        if found is not None:
            return found
    return None


def _titled(line: Line, first: int, at: int) -> int | None:
    """Papers and firms called so in front: "le quotidien L'Écho des Plaines"."""
    if line.low(at) not in _FOREIGN | {"de", "du", "des"} or called(line, first) not in _CALLED:
        return None
    after = at + 1 + (line.low(at + 1) == "la")
    return after if line.capital(after) and not line.stop(after) else None


_FOREIGN = words("do da di del della dos das of and y e und")
_CALLED = frozenset({"company", "organization"})


def _noble(line: Line, first: int, at: int) -> int | None:
    """Persons' names go on behind "de": "Louise d'Épinay", "Jean de La Salle"."""
    noble = at == first + 1 and line.low(at) in _NOBLE
    if not noble or fold(line.text(first)) not in given_names() or line.known(first):
        return None
    after = at + 1 + (line.text(at + 1) == "'")
    after += line.low(after) in {"la", "le"} and line.text(after).islower()
    return after if line.capital(after) and not line.stop(after) else None


def _is_run(line: Line, first: int, at: int) -> bool:
    """ "Port autonome de Lomé": what a port or an airport is."""
    grounds = line.low(first) in {"port", "aéroport"} and line.text(first).istitle()
    told = line.low(at) in {"autonome", "international", "maritime", "fluvial"}
    return grounds and told and at == first + 1


def against(line: Line, first: int, at: int) -> int | None:
    """What a league fights: "Ligue contre le cancer"."""
    if line.low(at) != "contre" or line.head(first) != "organization" or at - first > 2:
        return None
    after = at + 2 + (line.text(at + 2) == "'")
    return after if line.low(at + 1) in {"le", "la", "l", "les"} else None


_EPITHETS = words(
    "grand jeune ancien bref borgne superbe téméraire chauve gros bel hardi bon pieux magnifique conquérant terrible catholique "
    "vieux roux lion sage cruel victorieux vénérable débonnaire aîné cadet posthume saint prudent"
)


def _epithet(line: Line, first: int, at: int) -> int | None:
    """ "Pline le Jeune": the article is small, the epithet is not."""
    told = line.text(at) == "le" and line.capital(at + 1) and line.low(at + 1) in _EPITHETS
    return at + 1 if told and at <= first + 2 else None


def _quarter(line: Line, _first: int, at: int) -> int | None:
    """ "Irlande du Nord", "Gare de l'Est"."""
    after = at + 1 if line.low(at) == "du" else at + 3
    led = line.low(at) == "du" or (line.low(at), line.low(at + 1)) == ("de", "l")
    return after if led and line.capital(after) and line.low(after) in _QUARTERS else None


def _team(line: Line, first: int, at: int) -> int | None:
    """Names in the plural with their place: "les Flammes de Calgary", "les Chantiers de X"."""
    plural = line.low(first - 1) in _TEAMS and line.text(at - 1).endswith(("s", "x"))
    alone = line.low(first - 1) in {"le", "au", "du"} and at == first + 1
    if line.low(at) not in _NOBLE or line.known(first) or not (plural or alone):
        return None
    after = at + 1 + (line.text(at + 1) == "'")
    if line.low(after) in {"la", "l"}:
        after += 1 + (line.low(after) == "l")
    known = line.known(after)
    if known is None and not (plural and line.demonym(first) is None and line.capital(after)):
        return None
    return known.last if known else after


def _inside_hyphens(line: Line, first: int, at: int) -> int | None:
    """ "Val-d'Isère", "Saint-Jean-d'Angély", "Conseil du café-cacao"."""
    if line.text(at) == "-" and line.glued(at) and line.glued(at + 1):
        field = line.text(at - 1).islower() and line.text(at + 1).isalpha() and at - 1 > first
        return at + 1 if field and line.low(at - 1) not in line.names.joints else None
    apostrophe = line.text(at) == "'" and line.text(at - 2) == "-"
    return at + 1 if apostrophe and line.glued(at + 1) and line.capital(at + 1) else None


def leads_away(line: Line, first: int, at: int, after: int) -> bool:
    """Whether a joint says where the body is, not what it is called: "l'hôpital X au Chili"."""
    known = line.known(after)
    if line.language.code != "fr":
        return False
    if line.low(at) == "pour":
        founded = line.low(first) in _FOUNDED and line.text(after).islower()
        return line.low(after) not in line.names.sectors and not founded
    return line.low(at) in {"au", "aux"} and known is not None


_ADJECTIVE = (
    "al", "ale", "aux", "ales", "ique", "iques", "iste", "istes", "ien", "ienne", "iens", "iennes", "ais", "aise", "aises",
    "ois", "oise", "if", "ive", "aire", "aires", "ain", "aine", "uel", "uelle", "ier", "ière", "ouvrière", "onal", "eure",
    "ieur", "aut", "ane", "iel", "ielle", "iels", "iers", "ières", "antes",
)  # fmt: skip
_NO_ADJECTIVE = words(
    "journal signal canal capital original mal réseau moral musique politique bien rien sien combien soutien entretien mais jamais "
    "désormais fois mois trois bois premier dernier hier février janvier fier atelier quartier dossier demain main train "
    "salaire affaire maire fusil milieu aujourd moins biais relais frais laquelle lequel quel"
)


def is_adjective(line: Line, first: int, at: int) -> bool:
    """Whether an adjective goes on a body's name in capitals: "Ligue nationale", "Front populaire"."""
    if line.language.code != "fr" or not line.capital(first) or line.opens(first):
        return False
    if goes_with(line, first, at) or _is_run(line, first, at):
        return True
    head = line.head(first) in STATELY or line.low(first) in _MOVEMENTS
    word = line.low(at)
    plain = line.text(at) == word and word not in _NO_ADJECTIVE
    return head and plain and word.endswith(_ADJECTIVE)


_MOVEMENTS = words("front internationale rassemblement olympique union syndicat stade")
_NO_FIELDS = words(
    "pays monde jour mois semaine année groupe président ministre moment fait nombre côté peuple ville région part"
)


def is_field(line: Line, first: int, at: int, after: int) -> bool:
    """Whether a French body in capitals says what it is for: "Office des changes"."""
    if line.language.code != "fr" or not line.capital(first) or line.low(after) in _NO_FIELDS:
        return False
    if line.low(at) in {"au", "aux"} or (
        line.low(at) == "pour" and line.low(first) not in _FOUNDED
    ):
        return False
    led = line.low(at) in {"des", "du"} or after - at > 1
    led = led or (line.head(first) in STATELY and not line.opens(first))
    word = line.text(after)
    noun = word.islower() and word.isalpha() and len(word) > 3
    verb = line.low(at) in {"de", "d", "pour"} and word.endswith(("er", "ir", "re", "ant"))
    return led and noun and not verb and not line.stop(after)


_FOUNDED = words(
    "fonds agence centre organisation alliance fondation institut association conseil comité commission office"
)


def is_people(line: Line, at: int) -> bool:
    """Whether a French name of a people calls the person behind it: "l'Autrichien Karl X"."""
    named = line.capital(at) and line.capital(at + 1)
    return line.language.code == "fr" and named and not line.tokens[at].is_acronym


def in_hyphens(line: Line, at: int) -> bool:
    """Whether a calling is only part of a town's name: "Bois-le-Duc"."""
    tied = line.text(at - 1) == "-" and line.glued(at)
    return tied and line.low(at - 2) in {"le", "la", "les", "du", "de", "des"}


def behind_field(line: Line, at: int) -> int:
    """Where a body's name goes on behind its field: "tribunal de commerce de Rennes"."""
    field = at + 1 + (line.text(at + 1) == "'")
    led = line.low(at) in {"de", "d"} and line.low(field) in _FIELDS
    return field + 1 if led else at


_FIELDS = words(
    "commerce appel cassation instance agriculture industrie métiers prévoyance retraite"
)
