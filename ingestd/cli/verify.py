"""`ingestd verify`: the log's hash chain, its order, the blobs it names."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingestd.cli.opening import opened
from ingestd.cli.options import Json
from ingestd.cli.printing import print_json, print_rows, say
from ingestd.cli.progress import shown
from ingestd.errors import DifferenceError, UsageError

if TYPE_CHECKING:
    from ingestd.app import App
    from ingestd.verification.checkpoint import Checkpoint
    from ingestd.verification.verifying import ProgressOf, Verified

COLUMNS = {
    "position": lambda row: row["position"],
    "finding": lambda row: row["finding"],
    "subject": lambda row: row["subject"],
    "told": lambda row: row["told"],
}


def command(
    context: typer.Context,
    checkpoint: Annotated[
        Path | None,
        typer.Option(
            "--checkpoint", metavar="FILE", help="Write a signed one there, or check that one."
        ),
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="The private key that signs.")
    ] = None,
    public_key: Annotated[
        str | None, typer.Option("--public-key", metavar="HEX", help="The key to be trusted.")
    ] = None,
    no_blobs: Annotated[bool, typer.Option("--no-blobs", help="Check the log alone.")] = False,
    as_json: Json = False,
) -> None:
    """Check the whole log: its hash chain, its order, and every blob it names."""
    if checkpoint is None and (key or public_key):
        raise UsageError("--key and --public-key are for --checkpoint")
    with opened(context, prepared=False) as app:
        signed = None
        if checkpoint is not None and checkpoint.exists():
            signed = _read(checkpoint, _trusted(app, key, public_key))
        with shown(as_json=False, clock=app.clock) as progress_of:
            verified = _verified(app, progress_of, blobs=not no_blobs)
        state = _compared(app, verified, signed) if signed else None
        if checkpoint is not None and not signed:
            state = _written(app, verified, checkpoint, key)
    _show(verified, state, as_json=as_json)
    if verified.findings.count:
        raise DifferenceError(
            f"the log is not what was written, in {verified.findings.count} places",
            hint="bring back a backup in which 'ingestd verify' finds nothing",
        )


def _trusted(app: "App", key: Path | None, public_key: str | None) -> str:
    """The public key whose owner may vouch for this log."""
    from ingestd.verification import keys

    if public_key is not None:
        return keys.checked(public_key)
    own = key or app.settings.data_dir / keys.NAME
    if not own.exists():
        raise UsageError(
            f"there is no key to trust: {own} is not there",
            hint="say --public-key HEX; it was told when the checkpoint was written",
        )
    return keys.Key.read(own).public


def _read(path: Path, trusted: str) -> "Checkpoint":
    from ingestd.verification import checkpoint

    return checkpoint.read(path, trusted=trusted)


def _verified(app: "App", progress_of: "ProgressOf", *, blobs: bool) -> "Verified":
    from ingestd.verification.verifying import verify, verify_log

    if not blobs:
        return verify_log(app.database, progress_of)
    return verify(app.database, app.blobs, clock=app.clock, progress_of=progress_of)


def _compared(app: "App", verified: "Verified", signed: "Checkpoint") -> str:
    from ingestd.verification.checkpoint import compare

    finding = compare(app.database, signed)
    if finding is None:
        return "held"
    verified.findings.add(finding)
    return "broken"


def _written(app: "App", verified: "Verified", path: Path, key: Path | None) -> str:
    from ingestd.verification.checkpoint import sign, write
    from ingestd.verification.keys import Key

    if verified.findings.count or verified.head is None:
        return "refused"
    signer = Key.read(key) if key else Key.kept_in(app.settings.data_dir)
    write(sign(verified.head, signer), path)
    say(f"{path} is signed with the key {signer.public}")
    return "written"


def _show(verified: "Verified", state: str | None, *, as_json: bool) -> None:
    rows = [
        {
            "position": finding.position,
            "finding": finding.kind,
            "subject": finding.subject,
            "told": finding.told,
        }
        for finding in verified.findings
    ]
    if rows:
        print_rows(rows, COLUMNS, as_json=as_json)
    summary = _summary(verified, state)
    if as_json:
        print_json(summary)
    else:
        sys.stdout.write(f"{_in_words(summary)}\n")


def _summary(verified: "Verified", state: str | None) -> dict[str, Any]:
    head, orphans = verified.head, verified.orphans
    return {
        "result": "different" if verified.findings.count else "sound",
        "events": verified.events,
        "position": head.position if head else None,
        "hash": head.hash if head else None,
        "log_id": head.log_id if head else None,
        "epoch": head.epoch if head else None,
        "findings": verified.findings.count,
        "blobs": verified.blobs,
        "orphans": orphans.count if orphans else None,
        "orphan_bytes": orphans.size if orphans else None,
        "checkpoint": state,
    }


def _in_words(summary: dict[str, Any]) -> str:
    told = [f"{summary['events']:,} events up to position {summary['position']}"]
    if summary["blobs"] is not None:
        told.append(f"{summary['blobs']:,} blobs")
        told.append(
            f"{summary['orphans']:,} ({summary['orphan_bytes']:,} bytes) that no event names"
        )
    if summary["checkpoint"] is not None:
        told.append(f"checkpoint {summary['checkpoint']}")
    return f"{summary['result']}: {', '.join(told)}"
