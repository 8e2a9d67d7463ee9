"""Identifiers: derived from content, so that receiving twice is receiving once."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import datetime

from ingestd.events.text import sound

Digest = str
"""A SHA-256 in lower-case hexadecimal."""


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# RFC 9562 §4.1: the highest two bits of this digit are 1 and 0
_VARIANT = {f"{digit:x}": f"{0x8 | digit & 0x3:x}" for digit in range(16)}


def digest(content: bytes) -> Digest:
    """Return the SHA-256 of the content, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def short_id(prefix: str, *parts: str) -> str:
    """Return `prefix_` and 16 characters (80 bits) that stand for the parts."""
    joined = _encode(parts)
    hashed = hashlib.sha256(sound(joined).encode()).digest()
    return f"{prefix}_{base64.b32encode(hashed[:10]).decode().lower()}"


def document_id(blob: Digest) -> str:
    """Name a document by the bytes it was first seen with, wherever they were found."""
    return short_id("art", blob)


def event_ids(recorded_at: datetime, log_id: str) -> Callable[[int], str]:
    """Give the ids of events of one moment, by position.

    Each is a UUIDv7 (RFC 9562 §5.7) that holds the position where others count (§6.2), and
    bits of the log's name where others are random: ids sort as the log does.
    """
    milliseconds = f"{int(recorded_at.timestamp() * 1000):012x}"
    of_log = hashlib.sha256(log_id.encode()).hexdigest()
    beginning = f"{milliseconds[:8]}-{milliseconds[8:]}-7{of_log[:3]}-{_VARIANT[of_log[3]]}{of_log[4:7]}-"
    end = of_log[7:9]

    def at(position: int) -> str:
        return f"{beginning}{position:010x}{end}"

    return at
