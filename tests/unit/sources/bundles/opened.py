"""A bundle's members as pairs of their place and their text, or of why there is none."""

import io
from collections.abc import Iterator

from ingestd.errors import DocumentError
from ingestd.sources.bundles.kinds import kind_of
from ingestd.sources.bundles.opening import Reading, open_bundle
from ingestd.sources.found import Body, Bundle, Found

PLACE = "file:///in/"


def items(
    name: str, content: bytes, reading: Reading | None = None
) -> Iterator[Found | Bundle]:
    kind = kind_of(name, content[: 2**16])
    assert kind is not None
    assert kind != "document"
    return open_bundle(PLACE + name, kind, lambda: io.BytesIO(content), reading)


def bodies(name: str, content: bytes, reading: Reading | None = None) -> list[Body]:
    return [found.load() for found in items(name, content, reading) if isinstance(found, Found)]


def told(name: str, content: bytes, reading: Reading | None = None) -> list[tuple[str, str]]:
    """Documents, those of bundles inside with them; at the end why there are no more."""
    return list(_told(items(name, content, reading)))


def _told(found: Iterator[Found | Bundle]) -> Iterator[tuple[str, str]]:
    try:
        for item in found:
            if isinstance(item, Bundle):
                yield from _told(item.open())
            else:
                yield item.origin.removeprefix(PLACE), _text(item)
    except DocumentError as error:
        yield "!", str(error)


def _text(found: Found) -> str:
    try:
        return found.load().content.decode()
    except DocumentError as error:
        return f"! {error}"
