"""`ingestd articles`."""

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit, Query, Since, moment
from ingestd.cli.printing import day, print_rows

COLUMNS = {
    "id": lambda row: row["id"],
    "language": lambda row: row["language"],
    "published": lambda row: row["published_at"],
    "first seen": day("first_seen_at"),
    "words": lambda row: row["words"],
    "title": lambda row: row["title"] or row["url"] or row["origin"].rpartition("/")[2],
}


def command(
    context: typer.Context,
    query: Query = None,
    since: Since = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List and search articles, newest first."""
    from ingestd.queries.articles import list_articles

    with opened(context) as app, app.database.reading() as connection:
        page = list_articles(connection, query=query, since=moment(since), limit=limit)
    print_rows(page.rows, COLUMNS, as_json=as_json)
