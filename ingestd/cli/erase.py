"""`ingestd erase`: forget an article, everywhere."""

import os
import pwd
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import day, print_rows, say
from ingestd.errors import UsageError

if TYPE_CHECKING:
    from ingestd.pipeline.erasing import Erasure

COLUMNS = {
    "outcome": lambda row: row["outcome"],
    "id": lambda row: row["id"],
    "erased": day("erased_at"),
    "events": lambda row: row["events"],
    "reason": lambda row: row["reason"],
}


def command(
    context: typer.Context,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="As listed: art_…")],
    reason: Annotated[
        str,
        typer.Option("--reason", metavar="R", help="Why; it is kept, and shown for ever."),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Remove an article's text everywhere, for good; the log's chain stays valid."""
    from ingestd.pipeline.erasing import erase

    if not reason.strip():
        raise UsageError("--reason is empty", hint="say why: it is all that will be left")
    with opened(context) as app:
        _ask(articles, yes=yes)
        done = [
            erase(article, reason=reason, who=_who(), tools=app.tools)
            for article in dict.fromkeys(articles)
        ]
        removed = app.finish_erasures()
    print_rows([_row(erasure) for erasure in done], COLUMNS, as_json=as_json)
    say(f"blobs removed: {removed}")


def _ask(articles: list[str], *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to be asked", hint="say --yes to erase")
    typer.confirm(f"Erase {', '.join(articles)} for good?", abort=True, err=True)


def _who() -> str:
    """The name of the person, as this machine knows it; it stands in the event."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # in a container a user need have no name
        return str(os.getuid())


def _row(erasure: "Erasure") -> dict[str, Any]:
    told = asdict(erasure)
    outcome = "erased before" if erasure.events is None else "erased"
    return {"outcome": outcome, "id": told.pop("document"), **told}
