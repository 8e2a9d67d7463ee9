"""Walks the log once, in pages, each of one moment: a daemon may go on appending."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ingestd.errors import DamagedStoreError
from ingestd.store import log_rows
from ingestd.store.database import Database
from ingestd.store.log_rows import Head
from ingestd.verification.chain import Chain, Named
from ingestd.verification.findings import Finding, Findings
from ingestd.verification.reading import PAGE, Unread, moments

Progress = Callable[[int, int], None]
Naming = Callable[[list[Named]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What a walk met: the last head it saw (None: there is none), and how many events."""

    events: int
    head: Head | None


def walk(
    database: Database,
    findings: Findings,
    *,
    progress: Progress = lambda _done, _head: None,
    naming: Naming | None = None,
    page: int = PAGE,
) -> Walked:
    """Check every event, the head and the numbering of streams; note what is wrong.

    `naming` is handed what blobs are named and where, page by page; `progress` is told the
    position reached and that of the head. Raises StoreError where there is no way to the log.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="verify") as beside:
        # the database is asked beside our own reckoning: neither waits for the other
        asked = beside.submit(_asked, database, findings.most)
        walked = _walk(database, findings, progress, naming, page=page)
        for finding in asked.result():
            findings.add(finding)
    return walked


def _walk(
    database: Database,
    findings: Findings,
    progress: Progress,
    naming: Naming | None,
    *,
    page: int,
) -> Walked:
    with database.peeking() as connection:
        head = log_rows.head_of(connection)
    chain = Chain(head.log_id if head else "", naming=naming is not None)
    events, erased = 0, dict[str, int]()
    for moment in moments(database, page=page):
        if isinstance(moment, Unread):
            chain.skip_to(moment.last)
            findings.add(_unreadable(moment))
            continue
        head = moment.head
        erased |= moment.erased
        for finding in chain.follow(moment.rows, erased):
            findings.add(finding)
        if naming is not None:
            naming(chain.named)
            chain.named = []
        events += len(moment.rows)
        progress(chain.position, max(chain.position, head.position if head else 0))
    for finding in _at_the_end(chain, head):
        findings.add(finding)
    return Walked(events=events, head=head)


def _unreadable(unread: Unread) -> Finding:
    first, last = unread.first, unread.last
    which = f"event {first}" if first == last else f"events {first} to {last}"
    told = f"{which} cannot be read: {unread.told}"
    return Finding(position=first, kind="unreadable", subject=None, told=told)


def _at_the_end(chain: Chain, head: Head | None) -> Iterator[Finding]:
    """Compare the head row with the last event."""
    if head is None:
        told = "the head row is gone, or is no head any more: what the log is called cannot be told"
        yield Finding(position=None, kind="head_differs", subject=None, told=told)
    elif head.position > chain.position:
        told = f"events {chain.position + 1} to {head.position} are missing: the head says so"
        yield Finding(position=chain.position + 1, kind="missing", subject=None, told=told)
    elif head.position < chain.position:
        told = f"events {head.position + 1} to {chain.position} stand behind the head"
        yield Finding(position=head.position + 1, kind="inserted", subject=None, told=told)
    elif differing := chain.differing(head):
        told = f"the head row is not that of the last event: {', '.join(differing)}"
        yield Finding(position=head.position, kind="head_differs", subject=None, told=told)


def _asked(database: Database, most: int) -> list[Finding]:
    """What the database itself says: of the numbering of streams, and of its indexes."""
    try:
        found = [
            Finding(
                position=position,
                kind="misnumbered",
                subject=stream,
                told=f"it is number {version} of its stream, and that is not its place there",
            )
            for position, stream, version in log_rows.misnumbered(database, limit=most)
        ]
        found += [
            Finding(position=None, kind="index_damaged", subject=None, told=said)
            for said in log_rows.complaints(database, limit=most)
        ]
    except DamagedStoreError as error:
        return [Finding(position=None, kind="index_damaged", subject=None, told=str(error))]
    return found
