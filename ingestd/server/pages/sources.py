"""The pages of sources."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from fastapi import APIRouter

from ingestd.queries.paging import Row
from ingestd.queries.rejected import list_rejected
from ingestd.queries.sources import LAST, get_source, list_filtered, list_sources
from ingestd.queries.status import get_troubles
from ingestd.server.pages.asking import AT_ONCE, After, Choice, Words
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given

router = APIRouter()
STATES = ("failing", "stopped", "silent", "ok", "removed")
"""What needs somebody comes first."""
OUTCOMES = ("accepted", "revised", "duplicate", "unchanged", "rejected", "filtered")


@router.get("/sources")
def sources_page(
    given: Given, *, q: Words = "", state: Choice = "", after: After = None
) -> Page:
    """Every source, its health, and what became of all it showed."""
    with given.database.reading() as connection:
        everything = list_sources(connection)
        troubles = get_troubles(connection, everything)
    rows = sorted(_chosen(everything, q, state), key=_place)
    begin = next((n for n, row in enumerate(rows, 1) if row["name"] == after), 0)
    shown = rows[begin : begin + AT_ONCE]
    more = len(rows) > begin + AT_ONCE
    asked = {"q": q, "state": state}
    return page(
        "sources.html",
        {
            "part": "sources",
            "version": given.version,
            "sources": shown,
            "counts": _counted(everything),
            "troubles": troubles,
            "states": STATES,
            "asked": asked,
            "first": address("/sources", **asked) if after else None,
            "following": address("/sources", **asked, after=shown[-1]["name"])
            if more
            else None,
            "outcomes": OUTCOMES,
        },
    )


@router.get("/sources/{name}")
def source_page(given: Given, name: str) -> Page:
    """One source: how it is asked, how it does, what it showed that is no article."""
    with given.database.reading() as connection:
        source = get_source(connection, name)
        rejected = list_rejected(connection, source=name, limit=LAST).rows
        filtered = list_filtered(connection, name)
    if source is None:
        raise NotFoundError(f"there is no source {name}", hint="all that there are: /sources")
    return page(
        "source.html",
        {
            "part": "sources",
            "version": given.version,
            "source": source,
            "options": _options(source["options"]),
            "rejected": rejected,
            "filtered": filtered,
            "outcomes": OUTCOMES,
        },
    )


def _chosen(rows: Sequence[Row], words: str, state: str) -> list[Row]:
    wanted = words.casefold()
    return [
        row
        for row in rows
        if state in {"", row["state"]}
        and (wanted in row["name"].casefold() or wanted in row["address"].casefold())
    ]


def _place(row: Row) -> tuple[int, str]:
    return STATES.index(row["state"]), row["name"]


def _counted(rows: Sequence[Row]) -> Mapping[str, int]:
    counts = Counter(row["state"] for row in rows)
    return {state: counts[state] for state in STATES if counts[state]}


def _options(text: str) -> dict[str, str]:
    """The options that were set, each as the configuration has it."""
    told: dict[str, object] = json.loads(text)
    return {name: json.dumps(value, ensure_ascii=False) for name, value in told.items()}
