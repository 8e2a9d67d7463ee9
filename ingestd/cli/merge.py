"""`ingestd merge`: two entities, or two deals, are one."""

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
    one: Annotated[str, typer.Argument(metavar="A", help="ent_… or deal_…")],
    other: Annotated[str, typer.Argument(metavar="B", help="What is the same.")],
    by: By = None,
    reason: Reason = None,
    as_json: Json = False,
) -> None:
    """Say that two entities, or two deals, are one."""
    from ingestd.pipeline.judging import merged

    def made(standing: "Standing", who: "Who") -> "Judgement":
        return merged(standing.subject(one), standing.subject(other), who)

    decide(context, made, by=by, reason=reason, as_json=as_json)
