"""`ingestd undo`: a judgement counts no more."""

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
    position: Annotated[
        int, typer.Argument(metavar="POSITION", help="As listed by 'ingestd judgements'.")
    ],
    by: By = None,
    reason: Reason = None,
    as_json: Json = False,
) -> None:
    """Let a judgement count no more."""
    from ingestd.pipeline.judging import undone

    def made(standing: "Standing", who: "Who") -> "Judgement":
        return undone(position, standing.judgement(position)["subject"], who)

    decide(context, made, by=by, reason=reason, as_json=as_json)
