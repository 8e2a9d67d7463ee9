"""`ingestd reject`: a deal is none."""

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
    deal: Annotated[str, typer.Argument(metavar="DEAL", help="As listed: deal_…")],
    by: By = None,
    reason: Reason = None,
    as_json: Json = False,
) -> None:
    """Say that a deal is none; it is listed no more, but with --rejected."""
    from ingestd.pipeline.judging import judged

    def made(standing: "Standing", who: "Who") -> "Judgement":
        return judged(standing.subject(deal), "rejected", who)

    decide(context, made, by=by, reason=reason, as_json=as_json)
