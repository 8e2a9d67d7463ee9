"""Plain text and Markdown."""

from ingestd.parsing.encodings import decode
from ingestd.parsing.page import Page
from ingestd.parsing.structure import structure


def read_plain(body: bytes) -> Page:
    """Read a text as it stands; only a byte order mark is left out.

    Raises UnreadableError where it is empty, binary or in an unknown encoding.
    """
    text = decode(body)
    return Page(text=text, blocks=structure(text))
