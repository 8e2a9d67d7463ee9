"""A dry run: files to what extractors say of them; nothing is recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingestd.confinement.task import Confinement
from ingestd.errors import DocumentError, UnreadableError
from ingestd.extraction.extractor import Article
from ingestd.parsing.apart import PARSE, Original
from ingestd.parsing.parsed import Claims
from ingestd.sources.bundles.opening import Reading
from ingestd.sources.files import File
from ingestd.sources.found import Bundle, Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A document of a file: `within` says where in a bundle it stands, else it is empty."""

    within: str
    title: str | None
    article: Article


def tried(path: Path, confinement: Confinement) -> Iterator[Tried | DocumentError]:
    """Every document of a file as an extractor would read it, or why it cannot be read."""
    try:
        for found in _documents(iter([_offered(path)])):
            try:
                yield _parsed(path, found, confinement)
            except DocumentError as error:
                yield error
    except DocumentError as error:  # what came before the fault of a bundle stays
        yield error


def _offered(path: Path) -> Found | Bundle:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"cannot be read: {error.strerror}", hint="check the name and its permissions"
        ) from error
    return File(
        origin=path.as_posix(),
        name=path.name,
        mark=None,
        content=lambda: content,
        begin=lambda: path.open("rb"),
    ).offered(Reading())


def _documents(items: Iterator[Found | Bundle]) -> Iterator[Found]:
    for item in items:
        if isinstance(item, Bundle):
            yield from _documents(item.open())
        else:
            yield item


def _parsed(path: Path, found: Found, confinement: Confinement) -> Tried:
    body = found.load()
    claims = Claims(title=body.title, published=body.published, author=body.author)
    original = Original(body=body.content, media_type=body.media_type, claims=claims)
    parsed = confinement.run(PARSE, original)
    article = Article(
        text=parsed.text,
        blocks=parsed.blocks,
        language=parsed.language,
        published=parsed.published,
    )
    within = found.origin.removeprefix(path.as_posix())
    return Tried(within=within, title=parsed.title, article=article)
