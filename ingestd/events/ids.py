"""Identifiers: derived from content, so that receiving twice is receiving once."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import datetime

from ingestd.events.text import sound

Digest = str
"""A SHA-256 in lower-case hexadecimal."""


# RFC 9562 §4.1: the highest two bits of this digit are 1 and 0
_VARIANT = {f"{digit:x}": f"{0x8 | digit & 0x3:x}" for digit in range(16)}


def digest(content: bytes) -> Digest:
    """Return the SHA-256 of the content, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def short_id(prefix: str, *parts: str) -> str:
    """Return `prefix_` and 16 characters (80 bits) that stand for the parts."""
    joined = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    hashed = hashlib.sha256(sound(joined).encode()).digest()
    return f"{prefix}_{base64.b32encode(hashed[:10]).decode().lower()}"


def document_id(blob: Digest) -> str:
    """Name a document by the bytes it was first seen with, wherever they were found."""
    return short_id("art", blob)


def event_ids(recorded_at: datetime, log_id: str) -> Callable[[int], str]:
    """Give the ids of events of one moment, by position.

    Each is a UUIDv7 (RFC 9562 §5.7) whose random bits come from the place in the log.
    """
    milliseconds = f"{int(recorded_at.timestamp() * 1000):012x}"
    beginning = f"{milliseconds[:8]}-{milliseconds[8:]}-7"
    of_log = hashlib.sha256(f"{log_id}/".encode())

    def at(position: int) -> str:
        of_place = of_log.copy()
        of_place.update(b"%d" % position)
        filler = of_place.hexdigest()
        variant = _VARIANT[filler[4]]
        return f"{beginning}{filler[1:4]}-{variant}{filler[5:8]}-{filler[8:20]}"

    return at
