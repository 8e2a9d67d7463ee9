"""The built-in extractor: rules for four languages, offline, the same answer each time."""

from ingestd.events.facts import Extraction
from ingestd.extraction.deals import deals
from ingestd.extraction.entities import cast_of
from ingestd.extraction.extractor import Article
from ingestd.extraction.languages.choice import language_of
from ingestd.extraction.sentences import sentences
from ingestd.extraction.spots import read
from ingestd.extraction.view import view


class RulesExtractor:
    """Entities by the look and company of their names, deals by clause patterns."""

    name = "rules"
    version = "1"

    def extract(self, article: Article) -> Extraction:
        """Say who and what a text names, and who agreed what with whom."""
        seen = view(article.text)
        language = language_of(article.language, seen.low)
        reading = read(seen, sentences(seen, article.blocks), language)
        cast = cast_of(reading)
        return Extraction(entities=cast.entities, deals=deals(reading, cast, article.published))
