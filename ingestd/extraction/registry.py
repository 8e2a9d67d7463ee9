"""Extractors by name: the built-in ones, and those that installed packages bring along."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ingestd.config.did_you_mean import did_you_mean
from ingestd.config.explained import Complaint
from ingestd.config.extraction import ExtractionSettings
from ingestd.confinement.task import Confinement
from ingestd.errors import UsageError
from ingestd.extraction.extractor import Extractor

if TYPE_CHECKING:
    from ingestd.fetching.http import GuardedWeb

GROUP = "ingestd.extractors"
"""The group of entry points: each leads to a class without arguments, or a function."""

NEEDED = {"spacy": "spacy", "gliner": "gliner"}
"""The package that a built-in extractor needs; the extra that brings it has the same name."""


def _nobody(_: float) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What extractors may need: their settings, a way out, and `pause`, for those who ask.

    `pause` waits so many seconds, and says True where whoever asks should give up. With a
    `confinement`, the rules are run there.
    """

    settings: ExtractionSettings = field(default_factory=ExtractionSettings)
    web: "Callable[[], GuardedWeb] | None" = None
    pause: Callable[[float], bool] = _nobody
    confinement: Confinement | None = None


def load_extractor(name: str, around: Surroundings | None = None) -> Extractor:
    """The extractor of a name; UsageError with a hint where there is none.

    Raises ConfigError where what it needs is not there.
    """
    if name in BUILT_IN:
        return BUILT_IN[name](around or Surroundings())
    for entry in entry_points(group=GROUP, name=name):
        extractor: Extractor = entry.load()()
        return extractor
    raise UsageError(f"unknown extractor {name!r}", hint=_hint(name))


def is_remote(extractor: Extractor) -> bool:
    """Whether it asks somebody over a network: others do not wait for it."""
    return bool(getattr(extractor, "remote", False))


def extractor_names() -> tuple[str, ...]:
    """Every name that `load_extractor` knows, the built-in ones first."""
    others = {entry.name for entry in entry_points(group=GROUP)} - set(BUILT_IN)
    return (*BUILT_IN, *sorted(others))


def check_extractors(settings: ExtractionSettings) -> Iterator[Complaint]:
    """Say which of those in use are not there, and what brings them."""
    asked = [name for name in settings.extractors if name != "rules"]
    known = extractor_names() if asked else ()
    for name in asked:
        path = ("extraction", "extractors")
        package = NEEDED.get(name)
        if name not in known:
            message = f"extraction.extractors: unknown extractor '{name}'"
            yield Complaint(path, message, did_you_mean(name, known))
        elif package is not None and find_spec(package) is None:
            message = (
                f"the extractor '{name}' needs the package {package}, which is not installed"
            )
            hint = f"install the extra {name}: pip install 'ingestd[{name}]'"
            yield Complaint(path, message, hint)


def _rules(around: Surroundings) -> Extractor:
    from ingestd.extraction.apart import ConfinedRules  # noqa: PLC0415 - its tables are large
    from ingestd.extraction.rules import RulesExtractor  # noqa: PLC0415 - as above

    return ConfinedRules(around.confinement) if around.confinement else RulesExtractor()


def _spacy(around: Surroundings) -> Extractor:
    from ingestd.extraction.models.spacy_pipeline import SpacyExtractor  # noqa: PLC0415 - as above

    if around.settings.spacy is None:
        raise _without_table("spacy")
    return SpacyExtractor(around.settings.spacy)


def _gliner(around: Surroundings) -> Extractor:
    from ingestd.extraction.models.gliner_model import GlinerExtractor  # noqa: PLC0415 - as above

    if around.settings.gliner is None:
        raise _without_table("gliner")
    return GlinerExtractor(around.settings.gliner)


def _llm(around: Surroundings) -> Extractor:
    from ingestd.extraction.models.llm import LlmExtractor  # noqa: PLC0415 - as above

    if around.settings.llm is None or around.web is None:
        raise _without_table("llm")
    return LlmExtractor(around.settings.llm, around.web(), around.pause)


BUILT_IN: Mapping[str, Callable[[Surroundings], Extractor]] = {
    "rules": _rules,
    "spacy": _spacy,
    "gliner": _gliner,
    "llm": _llm,
}


def _without_table(name: str) -> UsageError:
    hint = f"add a table [extraction.{name}] to the configuration"
    return UsageError(f"the extractor {name!r} has no options", hint=hint)


def _hint(name: str) -> str:
    names = extractor_names()
    close = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(names)}"
