"""Checks of what is asked for."""

from collections.abc import Sequence
from difflib import get_close_matches

from ingestd.errors import UsageError


def one_of(known: Sequence[str], asked: str, kind: str) -> str:
    """Return what was asked for where it is known; else raise UsageError with what is near."""
    if asked in known:
        return asked
    near = get_close_matches(asked, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
    raise UsageError(f"unknown {kind} {asked!r}", hint=hint)
