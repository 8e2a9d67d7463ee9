"""Identifiers: derived from content, so that receiving twice is receiving once."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from itertools import product

import msgspec

from ingestd.events.text import sound

Digest = str
"""A SHA-256 in lower-case hexadecimal."""


_encode = msgspec.json.Encoder().encode
# RFC 4648 §6 in lower case: ten bits at once
_BASE32 = ["".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)]
# RFC 9562 §4.1: the highest two bits of this digit are 1 and 0
_VARIANT = {f"{digit:x}": f"{0x8 | digit & 0x3:x}" for digit in range(16)}


def digest(content: bytes) -> Digest:
    """Return the SHA-256 of the content, 64 hexadecimal digits."""
    return sha256(content).hexdigest()


def short_id(prefix: str, *parts: str) -> str:
    """Return `prefix_` and 16 characters (80 bits) that stand for the parts."""
    try:
        joined = _encode(parts)
    except UnicodeEncodeError:  # half a surrogate pair
        written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        joined = sound(written).encode()
    bits = int.from_bytes(sha256(joined).digest()[:10], "big")
    return f"{prefix}_" + "".join([_BASE32[bits >> at & 1023] for at in range(70, -1, -10)])


def document_id(blob: Digest) -> str:
    """Name a document by the bytes it was first seen with, wherever they were found."""
    return short_id("art", blob)


def event_ids(recorded_at: datetime, log_id: str) -> Callable[[int], str]:
    """Give the ids of events of one moment, by position.

    Each is a UUIDv7 (RFC 9562 §5.7) that holds the position where others count (§6.2), and
    bits of the log's name where others are random: ids sort as the log does.
    """
    milliseconds = f"{int(recorded_at.timestamp() * 1000):012x}"
    of_log = sha256(log_id.encode()).hexdigest()
    beginning = f"{milliseconds[:8]}-{milliseconds[8:]}-7{of_log[:3]}-{_VARIANT[of_log[3]]}{of_log[4:7]}-"
    end = of_log[7:9]

    def at(position: int) -> str:
        return f"{beginning}{position:010x}{end}"

    return at
