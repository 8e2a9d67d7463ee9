"""The extractor `spacy`: whatever an installed pipeline marks, its labels led to types."""

from typing import TYPE_CHECKING

from ingestd.config.extraction import SpacySettings
from ingestd.errors import TooLargeError
from ingestd.events.facts import Extraction
from ingestd.events.ids import digest
from ingestd.extraction.extractor import Article
from ingestd.extraction.models.entities import Marked, entities_of
from ingestd.extraction.models.loading import needs, unusable

if TYPE_CHECKING:
    from spacy.language import Language


class SpacyExtractor:
    """Entities as one pipeline sees them. Raises ConfigError where it cannot be loaded."""

    name = "spacy"

    def __init__(self, settings: SpacySettings) -> None:
        self._labels = settings.labels
        self._pipeline = _loaded(settings.pipeline)
        self.version = _version(self._pipeline, settings)

    def extract(self, article: Article) -> Extraction:
        """Say what it marks. Raises TooLargeError where it would not read to the end."""
        if len(article.text) > self._pipeline.max_length:
            raise TooLargeError(len(article.text), self._pipeline.max_length)
        marks = (
            Marked(
                start=span.start_char,
                end=span.end_char,
                type=self._labels[span.label_],
                reason=f"label {span.label_}",
            )
            for span in self._pipeline(article.text).ents
            if span.label_ in self._labels
        )
        return Extraction(entities=entities_of(article.text, marks))


def _loaded(name: str) -> "Language":
    with needs("spacy"):
        import spacy  # noqa: PLC0415 - seconds, and not always there
    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        hint = f"install it: python -m spacy download {name}; or name the folder it lies in"
        raise unusable("spacy.pipeline", name, error, hint=hint) from error


def _version(pipeline: "Language", settings: SpacySettings) -> str:
    """What its answers depend on: the pipeline as it calls itself, and what labels mean."""
    meta = pipeline.meta
    labels = digest(repr(sorted(settings.labels.items())).encode())[:8]
    made = "_".join(filter(None, (str(meta.get("lang")), str(meta.get("name")))))
    return f"{made}-{meta.get('version')}-{labels}"
