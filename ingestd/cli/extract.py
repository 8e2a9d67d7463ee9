"""`ingestd extract`: a dry run of parse and extract; nothing is recorded."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import plain, print_json, say
from ingestd.errors import DocumentError, IngestdError, UnavailableError

if TYPE_CHECKING:
    from ingestd.confinement.task import Confinement
    from ingestd.extraction.extractor import Extractor
    from ingestd.pipeline.trial import Tried


def command(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Documents to read.")],
    names: Annotated[
        list[str] | None,
        typer.Option("--extractor", metavar="NAME", help="By these; else by all in use."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Dry run of parse and extract; nothing is recorded."""
    failed: int | None = None
    with _readers(context, names) as (extractors, children):
        for path in files:
            for told in _lines(path, extractors, children):
                if isinstance(told, IngestdError):
                    failed = failed or told.exit_code
                    say(f"ingestd: {path}: {told}" + (f"\n  {told.hint}" if told.hint else ""))
                else:
                    print_json(told) if as_json else _print_for_people(told)
    if failed:
        raise typer.Exit(failed)


@contextmanager
def _readers(
    context: typer.Context, names: list[str] | None
) -> "Iterator[tuple[list[Extractor], Confinement]]":
    """The extractors that are asked, and who reads strangers' bytes."""
    from threading import Event

    from ingestd.confinement.children import Children
    from ingestd.extraction.registry import Surroundings, load_extractor
    from ingestd.fetching.http import GuardedWeb

    settings = load_configuration(context).settings
    with closing(GuardedWeb(contact=settings.fetching.contact)) as web:
        around = Surroundings(settings=settings.extraction, web=lambda: web, pause=Event().wait)
        asked = names or settings.extraction.extractors
        extractors = [load_extractor(name, around) for name in asked]
        with closing(Children(1)) as children:
            yield extractors, children


def _lines(
    path: Path, extractors: "Sequence[Extractor]", confinement: "Confinement"
) -> Iterator[dict[str, Any] | IngestdError]:
    """What each says of what is in a file, one after the other, or why it cannot be told."""
    from ingestd.pipeline.trial import tried

    for document in tried(path, confinement):
        if isinstance(document, DocumentError):
            yield document
            continue
        for extractor in extractors:
            try:
                yield _line(path, document, extractor)
            except (DocumentError, UnavailableError) as error:
                yield error


def _line(path: Path, document: "Tried", extractor: "Extractor") -> dict[str, Any]:
    from ingestd.extraction.lines import as_line
    from ingestd.pipeline.extract import run

    line = as_line(
        run(extractor, document.article),
        doc=f"{path.stem}{document.within}",
        path=f"{path}{document.within}",
        language=document.article.language,
        title=document.title,
        published=document.article.published,
    )
    return line | {"extractor": extractor.name, "version": extractor.version}


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
