"""Pages of the log."""

import json
from typing import Annotated

from fastapi import APIRouter, Query

from ingestd.queries.events import list_events, types
from ingestd.queries.paging import Row
from ingestd.server.pages.asking import Choice, Words
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given, Reading
from ingestd.store.event_log import EventLog

router = APIRouter()
AT_ONCE = 50
LAST_POSITION = 2**63 - 1
Position = Annotated[int | None, Query(ge=0, le=LAST_POSITION)]


@router.get("/log")
def log_page(
    given: Given,
    *,
    type: Choice = "",  # noqa: A002 - the contract's word
    stream: Words = "",
    before: Position = None,
    after: Position = None,
) -> Page:
    """Events: the newest first; of one type or one subject, in their order."""
    if type or stream:
        events, links = _story(given, type, stream, after or 0)
    else:
        events, links = _newest(given, before)
    asked = {"type": type, "stream": stream}
    return page(
        "log.html",
        {
            "part": "log",
            "version": given.version,
            "events": events,
            "types": types(),
            "asked": asked,
            **links,
        },
    )


@router.get("/log/{position}")
def event_page(given: Given, position: int) -> Page:
    """One event with all that it says."""
    events: list[Row] = []
    if 0 < position <= LAST_POSITION:
        with given.database.reading() as connection:
            events = list_events(connection, after=position - 1, limit=2)
    if not events or events[0]["position"] != position:
        raise NotFoundError(f"there is no event {position}", hint="all that there are: /log")
    said = json.dumps(events[0]["data"], ensure_ascii=False, indent=2)
    return page(
        "event.html",
        {
            "part": "log",
            "version": given.version,
            "event": events[0],
            "said": said,
            "following": len(events) > 1,
        },
    )


def _newest(reading: Reading, before: int | None) -> tuple[list[Row], Row]:
    with reading.database.reading() as connection:
        # positions are dense: the page before is so many back
        end = min(EventLog.head(connection), LAST_POSITION if before is None else before - 1)
        start = max(0, end - AT_ONCE)
        rows = list_events(connection, after=start, limit=end - start) if end > start else []
    older = address("/log", before=start + 1) if start > 0 else None
    return rows[::-1], {"first": None if before is None else "/log", "following": older}


def _story(reading: Reading, kind: str, stream: str, after: int) -> tuple[list[Row], Row]:
    with reading.database.reading() as connection:
        rows = list_events(
            connection, after=after, type=kind or None, stream=stream or None, limit=AT_ONCE + 1
        )
    shown = rows[:AT_ONCE]
    asked = {"type": kind, "stream": stream}
    later = (
        address("/log", **asked, after=shown[-1]["position"]) if len(rows) > AT_ONCE else None
    )
    return shown, {"first": address("/log", **asked) if after else None, "following": later}
