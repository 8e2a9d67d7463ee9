"""Which language a text is in."""

from functools import cache
from typing import Protocol

_ENOUGH = 12
"""Letters below which any answer is a guess."""

_SURE = 0.5
_REACH = 3_000
"""Characters that are looked at: more changes no answer and takes time."""


class _Identifier(Protocol):
    def classify(self, text: str, /) -> tuple[str, float]: ...


def detect(text: str) -> str | None:
    """Return the language by ISO 639-1, or None where the text is too short to be sure."""
    start = text[:_REACH]
    if sum(map(str.isalpha, start)) < _ENOUGH:
        return None
    language, confidence = _identifier().classify(start)
    # three letters: a tongue that ISO 639-1 has no code for, or none at all (zxx)
    return language if confidence >= _SURE and len(language) == len("en") else None


@cache
def _identifier() -> _Identifier:
    # here: the model and numpy take most of a second to load
    from py3langid.langid import (  # noqa: PLC0415 - heavy
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
