"""Parsing as it is asked of a child process: strangers' bytes never meet our own process."""

from dataclasses import dataclass, replace

from ingestd.confinement.task import Task
from ingestd.events.text import sound
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims, Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes of a document, of which type they are said to be, and what else is said."""

    body: bytes
    media_type: str
    claims: Claims


def read(original: Original) -> Parsed:
    """Parse; what it gives can be written down. Raises UnreadableError."""
    parsed = parse(original.body, original.media_type, original.claims)
    return replace(
        parsed,
        text=sound(parsed.text),
        title=_sound(parsed.title),
        published=_sound(parsed.published),
        author=_sound(parsed.author),
    )


def warm() -> None:
    """Load all that reading a page needs; what comes of it is nobody's."""
    page = b"<!doctype html><html><body><article><p>%b</p></article></body></html>"
    read(Original(body=page % (b"Some words. " * 50), media_type="text/html", claims=Claims()))


def _sound(value: str | None) -> str | None:
    return None if value is None else sound(value)


PARSE = Task(f"{__name__}:{read.__name__}", Original, Parsed)
"""For `Confinement.run`."""

WARM = f"{__name__}:{warm.__name__}"
"""For `Children.warm`."""
