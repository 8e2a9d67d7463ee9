"""The whole of it: the log, then the blobs it names, then those it doesn't."""

from collections.abc import Callable
from dataclasses import dataclass

from ingestd.clock import Clock
from ingestd.store import log_rows
from ingestd.store.blobs import Blobs
from ingestd.store.database import Database
from ingestd.store.log_rows import Head
from ingestd.store.named_blobs import NamedBlobs
from ingestd.verification.contents import Orphans, lost, orphans
from ingestd.verification.findings import Findings
from ingestd.verification.walk import walk

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was looked at, and what was found; `blobs` and `orphans` are None if not asked for."""

    events: int
    head: Head | None
    findings: Findings
    blobs: int | None = None
    orphans: Orphans | None = None


def silent(_what: str, _done: int, _whole: int) -> None:
    """Report no progress."""


def verify_log(database: Database, progress: Progress = silent) -> Verified:
    """Check the log alone. Raises StoreError where there is no way to it."""
    findings = Findings()
    walked = walk(database, findings, progress=lambda done, head: progress("log", done, head))
    return Verified(events=walked.events, head=walked.head, findings=findings)


def verify(
    database: Database, blobs: Blobs, *, clock: Clock, progress: Progress = silent
) -> Verified:
    """Check the log and read every blob it names. Raises StoreError where there is no way."""
    findings, began = Findings(), clock()
    with NamedBlobs() as named:
        walked = walk(
            database,
            findings,
            progress=lambda done, head: progress("log", done, head),
            naming=named.add,
        )
        whole = len(named)
        for done, finding in enumerate(lost(blobs, named), 1):
            # somebody may have had it erased since its event was read
            if finding and not log_rows.was_erased(database, finding.position or 0):
                findings.add(finding)
            progress("blobs", done, whole)
        return Verified(
            events=walked.events,
            head=walked.head,
            findings=findings,
            blobs=whole,
            orphans=orphans(blobs, named, before=began),
        )
