"""Which of its names a thing is shown by."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ingestd.events.facts import EntityType
from ingestd.resolution.names import is_acronym

_TRANSLATED = ("place", "public_body", "organization")


@dataclass(frozen=True, slots=True)
class Used:
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
    best = min(
        names,
        key=lambda used: (
            _is_shouted(kind, used.name),
            kind in _TRANSLATED and not used.in_english,
            -used.uses,
            -_letters(used.name),
            used.name,
        ),
    )
    return best.name


def _is_shouted(kind: EntityType, name: str) -> bool:
    return is_acronym(name) or (kind in ("place", "person") and name.isupper())


def _letters(name: str) -> int:
    return len(unicodedata.normalize("NFD", name))
