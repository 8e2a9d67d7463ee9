"""`ingestd correct`: what an entity or a deal is."""

from typing import TYPE_CHECKING, Annotated

import typer

from ingestd.cli.judging import By, Reason, decide
from ingestd.cli.options import Json

if TYPE_CHECKING:
    from ingestd.events.judgements import Judgement
    from ingestd.pipeline.judging import Who
    from ingestd.queries.judged import Standing


def command(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="ent_… or deal_…")],
    name: Annotated[str | None, typer.Option("--name", help="An entity's name.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Its type.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="An entity's: ISO 3166-1 alpha-2.")
    ] = None,
    role: Annotated[str | None, typer.Option("--role", help="A person's.")] = None,
    status: Annotated[str | None, typer.Option("--status", help="A deal's.")] = None,
    date: Annotated[str | None, typer.Option("--date", help="A deal's: ISO 8601.")] = None,
    by: By = None,
    reason: Reason = None,
    as_json: Json = False,
) -> None:
    """Say what an entity or a deal is, whatever articles say."""
    from ingestd.pipeline.judging import corrected

    said = {
        "name": name,
        "type": type_,
        "country": country,
        "role": role,
        "status": status,
        "date": date,
    }
    told = {field: value for field, value in said.items() if value is not None}

    def made(standing: "Standing", who: "Who") -> "Judgement":
        return corrected(standing.subject(identity), told, who)

    decide(context, made, by=by, reason=reason, as_json=as_json)
