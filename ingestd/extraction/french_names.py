# ruff: noqa: PLR2004 - lengths of words
"""French: how names go on and where they begin, beyond what all languages share."""

from ingestd.extraction.gazetteer.people import given_names
from ingestd.extraction.languages.pack import words
from ingestd.extraction.line import Line
from ingestd.extraction.view import fold


def step_noble(line: Line, first: int, at: int) -> int | None:
    """French names of persons go on behind "de": "Louise d'Épinay", "Jean de La Salle"."""
    noble = line.language.code == "fr" and at == first + 1 and line.low(at) in _NOBLE
    if not noble or fold(line.text(first)) not in given_names() or line.known(first):
        return None
    after = at + 1 + (line.text(at + 1) == "'")
    after += line.low(after) in {"la", "le"} and line.text(after).islower()
    return after if line.capital(after) and not line.stop(after) else None


_NOBLE = words("de d du des")


_NO_FIELDS = words(
    "pays monde jour mois semaine année groupe président ministre moment fait nombre côté peuple ville région part"
)


def is_field(line: Line, first: int, at: int, after: int) -> bool:
    """Whether a French body in capitals says what it is for: "Office des changes"."""
    if line.language.code != "fr" or not line.capital(first) or line.low(after) in _NO_FIELDS:
        return False
    led = line.low(at) in {"des", "du"} or after - at > 1
    noun = (
        line.text(after).islower() and line.text(after).isalpha() and len(line.text(after)) > 3
    )
    return led and noun and not line.stop(after) and line.low(after) not in line.names.says


def is_people(line: Line, at: int) -> bool:
    """Whether a French name of a people calls the person behind it: "l'Autrichien Karl X"."""
    named = line.capital(at) and line.capital(at + 1)
    return line.language.code == "fr" and named and not line.tokens[at].is_acronym
