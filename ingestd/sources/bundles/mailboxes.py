"""The messages of a mailbox in the format of Unix: each begins with a line `From …`."""

import io
import re
from collections.abc import Iterator

from ingestd.errors import TooLargeError
from ingestd.events.media_types import MAIL
from ingestd.sources.bundles.caps import Allowance
from ingestd.sources.bundles.members import Member, safe_name
from ingestd.sources.found import Body

_PIECE = 2**20
_BEGIN = b"From "
_QUOTED = re.compile(rb">+From ")
_NAME = re.compile(rb"^message-id:\s*<([^<>\s]{1,200})>", re.IGNORECASE | re.MULTILINE)
_HEADS = 2**15


def mailbox_members(file: io.BufferedReader, allowance: Allowance) -> Iterator[Member]:
    """Give every message, called by its Message-ID, else by its number."""
    message = _Message(allowance)
    number = 0
    blank = True
    while line := file.readline(_PIECE):
        allowance.take(len(line))
        if blank and line.startswith(_BEGIN):
            if message.size:
                number += 1
                yield message.member(number)
            message = _Message(allowance)
            blank = False
            continue
        blank = not line.strip()
        message.add(line)
    if message.size:
        yield message.member(number + 1)


class _Message:
    """One message as it is being read; what goes beyond the limit is only counted."""

    def __init__(self, allowance: Allowance) -> None:
        self._limit = allowance.caps.document
        self._content = bytearray()
        self.size = 0

    def add(self, line: bytes) -> None:
        # its writer put a ">" before every line that looked like a beginning
        text = line[1:] if _QUOTED.match(line) else line
        self.size += len(text)
        if self.size <= self._limit:
            self._content += text

    def member(self, number: int) -> Member:
        found = _NAME.search(self._content, 0, _HEADS)
        name = safe_name(found.group(1).decode("utf-8", "replace")) if found else str(number)
        if self.size > self._limit:
            return Member(name=name, error=TooLargeError(self.size, self._limit))
        return Member(name=name, body=Body(content=bytes(self._content), media_type=MAIL))
