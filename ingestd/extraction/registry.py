"""Finds extractors by the name that the configuration gives them."""

from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points

from ingestd.errors import UsageError
from ingestd.extraction.extractor import Extractor

GROUP = "ingestd.extractors"
BUILT_IN = "rules"


def load_extractor(name: str) -> Extractor:
    """Return the extractor of this name: the built-in one, or one that a package brings.

    A package brings an extractor by an entry point in the group `ingestd.extractors` that
    names a class or function to be called without arguments. Raises UsageError.
    """
    if name == BUILT_IN:
        from ingestd.extraction.rules import RulesExtractor  # noqa: PLC0415 - loads tables

        return RulesExtractor()
    brought = {point.name: point for point in entry_points(group=GROUP)}
    if name not in brought:
        raise UsageError(f"there is no extractor {name!r}", hint=_hint(name, brought))
    extractor: Extractor = brought[name].load()()
    return extractor


def _hint(name: str, brought: dict[str, EntryPoint]) -> str:
    known = sorted({BUILT_IN, *brought})
    close = get_close_matches(name, known, n=1)
    return f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(known)}"
