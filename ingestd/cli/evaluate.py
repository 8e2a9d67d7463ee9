"""`ingestd eval`: scores an extractor against gold annotations."""

from contextlib import closing
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingestd.cli.opening import load_configuration
from ingestd.cli.options import Json
from ingestd.cli.printing import print_rows, say

if TYPE_CHECKING:
    from ingestd.evaluation.gold import GoldDocument, Line


def command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Gold: a JSON file a text.")],
    texts: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where the texts are, if not beside the gold."),
    ] = None,
    extractor: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Which extractor; else the first that is configured."
        ),
    ] = None,
    lines: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Score lines of 'extract --json', by whomever, instead."
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Name each miss and each invention, on stderr.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Score the extractor against gold annotations."""
    from ingestd.evaluation.gold import gold_of, lines_of
    from ingestd.evaluation.reporting import rows, table
    from ingestd.evaluation.scoring import score

    gold = gold_of(folder)
    told = lines_of(lines) if lines else _asked(context, gold, texts or folder, extractor)
    scores, mistakes = score(gold, told)
    found = rows(scores)
    shown = found if as_json else table(found)
    print_rows(shown, {name: itemgetter(name) for name in shown[0]}, as_json=as_json)
    for mistake in mistakes if errors else ():
        say(f"{mistake.document}: {mistake.what} ({mistake.type}): {mistake.name}")


def _asked(
    context: typer.Context, gold: "list[GoldDocument]", texts: Path, name: str | None
) -> "dict[str, Line]":
    from ingestd.confinement.children import Children
    from ingestd.evaluation.running import said
    from ingestd.extraction.registry import load_extractor

    configured = load_configuration(context).settings.extraction.extractors
    extractor = load_extractor(name or configured[0])
    with closing(Children(1)) as children:
        return said(gold, texts, extractor, children)
