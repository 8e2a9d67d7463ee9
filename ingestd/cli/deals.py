"""`ingestd deals`."""

from typing import Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit, Query, Since, moment
from ingestd.cli.printing import Row, print_rows


def _value(row: Row) -> Any:
    return f"{row['value']['amount']:,.0f} {row['value']['currency']}" if row["value"] else None


COLUMNS = {
    "id": lambda row: row["id"],
    "type": lambda row: row["type"],
    "status": lambda row: row["status"],
    "date": lambda row: row["date"],
    "parties": lambda row: " / ".join(party["name"] for party in row["parties"]),
    "products": lambda row: row["products"],
    "value": _value,
    "articles": lambda row: len(row["articles"]),
}


def command(
    context: typer.Context,
    query: Query = None,
    status: Annotated[str | None, typer.Option("--status", help="Only in this status.")] = None,
    since: Since = None,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Those that were judged to be none.")
    ] = False,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List and search deals: who agreed what with whom, and where that is written."""
    from ingestd.queries.deals import list_deals

    with opened(context) as app, app.database.reading() as connection:
        page = list_deals(
            connection,
            query=query,
            status=status,
            since=moment(since),
            rejected=rejected,
            limit=limit,
        )
    print_rows(page.rows, COLUMNS, as_json=as_json)
