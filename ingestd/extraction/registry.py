"""Extractors by name: the built-in one, and those that installed packages bring along."""

import difflib
from importlib.metadata import entry_points

from ingestd.errors import UsageError
from ingestd.extraction.extractor import Extractor

GROUP = "ingestd.extractors"
"""The group of entry points: each leads to a class without arguments, or a function."""

BUILT_IN = "rules"


def load_extractor(name: str) -> Extractor:
    """The extractor of a name; UsageError with a hint where there is none."""
    if name == BUILT_IN:
        from ingestd.extraction.rules import RulesExtractor  # noqa: PLC0415 - its tables are large

        return RulesExtractor()
    for entry in entry_points(group=GROUP, name=name):
        extractor: Extractor = entry.load()()
        return extractor
    raise UsageError(f"unknown extractor {name!r}", hint=_hint(name))


def extractor_names() -> tuple[str, ...]:
    """Every name that `load_extractor` knows, the built-in one first."""
    others = {entry.name for entry in entry_points(group=GROUP)} - {BUILT_IN}
    return (BUILT_IN, *sorted(others))


def _hint(name: str) -> str:
    names = extractor_names()
    close = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(names)}"
