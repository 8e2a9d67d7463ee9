"""`ingestd ingest`: take documents in now."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import print_rows, say
from ingestd.errors import DocumentError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.pipeline.intake import Outcome

COLUMNS = {
    "outcome": lambda row: row["outcome"],
    "id": lambda row: row["id"],
    "origin": lambda row: row["origin"],
    "reason": lambda row: row["reason"],
}


def command(
    context: typer.Context,
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL", help="Files, folders, pages, feeds; - is standard input."
        ),
    ],
    as_json: Json = False,
) -> None:
    """Take documents in now, wait until they are in the views, tell what became of each."""
    from ingestd.pipeline.looking import look
    from ingestd.sources.adhoc import from_argument

    with opened(context) as app:
        sources = [from_argument(argument, app.clock) for argument in arguments]
        looks = [look(source, tools=app.tools, clock=app.clock) for source in sources]
        waiting = app.catch_up()
        rows = [_row(app, outcome) for _, outcomes in looks for outcome in outcomes]
        failures = [*(current.failure for current, _ in looks if current.failure), *waiting]
    print_rows(rows, COLUMNS, as_json=as_json)
    for failure in failures:
        say(f"ingestd: {failure}" + (f"\n  {failure.hint}" if failure.hint else ""))
    if any(row["outcome"] == "rejected" for row in rows):
        raise typer.Exit(DocumentError.exit_code)
    if failures:
        raise typer.Exit(failures[0].exit_code)


def _row(app: "App", outcome: "Outcome") -> dict[str, Any]:
    """What became of one: a document that was accepted may have turned out unreadable."""
    from ingestd.queries.rejected import get_rejected

    with app.database.reading() as connection:
        rejected = get_rejected(connection, outcome.origin)
    if rejected is not None:
        kind, reason, hint = "rejected", rejected["reason"], rejected["hint"]
    else:
        kind, reason, hint = outcome.kind, outcome.reason, outcome.hint
    return {
        "origin": outcome.origin,
        "outcome": kind,
        "id": outcome.document,
        "revision": outcome.revision,
        "reason": reason,
        "hint": hint,
    }
