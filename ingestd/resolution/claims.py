"""What one article claims of a deal, with its parties resolved."""

from datetime import date
from functools import lru_cache

import msgspec

from ingestd.events.facts import DealStatus, DealType, EntityType, Money, PartyRole, Quote

DAY = len("2021-11-11")
"""Letters of a date; what follows in a moment is the time."""


class ClaimParty(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One side as an article names it; `entity` is the id it resolved to."""

    entity: str
    name: str
    type: EntityType
    country: str | None = None
    role: PartyRole | None = None


class Named(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A product or a witness: the id it resolved to, and the article's name for it."""

    entity: str
    name: str


class DealClaim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One telling of a deal.

    `position` is the event's place in the log, `place` the deal's in the extraction.
    `published` is the article's date where it has one; both dates are ISO 8601, possibly
    only YYYY or YYYY-MM.
    """

    article: str
    extractor: str
    position: int
    place: int
    type: DealType
    status: DealStatus
    parties: tuple[ClaimParty, ...]
    evidence: tuple[Quote, ...] = ()
    products: tuple[Named, ...] = ()
    subject: str | None = None
    value: Money | None = None
    date: str | None = None
    witnesses: tuple[Named, ...] = ()
    confidence: float = 0.5
    notes: tuple[str, ...] = ()
    published: str | None = None


def days_between(one: str, other: str) -> int:
    """Return the least number of days between two dates of any precision.

    0 where they overlap, and where one is no date: what can't be compared parts nothing.
    """
    return _days_between(one[:DAY], other[:DAY])


@lru_cache(maxsize=1 << 12)
def _days_between(one: str, other: str) -> int:
    try:
        (first, last), (begin, end) = _span(one), _span(other)
    except ValueError:
        return 0
    return max(0, (begin - last).days, (first - end).days)


@lru_cache(maxsize=1 << 12)  # a log tells of few days, again and again
def _span(written: str) -> tuple[date, date]:
    parts = [int(part) for part in written.split("-")]
    match parts:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            begins = date(year, month, 1)
            return begins, date(year + month // 12, month % 12 + 1, 1)
        case _:
            day = date(*parts[:3])
            return day, day
