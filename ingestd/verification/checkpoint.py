"""Signed checkpoints: what the log was at one position, kept where its owner cannot rewrite it."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import msgspec

from ingestd.errors import CheckpointError
from ingestd.events.ids import digest
from ingestd.store import log_rows
from ingestd.store.database import Database
from ingestd.store.log_rows import Head
from ingestd.verification.findings import Finding, Kind
from ingestd.verification.keys import Key, is_signed

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A head, and who vouches for it; what is signed is the canonical JSON of all the rest."""

    checkpoint: int
    log_id: str
    epoch: int
    position: int
    hash: str
    recorded_at: str
    public_key: str
    signature: str

    @property
    def signed(self) -> bytes:
        """The bytes that the signature is for."""
        fields = asdict(self)
        del fields["signature"]
        told = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return told.encode()


def sign(head: Head, key: Key) -> Checkpoint:
    """Vouch for a head."""
    unsigned = Checkpoint(
        checkpoint=FORMAT, **asdict(head), public_key=key.public, signature=""
    )
    return replace(unsigned, signature=key.sign(unsigned.signed))


def read(path: Path, *, trusted: str) -> Checkpoint:
    """Read a checkpoint that the owner of the trusted public key signed.

    Raises CheckpointError for anything else.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Checkpoint)
    except OSError as error:
        raise CheckpointError(f"the checkpoint {path}: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CheckpointError(f"{path} is no checkpoint: {error}") from error
    if found.checkpoint != FORMAT:
        raise CheckpointError(
            f"{path} is of format {found.checkpoint}, not {FORMAT}",
            hint="a later version of ingestd wrote it",
        )
    if found.public_key != trusted:
        raise CheckpointError(
            f"{path} is signed with the key {found.public_key}, and trusted is {trusted}",
            hint="name the key that is to be trusted with --public-key",
        )
    if not is_signed(found.signed, found.signature, trusted):
        raise CheckpointError(
            f"{path} is not what was signed: somebody has changed it",
            hint="take the copy that was kept elsewhere",
        )
    return found


def write(checkpoint: Checkpoint, path: Path) -> None:
    """Write a checkpoint to a file that is not there yet. Raises CheckpointError."""
    told = json.dumps(asdict(checkpoint), ensure_ascii=False, indent=1) + "\n"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(told)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CheckpointError(
            f"the checkpoint {path} cannot be written: {error.strerror}"
        ) from error


def compare(database: Database, checkpoint: Checkpoint) -> Finding | None:
    """Say in what the log is not the one that was vouched for; None where it has only grown.

    Everything before the position is bound by the hash there, if the chain holds.
    """
    with database.peeking() as connection:
        head = log_rows.head_of(connection)
        found = log_rows.hash_at(connection, checkpoint.position)
    if head is None or head.log_id != checkpoint.log_id:
        name = head.log_id if head else "without a name"
        return _finding(
            "another_log", checkpoint, f"the log is {name}, not {checkpoint.log_id}"
        )
    if head.epoch < checkpoint.epoch:
        return _finding(
            "rewritten", checkpoint, f"the log is of epoch {head.epoch}, not {checkpoint.epoch}"
        )
    if head.position < checkpoint.position:
        told = f"the log ends at {head.position}: {_events(head.position, checkpoint)} removed"
        return _finding("shortened", checkpoint, told)
    if (found if checkpoint.position else digest(head.log_id.encode())) != checkpoint.hash:
        told = "the log up to here was written anew: it has another hash than was signed"
        return _finding("rewritten", checkpoint, told)
    return None


def _events(after: int, checkpoint: Checkpoint) -> str:
    first, last = after + 1, checkpoint.position
    return f"event {last} was" if first == last else f"events {first} to {last} were"


def _finding(kind: Kind, checkpoint: Checkpoint, told: str) -> Finding:
    return Finding(position=checkpoint.position, kind=kind, subject="checkpoint", told=told)
