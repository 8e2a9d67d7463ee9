"""What a child is asked to do that never ends."""

from ingestd.events import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(article: Article) -> Extraction:
    """Stall over a text that says so."""
    while "stall" in article.text:
        pass
    return RulesExtractor().extract(article)
