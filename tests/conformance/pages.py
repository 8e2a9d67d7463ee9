"""What our reader makes of a page, for those who compare."""

from ingestd.errors import UnreadableError
from ingestd.events.media_types import HTML
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims, Parsed


def page_of(body: bytes) -> Parsed | None:
    """The article of a page; None where none can be told."""
    try:
        return parse(body, HTML, Claims())
    except UnreadableError:
        return None
