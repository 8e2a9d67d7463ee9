"""The extractor `gliner`: a model that finds the kinds of names it is asked for.

Such models read a few hundred words and drop the rest without a word; here they are shown
windows that overlap, and what does not fit a window even so is an error.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol, cast

from ingestd.config.extraction import GlinerSettings
from ingestd.errors import UnreadableError
from ingestd.events.facts import Extraction
from ingestd.events.ids import digest
from ingestd.extraction.extractor import Article
from ingestd.extraction.models.entities import Marked, entities_of
from ingestd.extraction.models.loading import needs, unusable

# how GLiNER itself counts: words with inner hyphens, and signs
_WORD = re.compile(r"\w+(?:[-_]\w+)*|\S")
LONGEST_WORD = 200
"""Characters; what is longer is cut into far more pieces than a window's share."""


class Model(Protocol):
    """What is used of a GLiNER model."""

    config: Any

    def predict_entities(
        self, text: str, labels: Sequence[str], *, threshold: float
    ) -> Sequence[Mapping[str, Any]]:
        """Spans with start, end, label and score."""


class GlinerExtractor:
    """Entities as one model sees them. Raises ConfigError where it cannot be loaded."""

    name = "gliner"

    def __init__(self, settings: GlinerSettings) -> None:
        self._settings = settings
        self._model = _loaded(settings.model)
        self.version = _version(settings)
        self._window = min(settings.window, _limit(self._model, settings.window))
        self._overlap = min(settings.overlap, self._window // 2)

    def extract(self, article: Article) -> Extraction:
        """Say what it marks in any window. Raises UnreadableError where it would drop text."""
        text = article.text
        marks = [
            mark for start, end in self._windows(text) for mark in self._read(text, start, end)
        ]
        return Extraction(entities=entities_of(text, _longest(marks)))

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        words = list(_WORD.finditer(text))
        for word in words:
            if word.end() - word.start() > LONGEST_WORD:
                raise UnreadableError(
                    f"a word of {word.end() - word.start():,} letters at {word.start():,} "
                    "does not fit a window of gliner",
                    hint="look at the document itself: it may be no text",
                )
        for first in range(0, len(words), self._window - self._overlap):
            last = min(first + self._window, len(words)) - 1
            yield words[first].start(), words[last].end()
            if last == len(words) - 1:
                return

    def _read(self, text: str, start: int, end: int) -> Iterator[Marked]:
        labels = self._settings.labels
        shown = text[start:end]
        found = self._model.predict_entities(
            shown, list(labels), threshold=self._settings.threshold
        )
        for span in found:
            first, last, label = int(span["start"]), int(span["end"]), str(span["label"])
            if not 0 <= first < last <= len(shown):
                raise UnreadableError(
                    f"gliner marks {first} to {last} of {len(shown)} characters",
                    hint="another version of the package may be needed",
                )
            if label in labels:
                yield Marked(
                    start=start + first,
                    end=start + last,
                    type=labels[label],
                    reason=f"label {label}",
                )


def _longest(marks: Sequence[Marked]) -> list[Marked]:
    """Of marks that overlap, the longest: a window may end within a name."""
    kept: list[Marked] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
        else:
            kept.append(mark)
    return kept


def _loaded(name: str) -> Model:
    with needs("gliner"):
        from gliner import GLiNER  # noqa: PLC0415 - brings torch, and is not always there
    try:
        return cast("Model", GLiNER.from_pretrained(name, local_files_only=True))
    except (OSError, ValueError, RuntimeError) as error:
        hint = "name the folder of a model on this machine: none is fetched"
        raise unusable("gliner.model", name, error, hint=hint) from error


def _limit(model: Model, window: int) -> int:
    """How many words it reads of what it is shown; it leaves the rest out."""
    return int(getattr(model.config, "max_len", None) or window)


def _version(settings: GlinerSettings) -> str:
    told = settings.model_dump_json().encode()
    return f"{settings.model.rstrip('/').rpartition('/')[2]}-{digest(told)[:8]}"
