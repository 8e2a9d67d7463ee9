"""`ingestd judgements`: what people decided."""

from typing import Annotated

import typer

from ingestd.cli.judging import COLUMNS
from ingestd.cli.opening import opened
from ingestd.cli.options import Json, Limit
from ingestd.cli.printing import print_rows


def command(
    context: typer.Context,
    of: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only of this entity or deal.")
    ] = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List what people decided, who and when; the last first."""
    from ingestd.queries.judgements import list_judgements

    with opened(context) as app, app.database.reading() as connection:
        rows = list_judgements(connection, of=of, limit=limit)
    print_rows(rows, COLUMNS, as_json=as_json)
