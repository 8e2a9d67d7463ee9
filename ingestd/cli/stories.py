"""`ingestd stories`."""

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit, Query, Since, moment
from ingestd.cli.printing import Row, day, print_rows


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


def command(
    context: typer.Context,
    query: Query = None,
    since: Since = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List stories: what several articles tell, as copies, translations or in their own words."""
    from ingestd.queries.stories import list_stories

    with opened(context) as app, app.database.reading() as connection:
        page = list_stories(connection, query=query, since=moment(since), limit=limit)
    print_rows(page.rows, COLUMNS, as_json=as_json)
