"""Options that several commands share, so that they read the same everywhere."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from ingestd.clock import rfc3339
from ingestd.errors import UsageError

Json = Annotated[bool, typer.Option("--json", help="JSON Lines, one object per row.")]
MOST = 2**31 - 1
Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, max=MOST, help="At most so many rows.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="T", help="Seen since then (date or RFC 3339).")
]
Query = Annotated[str | None, typer.Argument(metavar="QUERY", help="Words to look for.")]


def moment(text: str | None) -> str | None:
    """Return RFC 3339 in UTC; UsageError for what is no date and no time."""
    if text is None:
        return None
    try:
        parsed = datetime.fromisoformat(text)
        return rfc3339(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))
    except (ValueError, OverflowError) as error:  # a year before 1, or after 9999, in UTC
        hint = "write a date (2026-11-22) or a time (2026-11-22T08:00:00Z)"
        raise UsageError(f"--since {text!r} is no time", hint=hint) from error
