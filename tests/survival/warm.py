"""Imports, and first uses, that a process should have behind it before its short life begins."""

from ingestd.extraction.extractor import Article
from ingestd.extraction.registry import load_extractor
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims
from tests.survival import living

parsed = parse(b"HANOI - Northwind Energy signed a contract.\n", "text/plain", Claims())
load_extractor("rules").extract(
    Article(
        text=parsed.text,
        blocks=parsed.blocks,
        language=parsed.language,
        published=parsed.published,
    )
)
LIVING = living
