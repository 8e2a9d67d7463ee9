"""`ingestd extract`: a dry run of parse and extract; nothing is recorded."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import plain, print_json, say
from ingestd.errors import DocumentError, UnreadableError

if TYPE_CHECKING:
    from ingestd.confinement.task import Confinement
    from ingestd.extraction.extractor import Extractor
    from ingestd.sources.found import Bundle, Found


def command(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Documents to read.")],
    as_json: Json = False,
) -> None:
    """Dry run of parse and extract; nothing is recorded."""
    from ingestd.confinement.children import Children
    from ingestd.extraction.registry import load_extractor

    names = load_configuration(context).settings.extraction.extractors
    extractor = load_extractor(names[0])
    failed = False
    with closing(Children(1)) as children:
        for path in files:
            for told in _lines(path, extractor, children):
                if isinstance(told, DocumentError):
                    failed = True
                    say(f"ingestd: {path}: {told}" + (f"\n  {told.hint}" if told.hint else ""))
                else:
                    print_json(told) if as_json else _print_for_people(told)
    if failed:
        raise typer.Exit(DocumentError.exit_code)


def _lines(
    path: Path, extractor: "Extractor", confinement: "Confinement"
) -> Iterator[dict[str, Any] | DocumentError]:
    """What is in a file, one after the other, or why it cannot be told."""
    try:
        for found in _documents(iter([_offered(path)])):
            try:
                yield _line(path, found, extractor, confinement)
            except DocumentError as error:
                yield error
    except DocumentError as error:  # what came before the fault of a bundle stays
        yield error


def _offered(path: Path) -> "Found | Bundle":
    from ingestd.sources.bundles.opening import Reading
    from ingestd.sources.files import File

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


def _documents(items: "Iterator[Found | Bundle]") -> "Iterator[Found]":
    from ingestd.sources.found import Bundle

    for item in items:
        if isinstance(item, Bundle):
            yield from _documents(item.open())
        else:
            yield item


def _line(
    path: Path, found: "Found", extractor: "Extractor", confinement: "Confinement"
) -> dict[str, Any]:
    from ingestd.extraction.extractor import Article
    from ingestd.extraction.lines import as_line
    from ingestd.parsing.apart import PARSE, Original
    from ingestd.parsing.parsed import Claims
    from ingestd.pipeline.extract import run

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
    return as_line(
        run(extractor, article),
        doc=f"{path.stem}{found.origin.removeprefix(path.as_posix())}",
        path=f"{path}{found.origin.removeprefix(path.as_posix())}",
        language=parsed.language,
        title=parsed.title,
        published=parsed.published,
    )


def _print_for_people(line: dict[str, Any]) -> None:
    told = [f"{line['path']}  {line['lang'] or '?'}  {line['published'] or 'undated'}"]
    for entity in line["entities"]:
        role = f", {entity['role']}" if entity["role"] else ""
        told.append(f"  {entity['type']:<13} {entity['name']}{role}")
    for deal in line["deals"]:
        parties = " / ".join(
            f"{party['name']} ({party['role'] or '?'})" for party in deal["parties"]
        )
        told.append(f"  deal: {deal['type']}, {deal['status']}: {parties}")
    typer.echo("\n".join(plain(line) for line in told))
