"""The word that was probably meant."""

from collections.abc import Collection
from difflib import get_close_matches


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Advise on an unknown word: the known one it resembles, or all that are known."""
    close = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"known: {', '.join(sorted(known))}"
