"""Asks an extractor for every text of the gold."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ingestd.confinement.task import Confinement
from ingestd.errors import DocumentError, UsageError
from ingestd.evaluation.gold import GoldDocument, Line
from ingestd.extraction.extractor import Extractor
from ingestd.extraction.lines import as_line
from ingestd.pipeline.extract import run
from ingestd.pipeline.trial import tried


def said(
    gold: list[GoldDocument], texts: Path, extractor: Extractor, confinement: Confinement
) -> dict[str, Line]:
    """What the extractor says of each document's text; raises UsageError where one is missing.

    A text is `ID.txt` in the folder of texts; one that cannot be read has no line.
    """
    return {
        document.id: line
        for document in gold
        for line in _lines(text_of(document, texts), extractor, confinement)
    }


def text_of(document: GoldDocument, texts: Path) -> Path:
    """The file of a document's text; raises UsageError where it is missing or another one."""
    path = texts / f"{document.id}.txt"
    if not path.is_file():
        raise UsageError(
            f"{path}: the text of this gold is missing", hint="name its folder with --texts"
        )
    if document.sha256 not in {None, hashlib.sha256(path.read_bytes()).hexdigest()}:
        raise UsageError(
            f"{path}: the gold is of another text (its SHA-256 differs)",
            hint="score against the text that was annotated",
        )
    return path


def _lines(path: Path, extractor: Extractor, confinement: Confinement) -> Iterator[Line]:
    for document in tried(path, confinement):
        if isinstance(document, DocumentError):
            continue
        article = document.article
        line = as_line(
            run(extractor, article),
            doc=path.stem,
            path=str(path),
            language=article.language,
            title=document.title,
            published=article.published,
        )
        yield msgspec.convert(line, Line)
