"""`ingestd replay`: rebuild projections from the log, or prove that they are what it gives."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import print_rows, say
from ingestd.cli.progress import shown
from ingestd.errors import DifferenceError, PoisonError, UsageError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.projections.projection import Projection
    from ingestd.replay.outcomes import Change, Difference, ProgressOf

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
    rollback: Annotated[
        bool, typer.Option("--rollback", help="Serve the generation before again.")
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
    if (as_of is None) != (into is None):
        raise UsageError("--as-of and --into go together")
    if [verify, rollback, as_of is not None].count(True) > 1:
        raise UsageError("--verify, --rollback and --as-of go one at a time")
    # who builds views has no need of any before, and who goes back wants no newer ones
    with (
        opened(context, prepared=verify) as app,
        app.lock("replay"),
        shown(as_json=as_json, clock=app.clock) as progress_of,
    ):
        if as_of is not None and into is not None:
            rows = _as_it_was(app, chosen, as_of, into, progress_of)
        elif rollback:
            rows = _rolled_back(app, chosen)
        else:
            rows = (_verified if verify else _rebuilt)(app, chosen, progress_of)
    print_rows(rows, COLUMNS, as_json=as_json)
    _end(rows)


def _end(rows: list[dict[str, Any]]) -> None:
    different = [row["projection"] for row in rows if row["result"] == "different"]
    if different:
        raise DifferenceError(
            f"a rebuild differs from what is served in: {', '.join(different)}",
            hint="the first differing rows are shown above; 'ingestd replay' serves the rebuild",
        )


def _as_it_was(
    app: "App",
    chosen: "list[Projection]",
    as_of: str,
    into: Path,
    progress_of: "ProgressOf",
) -> list[dict[str, Any]]:
    from ingestd.replay.as_of import past, write_past

    until = past(app.database, as_of, app.clock)
    progress = progress_of(into.name)
    built = write_past(app.database, chosen, until, into, clock=app.clock, progress=progress)
    common = asdict(until) | {"result": "as it was", "file": str(into)}
    return [{"projection": each.projection, "rows": each.rows} | common for each in built]


def _rebuilt(
    app: "App", chosen: "list[Projection]", progress_of: "ProgressOf"
) -> list[dict[str, Any]]:
    rebuilt = app.views.rebuild(chosen, progress_of)
    for each in rebuilt:
        if each.differences:
            say(f"{each.projection} was not what the log gives; the rebuild is served now")
            _show(each.projection, each.differences)
        for change in each.changes:
            say(f"{each.projection}: {_changed(change)}")
    return [asdict(each) | {"result": "rebuilt"} for each in rebuilt]


def _changed(change: "Change") -> str:
    return (
        f"{change.gained:,} {change.kind} gained, {change.lost:,} lost "
        f"({change.redirected:,} lead on), {change.merged:,} merged, {change.split:,} split"
    )


def _verified(
    app: "App", chosen: "list[Projection]", progress_of: "ProgressOf"
) -> list[dict[str, Any]]:
    try:
        verified = app.views.verify(chosen, progress_of)
    except PoisonError as error:
        raise DifferenceError(
            f"there is nothing to compare with: {error}", hint=error.hint
        ) from error
    for each in verified:
        _show(each.projection, each.differences)
    return [
        asdict(each) | {"result": "different" if each.differences else "equal"}
        for each in verified
    ]


def _rolled_back(app: "App", chosen: "list[Projection]") -> list[dict[str, Any]]:
    return [asdict(each) | {"result": "rolled back"} for each in app.views.roll_back(chosen)]


def _show(projection: str, differences: "tuple[Difference, ...]") -> None:
    for difference in differences:
        say(f"{projection}, table {difference.table}:")
        say(f"  served:  {difference.served}")
        say(f"  rebuilt: {difference.rebuilt}")
