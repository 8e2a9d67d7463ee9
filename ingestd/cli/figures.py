"""`ingestd figures`."""

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit, Query, Since, moment
from ingestd.cli.printing import Row, print_rows


def _amount(row: Row) -> str:
    if row["value"]:
        return f"{row['value']['amount']:,.0f} {row['value']['currency']}"
    return f"{row['quantity']:,.0f} {row['unit'] or ''}"


def _change(row: Row) -> str | None:
    return None if row["change"] is None else f"{row['change']:+.1%}"


COLUMNS = {
    "id": lambda row: row["id"],
    "measure": lambda row: row["measure"],
    "goods": lambda row: row["goods"],
    "origin": lambda row: row["origin_name"] or row["origin_country"],
    "destination": lambda row: row["destination_name"] or row["destination_country"],
    "amount": _amount,
    "period": lambda row: row["period"],
    "change": _change,
    "article": lambda row: row["article"],
}


def command(
    context: typer.Context,
    query: Query = None,
    since: Since = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List figures of trade, output and sales: what reached how much, whose and when."""
    from ingestd.queries.figures import list_figures

    with opened(context) as app, app.database.reading() as connection:
        page = list_figures(connection, query=query, since=moment(since), limit=limit)
    print_rows(page.rows, COLUMNS, as_json=as_json)
