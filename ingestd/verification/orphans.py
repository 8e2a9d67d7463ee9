"""Deletes blobs that no event names: an intake that was broken off may have left them."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from threading import Event

import msgspec

from ingestd.clock import Clock
from ingestd.errors import (
    DamagedStoreError,
    MalformedEventError,
    StoreError,
    UnknownEventError,
)
from ingestd.events.blobs import blobs_named
from ingestd.events.catalogue import entries
from ingestd.store import log_rows
from ingestd.store.blobs import Blobs
from ingestd.store.database import Database
from ingestd.store.log_rows import LogRow
from ingestd.store.named_blobs import NamedBlobs
from ingestd.verification.chain import Named
from ingestd.verification.contents import Orphans
from ingestd.verification.reading import Unread, moments

AGE = timedelta(days=1)
"""What was written later may be of an intake that has not told its event yet."""
SUSPICIOUS = 100


def collect(
    database: Database, blobs: Blobs, *, clock: Clock, stopping: Event | None = None
) -> Orphans:
    """Delete what was written over a day ago and is named nowhere in the log; say how much.

    Raises StoreError, and has deleted nothing, where an event cannot be read or is of a later
    version (it might name any blob), and where most blobs are orphans: of another log, then.
    """
    before, stop = clock() - AGE, stopping or Event()
    with NamedBlobs() as named:
        end = _note(database, named, after=log_rows.BEGINNING, stop=stop)
        orphans = _orphans(blobs, named, before=before)
        # what was told while the blobs were listed
        _note(database, named, after=end, stop=stop)
        count = size = 0
        for kept in blobs.names() if orphans else ():
            # before all else: where reading was broken off, not all names are known
            if stop.is_set():
                break
            # what is put again counts as written now: its event is on its way
            if kept.name in orphans and kept.name not in named and kept.written < before:
                blobs.remove(kept.name)
                count, size = count + 1, size + kept.size
    return Orphans(count=count, size=size)


def _orphans(blobs: Blobs, named: NamedBlobs, *, before: datetime) -> set[str]:
    orphans, others = set[str](), 0
    for kept in blobs.names():
        if kept.written < before and kept.name not in named:
            orphans.add(kept.name)
        else:
            others += 1
    if len(orphans) > max(others, SUSPICIOUS):
        raise StoreError(
            f"{len(orphans)} of {len(orphans) + others} blobs are named by no event",
            hint="they may be those of another log; none was deleted",
        )
    return orphans


def _note(database: Database, named: NamedBlobs, *, after: int, stop: Event) -> int:
    """Note what is named behind a position; return the last position."""
    known = {entry.name: entry.version for entry in entries()}
    erased = dict[str, int]()
    for moment in moments(database, after=after):
        if stop.is_set():
            break
        if isinstance(moment, Unread):
            raise DamagedStoreError(database.where, moment.told)
        erased |= moment.erased
        rows = [row for row in moment.rows if erased.get(row[2], 0) < row[0]]
        named.add(found for row in rows for found in _named(row, known))
        after = moment.rows[-1][0] if moment.rows else after
    return after


def _named(row: LogRow, known: Mapping[str, int]) -> Iterator[Named]:
    if row[5] > known.get(row[4], 0):
        raise UnknownEventError(row[4], row[5], row[0])
    try:
        for name in blobs_named(row[4], row[5], row[14]):
            yield name, row[0]
    except msgspec.MsgspecError as error:
        raise MalformedEventError(row[4], str(error), row[0]) from error
