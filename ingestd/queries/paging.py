"""Pages by key, so that a page stays right while rows come and go."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ingestd.errors import UsageError

Row = dict[str, Any]
LIMIT = 50
MOST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Rows, and the cursor that asks for the ones after them (None: these were the last)."""

    rows: list[Row]
    next: str | None


def newest_first(
    query: sa.Select[Any], *, at: sa.ColumnElement[Any], key: sa.ColumnElement[Any], after: str | None, limit: int
) -> sa.Select[Any]:  # fmt: skip
    """Order by time and id, newest first, and begin behind the cursor; asks for one row more."""
    if not 1 <= limit <= MOST:
        raise UsageError(f"limit must be between 1 and {MOST}, not {limit}")
    if after is not None:
        query = query.where(sa.tuple_(at, key) < sa.tuple_(*decode_cursor(after)))
    return query.order_by(at.desc(), key.desc()).limit(limit + 1)


def page_of(rows: list[Row], *, at: str, key: str = "id", limit: int) -> Page:
    """Cut off the row too many, and remember where the next page begins."""
    shown = rows[:limit]
    more = len(rows) > limit
    return Page(rows=shown, next=encode_cursor(shown[-1][at], shown[-1][key]) if more else None)


def encode_cursor(*parts: str) -> str:
    """Return an opaque, URL-safe cursor."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> list[str]:
    """Return the parts of a cursor; UsageError for what is none."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = json.loads(base64.urlsafe_b64decode(padded.encode()))
    except (ValueError, binascii.Error) as error:
        raise _no_cursor(cursor) from error
    if not isinstance(parts, list) or len(parts) != 2:  # noqa: PLR2004 - time and id
        raise _no_cursor(cursor)
    return [str(part) for part in parts]


def _no_cursor(cursor: str) -> UsageError:
    return UsageError(f"{cursor!r} is no cursor", hint="take it from 'next' of the page before")
