"""A broken feed taken apart, so that one bad entry costs its neighbours nothing."""

import re
from collections.abc import Iterator

_ENTRY = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.DOTALL | re.IGNORECASE)
# each piece is parsed on its own; a feed of so many entries is no news feed
MOST_PIECES = 2_000


def pieces(content: bytes) -> Iterator[bytes]:
    """Give feeds of one entry each, with all that stands around the entries.

    Works on bytes and so on encodings that hold ASCII as it is; gives nothing for others.
    """
    entries = list(_ENTRY.finditer(content))
    if not entries:
        return
    before, after = content[: entries[0].start()], content[entries[-1].end() :]
    for entry in entries[:MOST_PIECES]:
        yield before + entry.group() + after
