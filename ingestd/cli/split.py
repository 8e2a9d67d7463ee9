"""`ingestd split`: what some articles tell of is another."""

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
    articles: Annotated[
        list[str], typer.Option("--article", metavar="ART", help="Whose telling leaves.")
    ],
    by: By = None,
    reason: Reason = None,
    as_json: Json = False,
) -> None:
    """Say that what some articles tell of it is of another."""
    from ingestd.pipeline.judging import split

    def made(standing: "Standing", who: "Who") -> "Judgement":
        whole = standing.subject(identity)
        return split(whole, standing.subject(identity, articles=tuple(articles)), who)

    decide(context, made, by=by, reason=reason, as_json=as_json)
