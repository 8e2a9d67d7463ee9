"""What another program pipes in: one document, or something that holds documents."""

import io
from functools import partial
from typing import BinaryIO

from ingestd.errors import TooLargeError
from ingestd.events.ids import digest
from ingestd.sources.bundles.opening import Reading
from ingestd.sources.files import File
from ingestd.sources.found import Asking, Collected, Pace
from ingestd.sources.options import MEBIBYTE

DOCUMENT = 20 * MEBIBYTE
LARGEST = 256 * MEBIBYTE
"""Bytes of a document, and of all that is piped in: it is held in memory."""


class StandardInput:
    """Offer what comes until the end of the input; its place is named by its bytes."""

    kind = "input"
    pace = Pace.steady(0.0)
    watched = None
    address = "-"
    options = "{}"

    def __init__(self, name: str, file: BinaryIO) -> None:
        self.name = name
        self._file = file

    def collect(self, asking: Asking) -> Collected:  # noqa: ARG002 - a seam
        """Read all of it; what is wrong with it is told when it is loaded."""
        content = self._file.read(LARGEST + 1)
        file = File(
            origin=f"stdin:{digest(content)}",
            name="",
            mark=None,
            content=partial(_document, content),
            begin=partial(_begun, content),
        )
        return Collected(items=[file.offered(Reading())])


def _document(content: bytes) -> bytes:
    if len(content) > DOCUMENT:
        raise TooLargeError(len(content), DOCUMENT)
    return content


def _begun(content: bytes) -> BinaryIO:
    if len(content) > LARGEST:
        raise TooLargeError(len(content), LARGEST)
    return io.BytesIO(content)
