"""`ingestd poll`: one round over configured sources, now."""

from operator import itemgetter
from typing import Annotated

import typer

from ingestd.cli.opening import load_configuration, opened
from ingestd.cli.options import Json
from ingestd.cli.printing import Columns, print_rows
from ingestd.errors import UsageError

NAMES = ("accepted", "revised", "duplicate", "unchanged", "rejected")
COLUMNS: Columns = {
    "source": lambda row: row["source"],
    **{name: itemgetter(name) for name in NAMES},
    "failure": lambda row: row["failure"],
}


def command(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Only these sources.")
    ] = None,
    as_json: Json = False,
) -> None:
    """One round over configured sources, now."""
    from ingestd.pipeline.looking import look
    from ingestd.pipeline.registration import register
    from ingestd.sources.registry import build_sources

    sources = {
        source.name: source for source in build_sources(load_configuration(context).sources)
    }
    unknown = [name for name in names or [] if name not in sources]
    if unknown:
        raise UsageError(
            f"there is no source {unknown[0]!r}", hint=f"one of: {', '.join(sorted(sources))}"
        )
    with opened(context) as app:
        register(sources.values(), tools=app.tools)
        looks = [
            look(sources[name], tools=app.tools, clock=app.clock)[0]
            for name in names or sources
        ]
        app.catch_up()
    rows = [
        {
            "source": current.source.name,
            **{name: current.counts[name] for name in NAMES},
            "failure": str(current.failure) if current.failure else None,
        }
        for current in looks
    ]
    print_rows(rows, COLUMNS, as_json=as_json)
    failed = [current.failure for current in looks if current.failure]
    if failed:
        raise typer.Exit(failed[0].exit_code)
