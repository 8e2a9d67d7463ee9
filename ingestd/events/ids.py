"""Identifiers: derived from content, so that receiving twice is receiving once."""

import base64
import hashlib
import json
from datetime import datetime
from uuid import UUID

from ingestd.events.text import sound

Digest = str
"""A SHA-256 in lower-case hexadecimal."""


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


def event_id(recorded_at: datetime, log_id: str, position: int) -> str:
    """Return a UUIDv7 (RFC 9562 §5.7) whose random bits come from the place in the log."""
    milliseconds = int(recorded_at.timestamp() * 1000)
    filler = hashlib.sha256(f"{log_id}/{position}".encode()).digest()
    content = bytearray(milliseconds.to_bytes(6, "big") + filler[:10])
    content[6] = 0x70 | content[6] & 0x0F
    content[8] = 0x80 | content[8] & 0x3F
    return str(UUID(bytes=bytes(content)))
