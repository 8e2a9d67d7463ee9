"""`ingestd events`: read the log."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import MOST, Json, Limit
from ingestd.cli.printing import Row, day, print_rows
from ingestd.errors import UsageError

if TYPE_CHECKING:
    from ingestd.app import App

LOOK_AGAIN = 0.5
WIDTH = 160
DIGEST = 12


def _told(row: Row) -> str:
    """The plain values of a fact; digests by their beginning."""
    plain = {
        name: str(value)[:DIGEST] if name in {"blob", "text"} else value
        for name, value in row["data"].items()
        if isinstance(value, str | int | float) and f":{value}" not in row["stream"]
    }
    told = " ".join(f"{name}={value}" for name, value in plain.items())
    return told if len(told) <= WIDTH else told[: WIDTH - 1] + "…"


COLUMNS = {
    "position": lambda row: row["position"],
    "recorded": day("recorded_at"),
    "type": lambda row: row["type"],
    "stream": lambda row: row["stream"],
    "actor": lambda row: row["actor"],
    "data": _told,
}


def command(
    context: typer.Context,
    after: Annotated[
        int, typer.Option("--after", metavar="N", min=0, max=MOST, help="Behind position N.")
    ] = 0,
    type: Annotated[str | None, typer.Option("--type", help="Only of this type.")] = None,  # noqa: A002
    stream: Annotated[
        str | None, typer.Option("--stream", help="Only of this subject; an id will do.")
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Wait for more.")] = False,
    limit: Limit = 1000,
    as_json: Json = False,
    cloudevents: Annotated[
        bool, typer.Option("--cloudevents", help="JSON Lines, one CloudEvent per row.")
    ] = False,
) -> None:
    """Read the log, oldest first."""
    from ingestd.queries.events import types

    if type is not None and type not in types():
        raise UsageError(f"there is no event {type!r}", hint=f"one of: {', '.join(types())}")
    with opened(context) as app:
        for rows in _pages(
            app, after, {"type": type, "stream": stream, "limit": limit}, follow
        ):
            if cloudevents:
                print_rows(_as_cloudevents(app, rows), COLUMNS, as_json=True)
            else:
                print_rows(rows, COLUMNS, as_json=as_json)
            sys.stdout.flush()  # who follows through a pipe wants it now


def _as_cloudevents(app: "App", rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from ingestd.events.cloudevents import as_cloudevent
    from ingestd.queries.events import log_id

    with app.database.reading() as connection:
        name = log_id(connection)
    return [as_cloudevent(row, log_id=name) for row in rows]


def _pages(
    app: "App", after: int, wanted: dict[str, Any], follow: bool
) -> Iterator[list[dict[str, Any]]]:
    from threading import Event

    from ingestd.queries.events import list_events

    pause = Event()
    first = True
    while first or follow:
        with app.database.reading() as connection:
            rows = list_events(connection, after=after, **wanted)
        if rows:
            after = rows[-1]["position"]
        if rows or (first and not follow):
            yield rows
        elif follow:
            pause.wait(LOOK_AGAIN)
        first = False
