"""`ingestd extract`: a dry run of parse and extract; nothing is recorded."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import plain, print_json, say
from ingestd.errors import DocumentError

if TYPE_CHECKING:
    from ingestd.confinement.task import Confinement
    from ingestd.extraction.extractor import Extractor


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
    from ingestd.extraction.lines import as_line
    from ingestd.pipeline.extract import run
    from ingestd.pipeline.trial import tried

    for document in tried(path, confinement):
        if isinstance(document, DocumentError):
            yield document
            continue
        article = document.article
        try:
            yield as_line(
                run(extractor, article),
                doc=f"{path.stem}{document.within}",
                path=f"{path}{document.within}",
                language=article.language,
                title=document.title,
                published=article.published,
            )
        except DocumentError as error:
            yield error


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
