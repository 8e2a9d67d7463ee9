"""Deletes blobs that no event names: an intake that was broken off may have left them."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import msgspec

from ingestd.clock import Clock
from ingestd.errors import DamagedStoreError, MalformedEventError, UnknownEventError
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


def collect(database: Database, blobs: Blobs, *, clock: Clock) -> Orphans:
    """Delete what was written over a day ago and is named nowhere in the log; say how much.

    Raises StoreError, and has deleted nothing, where an event cannot be read or is of a later
    version: it might name any blob.
    """
    before = clock() - AGE
    with NamedBlobs() as named:
        end = _note(database, named, after=log_rows.BEGINNING)
        old = {
            kept.name
            for kept in blobs.names()
            if kept.written < before and kept.name not in named
        }
        # what was told while the blobs were listed
        _note(database, named, after=end)
        count = size = 0
        for kept in blobs.names() if old else ():
            # what is put again counts as written now: its event is on its way
            if kept.name in old and kept.name not in named and kept.written < before:
                blobs.remove(kept.name)
                count, size = count + 1, size + kept.size
    return Orphans(count=count, size=size)


def _note(database: Database, named: NamedBlobs, *, after: int) -> int:
    """Note what is named behind a position; return the last position."""
    known = {entry.name: entry.version for entry in entries()}
    erased = dict[str, int]()
    for moment in moments(database, after=after):
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
