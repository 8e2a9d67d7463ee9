"""Says of most keys that nothing is stored of them, without asking the database.

For tables that were empty when their fold began: a rebuild asks for every new key whether it
is there, and of most of them it is not.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

BITS = 8
"""For each key that is expected: one in nine or so is asked for in vain."""
LEAST = 1 << 16
MOST = 1 << 27
"""Bits of a filter at least, and at most (16 MiB)."""


class Absence:
    """A Bloom filter with one hash: what was noted may be stored, most else surely is not.

    B. H. Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, 1970; here one
    bit for a key, since hashes of Python are at hand and further bits cost more than they save.
    """

    def __init__(self, expected: int) -> None:
        bits = min(max(1 << (BITS * expected).bit_length(), LEAST), MOST)
        self._last = bits - 1
        self._noted = bytearray(bits >> 3)

    def note(self, keys: Iterable[Hashable]) -> None:
        """Be told that something of these is stored."""
        noted, last = self._noted, self._last
        for key in keys:
            bit = hash(key) & last
            noted[bit >> 3] |= 1 << (bit & 7)

    def sifted(self, keys: Sequence[K]) -> list[K]:
        """Those of the keys, in their order, of which something may be stored."""
        noted, last = self._noted, self._last
        return [key for key in keys if noted[(bit := hash(key) & last) >> 3] & (1 << (bit & 7))]
