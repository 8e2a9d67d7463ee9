"""What the log keeps around a fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

import msgspec

from ingestd.events.catalogue import Event, encode, entry_of

ENVELOPE = ("position", "id", "stream", "version", "type", "schema", "time", "recorded_at",
            "actor", "causation", "correlation", "key")  # fmt: skip
TOMBSTONE = b'{"erased":true}'
"""What stands in the log in place of data that had to be erased."""

_ENCODER = msgspec.json.Encoder()
E_co = TypeVar("E_co", bound=Event, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A fact about to be appended.

    `key` makes the append idempotent: a key that is in the log already adds nothing and
    gives the old place. `expected` is the stream's version to be found (0: no event yet);
    None asks for no check. `time` is when it happened by the world's account, RFC 3339.
    """

    event: Event
    actor: str
    key: str | None = None
    expected: int | None = None
    time: str | None = None
    causation: str | None = None
    correlation: str | None = None

    @property
    def type(self) -> str:
        """The event's name in the catalogue."""
        return entry_of(type(self.event)).name

    @property
    def schema(self) -> int:
        """The event's schema version in the catalogue."""
        return entry_of(type(self.event)).version

    @property
    def data(self) -> bytes:
        """The fact as canonical JSON."""
        return encode(self.event)


class Recorded(msgspec.Struct, Generic[E_co], frozen=True, kw_only=True):
    """A fact at its place in the log. Positions are dense and count from 1.

    Its bytes stay where they are: they are for who verifies, or hands events on.
    """

    position: int
    id: str
    stream: str
    version: int
    type: str
    schema: int
    time: str
    recorded_at: str
    actor: str
    causation: str | None
    correlation: str
    hash: str
    event: E_co


def chain_hash(previous: str, envelope: Sequence[str | int | None], digest: str) -> str:
    """Bind an event to all before it.

    SHA-256 over one JSON array, without spaces, in UTF-8: the hash before, the envelope in
    the order of ENVELOPE, the digest of the data. The digest stands for the data, so that
    the chain outlives what had to be erased.
    """
    return bound_hash((previous, *envelope, digest))


def bound_hash(bound: Sequence[str | int | bytes | None]) -> str:
    """What `chain_hash` gives, of what it binds, in its order."""
    return sha256(_ENCODER.encode(bound)).hexdigest()
