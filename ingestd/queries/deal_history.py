"""How a deal came along, and what those who tell of it disagree about."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ingestd.queries.paging import Row
from ingestd.resolution.claims import days_between
from ingestd.resolution.combining import FORWARD

Told = Sequence[tuple[str, Row]]
"""When each telling was published, or else came in (ISO 8601), and what it says."""


def history_of(told: Told) -> list[Row]:
    """Each step that took a deal further than all told before: status, when, and who says so.

    It only goes forward: the last step is where the deal stands.
    """
    steps: list[Row] = []
    for at, telling in _in_time(told):
        if not steps or _is_further(telling["status"], steps[-1]["status"]):
            source = {field: telling[field] for field in ("article", "position")}
            steps.append({"status": telling["status"], "at": at} | source)
    return steps


def conflicts_of(deal: Row, told: Told) -> list[Row]:
    """What is told in ways that cannot all be right: dates, values, a status that goes back.

    Each has the field, what the deal is shown with, and who told what.
    """
    found = (
        ("status", _falls_back(told)),
        ("value", _values_differ(told)),
        ("date", _part(told)),
    )
    return [
        {"field": field, "shown": deal[field], "told": list(_by_value(field, told))}
        for field, disagree in found
        if disagree
    ]


def _in_time(told: Told) -> list[tuple[str, Row]]:
    return sorted(told, key=lambda each: (each[0], each[1]["position"]))


def _is_further(status: str, before: str) -> bool:
    steps: tuple[str, ...] = FORWARD
    return steps.index(status) > steps.index(before)


def _falls_back(told: Told) -> bool:
    """Say whether somebody tells, after others, of a step that lay behind then."""
    statuses = [telling["status"] for _, telling in _in_time(told)]
    return any(_is_further(before, after) for before, after in combinations(statuses, 2))


def _values_differ(told: Told) -> bool:
    values = [telling["value"] for _, telling in told if telling["value"]]
    return any(value != values[0] for value in values)


def _part(told: Told) -> bool:
    dates = [telling["date"] for _, telling in told if telling["date"]]
    return any(days_between(one, other) for one, other in combinations(dates, 2))


def _by_value(field: str, told: Told) -> Iterator[Row]:
    """Put those together who tell the same, in the order in which it was told first."""
    values: list[object] = []
    articles: list[dict[str, None]] = []
    for _, telling in _in_time(told):
        value = telling[field]
        if value is None:
            continue
        if value not in values:
            values.append(value)
            articles.append({})
        articles[values.index(value)][telling["article"]] = None
    for value, by in zip(values, articles, strict=True):
        yield {"value": value, "articles": list(by)}
