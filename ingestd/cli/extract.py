"""`ingestd extract`: a dry run of parse and extract; nothing is recorded."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import plain, print_json, say
from ingestd.errors import DocumentError, UnreadableError

if TYPE_CHECKING:
    from ingestd.extraction.extractor import Extractor


def command(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Documents to read.")],
    as_json: Json = False,
) -> None:
    """Dry run of parse and extract; nothing is recorded."""
    from ingestd.extraction.registry import load_extractor

    names = load_configuration(context).settings.extraction.extractors
    extractor = load_extractor(names[0])
    failed = False
    for path in files:
        try:
            line = _line(path, extractor)
        except DocumentError as error:
            failed = True
            say(f"ingestd: {path}: {error}" + (f"\n  {error.hint}" if error.hint else ""))
            continue
        print_json(line) if as_json else _print_for_people(line)
    if failed:
        raise typer.Exit(DocumentError.exit_code)


def _line(path: Path, extractor: "Extractor") -> dict[str, Any]:
    from ingestd.events.media_types import sniff
    from ingestd.extraction.extractor import Article
    from ingestd.extraction.lines import as_line
    from ingestd.parsing.parse import parse
    from ingestd.parsing.parsed import Claims
    from ingestd.pipeline.extract import run

    try:
        body = path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"cannot be read: {error.strerror}", hint="check the name and its permissions"
        ) from error
    parsed = parse(body, sniff(body, path.name), Claims())
    article = Article(
        text=parsed.text,
        blocks=parsed.blocks,
        language=parsed.language,
        published=parsed.published,
    )
    return as_line(
        run(extractor, article),
        doc=path.stem,
        path=str(path),
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
