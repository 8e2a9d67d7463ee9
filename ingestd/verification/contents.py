"""Is every blob that the log names there, and what its name says? Which does nobody name?"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from ingestd.errors import LostBlobError
from ingestd.events.ids import Digest
from ingestd.store.blobs import Blobs
from ingestd.store.named_blobs import NamedBlobs
from ingestd.verification.findings import Finding, Kind

AT_ONCE = 4
HANDFUL = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans:
    """Blobs that no event names: how many, and their size in bytes as stored."""

    count: int
    size: int


def lost(blobs: Blobs, named: Iterable[tuple[Digest, int]]) -> Iterator[Finding | None]:
    """Read every blob: None for one that is whole, else what is wrong with it.

    Raises StoreError where there is no way to the blobs.
    """
    every = iter(named)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="blobs") as pool:
        while handful := list(islice(every, HANDFUL)):
            yield from pool.map(lambda one: _lost(blobs, *one), handful)


def _lost(blobs: Blobs, name: Digest, position: int) -> Finding | None:
    try:
        blobs.get(name)
    except LostBlobError as error:
        kind: Kind = "blob_damaged" if blobs.has(name) else "blob_missing"
        return Finding(position=position, kind=kind, subject=name, told=str(error))
    return None


def orphans(blobs: Blobs, named: NamedBlobs, *, before: datetime) -> Orphans:
    """Count what is stored and named by no event; not what was written since `before`."""
    count = size = 0
    for kept in blobs.names():
        if kept.written < before and kept.name not in named:
            count, size = count + 1, size + kept.size
    return Orphans(count=count, size=size)
