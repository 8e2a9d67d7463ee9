"""`ingestd status`."""

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import print_item
from ingestd.errors import AlreadyRunningError


def command(context: typer.Context, as_json: Json = False) -> None:
    """What runs, lags, fails."""
    from ingestd.queries.status import get_status

    with opened(context) as app:
        try:
            with app.lock("daemon"):
                running = False
        except AlreadyRunningError:
            running = True
        with app.database.reading() as connection:
            row = get_status(connection)
    where = {"running": running, "store": app.database.where}
    print_item(where | row, as_json=as_json)
