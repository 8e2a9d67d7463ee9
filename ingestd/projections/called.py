"""What something is called, and how often: as it is kept, and as its row holds it."""

from collections.abc import Iterable
from sys import intern

import msgspec

from ingestd.resolution import Family, Use, Used

ENGLISH = "en"


class Called(msgspec.Struct, array_like=True, gc=False):
    """How often a name is used so: see Use; `folded` is for who searches."""

    name: str
    full: int
    language: str
    family: Family
    country: str | None
    times: int
    folded: str


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(list[Called])


def text_of(names: Iterable[Called]) -> str:
    """Return what a row holds of these names: JSON."""
    return _ENCODER.encode(list(names)).decode()


def uses_in(text: str) -> dict[Use, Called]:
    """Return the names that a row holds, by how they are used."""
    uses: dict[Use, Called] = {}
    for each in _DECODER.decode(text):
        # there are few of these, and very many that hold them
        each.language = intern(each.language)
        if each.country is not None:
            each.country = intern(each.country)
        use = Use(each.name, each.full, each.language, each.family, each.country)
        uses[use] = each
    return uses


def more(used: Used | None, called: Called, times: int) -> Used:
    """Return how a name was used, with so many times more."""
    in_english = called.language == ENGLISH
    if used is None:
        return Used(called.name, times, in_english)
    return Used(called.name, used.uses + times, used.in_english or in_english)
