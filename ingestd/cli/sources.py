"""`ingestd sources`: which are registered, and how they do."""

import typer

from ingestd.cli import opml, source_test
from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import day, print_item, print_json, print_rows, say
from ingestd.errors import UsageError

app = typer.Typer(help="Registered sources, their health and accounts.")

COLUMNS = {
    "name": lambda row: row["name"],
    "kind": lambda row: row["kind"],
    "state": lambda row: row["state"],
    "accepted": lambda row: row["accepted"],
    "revised": lambda row: row["revised"],
    "rejected": lambda row: row["rejected"],
    "unchanged": lambda row: row["unchanged"],
    "last look": day("last_look_at"),
    "next look": day("next_due_at"),
    "address": lambda row: row["address"],
    "reason": lambda row: row["reason"],
}


@app.callback(invoke_without_command=True)
def default(context: typer.Context, as_json: Json = False) -> None:
    """Registered sources, their health and accounts (list, where nothing else is said)."""
    if context.invoked_subcommand is None:
        list_all(context, as_json=as_json)


@app.command("list")
def list_all(context: typer.Context, as_json: Json = False) -> None:
    """Every source by name."""
    from ingestd.queries.sources import list_sources

    with opened(context) as program, program.database.reading() as connection:
        rows = list_sources(connection)
    print_rows(rows, COLUMNS, as_json=as_json)


@app.command()
def show(context: typer.Context, name: str, as_json: Json = False) -> None:
    """One source: its settings, its health, what became of all it showed."""
    from ingestd.queries.sources import get_source

    with opened(context) as program, program.database.reading() as connection:
        row = get_source(connection, name)
    if row is None:
        raise UsageError(f"there is no source {name!r}", hint="see 'ingestd sources'")
    print_item(row, as_json=as_json)


@app.command()
def resume(context: typer.Context, name: str, as_json: Json = False) -> None:
    """Ask a source again that was stopped because its server said it is gone for good."""
    from ingestd.pipeline.registration import resume as have_asked

    with opened(context) as program:
        if not have_asked(name, tools=program.tools):
            raise UsageError(
                f"the source {name!r} is not stopped", hint="see 'ingestd sources'"
            )
        program.catch_up()
    if as_json:
        print_json({"source": name, "resumed": True})
    else:
        say(f"{name} is asked again")


app.command("test")(source_test.command)
app.command("import-opml")(opml.import_list)
app.command("export-opml")(opml.export_list)
