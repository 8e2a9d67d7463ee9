"""`ingestd rejected`: what could not be taken in, why, and once more."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit
from ingestd.cli.printing import day, print_item, print_rows, say
from ingestd.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from ingestd.app import App

app = typer.Typer(help="Documents that could not be taken in, with the reason.")

Place = Annotated[str, typer.Argument(metavar="ORIGIN|ID", help="As listed.")]
COLUMNS = {
    "rejected": day("rejected_at"),
    "stage": lambda row: row["stage"],
    "origin": lambda row: row["origin"],
    "reason": lambda row: row["reason"],
    "remedy": lambda row: row["hint"],
}


@app.callback(invoke_without_command=True)
def default(context: typer.Context, limit: Limit = 50, as_json: Json = False) -> None:
    """Documents that could not be taken in (list, where nothing else is said)."""
    if context.invoked_subcommand is None:
        list_all(context, limit=limit, as_json=as_json)


@app.command("list")
def list_all(context: typer.Context, limit: Limit = 50, as_json: Json = False) -> None:
    """Newest first, with the reason and what helps."""
    from ingestd.queries.rejected import list_rejected

    with opened(context) as program, program.database.reading() as connection:
        page = list_rejected(connection, limit=limit)
    print_rows(page.rows, COLUMNS, as_json=as_json)


@app.command()
def show(context: typer.Context, place: Place, as_json: Json = False) -> None:
    """One rejection, with its original's digest where there are bytes."""
    from ingestd.queries.rejected import get_rejected

    with opened(context) as program, program.database.reading() as connection:
        row = get_rejected(connection, place)
    if row is None:
        raise _unknown(place)
    print_item(row, as_json=as_json)


def _unknown(place: str) -> UsageError:
    return UsageError(f"{place} is not rejected", hint="see 'ingestd rejected'")


@app.command()
def retry(
    context: typer.Context,
    places: Annotated[
        list[str] | None,
        typer.Argument(metavar="ORIGIN|ID", help="All, if none is named."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Try again: from the kept original, or, where there is none, from its place."""
    from ingestd.pipeline.retrying import retry as try_again
    from ingestd.queries.rejected import get_rejected

    with opened(context) as program:
        chosen = _chosen(program, places)
        for row in chosen:
            try_again(row, tools=program.tools, clock=program.clock)
        program.catch_up()
        with program.database.reading() as connection:
            left = [get_rejected(connection, row["origin"]) for row in chosen]
    still = [row for row in left if row is not None]
    if still:
        print_rows(still, COLUMNS, as_json=as_json)
    say(f"{len(chosen)} tried again, {len(still)} still rejected")
    if still:
        raise typer.Exit(DocumentError.exit_code)


def _chosen(program: "App", places: list[str] | None) -> list[dict[str, Any]]:
    from ingestd.queries.rejected import get_rejected, list_rejected

    with program.database.reading() as connection:
        if not places:
            return list_rejected(connection, limit=1000).rows
        found = {place: get_rejected(connection, place) for place in places}
    for place, row in found.items():
        if row is None:
            raise _unknown(place)
    return [row for row in found.values() if row is not None]
