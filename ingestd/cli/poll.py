"""`ingestd poll`: one round over configured sources, now."""

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import load_configuration, opened
from ingestd.cli.options import Json
from ingestd.cli.printing import Columns, print_rows, say
from ingestd.errors import UsageError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.errors import SourceError
    from ingestd.sources.found import Source

LONGEST_WAIT = 10.0  # seconds; what has its turn later is left to the daemon
LOOKS = 20  # a file that never settles is left to the daemon
NAMES = ("accepted", "revised", "duplicate", "unchanged", "rejected", "filtered")
COLUMNS: Columns = {
    "source": lambda row: row["source"],
    **{name: itemgetter(name) for name in NAMES},
    "failure": lambda row: row["failure"],
}


def command(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Only these sources.")
    ] = None,
    as_json: Json = False,
) -> None:
    """One round over configured sources, now.

    A source that is gone for good (410) is not asked; that is a failure where it is named.
    """
    from ingestd.errors import StoppedSourceError
    from ingestd.pipeline.registration import register
    from ingestd.sources.registry import build_sources

    sources = {
        source.name: source for source in build_sources(load_configuration(context).sources)
    }
    unknown = [name for name in names or [] if name not in sources]
    if unknown:
        raise UsageError(
            f"there is no source {unknown[0]!r}", hint=f"one of: {', '.join(sorted(sources))}"
        )
    with opened(context) as app:
        register(sources.values(), tools=app.tools)
        rounds = [_round(app, sources[name]) for name in names or sources]
        waiting = app.catch_up()
    print_rows([row for row, _ in rounds], COLUMNS, as_json=as_json)
    for failure in waiting:
        say(f"ingestd: {failure}" + (f"\n  {failure.hint}" if failure.hint else ""))
    told = () if names else StoppedSourceError
    failed = [failure for _, failure in rounds if failure and not isinstance(failure, told)]
    if failed or waiting:
        raise typer.Exit([*failed, *waiting][0].exit_code)


def _round(app: "App", source: "Source") -> tuple[dict[str, Any], "SourceError | None"]:
    """Look, and look again while files have not settled; count each item once."""
    from threading import Event

    from ingestd.pipeline.looking import look

    kinds: dict[str, str] = {}
    current = look(source, tools=app.tools, clock=app.clock)
    for _ in range(LOOKS):
        for outcome in current[1]:
            if outcome.news or outcome.origin not in kinds:
                kinds[outcome.origin] = outcome.kind if outcome.news else "unchanged"
        again_after = current[0].again_after
        if again_after is None or again_after > LONGEST_WAIT:
            break
        Event().wait(again_after)
        current = look(source, tools=app.tools, clock=app.clock)
    failure = current[0].failure
    counts = Counter(kinds.values())
    return {
        "source": source.name,
        **{name: counts[name] for name in NAMES},
        "failure": str(failure) if failure else None,
    }, failure
