"""`ingestd replay`: rebuild projections from the log, or prove that they are what it gives."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import print_rows, say
from ingestd.errors import DifferenceError, UsageError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.projections.projection import Projection
    from ingestd.replay import Progress, Verified

COLUMNS = {
    "projection": lambda row: row["projection"],
    "position": lambda row: row["position"],
    "rows": lambda row: row["rows"],
    "result": lambda row: row["result"],
}


def command(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="PROJECTION", help="Only these.")
    ] = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Compare a rebuild with what is served.")
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="TIME|POSITION", help="The views as they were (with --into)."
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="FILE", help="A new SQLite file for them."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Rebuild projections from the log beside what is served, then serve the new ones."""
    from ingestd.app import projections_named

    chosen = projections_named(names or [])
    if as_of is not None or into is not None:
        if as_of is None or into is None or verify:
            raise UsageError("--as-of and --into go together, and without --verify")
        with opened(context) as app, app.lock("replay"):
            print_rows(_as_it_was(app, chosen, as_of, into), COLUMNS, as_json=as_json)
        return
    with opened(context) as app, app.lock("replay"):
        work = _verified if verify else _rebuilt
        rows = [work(app, projection) for projection in chosen]
    print_rows(rows, COLUMNS, as_json=as_json)
    different = [row["projection"] for row in rows if row["result"] == "different"]
    if different:
        raise DifferenceError(
            f"a rebuild differs from what is served in: {', '.join(different)}",
            hint="the first differing rows are shown above; 'ingestd replay' serves the rebuild",
        )


def _as_it_was(
    app: "App", chosen: "list[Projection]", as_of: str, into: Path
) -> list[dict[str, Any]]:
    from ingestd.replay.as_of import past, write_past

    until = past(app.database, as_of, app.clock)
    with _progress(into.name) as progress:
        built = write_past(
            app.database, chosen, until, into, clock=app.clock, progress=progress
        )
    common = asdict(until) | {"result": "as it was", "file": str(into)}
    return [{"projection": each.projection, "rows": each.rows} | common for each in built]


def _rebuilt(app: "App", projection: "Projection") -> dict[str, Any]:
    from ingestd.replay import rebuild

    with _progress(projection.name) as progress:
        built = rebuild(app.database, app.log, projection, progress)
    return asdict(built) | {"result": "rebuilt"}


def _verified(app: "App", projection: "Projection") -> dict[str, Any]:
    from ingestd.replay import verify

    with _progress(projection.name) as progress:
        verified = verify(app.database, app.log, projection, progress)
    _show_differences(verified)
    return asdict(verified) | {"result": "different" if verified.differences else "equal"}


def _show_differences(verified: "Verified") -> None:
    for difference in verified.differences:
        say(f"{verified.projection}, table {difference.table}:")
        say(f"  served:  {difference.served}")
        say(f"  rebuilt: {difference.rebuilt}")


@contextmanager
def _progress(name: str) -> Iterator["Progress"]:
    """A bar on a terminal; nothing anywhere else."""
    from ingestd.replay import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(name)
        yield lambda done, head: bars.update(bar, completed=done, total=head)
