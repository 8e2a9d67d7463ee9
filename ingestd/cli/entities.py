"""`ingestd entities`."""

from typing import Annotated

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit, Query, Since, moment
from ingestd.cli.printing import print_rows

COLUMNS = {
    "id": lambda row: row["id"],
    "type": lambda row: row["type"],
    "name": lambda row: row["name"],
    "country": lambda row: row["country"],
    "articles": lambda row: row["articles"],
    "roles": lambda row: [
        f"{role['title']}, {role['at']}" if role["at"] else role["title"]
        for role in row["roles"]
    ],
}


def command(
    context: typer.Context,
    query: Query = None,
    type: Annotated[str | None, typer.Option("--type", help="Only of this type.")] = None,  # noqa: A002
    since: Since = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List and search companies, people, public bodies, organisations, products, places."""
    from ingestd.queries.entities import list_entities

    with opened(context) as app, app.database.reading() as connection:
        page = list_entities(
            connection, query=query, type=type, since=moment(since), limit=limit
        )
    print_rows(page.rows, COLUMNS, as_json=as_json)
