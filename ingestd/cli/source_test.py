"""`ingestd sources test`: what a poll would bring, without recording anything."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from ingestd.cli.opening import load_configuration, opened
from ingestd.cli.options import Json
from ingestd.cli.printing import Columns, print_item, print_json, print_rows, say
from ingestd.errors import UsageError

if TYPE_CHECKING:
    from ingestd.pipeline.rehearsing import Item, Rehearsal
    from ingestd.sources.found import Source

COLUMNS: Columns = {
    "outcome": lambda row: row["outcome"],
    "title": lambda row: row["title"],
    "published": lambda row: row["published"],
    "origin": lambda row: row["origin"],
    "reason": lambda row: row["reason"],
}
VALIDATORS = ("etag", "last_modified")


def command(context: typer.Context, name: str, as_json: Json = False) -> None:
    """Look at a source as a poll would, tell what that would bring, and record nothing."""
    from ingestd.pipeline.rehearsing import Rehearsal

    source = _named(context, name)
    with opened(context) as app, app.rehearsing() as tools:
        rehearsal = Rehearsal(source=source, tools=tools)
        rows = (_row(item) for item in rehearsal.items())
        if as_json:
            print_rows(rows, COLUMNS, as_json=True)
            print_json(_summary(rehearsal))
        else:
            print_rows(list(rows), COLUMNS, as_json=False)
            print_item(dict(_told(_summary(rehearsal))), as_json=False)
    failure = rehearsal.failure
    if failure is not None:
        say(f"ingestd: {failure}" + (f"\n  {failure.hint}" if failure.hint else ""))
        raise typer.Exit(failure.exit_code)


def _named(context: typer.Context, name: str) -> "Source":
    from ingestd.config.did_you_mean import did_you_mean
    from ingestd.sources.registry import build_source

    tables = {table.name: table for table in load_configuration(context).sources}
    if name not in tables:
        hint = did_you_mean(name, tables) if tables else "name one in config/sources.d"
        raise UsageError(f"there is no source {name!r}", hint=hint)
    return build_source(tables[name])


def _row(item: "Item") -> dict[str, Any]:
    outcome = item.outcome
    return {
        "origin": outcome.origin,
        "outcome": outcome.kind,
        "title": item.title,
        "published": item.published,
        "id": outcome.document,
        "revision": outcome.revision,
        "reason": outcome.reason,
        "hint": outcome.hint,
    }


def _summary(rehearsal: "Rehearsal") -> dict[str, Any]:
    """The whole of it: counts, what was asked of the web, what its server says of itself."""
    from ingestd.pipeline.accounts import OUTCOMES

    source, collected, failure = rehearsal.source, rehearsal.collected, rehearsal.failure
    validators = collected.validators if collected else {}
    return {
        "source": source.name,
        "kind": source.kind,
        "address": source.address,
        "seconds": round(rehearsal.seconds, 3),
        "seen": rehearsal.counts.total(),
        **{outcome: rehearsal.counts[outcome] for outcome in OUTCOMES},
        "left": rehearsal.left,
        "again_after": collected.again_after if collected else None,
        "fresh_for": collected.fresh_for if collected else None,
        "moved_to": asdict(collected.moved_to) if collected and collected.moved_to else None,
        "hub": asdict(collected.hub) if collected and collected.hub else None,
        "validators": {key: validators[key] for key in VALIDATORS if key in validators},
        "requests": [asdict(request) for request in rehearsal.requests],
        "failure": str(failure) if failure else None,
        "hint": failure.hint if failure else None,
    }


def _told(summary: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What a person wants to know of it: nothing that is not there."""
    for name, value in summary.items():
        if value or name in {"seen", "seconds"}:
            yield name, value
