"""Which of its names a thing is shown by."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ingestd.events.facts import EntityType
from ingestd.resolution.names import is_acronym

_TRANSLATED = ("place", "public_body", "organization")


class Used(NamedTuple):
    """A name, how often it is used, and whether English articles use it."""

    name: str
    uses: int
    in_english: bool


def best_name(kind: EntityType, names: Iterable[Used]) -> str:
    """Return the name to show.

    Full names go before acronyms and before capitals from a dateline; what is translated
    (places, bodies) is shown in English where it can be. Then the most used, then the one
    written with its marks; the alphabet decides the rest.
    """
    return min(names, key=lambda used: rank(kind, used)).name


def rank(kind: EntityType, used: Used) -> tuple[bool, bool, int, int, str]:
    """Return what orders the names of something of this kind: the least is shown."""
    shouted, letters = _written(kind, used.name)
    translated = kind in _TRANSLATED and not used.in_english
    return shouted, translated, -used.uses, -letters, used.name


@lru_cache(maxsize=1 << 12)
def _written(kind: EntityType, name: str) -> tuple[bool, int]:
    return _is_shouted(kind, name), _letters(name)


def _is_shouted(kind: EntityType, name: str) -> bool:
    return is_acronym(name) or (kind in ("place", "person") and name.isupper())


def _letters(name: str) -> int:
    return len(unicodedata.normalize("NFD", name))
