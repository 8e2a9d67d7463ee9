"""What the commands by which people decide have in common."""

import os
import pwd
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from ingestd.cli.opening import opened
from ingestd.cli.printing import Columns, day, print_rows, say

if TYPE_CHECKING:
    from ingestd.events.judgements import Judgement
    from ingestd.pipeline.judging import Who
    from ingestd.queries.judged import Standing

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; else who you are here.")
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="R", help="Why; it is kept, and shown.")
]
COLUMNS: Columns = {
    "position": lambda row: row["position"],
    "type": lambda row: row["type"],
    "of": lambda row: row["subject"],
    "and": lambda row: row["other"],
    "by": lambda row: row["by"],
    "at": day("at"),
    "reason": lambda row: row["reason"],
    "undone": lambda row: "" if row["counts"] else f"by {row['undone_by']}",
}


def decide(
    context: typer.Context,
    made: "Callable[[Standing, Who], Judgement]",
    *,
    by: str | None,
    reason: str | None,
    as_json: bool,
) -> None:
    """Record what is made of the views as they stand, let it take effect, and show it."""
    from ingestd.events import JudgementUndone
    from ingestd.pipeline.judging import Who, record
    from ingestd.queries.judged import Standing
    from ingestd.queries.judgements import get_judgement

    who = Who(by=_name(by), reason=reason)
    with opened(context) as app:
        app.catch_up()
        with app.database.reading() as connection:
            judgement = made(Standing(connection), who)
        position = record(judgement, app.tools)
        app.catch_up()
        undone = judgement.judgement if isinstance(judgement, JudgementUndone) else None
        with app.database.reading() as connection:
            told = get_judgement(connection, undone or position)
    print_rows([told], COLUMNS, as_json=as_json)
    if undone is None:
        say(f"undo it with: ingestd undo {position}")


def _name(by: str | None) -> str:
    """Who decides: as given, else the name of the user as this machine knows it."""
    if by and by.strip():
        return by.strip()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # in a container a user need have no name
        return str(os.getuid())
