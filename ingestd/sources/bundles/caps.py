"""How much is taken out of one bundle, so that none fills memory, disk or a day."""

from dataclasses import dataclass, field

from ingestd.errors import UnreadableError

MEBIBYTE = 2**20
FREE = MEBIBYTE
"""Bytes that may come out of however few: a page of one repeated word is no bomb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """Bytes of a document, bytes and members of a whole bundle, how deep bundles may nest.

    `ratio`: what is packed may grow so many times.
    """

    document: int = 20 * MEBIBYTE
    total: int = 32 * 1024 * MEBIBYTE
    members: int = 1_000_000
    ratio: int = 200
    depth: int = 2


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What is left of the caps, over a bundle and all that lies in it."""

    caps: Caps = field(default_factory=Caps)
    taken: int = 0
    members: int = 0

    def take(self, size: int) -> None:
        """Count bytes that came out; raises UnreadableError over the cap."""
        self.taken += size
        if self.taken > self.caps.total:
            raise UnreadableError(
                f"there are over {self.caps.total:,} bytes in it",
                hint="split it; what came before this point was taken in",
            )

    def count(self) -> None:
        """Count one member; raises UnreadableError over the cap."""
        self.members += 1
        if self.members > self.caps.members:
            raise UnreadableError(
                f"there are over {self.caps.members:,} documents in it",
                hint="split it; what came before this point was taken in",
            )

    def check_growth(self, packed: int, unpacked: int) -> None:
        """Raise UnreadableError where so much came out of so little that it is a bomb."""
        if unpacked > max(packed * self.caps.ratio, FREE):
            raise UnreadableError(
                f"it grows over {self.caps.ratio}-fold when it is unpacked",
                hint="it may be made to fill memory; if it is sound, unpack it by hand",
            )
