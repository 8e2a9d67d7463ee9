"""The log's pages, one after the other, past what the database cannot read any more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingestd.errors import DamagedStoreError
from ingestd.store import log_rows
from ingestd.store.database import Database
from ingestd.store.log_rows import Moment

PAGE = 2000
HOPELESS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Positions that may hold events; the database cannot say."""

    first: int
    last: int
    told: str


def moments(
    database: Database, *, after: int = log_rows.BEGINNING, page: int = PAGE
) -> Iterator[Moment | Unread]:
    """Read until a page is not full: the end of the log at that moment.

    Gives up after so many unreadable positions in a row that there is no hope.
    """
    limit, erased_after = page, 0
    unread: Unread | None = None
    while unread is None or unread.last - unread.first < HOPELESS:
        try:
            moment = log_rows.moment(
                database, after=after, limit=limit, erased_after=erased_after
            )
        except DamagedStoreError as error:
            if limit > 1:
                limit //= 2  # up to the row that cannot be read
                continue
            after = max(after, 0) + 1
            first = unread.first if unread else after
            unread = Unread(first=first, last=after, told=str(error))
            continue
        if unread:
            yield unread
        yield moment
        if len(moment.rows) < limit:
            return
        after, limit, unread = moment.rows[-1][0], min(page, limit * 2), None
        erased_after = max([erased_after, *moment.erased.values()])
    yield replace(unread, told=f"{unread.told}; what is behind was not tried")
