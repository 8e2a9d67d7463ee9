"""`ingestd why`: why an article is here, or isn't."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import Columns, day, print_json, print_rows, say

STORY: Columns = {
    "when": day("at"),
    "what": lambda row: row["what"],
    "source": lambda row: row["source"],
    "article": lambda row: row["article"],
    "reason": lambda row: row["reason"],
    "origin": lambda row: row["origin"],
}
SOURCES: Columns = {
    "source": lambda row: row["name"],
    "state": lambda row: row["state"],
    "last look": day("last_look_at"),
    "why": lambda row: row["why"],
    "address": lambda row: row["address"],
    "reason": lambda row: row["reason"],
}


def command(
    context: typer.Context,
    asked: Annotated[
        str, typer.Argument(metavar="URL|PATH", help="Or a feed's guid, or an article's id.")
    ],
    as_json: Json = False,
) -> None:
    """Why an article is here, or isn't: where it was seen, and what became of it."""
    from ingestd.queries.why import why

    with opened(context) as program, program.database.reading() as connection:
        row = why(connection, asked, _places(asked))
    if as_json:
        print_json(row)
        return
    _tell(row)


def _tell(row: dict[str, Any]) -> None:
    say(row["answer"])
    if row["story"]:
        print_rows(row["story"], STORY, as_json=False)
    elif row["sources"]:
        say("these could show it:")
        print_rows(row["sources"], SOURCES, as_json=False)
    else:
        say("no source could show it; see 'ingestd sources'")


def _places(asked: str) -> list[str]:
    """Where a file of this name would be found; as it is, and where links lead to."""
    if "://" in asked or asked.startswith(("art_", "urn:", "tag:")):
        return []
    path = Path(asked)
    return [Path(os.path.abspath(path)).as_uri(), path.resolve().as_uri()]  # noqa: PTH100 - as it is named
