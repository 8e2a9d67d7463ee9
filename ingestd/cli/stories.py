"""`ingestd stories`."""

from typing import Annotated

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit, Query, Since, moment
from ingestd.cli.printing import Row, day, print_rows
from ingestd.errors import UsageError


def _name_of(row: Row) -> str | None:
    """Where its first article was found, as that has no title."""
    first = next(iter(row["articles"]), None)
    return first and str(first["url"] or first["origin"].rpartition("/")[2])


COLUMNS = {
    "id": lambda row: row["id"],
    "articles": lambda row: len(row["articles"]),
    "languages": lambda row: row["languages"],
    "first seen": day("first_seen_at"),
    "changed": day("updated_at"),
    "title": lambda row: row["title"] or _name_of(row),
}


Wide = Annotated[
    bool, typer.Option("--wide", help="Whatever is of one matter, among the newest 1000.")
]


def command(
    context: typer.Context,
    query: Query = None,
    since: Since = None,
    limit: Limit = 50,
    wide: Wide = False,
    as_json: Json = False,
) -> None:
    """List stories: what several articles tell, as copies, translations or in their own words."""
    from ingestd.queries.stories import list_stories

    if wide:
        _print_matters(context, query, since=moment(since), limit=limit, as_json=as_json)
        return

    with opened(context) as app, app.database.reading() as connection:
        page = list_stories(connection, query=query, since=moment(since), limit=limit)
    print_rows(page.rows, COLUMNS, as_json=as_json)


def _print_matters(
    context: typer.Context, query: str | None, *, since: str | None, limit: int, as_json: bool
) -> None:
    from ingestd.queries.matters import list_matters

    if query is not None:
        raise UsageError("QUERY does not go with --wide", hint="leave out one of them")
    with opened(context) as app, app.database.reading() as connection:
        rows = list_matters(connection, app.blobs, since=since, limit=limit)
    columns = {name: value for name, value in COLUMNS.items() if name != "id"}
    print_rows(rows, columns, as_json=as_json)
