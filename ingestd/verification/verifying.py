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
from ingestd.verification.walk import Progress, walk

ProgressOf = Callable[[str], Progress]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was looked at, and what was found; `blobs` and `orphans` are None if not asked for."""

    events: int
    head: Head | None
    findings: Findings
    blobs: int | None = None
    orphans: Orphans | None = None


def unseen(_what: str) -> Progress:
    """Report no progress."""
    return lambda _done, _whole: None


def verify_log(database: Database, progress_of: ProgressOf = unseen) -> Verified:
    """Check the log alone. Raises StoreError where there is no way to it."""
    findings = Findings()
    walked = walk(database, findings, progress=progress_of("log"))
    return Verified(events=walked.events, head=walked.head, findings=findings)


def verify(
    database: Database, blobs: Blobs, *, clock: Clock, progress_of: ProgressOf = unseen
) -> Verified:
    """Check the log and read every blob it names. Raises StoreError where there is no way."""
    findings, began = Findings(), clock()
    with NamedBlobs() as named:
        walked = walk(
            database,
            findings,
            progress=progress_of("log"),
            naming=named.add,
        )
        whole, progress = len(named), progress_of("blobs")
        for done, finding in enumerate(lost(blobs, named), 1):
            # somebody may have had it erased since its event was read
            if finding and not log_rows.was_erased(database, finding.position or 0):
                findings.add(finding)
            progress(done, whole)
        return Verified(
            events=walked.events,
            head=walked.head,
            findings=findings,
            blobs=whole,
            orphans=orphans(blobs, named, before=began),
        )
