"""Which fields of which events name blobs: the one place that lists them."""

from functools import cache

import msgspec

from ingestd.events.catalogue import decode, entries

NAMING = {
    "document.received": ("blob",),
    "document.found_again": ("blob",),
    "document.rejected": ("blob",),
    "document.parsed": ("blob", "text"),
    "document.extracted": ("text",),
}
"""Event to fields; a digest in `document.erased` names what is there no more."""


class _Named(msgspec.Struct):
    blob: str | None = None
    text: str | None = None


_AS_TODAY = msgspec.json.Decoder(_Named)


def blobs_named(name: str, version: int, data: bytes) -> list[str]:
    """Digests of the blobs that an event names; none for data that was erased.

    Events of no known name are taken to name none. Raises msgspec.MsgspecError, or
    StoreError, for data that cannot be read.
    """
    fields = NAMING.get(name)
    if fields is None:
        return []
    fact: object = (
        _AS_TODAY.decode(data) if version == _today(name) else decode(name, version, data)
    )
    return [digest for field in fields if (digest := getattr(fact, field)) is not None]


@cache
def _today(name: str) -> int:
    return next(entry.version for entry in entries() if entry.name == name)
