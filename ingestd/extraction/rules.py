"""The built-in extractor: rules for four languages, offline, the same answer each time."""

from ingestd.events.facts import Extraction
from ingestd.extraction.entities import Cast, cast_of
from ingestd.extraction.extractor import Article
from ingestd.extraction.languages.choice import language_of
from ingestd.extraction.relations import relations
from ingestd.extraction.sentences import sentences
from ingestd.extraction.spots import Reading, read
from ingestd.extraction.tongues import deals_of
from ingestd.extraction.view import view


class RulesExtractor:
    """Entities by the look and company of their names, deals by clause patterns."""

    name = "rules"
    version = "1"

    def extract(self, article: Article) -> Extraction:
        """Say who and what a text names, and how they stand to each other, who agreed what."""
        seen = view(article.text)
        language = language_of(article.language, seen.low)
        reading = read(seen, sentences(seen, article.blocks), language)
        cast = _cast(reading)
        notes = () if language.known else (f"language {language.code}: names by shape only",)
        told = deals_of(reading, cast, article.published)
        return Extraction(
            entities=cast.entities,
            deals=told,
            relations=relations(reading, cast, told),
            notes=notes,
        )


def _cast(reading: Reading) -> Cast:
    """Russian is read by its own means; they load with the first text that needs them."""
    if reading.language.code != "ru":
        return cast_of(reading)
    from ingestd.extraction.russian.scene import cast_of_russian  # noqa: PLC0415 - large

    return cast_of_russian(reading)
