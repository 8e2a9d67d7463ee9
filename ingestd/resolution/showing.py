"""Which of its names a thing is shown by."""

import unicodedata
from collections.abc import Iterable

from ingestd.events.facts import EntityType
from ingestd.resolution.names import is_acronym


def best_name(kind: EntityType, names: Iterable[tuple[str, int]]) -> str:
    """Return the name to show, of names with the number of articles that use them.

    Full names go before acronyms and before capitals from a dateline, then the most used,
    then the one written with its marks; the alphabet decides the rest.
    """
    shown = [(_is_shouted(kind, name), -uses, -_letters(name), name) for name, uses in names]
    return min(shown)[-1]


def _is_shouted(kind: EntityType, name: str) -> bool:
    return is_acronym(name) or (kind in ("place", "person") and name.isupper())


def _letters(name: str) -> int:
    return len(unicodedata.normalize("NFD", name))
