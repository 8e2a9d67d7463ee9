"""The clues to relations that a language has; imported with the first text in it."""

from functools import cache
from importlib import import_module
from typing import cast

from ingestd.extraction.languages.pack import Clue
from ingestd.extraction.sieve import Sieve

_TOLD = frozenset({"en", "fr", "vi", "ru"})


def clues_of(code: str) -> tuple[Clue, ...]:
    """The clues of one language; none where nobody wrote any."""
    if code not in _TOLD:
        return ()
    clues = import_module(f"ingestd.extraction.languages.{code}_relations").CLUES
    return cast("tuple[Clue, ...]", clues)


@cache
def telling_of(code: str) -> Sieve[Clue]:
    """Those clues of one language that are enough by themselves."""
    return Sieve((one.pattern, one) for one in clues_of(code) if one.telling)
